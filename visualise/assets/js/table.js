/** The table beside the map: the same actors, for reading, sorting and screen readers. */
import { actors } from './data.js';
import { byId, el } from './dom.js';
import { choose } from './card.js';
import { mark } from './shapes.js';
import { neighbours } from './shown.js';
import { change, state } from './state.js';
import { communityName, contextOf, kindOf, nameOf, number, t, yearsOf } from './words.js';

const TABLE_ROWS = 200;
let room = TABLE_ROWS;
let drawnFor = '';

/** @typedef {{id: number, name: string, kind: string, context: string, relations: number, period: string, community: string}} Row */

/** @param {number} id @returns {Row} */
const rowOf = (id) => {
  const actor = actors[id];
  return { id, name: nameOf(id), kind: kindOf(actor), context: contextOf(actor), relations: neighbours(id).length, period: yearsOf(actor), community: communityName(actor.community) };
};

const COLUMNS = /** @type {const} */ (['name', 'kind', 'context', 'relations', 'period', 'community']);

/** @param {Row[]} rows */
function sorted(rows) {
  const down = state.sort.startsWith('-') ? -1 : 1;
  const field = /** @type {keyof Row|'rank'} */ (state.sort.replace('-', ''));
  if (field === 'rank') return rows.sort((a, b) => actors[a.id].rank - actors[b.id].rank);
  return rows.sort((a, b) => down * (field === 'relations' ? a.relations - b.relations : String(a[field]).localeCompare(String(b[field]), 'nb')) || actors[a.id].rank - actors[b.id].rank);
}

/** @param {import('./shown.js').Shown} shown */
export function drawTable(shown) {
  const place = byId('table');
  place.hidden = !state.table;
  byId('main').classList.toggle('split', state.table);
  if (!state.table) return;
  if (drawnFor !== state.sort) place.scrollTop = 0;
  drawnFor = state.sort;
  const ids = shown.mode === 'clusters' ? actors.filter((a) => a.cls !== 'article').sort((a, b) => a.rank - b.rank).slice(0, 1000).map((a) => a.id) : [...shown.ids];
  const rows = sorted(ids.map(rowOf));
  const head = COLUMNS.map((column) => {
    const now = state.sort.replace('-', '') === column ? (state.sort.startsWith('-') ? 'descending' : 'ascending') : 'none';
    const next = now === 'none' ? (column === 'relations' ? '-relations' : column) : now === 'ascending' ? '-' + column : column;
    const arrow = now === 'none' ? '' : now === 'ascending' ? ' ↑' : ' ↓';
    return el('th', { scope: 'col', 'aria-sort': now }, el('button', { type: 'button', class: 'sort', click: () => change({ sort: next }) }, t(column) + arrow));
  });
  const body = rows.slice(0, room).map((row) =>
    el(
      'tr', { class: row.id === state.focus ? 'chosen' : null },
      el('th', { scope: 'row' }, el('button', { type: 'button', class: 'link', click: () => choose(row.id) }, mark(actors[row.id].cls), row.name)),
      el('td', {}, row.kind), el('td', {}, row.context), el('td', { class: 'figure' }, number(row.relations)), el('td', {}, row.period), el('td', {}, row.community),
    ),
  );
  const more = rows.length > room ? el('button', { type: 'button', class: 'more', click: () => ((room += TABLE_ROWS), drawTable(shown)) }, t('show_more', { n: rows.length - room })) : null;
  place.replaceChildren(...[el('table', {}, el('caption', { class: 'unseen' }, t('table')), el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...body)), more].filter(Boolean));
}
