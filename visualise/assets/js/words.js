/** Texts in the reader's language: the page's own, and the graph's labels. */
import { actors, classLook, concepts, legend, opening, other } from './data.js';
import { state } from './state.js';

/** @param {Object<string, string>|undefined} labels @returns {string} */
export function say(labels) {
  if (!labels) return '';
  return labels[state.language] || labels.nb || labels.no || labels.nn || labels[''] || labels.en || Object.values(labels)[0] || '';
}

/** One of the page's own texts; {x} is replaced by values.x. @param {string} key @param {Object<string, string|number>} [values] */
export function t(key, values = {}) {
  return say(legend.messages[key]).replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

/** @param {number} id */
export const nameOf = (id) => actors[id].labels[state.language] || actors[id].label;

/** @param {import('./data.js').Actor} actor */
export const kindOf = (actor) => (actor.kind >= 0 ? say(concepts[actor.kind]) : say(classLook.get(actor.cls)?.labels));

/** @param {number} community */
export function communityName(community) {
  const named = opening.names[community];
  return named === undefined || named < 0 ? '' : nameOf(named);
}

/** @param {number} n */
export const relationsText = (n) => (n === 1 ? t('connection') : t('connections', { n: number(n) }));

/** @param {number} n */
export const number = (n) => n.toLocaleString(state.language === 'en' ? 'en' : 'nb-NO');

/** A date as exact as it is stated: 2007, februar 2018, 22. januar 2018. @param {string} date */
export function dateText(date) {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date);
  if (!parts) return date;
  if (!parts[2]) return parts[1];
  const day = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3] || 1)));
  /** @type {Intl.DateTimeFormatOptions} */
  const format = { timeZone: 'UTC', year: 'numeric', month: parts[3] ? 'short' : 'long', ...(parts[3] ? { day: 'numeric' } : {}) };
  return day.toLocaleDateString(state.language === 'en' ? 'en-GB' : 'nb-NO', format); // browsers lack Nynorsk; the months are the same
}

/** What a fact says between its two names: "styreleder i", "gjenopprettet". @param {import('./data.js').Fact} fact */
export function phrase(fact) {
  const key = fact.relation.key;
  if (key === 'member') {
    if (fact.role < 0) return t('is_member');
    const status = fact.status && fact.status !== 'current' ? say(legend.statuses[fact.status]) + ' ' : '';
    const role = status + say(concepts[fact.role]);
    return fact.object < 0 ? role : t('in_role', { role });
  }
  if (key === 'decided' && fact.status && legend.statuses[fact.status]) return say(legend.statuses[fact.status]);
  return say(fact.relation.labels);
}

/** Lower case without accents, å as a, ø as o, æ as ae: what people type. @param {string} text */
export const fold = (text) =>
  text.toLocaleLowerCase('nb').normalize('NFD').replace(/\p{M}/gu, '').replace(/ø/g, 'o').replace(/æ/g, 'ae').replace(/ð/g, 'd').replace(/đ/g, 'd');

/** The first of an actor's roles, "styreleder i KS", else the institution it is nearest to: tells namesakes apart. @param {import('./data.js').Actor} actor */
export function contextOf(actor) {
  const own = actor.facts.filter((f) => f.subject === actor.id && f.relation.family === 'role');
  const fact = own.find((f) => f.role >= 0 && f.object >= 0 && f.status === 'current') || own.find((f) => f.role >= 0 && f.object >= 0) || own[0];
  if (fact) return fact.object >= 0 ? `${phrase(fact)} ${nameOf(fact.object)}` : phrase(fact);
  const owner = actor.facts.find((f) => f.subject === actor.id && f.relation.family === 'structure' && f.object >= 0);
  if (owner) return nameOf(owner.object);
  if (actor.cls === 'person' || actor.cls === 'organisation') return '';
  const held = actor.facts.find((f) => f.object === actor.id && ['organises', 'created', 'proposed', 'decided'].includes(f.relation.key));
  return held ? nameOf(held.subject) : '';
}

/** How many actors bear each name. @type {Map<string, number>} */
const bearers = new Map();
for (const actor of actors) bearers.set(actor.label, (bearers.get(actor.label) || 0) + 1);

/** The name on the map: a board or a meeting that shares its name with others says whose it is. @param {number} id */
export function nameOnMap(id) {
  const actor = actors[id];
  if ((bearers.get(actor.label) || 0) < 2 || (actor.cls !== 'body' && actor.cls !== 'meeting')) return nameOf(id);
  const owner = actor.facts.find((f) => (f.relation.family === 'structure' && f.subject === id) || (f.relation.key === 'organises' && f.object === id));
  const whose = owner ? nameOf(other(owner, id)) : '';
  return whose && !nameOf(id).includes(whose) ? `${nameOf(id)} (${whose})` : nameOf(id);
}

/** First and last year in which something was said of the actor: "2016–2019". @param {import('./data.js').Actor} actor */
export function yearsOf(actor) {
  let first = Infinity;
  let last = -Infinity;
  for (const fact of actor.facts) {
    if (!Number.isNaN(fact.first)) first = Math.min(first, fact.first);
    if (!Number.isNaN(fact.last)) last = Math.max(last, fact.last);
  }
  if (first === Infinity) return '';
  const [a, b] = [Math.floor(first / 12), Math.floor(last / 12)];
  return a === b ? String(a) : `${a}–${b}`;
}
