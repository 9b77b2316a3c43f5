/** The page: puts the parts together and redraws what a change touches. */
import { actors, edges, opening, title } from './data.js';
import { byId, el } from './dom.js';
import { choose, drawCard } from './card.js';
import { drawFilters } from './filters.js';
import { findIslands } from './islands.js';
import { startKeys, zoom } from './keys.js';
import { hover, nameAll, setFit } from './labels.js';
import { network, paint, under } from './picture.js';
import { arrange, placeOf } from './places.js';
import { startSearch } from './search.js';
import { hiddenCount, refilter, show, WHOLE } from './shown.js';
import { change, fromHash, onChange, openingState, reset, state, toHash } from './state.js';
import { drawTable } from './table.js';
import { drawTake } from './take.js';
import { communityName, kindOf, nameOf, number, relationsText, t } from './words.js';

/** @type {import('./shown.js').Shown} */
let shown = { mode: 'map', ids: new Set(), edges: [], total: 0, steps: [] };
/** What decides the camera: it moves only when another part of the map is shown. */
let scene = '';

function redraw() {
  refilter();
  shown = show();
  arrange(shown);
  findIslands(shown);
  nameAll(shown);
  paint(shown);
  const now = `${shown.mode} ${state.focus} ${state.path} ${state.community} ${state.all} ${state.institution} ${state.role} ${[...state.opened]}`;
  if (now !== scene) fit();
  scene = now;
  network.redraw();
  tell();
}

/** The whole picture, with room at the edges for names. */
function fit() {
  const points = shown.mode === 'clusters' ? opening.clusters : [...shown.ids].map(placeOf);
  if (!points.length) return;
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const box = byId('canvas').getBoundingClientRect();
  const aside = shown.mode === 'ring' ? Math.min(230, box.width * 0.27) : shown.mode === 'path' ? 90 : 50; // names at the sides
  const scale = Math.min((box.width - 2 * aside) / Math.max(1, right - left), (box.height - 120) / Math.max(1, bottom - top), 1.6);
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(0.02, scale), animation: false });
  setFit(network.getScale());
}

/** The line below the map, and the same for screen readers. */
function tell() {
  const all = number(shown.total);
  const text = shown.mode === 'clusters' ? t('shown_clusters', { n: number(opening.clusters.length), all }) : t('shown', { n: number(shown.ids.size), all, e: number(shown.edges.length) });
  const parts = [shown.total ? text : t('nothing')];
  byId('count').replaceChildren(parts[0]);
  if (state.community >= 0) byId('count').append(' · ', el('button', { type: 'button', class: 'link', click: () => change({ community: -1 }) }, `× ${t('cluster_of', { name: communityName(state.community) })}`));
  const hidden = state.focus >= 0 && shown.mode === 'ring' ? hiddenCount(state.focus, shown.ids) : 0;
  if (hidden) byId('count').append(' · ', t('more_in_card', { n: hidden }));
  const chosen = state.focus >= 0 ? t('selected', { name: nameOf(state.focus), kind: kindOf(actors[state.focus]), n: relationsText(shown.ids.size - 1) }) : '';
  byId('status').textContent = `${chosen} ${parts[0]}`.trim();
}

/** Texts, colours and pressed buttons. */
function dress() {
  document.documentElement.lang = state.language;
  document.documentElement.dataset.theme = state.dark ? 'dark' : 'light';
  for (const node of document.querySelectorAll('[data-text]')) node.textContent = t(/** @type {HTMLElement} */ (node).dataset.text || '');
  for (const node of document.querySelectorAll('[data-label]')) node.setAttribute('aria-label', t(/** @type {HTMLElement} */ (node).dataset.label || ''));
  byId('search').placeholder = t('search');
  byId('language').value = state.language;
}

function pressButtons() {
  const pressed = { 'path-button': state.picking || state.path.length > 0, 'all-button': state.all, 'table-button': state.table, 'theme-button': state.dark };
  for (const [id, on] of Object.entries(pressed)) byId(id).setAttribute('aria-pressed', String(on));
  byId('all-button').hidden = opening.mode === 'whole';
}

