/** The canvas: what is shown, as vis-network's nodes and edges, styled for the state. */
import { actors, block, classLook, edges, familyLook, opening, UNSURE } from './data.js';
import { byId, css } from './dom.js';
import { placeOf } from './places.js';
import { colour, trace } from './shapes.js';
import { factPasses } from './shown.js';
import { state } from './state.js';


/** @type {Map<number|string, {shape: string, fill: string, line: string, width: number, hollow: boolean}>} */
const looks = new Map();

/** @param {any} drawn */
function drawActor({ ctx, id, x, y, style }) {
  return {
    drawNode() {
      const look = looks.get(id);
      if (!look) return;
      ctx.beginPath();
      trace(ctx, look.shape, x, y, style.size);
      ctx.fillStyle = look.hollow ? look.line : look.fill;
      ctx.fill();
      ctx.lineWidth = look.hollow ? 2.4 : look.width;
      ctx.strokeStyle = look.hollow ? look.fill : look.line;
      ctx.stroke();
    },
    nodeDimensions: { width: style.size * 2, height: style.size * 2 },
  };
}

/** The nodes and edges that pyvis put into the page: the opening view, drawn before anything else is worked out. */
const nodes = new vis.DataSet(block('data-nodes').map((/** @type {any} */ node) => ({ ...node, shape: 'custom', ctxRenderer: drawActor, label: undefined })));
const lines = new vis.DataSet();

/** @type {any} */
export const network = new vis.Network(byId('canvas'), { nodes, edges: lines }, block('data-options'));

/** The surest of an edge's facts that pass the filters. @param {import('./data.js').Edge} edge */
export const edgeConfidence = (edge) => edge.facts.reduce((best, f) => (factPasses(f) ? Math.max(best, f.confidence) : best), 0);

/** @param {import('./data.js').Actor} actor */
const unsureActor = (actor) => actor.facts.length > 0 && actor.facts.every((fact) => fact.confidence < UNSURE);

/** Draw what is shown. @param {import('./shown.js').Shown} shown */
export function paint(shown) {
  const background = css('--map');
  const ink = css('--ink');
  looks.clear();
  const wanted = shown.mode === 'clusters' ? clusterNodes(background) : actorNodes(shown, background, ink);
  const drawn = shown.mode === 'clusters' ? clusterLines() : relationLines(shown);
  replace(nodes, wanted);
  replace(lines, drawn);
  network.unselectAll();
}

/** Make a data set hold exactly these items. @param {any} set @param {any[]} items */
function replace(set, items) {
  const keep = new Set(items.map((item) => item.id));
  set.remove(set.getIds().filter((/** @type {any} */ id) => !keep.has(id)));
  set.update(items);
}

/** @param {import('./shown.js').Shown} shown @param {string} background @param {string} ink */
function actorNodes(shown, background, ink) {
  const chosen = new Set([state.focus, ...state.path]);
  return [...shown.ids].map((id) => {
    const actor = actors[id];
    const strong = chosen.has(id);
    looks.set(id, { shape: classLook.get(actor.cls)?.shape || 'circle', fill: colour(actor.cls), line: strong ? ink : background, width: strong ? 3 : 1.2, hollow: unsureActor(actor) });
    const { x, y } = placeOf(id);
    const size = shown.mode === 'map' ? actor.size : Math.min(20, Math.max(11, actor.size));
    return { id, x, y, size: strong && shown.mode !== 'map' ? 24 : size, shape: 'custom', ctxRenderer: drawActor, label: undefined };
  });
}

/** @param {import('./shown.js').Shown} shown */
function relationLines(shown) {
  const close = shown.mode !== 'map';
  const tone = state.dark ? 'dark' : 'light';
  const many = shown.edges.length > 1500;
  return shown.edges.map((edge) => {
    const look = /** @type {import('./data.js').FamilyLook} */ (familyLook.get(edge.family));
    const unsure = edgeConfidence(edge) < UNSURE;
    const chosen = edge.id === state.edge;
    const width = (close ? Math.max(1.8, look.width * 1.3) : look.width * 0.8) * (unsure ? 0.55 : 1) * (chosen ? 2.2 : 1);
    return {
      id: `e${edge.id}`, from: edge.from, to: edge.to, width, dashes: look.dash.length && !many ? look.dash.map((d) => d * (close ? 1 : 0.75)) : false,
      color: { color: look[tone], hover: look[tone], highlight: look[tone], opacity: (close ? 0.95 : many ? 0.25 : 0.55) * (unsure ? 0.5 : 1) },
      arrows: close ? { to: { enabled: true, scaleFactor: 0.55 } } : { to: { enabled: false } },
      smooth: edge.shift && !many ? { enabled: true, type: edge.shift > 0 ? 'curvedCW' : 'curvedCCW', roundness: Math.abs(edge.shift) } : { enabled: false },
    };
  });
}

/** @param {string} background */
function clusterNodes(background) {
  return opening.clusters.map((cluster) => {
    const named = actors[cluster.name];
    looks.set(`c${cluster.id}`, { shape: 'circle', fill: colour(named.cls), line: background, width: 2, hollow: false });
    return { id: `c${cluster.id}`, x: cluster.x, y: cluster.y, size: cluster.radius, shape: 'custom', ctxRenderer: drawActor, label: undefined };
  });
}

function clusterLines() {
  const shade = css('--muted');
  return opening.links.map(([a, b, count], n) => ({
    id: `l${n}`, from: `c${a}`, to: `c${b}`, width: Math.min(7, 0.4 + Math.log2(1 + count) * 0.6), color: { color: shade, hover: shade, opacity: 0.22 }, dashes: false,
    arrows: { to: { enabled: false } }, smooth: { enabled: false },
  }));
}

/** What lies under a point of the canvas: an actor, a relation or a cluster. @param {{x: number, y: number}} point */
export function under(point) {
  const node = network.getNodeAt(point);
  if (typeof node === 'string' && node.startsWith('c')) return { cluster: Number(node.slice(1)) };
  if (node !== undefined && node !== null) return { actor: Number(node) };
  const line = network.getEdgeAt(point);
  if (typeof line === 'string' && line.startsWith('e')) return { edge: edges[Number(line.slice(1))] };
  return {};
}
