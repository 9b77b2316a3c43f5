/** Which actors and relations are shown in a state: filters first, then how much of what is left (all, backbone, cluster, ring, path). */
import { actors, edges, opening, other, ranked } from './data.js';
import { paths } from './paths.js';
import { state } from './state.js';

/** @typedef {import('./data.js').Fact} Fact @typedef {import('./data.js').Edge} Edge @typedef {import('./data.js').Actor} Actor */

export const WHOLE = 500;
export const RING = 72;
const IN_CLUSTER = 300;

/** @type {Set<number>|null} */
let within = null;
let actorOkay = new Uint8Array(actors.length);
let restricted = false;

/** Whether the filters let a fact pass. @param {Fact} fact */
export function factPasses(fact) {
  if (state.hiddenFamilies.has(fact.relation.family)) return false;
  if (fact.confidence < state.confidence) return false;
  if (fact.first > state.to || fact.last < state.from) return false; // false for NaN: facts without a date hold always
  if (state.role >= 0 && fact.role !== state.role) return false;
  if (within && !(within.has(fact.subject) || within.has(fact.object))) return false;
  return true;
}

/** @param {Edge} edge */
export const edgePasses = (edge) => actorOkay[edge.from] === 1 && actorOkay[edge.to] === 1 && edge.facts.some(factPasses);

/** @param {number} id */
export const actorPasses = (id) => actorOkay[id] === 1;

/** An institution with its departments, bodies and committees, however deep. @param {number} id */
function institutionWithParts(id) {
  const parts = new Set([id]);
  for (const part of parts) {
    for (const fact of actors[part].facts) if (fact.relation.family === 'structure' && fact.object === part) parts.add(fact.subject);
  }
  return parts;
}

/** Works out the filters' effect anew; call it after the state has changed. */
export function refilter() {
  within = state.institution >= 0 ? institutionWithParts(state.institution) : null;
  const timed = !Number.isNaN(state.from) || !Number.isNaN(state.to);
  restricted = timed || state.role >= 0 || within !== null || state.confidence > 0 || state.community >= 0;
  for (const actor of actors) {
    let okay = !state.hiddenClasses.has(actor.cls) && (state.community < 0 || actor.community === state.community);
    if (okay && (timed || state.role >= 0 || within || state.confidence > 0)) {
      okay = actor.facts.some((fact) => factPasses(fact) && (!timed || !Number.isNaN(fact.first)) && !farHidden(fact, actor.id));
    }
    actorOkay[actor.id] = okay ? 1 : 0;
  }
}

/** An actor whose only facts lead to a hidden class still shows if the fact is the article's: being mentioned then is a reason to show it.
 * @param {Fact} fact @param {number} id */
function farHidden(fact, id) {
  if (fact.object < 0 || fact.relation.family === 'article') return false;
  return state.hiddenClasses.has(actors[other(fact, id)].cls);
}

/**
 * `sparse`: only the backbone and what was opened from it, which has places of its own.
 * @typedef {{mode: 'map'|'ring'|'path'|'clusters', sparse?: boolean, ids: Set<number>, edges: Edge[], total: number, steps: number[][]}} Shown
 * @returns {Shown}
 */
export function show() {
  const passing = ranked.filter((actor) => actorOkay[actor.id]);
  const total = passing.length;
  if (state.path.length === 2) return pathShown(total);
  if (state.focus >= 0) return ringShown(total);
  if (opening.mode === 'clusters' && !state.all && !restricted && !state.opened.size) {
    return { mode: 'clusters', ids: new Set(), edges: [], total, steps: [] };
  }
  const ids = new Set();
  const sparse = !(state.all || total <= WHOLE || restricted);
  if (state.all || total <= WHOLE) for (const actor of passing) ids.add(actor.id);
  else if (state.community >= 0) for (const actor of passing.slice(0, IN_CLUSTER)) ids.add(actor.id);
  else if (restricted) for (const actor of passing.slice(0, WHOLE)) ids.add(actor.id);
  else for (const id of opening.backbone.keys()) if (actorOkay[id]) ids.add(id);
  for (const id of state.opened) {
    ids.add(id);
    for (const edge of actors[id].edges) if (edgePasses(edge)) ids.add(other(edge, id));
  }
  return { mode: 'map', sparse, ids, edges: edgesAmong(ids), total, steps: [] };
}

/** @param {Set<number>} ids @returns {Edge[]} */
function edgesAmong(ids) {
  if (ids.size > actors.length / 2) return edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to) && edgePasses(edge));
  const found = new Set();
  for (const id of ids) for (const edge of actors[id].edges) if (ids.has(other(edge, id)) && edgePasses(edge)) found.add(edge);
  return [...found];
}

/** An actor's neighbours by importance, filters applied. @param {number} id @returns {number[]} */
export function neighbours(id) {
  const found = new Set();
  for (const edge of actors[id].edges) {
    const far = other(edge, id);
    if (far !== id && actorOkay[far] && edge.facts.some(factPasses)) found.add(far);
  }
  return [...found].sort((a, b) => actors[a].rank - actors[b].rank);
}

/** @param {number} total @returns {Shown} */
function ringShown(total) {
  const ids = new Set([state.focus, ...neighbours(state.focus).slice(0, RING)]);
  const shownEdges = actors[state.focus].edges.filter((e) => ids.has(e.from) && ids.has(e.to) && e.facts.some(factPasses));
  return { mode: 'ring', ids, edges: shownEdges, total, steps: [] };
}

/** @param {number} total @returns {Shown} */
function pathShown(total) {
  const found = paths(state.path[0], state.path[1], factPasses, actorPasses);
  const nth = found[Math.min(state.pathNumber, found.length - 1)] || [];
  const ids = new Set(found.length ? found.flat() : state.path);
  const along = new Set(found.flatMap((path) => path.slice(1).map((id, n) => `${path[n]} ${id}`)));
  const shownEdges = edgesAmong(ids).filter((e) => along.has(`${e.from} ${e.to}`) || along.has(`${e.to} ${e.from}`));
  return { mode: 'path', ids, edges: shownEdges, total, steps: [nth, ...found] };
}

/** How many neighbours of an actor the map does not show. @param {number} id @param {Set<number>} ids */
export const hiddenCount = (id, ids) => neighbours(id).reduce((n, far) => n + (ids.has(far) ? 0 : 1), 0);
