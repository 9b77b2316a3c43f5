/** "How do we know?": facts with the sentences that state them, the article, its date and a link. */
import { actors, byIri, evidenceOf, textOf, UNSURE } from './data.js';
import { el, link } from './dom.js';
import { mark } from './shapes.js';
import { dateText, nameOf, phrase, t } from './words.js';

/** @typedef {import('./data.js').Fact} Fact */

/** A button that chooses an actor. @param {number} id @param {(id: number) => void} choose @param {boolean} [marked] */
export const actorButton = (id, choose, marked = false) =>
  el('button', { type: 'button', class: 'link', click: () => choose(id) }, marked ? mark(actors[id].cls) : null, nameOf(id));

/** One quoted sentence with its source; the words that state the fact are marked. @param {number} id @param {(id: number) => void} choose */
function quotation(id, choose) {
  const { text, start, end, article, confidence, rule } = evidenceOf(id);
  const points = Array.from(text); // offsets count code points, as in the graph
  const part = (/** @type {number} */ a, /** @type {number|undefined} */ b) => points.slice(a, b).join('');
  const whole = start === 0 && end >= points.length;
  const quote = el('blockquote', { lang: 'no' }, part(0, start), whole ? part(start, end) : el('mark', {}, part(start, end)), part(end, undefined));
  const drawn = byIri.get(article.iri);
  const name = drawn ? el('button', { type: 'button', class: 'link', click: () => choose(drawn.id) }, article.title) : article.title;
  const where = [article.journal, dateText(article.date)].filter(Boolean).map((part) => ` · ${part}`).join('');
  const source = link(article.url, t('source'));
  return el(
    'div', { class: 'proof' }, quote,
    el('p', { class: 'source' }, name, where, source ? ' · ' : '', source),
    el('p', { class: 'source how' }, t('found_by', { rule, n: confidence })),
  );
}

/** Evidence of whatever an article says of an actor: that it is mentioned there needs no rule. @param {Fact} fact @returns {number[]} */
function sentencesIn(fact) {
  const article = actors[fact.object].iri;
  return actors[fact.subject].facts.flatMap((f) => f.evidence).filter((id) => evidenceOf(id).article.iri === article);
}

/** All evidence of facts that say the same: the first open, the rest to unfold. @param {Fact[]} same @param {(id: number) => void} choose */
export function evidenceList(same, choose) {
  const mention = same[0].relation.key === 'mentioned';
  const ids = [...new Set(same.flatMap((fact) => (mention ? sentencesIn(fact) : fact.evidence)))].sort((a, b) => evidenceOf(b).article.date.localeCompare(evidenceOf(a).article.date));
  if (!ids.length) return mention ? null : el('p', { class: 'source' }, t('from_register'));
  const box = el('div', {}, quotation(ids[0], choose));
  if (ids.length > 1) box.append(el('details', {}, el('summary', {}, t(mention ? 'more_sentences' : 'more_evidence', { n: ids.length - 1 })), ...ids.slice(1).map((id) => quotation(id, choose))));
  return box;
}

/** When and how surely. @param {Fact[]} same */
function when(same) {
  const [fact] = same;
  const dates = [...new Set(same.map((f) => f.date).filter(Boolean))].sort();
  const parts = [];
  if (fact.since) parts.push(t('since', { date: dateText(fact.since) }));
  if (fact.until && fact.relation.key !== 'organises') parts.push(t('until', { date: dateText(fact.until) }));
  if (dates.length && fact.relation.family === 'role') parts.push(t('stated', { date: dates.length > 1 ? `${dateText(dates[0])} – ${dateText(dates[dates.length - 1])}` : dateText(dates[0]) }));
  else if (dates.length) parts.push(dateText(dates[dates.length - 1]));
  return parts.join(', ');
}

/** Facts that say the same of the same, newest first. @param {Fact[]} list @returns {Fact[][]} */
export function grouped(list) {
  /** @type {Map<string, Fact[]>} */
  const groups = new Map();
  for (const fact of list) {
    const quote = fact.relation.key === 'quoted' ? fact.id : '';
    const key = [fact.subject, fact.object, fact.relation.key, fact.role, fact.status, fact.text, quote].join(' ');
    const group = groups.get(key);
    if (group) group.push(fact);
    else groups.set(key, [fact]);
  }
  const latest = (/** @type {Fact[]} */ group) => group.reduce((last, fact) => (fact.date > last ? fact.date : last), '');
  return [...groups.values()].sort((a, b) => latest(b).localeCompare(latest(a)));
}

/**
 * One statement, "A styreleder i B", with its proof.
 * @param {Fact[]} same @param {(id: number) => void} choose @param {number} [own]  the actor whose card this is: not named first, and no button leads to it
 */
export function statement(same, choose, own = -1) {
  const [fact] = same;
  const sure = same.reduce((best, f) => Math.max(best, f.confidence), 0);
  const head = el('p', { class: 'says' });
  if (fact.subject !== own) head.append(actorButton(fact.subject, choose), ' ');
  const status = fact.relation.key === 'member' && fact.status && fact.status !== 'current';
  const said = fact.text >= 0 ? textOf(fact.text) : '';
  const place = fact.relation.key === 'member' && said ? `, ${said}` : '';
  head.append(el('span', { class: status ? 'phrase past' : 'phrase' }, phrase(fact) + place));
  if (fact.object >= 0) head.append(' ', fact.object === own ? nameOf(own) : actorButton(fact.object, choose));
  const time = when(same);
  if (time) head.append(' ', el('span', { class: 'when' }, time));
  if (sure < UNSURE) head.append(' ', el('span', { class: 'unsure' }, `${t('unsure')} (${sure} %)`));
  const words = fact.relation.key === 'quoted' && said ? el('p', { class: 'quote', lang: 'no' }, `«${said.replace(/^[«"–-]\s*|[»"]$/g, '')}»`) : said && !place ? el('p', { class: 'note' }, said) : null;
  return el('div', { class: sure < UNSURE ? 'statement doubtful' : 'statement' }, head, words, evidenceList(same, choose));
}
