/** The card beside the map: an actor, a relation, a path, a cluster, or where to begin. */
import { actors, articleOf, edges, opening, ranked } from './data.js';
import { byId, el, link } from './dom.js';
import { inCommon } from './paths.js';
import { actorButton, grouped, statement } from './proof.js';
import { mark } from './shapes.js';
import { actorPasses, factPasses, neighbours, WHOLE } from './shown.js';
import { change, state } from './state.js';
import { communityName, contextOf, dateText, kindOf, nameOf, number, relationsText, t, yearsOf } from './words.js';

const STATEMENTS = 12; // statements of one section before "show more"
const SECTIONS = ['role', 'structure', 'collaboration', 'decision', 'work', 'meeting', 'quoted', 'article'];

/** Chooses an actor, or an end of the path that is being picked. @param {number} id */
export function choose(id) {
  if (state.picking) {
    if (!state.path.length) change({ path: [id], focus: -1, edge: -1 });
    else if (state.path[0] !== id) change({ path: [state.path[0], id], picking: false, pathNumber: 0, focus: -1, edge: -1 });
  } else change({ focus: id, edge: -1, path: [] });
}

/** @param {import('./shown.js').Shown} shown */
export function drawCard(shown) {
  const card = byId('card');
  const top = card.scrollTop;
  const kept = card.dataset.of === subject();
  card.replaceChildren(...content(shown));
  card.dataset.of = subject();
  card.scrollTop = kept ? top : 0;
}

const subject = () => `${state.focus} ${state.edge} ${state.path} ${state.community}`;

/** @param {import('./shown.js').Shown} shown @returns {Node[]} */
function content(shown) {
  if (state.picking) return picking();
  if (state.path.length === 2) return pathCard(shown);
  if (state.edge >= 0 && edges[state.edge]) return edgeCard(edges[state.edge]);
  if (state.focus >= 0) return actorCard(state.focus, shown);
  return startCard(shown);
}

/** @param {() => void} back */
const backButton = (back) => el('button', { type: 'button', class: 'back', click: back }, `← ${t('back')}`);

function picking() {
  const chosen = state.path.length ? t('path_to', { name: nameOf(state.path[0]) }) : t('path_from');
  return [backButton(() => change({ picking: false, path: [] })), el('h2', {}, chosen), el('p', { class: 'note' }, t('path_hint'))];
}

/** @param {number} id @param {import('./shown.js').Shown} shown */
function actorCard(id, shown) {
  const actor = actors[id];
  const near = neighbours(id);
  const aliases = [...new Set([...actor.aliases, ...Object.values(actor.labels)])].filter((name) => name !== nameOf(id));
  const parts = [
    backButton(() => change({ focus: -1 })),
    el('h2', { class: 'name' }, mark(actor.cls), ' ', nameOf(id)),
    el('p', { class: 'source' }, [kindOf(actor), yearsOf(actor), relationsText(near.length)].filter(Boolean).join(' · ')),
  ];
  const article = actor.cls === 'article' ? articleOf(actor.iri) : null;
  if (article) parts.push(el('p', { class: 'source' }, [article.journal, dateText(article.date)].filter(Boolean).join(' · '), ' ', link(article.url, t('source')) || t('no_link')));
  if (aliases.length) parts.push(el('p', { class: 'source' }, `${t('also')}: ${aliases.join(', ')}`));
  const cluster = communityName(actor.community);
  if (cluster) {
    parts.push(el('p', { class: 'source' }, el('button', { type: 'button', class: 'link', click: () => change({ community: actor.community, focus: -1 }) }, `${t('community')}: ${t('cluster_of', { name: cluster })}`)));
  }
  const hidden = shown.total > WHOLE && !state.opened.has(id) ? near.length : 0;
  if (hidden) parts.push(el('button', { type: 'button', id: 'open-hidden', class: 'choice', click: () => change({ focus: -1, opened: new Set([...state.opened, id]) }) }, t('open_hidden', { n: hidden })));
  const passing = actor.facts.filter(factPasses);
  for (const name of SECTIONS) {
    const facts = passing.filter((fact) => (fact.relation.key === 'quoted' ? 'quoted' : fact.relation.family) === name);
    if (facts.length) parts.push(...section(t(`section_${name}`), grouped(facts), id));
  }
  return parts;
}

