/** The legend, which is also the filter: classes, relation families, role, institution, community, confidence. */
import { actors, classes, concepts, edges, families, facts, opening, ranked } from './data.js';
import { byId, el } from './dom.js';
import { mark, stroke } from './shapes.js';
import { change, state } from './state.js';
import { timeControl } from './time.js';
import { communityName, nameOf, number, say, t } from './words.js';

const count = (/** @type {Iterable<string>} */ keys) => {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const key of keys) counts.set(key, (counts.get(key) || 0) + 1);
  return counts;
};
const byClass = count(actors.map((actor) => actor.cls));
const byFamily = count(edges.map((edge) => edge.family));

/** Draws the panel anew: after the language or the colours have changed. */
export function drawFilters() {
  byId('filters').replaceChildren(
    el('h2', {}, t('classes')),
    ...classes.filter((c) => byClass.has(c.key)).map((c) => box(c.key, 'hiddenClasses', mark(c.key), say(c.labels), byClass.get(c.key) || 0)),
    el('h2', {}, t('families')),
    ...families.filter((f) => byFamily.has(f.key)).map((f) => box(f.key, 'hiddenFamilies', stroke(f), say(f.labels), byFamily.get(f.key) || 0)),
    ...timeControl(),
    el('h2', {}, t('more_filters')),
    choice('role', t('role'), roles(), state.role),
    choice('institution', t('institution'), institutions(), state.institution),
    choice('community', t('community'), communities(), state.community),
    confidence(),
    el('h2', {}, t('how_to_read')),
    el('p', { class: 'note' }, t('how_text')),
    el('p', { class: 'note' }, t('unsure_text')),
  );
}

/** @param {string} key @param {'hiddenClasses'|'hiddenFamilies'} set @param {Node} icon @param {string} text @param {number} n */
function box(key, set, icon, text, n) {
  const input = el('input', {
    type: 'checkbox', checked: !state[set].has(key), 'data-key': key,
    change: () => {
      const hidden = new Set(state[set]);
      if (input.checked) hidden.delete(key);
      else hidden.add(key);
      change({ [set]: hidden });
    },
  });
  return el('label', { class: 'row' }, input, icon, el('span', {}, text), el('span', { class: 'tally' }, number(n)));
}

/** @param {'role'|'institution'|'community'} field @param {string} text @param {[number, string][]} options @param {number} value */
function choice(field, text, options, value) {
  const select = el('select', { id: `filter-${field}`, change: () => change({ [field]: Number(select.value) }) }, el('option', { value: -1 }, t('any')), ...options.map(([id, name]) => el('option', { value: id, selected: id === value }, name)));
  return el('label', { class: 'field' }, el('span', {}, text), select);
}

/** Roles that someone holds, by name. @returns {[number, string][]} */
function roles() {
  const used = new Set(facts.map((fact) => fact.role).filter((role) => role >= 0));
  return byName([...used].map((role) => [role, say(concepts[role])]));
}

/** The most important institutions: a list of all 10,000 helps nobody, the search finds the rest. @returns {[number, string][]} */
function institutions() {
  const found = ranked.filter((actor) => ['organisation', 'collaboration'].includes(actor.cls)).slice(0, 200);
  if (state.institution >= 0 && !found.some((actor) => actor.id === state.institution)) found.push(actors[state.institution]);
  return byName(found.map((actor) => [actor.id, nameOf(actor.id)]));
}

/** @returns {[number, string][]} */
function communities() {
  const sizes = count(actors.map((actor) => String(actor.community)));
  const named = opening.names.map((_, community) => /** @type {[number, string]} */ ([community, `${communityName(community)} (${number(sizes.get(String(community)) || 0)})`]));
  return named.filter(([community]) => (sizes.get(String(community)) || 0) > 2).slice(0, 200);
}

const byName = (/** @type {[number, string][]} */ options) => options.sort((a, b) => a[1].localeCompare(b[1], 'nb'));

function confidence() {
  const out = el('output', {}, `${state.confidence} %`);
  const input = el('input', {
    type: 'range', id: 'filter-confidence', min: 0, max: 100, step: 5, value: state.confidence,
    input: () => {
      out.textContent = `${input.value} %`;
      change({ confidence: Number(input.value) });
    },
  });
  return el('label', { class: 'field' }, el('span', {}, t('confidence'), ' ', out), input);
}