/** Asks before drawing so much that the page gets slow. */
function askForAll() {
  if (state.all) return change({ all: false });
  if (shown.total <= 2 * WHOLE) return change({ all: true });
  const notice = byId('notice');
  const answer = (/** @type {boolean} */ yes) => {
    notice.hidden = true;
    if (yes) change({ all: true, focus: -1, path: [] });
    byId('all-button').focus();
  };
  notice.replaceChildren(
    el('p', {}, t('all_warning', { n: number(shown.total) })),
    el('button', { type: 'button', id: 'all-yes', click: () => answer(true) }, t('yes')), ' ', el('button', { type: 'button', click: () => answer(false) }, t('no')),
  );
  notice.hidden = false;
  notice.querySelector('button')?.focus();
}

/** @param {any} event */
function clicked(event) {
  const hit = under(event.pointer.DOM);
  if (hit.cluster !== undefined) change({ community: hit.cluster });
  else if (hit.actor !== undefined) choose(hit.actor);
  else if (hit.edge) change({ edge: hit.edge.id });
}

/** @param {any} event */
function opened(event) {
  const hit = under(event.pointer.DOM);
  if (hit.actor === undefined || state.path.length) return;
  change({ focus: -1, edge: -1, opened: new Set([...state.opened, hit.actor]) });
}

function listen() {
  network.on('click', clicked);
  network.on('doubleClick', opened);
  const pointer = (/** @type {string} */ shape) => (byId('canvas').style.cursor = shape);
  network.on('hoverNode', (/** @type {any} */ event) => {
    pointer('pointer');
    if (typeof event.node === 'number') hover(event.node);
  });
  network.on('blurNode', () => {
    pointer('');
    hover(-1);
  });
  network.on('hoverEdge', () => pointer('pointer'));
  network.on('blurEdge', () => pointer(''));
  byId('zoom-in').addEventListener('click', () => zoom(1.3));
  byId('zoom-out').addEventListener('click', () => zoom(1 / 1.3));
  byId('zoom-fit').addEventListener('click', fit);
  byId('path-button').addEventListener('click', () => change(state.picking || state.path.length ? { picking: false, path: [] } : { picking: true, path: state.focus >= 0 ? [state.focus] : [], focus: -1, edge: -1 }));
  byId('all-button').addEventListener('click', askForAll);
  byId('table-button').addEventListener('click', () => change({ table: !state.table }));
  byId('theme-button').addEventListener('click', () => change({ dark: !state.dark }));
  byId('reset-button').addEventListener('click', () => { reset(); drawFilters(); });
  byId('language').addEventListener('change', () => change({ language: byId('language').value }));
  byId('panel-button').addEventListener('click', () => {
    const open = document.body.classList.toggle('with-filters');
    byId('panel-button').setAttribute('aria-expanded', String(open));
    if (open) byId('filters').focus();
  });
  document.addEventListener('click', (event) => {
    if (!byId('take').contains(event.target)) byId('take').open = false;
  });
  addEventListener('hashchange', () => location.hash.slice(1) !== toHash() && change(fromHash(location.hash)));
  new ResizeObserver(() => fit()).observe(byId('canvas'));
}

/** Parts of the state that do not change what the map shows. */
const ASIDE = new Set(['table', 'sort']);

onChange((changed) => {
  const look = changed.has('dark') || changed.has('language');
  if (look) dress();
  if (look || changed.has('hiddenClasses') && changed.has('focus')) {
    drawFilters();
    drawTake(() => shown);
  }
  if (![...changed].every((key) => ASIDE.has(key))) redraw();
  pressButtons();
  drawTable(shown);
  if (![...changed].every((key) => ASIDE.has(key))) drawCard(shown);
});

document.title = title;
Object.assign(state, openingState());
dress();
drawFilters();
drawTake(() => shown);
redraw();
drawTable(shown);
pressButtons();
drawCard(shown);
startSearch();
startKeys(() => shown, (id, cluster) => {
  hover(id);
  byId('status').textContent = cluster
    ? `${t('cluster_of', { name: communityName(id) })}, ${number(opening.clusters.find((c) => c.id === id)?.size || 0)}`
    : `${nameOf(id)}, ${kindOf(actors[id])}, ${relationsText(actors[id].edges.length)}`;
});
listen();
requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('ready')));
/** For tests and measuring: nothing on the page reads it. */
Object.assign(window, { aktorkart: { network, actors, edges, shown: () => shown, state, change } });