/** A heading and its statements, a dozen at a time. @param {string} heading @param {import('./data.js').Fact[][]} groups @param {number} own */
function section(heading, groups, own) {
  const box = el('div', {});
  let done = 0;
  const more = el('button', { type: 'button', class: 'more', click: () => add() });
  const add = () => {
    box.append(...groups.slice(done, done + STATEMENTS).map((group) => statement(group, choose, own)));
    done += STATEMENTS;
    more.hidden = done >= groups.length;
    more.textContent = t('show_more', { n: groups.length - done });
  };
  add();
  return [el('h3', {}, heading, ' ', el('span', { class: 'tally' }, String(groups.length))), box, more];
}

/** @param {import('./data.js').Edge} edge */
function edgeCard(edge) {
  return [
    backButton(() => change({ edge: -1 })),
    el('h2', {}, actorButton(edge.from, choose, true), ' – ', actorButton(edge.to, choose, true)),
    ...grouped(edge.facts.filter(factPasses)).map((group) => statement(group, choose)),
  ];
}

/** @param {import('./shown.js').Shown} shown */
function pathCard(shown) {
  const [a, b] = state.path;
  const names = { a: nameOf(a), b: nameOf(b) };
  const [steps, ...all] = shown.steps;
  const parts = [backButton(() => change({ path: [], picking: false }))];
  if (!all.length) parts.push(el('h2', {}, t('path_none', names)));
  else {
    parts.push(el('h2', {}, t('path_found', { ...names, n: steps.length - 1 })));
    if (all.length > 1) {
      const choices = all.map((path, n) =>
        el('button', { type: 'button', class: 'choice', 'aria-pressed': String(path === steps), click: () => change({ pathNumber: n }) }, path.slice(1, -1).map(nameOf).join(' → ') || t('path_number', { n: n + 1, all: all.length })),
      );
      parts.push(el('div', { class: 'choices', role: 'group', 'aria-label': t('path_number', { n: state.pathNumber + 1, all: all.length }) }, ...choices));
    }
    steps.slice(1).forEach((id, n) => {
      const between = shown.edges.filter((e) => (e.from === id && e.to === steps[n]) || (e.to === id && e.from === steps[n]));
      const groups = grouped(between.flatMap((e) => e.facts.filter(factPasses)));
      parts.push(el('section', { class: 'step' }, ...groups.slice(0, 3).map((group) => statement(group, choose))));
    });
  }
  return [...parts, ...commonCard(a, b)];
}

/** @param {number} a @param {number} b */
function commonCard(a, b) {
  const common = inCommon(a, b, factPasses);
  const listOf = (/** @type {number[]} */ ids) => el('ul', { class: 'plain' }, ...ids.slice(0, 30).map((id) => el('li', {}, actorButton(id, choose, true))));
  const shared = common.actors.filter(actorPasses);
  const parts = [el('h3', {}, t('in_common')), shared.length ? listOf(shared) : el('p', { class: 'note' }, t('in_common_none'))];
  if (common.articles.length) parts.push(el('h3', {}, t('in_common_articles')), listOf(common.articles));
  return parts;
}

/** @param {import('./shown.js').Shown} shown */
function startCard(shown) {
  const row = (/** @type {import('./data.js').Actor} */ actor) =>
    el('li', {}, actorButton(actor.id, choose, true), el('span', { class: 'tally' }, String(neighbours(actor.id).length)), el('span', { class: 'context' }, actor.cls === 'person' ? contextOf(actor) : ''));
  const passing = ranked.filter((actor) => actorPasses(actor.id) && actor.cls !== 'article').slice(0, 200).sort((a, b) => neighbours(b.id).length - neighbours(a.id).length || a.rank - b.rank);
  const parts = [el('h2', {}, t('choose')), el('p', { class: 'note' }, t('choose_text')), el('h3', {}, t('central')), el('ul', { class: 'plain' }, ...passing.slice(0, 12).map(row))];
  if (shown.mode === 'clusters') {
    const cluster = (/** @type {{id: number, size: number}} */ { id, size }) =>
      el('li', {}, el('button', { type: 'button', class: 'link', click: () => change({ community: id }) }, t('cluster_of', { name: communityName(id) })), el('span', { class: 'tally' }, number(size)));
    parts.push(el('h3', {}, t('clusters')), el('ul', { class: 'plain' }, ...opening.clusters.slice(0, 40).map(cluster)));
  }
  const brokers = passing.filter((actor) => actor.spans > 1).sort((a, b) => b.spans - a.spans || a.rank - b.rank).slice(0, 6);
  if (brokers.length && opening.names.length > 2) parts.push(el('h3', {}, t('brokers')), el('ul', { class: 'plain' }, ...brokers.map(row)));
  return parts;
}
