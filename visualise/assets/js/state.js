/**
 * What the reader has chosen. Every change goes through `change`, which tells the parts of the page; every state has an address (hash).
 */
import { actors, byIri, classLook, conceptIris, edges, familyLook, givenView, month, opening } from './data.js';

/**
 * @typedef {{language: string, dark: boolean, focus: number, edge: number, path: number[], picking: boolean, pathNumber: number,
 *   hiddenClasses: Set<string>, hiddenFamilies: Set<string>, role: number, institution: number, community: number, confidence: number,
 *   from: number, to: number, all: boolean, opened: Set<number>, table: boolean, sort: string}} State
 */

export const HIDDEN_AT_FIRST = ['article'];

/** @returns {State} */
const initial = () => ({
  language: 'nb', dark: false, focus: -1, edge: -1, path: [], picking: false, pathNumber: 0,
  hiddenClasses: new Set(HIDDEN_AT_FIRST), hiddenFamilies: new Set(), role: -1, institution: -1, community: -1, confidence: 0,
  from: NaN, to: NaN, all: false, opened: new Set(), table: false, sort: 'rank',
});

/** @type {State} */
export const state = initial();
/** @type {((changed: Set<string>) => void)[]} */
const listeners = [];

/** @param {(changed: Set<string>) => void} listener */
export const onChange = (listener) => listeners.push(listener);

/** @param {Partial<State>} part */
export function change(part) {
  Object.assign(state, part);
  const changed = new Set(Object.keys(part));
  for (const listener of listeners) listener(changed);
  if (location.hash.slice(1) !== toHash()) history.replaceState(null, '', '#' + toHash());
}

/** Back to how the page opens; language and colours stay. */
export function reset() {
  const { language, dark, table } = state;
  change({ ...initial(), language, dark, table });
}

/** @param {number} months */
export const monthText = (months) => `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;

const listed = (/** @type {Iterable<string>} */ values) => [...values].sort().join(',');

/** The state as the address' part after "#". */
export function toHash() {
  const h = new URLSearchParams();
  h.set('l', state.language);
  if (state.dark) h.set('dark', '1');
  if (state.focus >= 0) h.set('a', actors[state.focus].iri);
  if (state.path.length) h.set('path', state.path.map((id) => actors[id].iri).join(' '));
  if (state.path.length === 2 && state.pathNumber) h.set('nth', String(state.pathNumber));
  const edge = edges[state.edge];
  if (edge) h.set('e', [actors[edge.from].iri, actors[edge.to].iri, edge.family].join(' '));
  if (listed(state.hiddenClasses) !== listed(HIDDEN_AT_FIRST)) h.set('off', listed(state.hiddenClasses));
  if (state.hiddenFamilies.size) h.set('rel', listed(state.hiddenFamilies));
  if (state.role >= 0) h.set('role', conceptIris[state.role]);
  if (state.institution >= 0) h.set('inst', actors[state.institution].iri);
  if (state.community >= 0) h.set('c', actors[opening.names[state.community]]?.iri || '');
  if (state.confidence) h.set('conf', String(state.confidence));
  if (!Number.isNaN(state.from)) h.set('from', monthText(state.from));
  if (!Number.isNaN(state.to)) h.set('to', monthText(state.to));
  if (state.all) h.set('all', '1');
  if (state.opened.size) h.set('open', [...state.opened].map((id) => actors[id].iri).join(' '));
  if (state.table) h.set('t', state.sort);
  return h.toString();
}

/** The state that an address gives; whatever it does not know, it leaves as at first. @param {string} hash @returns {Partial<State>} */
export function fromHash(hash) {
  const h = new URLSearchParams(hash.replace(/^[^#]*#/, ''));
  const iri = (/** @type {string|null} */ value) => byIri.get(value || '')?.id ?? -1;
  const iris = (/** @type {string|null} */ value) => (value || '').split(' ').map(iri).filter((id) => id >= 0);
  const whole = (/** @type {string|null} */ value, /** @type {number} */ none) => (/^\d{1,6}$/.test(value || '') ? Number(value) : none);
  const known = (/** @type {string|null} */ value, /** @type {Map<string, any>} */ keys) => new Set((value || '').split(',').filter((k) => keys.has(k)));
  const path = iris(h.get('path'));
  /** @type {Partial<State>} */
  const part = {
    ...initial(),
    dark: h.get('dark') === '1' || (!h.has('l') && matchMedia('(prefers-color-scheme: dark)').matches),
    language: ['nb', 'nn', 'en'].includes(h.get('l') || '') ? /** @type {string} */ (h.get('l')) : browserLanguage(),
    focus: iri(h.get('a')), edge: edgeNamed(h.get('e') || ''), path: path.slice(0, 2), picking: path.length === 1, pathNumber: whole(h.get('nth'), 0),
    hiddenFamilies: known(h.get('rel'), familyLook), role: conceptIris.indexOf(h.get('role') || ''), institution: iri(h.get('inst')),
    community: actors[iri(h.get('c'))]?.community ?? -1, confidence: Math.min(100, whole(h.get('conf'), 0)), from: month(h.get('from') || ''), to: month(h.get('to') || ''),
    all: h.get('all') === '1', opened: new Set(iris(h.get('open'))), table: h.has('t'),
    sort: /^-?(rank|name|kind|context|relations|period|community)$/.test(h.get('t') || '') ? /** @type {string} */ (h.get('t')) : 'rank',
  };
  if (h.has('off')) part.hiddenClasses = known(h.get('off'), classLook);
  return part;
}

/** The relation that an address names by its ends and family: numbers would change with the next build. @param {string} text */
function edgeNamed(text) {
  const [from, to, family] = text.split(' ');
  return byIri.get(from)?.edges.find((edge) => actors[edge.from].iri === from && actors[edge.to].iri === to && edge.family === family)?.id ?? -1;
}

/** The first of the browser's languages that the page has: Norwegian readers get Bokmål unless they asked for Nynorsk. */
function browserLanguage() {
  for (const tag of navigator.languages || []) {
    const language = tag.toLowerCase().split('-')[0];
    if (language === 'nn') return 'nn';
    if (['nb', 'no', 'da', 'sv'].includes(language)) return 'nb';
    if (language === 'en') return 'en';
  }
  return 'nb';
}

/** The address' state, else the view the page was written with. */
export const openingState = () => fromHash(location.hash.length > 1 ? location.hash : givenView);
