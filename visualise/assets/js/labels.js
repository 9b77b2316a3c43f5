/** Names on the canvas: the most important first, each where it hits nothing that stands already. More room, more names. */
import { actors, opening } from './data.js';
import { css } from './dom.js';
import { islands } from './islands.js';
import { network } from './picture.js';
import { clusterPlace, NOTED, placeOf } from './places.js';
import { factPasses, hiddenCount } from './shown.js';
import { state } from './state.js';
import { communityName, nameOnMap, number, phrase } from './words.js';

const FONT = 'system-ui, "Noto Sans", "DejaVu Sans", sans-serif';
const TRIES = 260; // names tried per frame: what a wall screen has room for

/** @typedef {{id: number, text: string, count: string, note: string, x: number, y: number, size: number, strong: boolean, forced: boolean, odd?: boolean}} Label */
/** @type {Label[]} */
let labels = [];
/** Drawn marks that names keep clear of; `small` ones give way to the most important names. @type {{x: number, y: number, size: number, small: boolean}[]} */
let obstacles = [];
/** @type {'map'|'ring'|'path'|'clusters'} */
let mode = 'map';
let hovered = -1;
/** What the steps of a path say, between their ends. @type {{text: string, a: {x: number, y: number}, b: {x: number, y: number}}[]} */
let ties = [];
/** Text widths by font and text: measuring is what costs. @type {Map<string, number>} */
const widths = new Map();
let fitScale = 1;

/** The scale at which the whole picture just fits. @param {number} scale */
export const setFit = (scale) => (fitScale = scale);

/** Marks what the pointer or the keyboard is on: an actor, or a cluster where clusters are shown. @param {number} id */
export function hover(id) {
  if (hovered !== id) {
    hovered = id;
    network.redraw();
  }
}

/** Work out what names there are to draw; done once per change, not per frame. @param {import('./shown.js').Shown} shown */
export function nameAll(shown) {
  if (mode !== shown.mode) hovered = -1; // a number means another thing there
  mode = shown.mode;
  ties = mode === 'path' ? shown.edges.map((e) => ({ text: sayTie(e.facts.filter(factPasses)), a: placeOf(e.from), b: placeOf(e.to) })) : [];
  if (mode === 'clusters') {
    labels = opening.clusters.map((c) => ({ id: c.id, text: communityName(c.id), count: '', note: number(c.size), ...clusterPlace(c.id), size: c.radius, strong: c.size > 200, forced: false }));
    obstacles = opening.clusters.map((c) => ({ x: c.x, y: c.y, size: c.radius * 0.8, small: false }));
    return;
  }
  const chosen = new Set([state.focus, ...state.path]);
  const countHidden = mode === 'map' && shown.ids.size < actors.length && shown.ids.size < 1200;
  const heads = new Set(islands.map((island) => opening.names[island.community])); // an island's name comes before other names
  const weight = (/** @type {number} */ id) => (chosen.has(id) ? 0 : actors[id].rank < 14 ? 1 : heads.has(id) ? 2 : 3);
  labels = [...shown.ids].sort((a, b) => weight(a) - weight(b) || actors[a].rank - actors[b].rank).map((id, n) => {
    const hidden = countHidden ? hiddenCount(id, shown.ids) : 0;
    const close = mode !== 'map';
    return { id, text: nameOnMap(id), count: hidden > 2 ? ` +${hidden}` : '', note: mode === 'ring' && id !== state.focus && shown.ids.size <= NOTED ? tie(shown, id) : '', ...spot(id), size: sizeOf(id), strong: close || n < 14, forced: chosen.has(id) || mode === 'path' || (mode === 'ring' && innerWidth > 860), odd: mode === 'path' && shown.steps.slice(1).some((path) => path.indexOf(id) % 2 === 1) };
  });
  obstacles = labels.slice(0, 500).map(({ x, y, size }, n) => ({ x, y, size: size * 0.85, small: n > 13 }));
}

const spot = (/** @type {number} */ id) => ({ x: placeOf(id).x, y: placeOf(id).y });
const sizeOf = (/** @type {number} */ id) => (mode === 'map' ? actors[id].size : id === state.focus || state.path.includes(id) ? 24 : Math.min(20, Math.max(11, actors[id].size)));

/** What ties an actor in the ring to the one in the middle, in a few words. @param {import('./shown.js').Shown} shown @param {number} id */
function tie(shown, id) {
  return sayTie(shown.edges.find((e) => e.from === id || e.to === id)?.facts.filter(factPasses) || []);
}

/** The most telling of some facts. @param {import('./data.js').Fact[]} facts */
function sayTie(facts) {
  const fact = facts.find((f) => f.role >= 0) || facts[0];
  const said = fact ? phrase(fact).replace(/ (i|in)$/, '') : '';
  return said.length > 30 ? said.slice(0, 29) + '…' : said;
}

/** @param {CanvasRenderingContext2D} context @param {string} font @param {string} text */
function width(context, font, text) {
  const key = font + text;
  let known = widths.get(key);
  if (known === undefined) {
    context.font = font;
    known = context.measureText(text).width;
    widths.set(key, known);
  }
  return known;
}

network.on('afterDrawing', (/** @type {CanvasRenderingContext2D} */ context) => {
  const ratio = devicePixelRatio || 1;
  const scale = network.getScale();
  const centre = network.getViewPosition();
  const [wide, high] = [context.canvas.width / ratio, context.canvas.height / ratio];
  const screen = (/** @type {{x: number, y: number}} */ p) => ({ x: (p.x - centre.x) * scale + wide / 2, y: (p.y - centre.y) * scale + high / 2 });
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const pointed = labels.find((label) => label.id === hovered && hovered >= 0);
  if (pointed) {
    const p = screen(pointed);
    context.beginPath();
    context.arc(p.x, p.y, pointed.size * scale + 5, 0, 2 * Math.PI);
    context.lineWidth = 3;
    context.strokeStyle = css('--accent');
    context.stroke();
  }
  drawLabels(context, { wide, high, scale, screen });
  context.restore();
});

/**
 * Draws the names; also used by the SVG export through `placed`.
 * @param {CanvasRenderingContext2D} context @param {{wide: number, high: number, scale: number, screen: (p: {x: number, y: number}) => {x: number, y: number}}} view
 */
function drawLabels(context, view) {
  const [ink, halo, muted] = [css('--ink'), css('--map'), css('--muted')];
  context.lineJoin = 'round';
  context.lineWidth = 3.5;
  context.strokeStyle = halo;
  for (const label of place(context, view)) {
    context.font = label.font;
    context.strokeText(label.text, label.x, label.y);
    context.fillStyle = label.quiet ? muted : ink;
    context.fillText(label.text, label.x, label.y);
  }
}

/**
 * Chooses names and their places on the screen.
 * @param {CanvasRenderingContext2D} context
 * @param {{wide: number, high: number, scale: number, screen: (p: {x: number, y: number}) => {x: number, y: number}}} view
 */
export function place(context, { wide, high, scale, screen }) {
  /** @type {{text: string, font: string, x: number, y: number, quiet: boolean}[]} */
  const placed = [];
  const grid = new Boxes();
  const marks = new Boxes();
  for (const o of obstacles) {
    const p = screen(o);
    const r = o.size * scale;
    if (r > 2.5 && p.x > -r && p.y > -r && p.x < wide + r && p.y < high + r) (o.small ? marks : grid).add([p.x - r, p.y - r, p.x + r, p.y + r]);
  }
  const room = mode === 'map' ? Math.round(TRIES * 0.26 * Math.max(1, (scale / fitScale) ** 2)) : TRIES;
  const first = hovered >= 0 ? labels.filter((l) => l.id === hovered) : [];
  let tried = 0;
  const named = new Set();
  for (const label of [...first, ...labels]) {
    if (tried >= Math.min(room, TRIES)) break;
    const p = screen(label);
    if (p.x < -60 || p.y < -20 || p.x > wide + 60 || p.y > high + 20) continue;
    if (label === first[0] && tried > 0) continue;
    tried += 1;
    const px = label.strong ? 14 : 12.5;
    const font = `${label.strong ? 600 : 400} ${px}px ${FONT}`;
    const hot = label.forced || label.id === hovered;
    const beside = mode === 'ring' && label.id !== state.focus;
    const space = beside ? (label.x < placeOf(state.focus).x ? p.x : wide - p.x) - label.size * scale - 8 : hot ? Infinity : 250;
    const text = shorten(context, font, label, space);
    const w = width(context, font, text);
    const small = `400 11.5px ${FONT}`;
    const noted = label.note ? width(context, small, label.note) : 0;
    const box = put(grid, marks, p, label.size * scale + 4, Math.max(w, noted), px, noted ? 14 : 0, wide, hot, placeOf(Math.max(0, state.focus)), label);
    if (!box) continue;
    const inset = (/** @type {number} */ length) => (box.align < 0 ? box.w - length : box.align === 0 ? (box.w - length) / 2 : 0);
    named.add(label.id);
    placed.push({ text, font, x: box.x + inset(w), y: box.y, quiet: false });
    if (noted) placed.push({ text: label.note, font: small, x: box.x + inset(noted), y: box.y + 14, quiet: true });
  }
  for (const { text, a, b } of ties) {
    const [p, q] = [screen(a), screen(b)];
    const w = width(context, `400 12px ${FONT}`, text);
    const box = [(p.x + q.x - w) / 2, (p.y + q.y) / 2 - 16, (p.x + q.x + w) / 2, (p.y + q.y) / 2 - 2];
    if (grid.hits(box)) continue;
    grid.add(box);
    placed.push({ text, font: `400 12px ${FONT}`, x: box[0], y: box[3] - 3, quiet: true });
  }
  if (mode === 'map') nameIslands(context, grid, named, placed, screen, wide, high);
  return placed;
}

/** A name cut to a width, the count of hidden neighbours kept. @param {CanvasRenderingContext2D} context @param {string} font @param {Label} label @param {number} space */
function shorten(context, font, { text, count }, space) {
  if (width(context, font, text + count) <= space) return text + count;
  let length = Math.max(6, Math.floor((text.length * space) / width(context, font, text + count)) + 2);
  while (length > 6 && width(context, font, text.slice(0, length) + '…' + count) > space) length -= 1;
  return text.slice(0, length).trimEnd() + '…' + count;
}

/**
 * The first free place beside, below or above a point; the nearest one anyway if `force`.
 * @param {Boxes} grid @param {Boxes} marks  small marks, which strong names may cover @param {{x: number, y: number}} p @param {number} r @param {number} w @param {number} px @param {number} below
 * @param {number} wide @param {boolean} force @param {{x: number, y: number}} middle @param {Label} label
 */
function put(grid, marks, p, r, w, px, below, wide, force, middle, label) {
  const lift = below ? px * 0.35 - 6 : px * 0.35;
  const side = { right: [r, lift, 1], left: [-r - w, lift, -1], under: [-w / 2, r + px * 0.8, 0], over: [-w / 2, -r - 3 - below, 0] };
  const order =
    mode === 'ring' && label.id !== state.focus
      ? label.x < middle.x ? [side.left] : [side.right]
      : mode === 'path' ? (label.odd ? [side.under] : [side.over])
      : mode === 'clusters' ? [side.under, side.over, side.right, side.left] : label.id === state.focus ? [side.under] : [side.right, side.left, side.under, side.over];
  for (const yielding of label.strong ? [true, false] : [true]) {
    for (const [dx, dy, align] of order) {
      const box = [p.x + dx - 2, p.y + dy - px, p.x + dx + w + 2, p.y + dy + 4 + below];
      if (!force && (box[0] < 2 || box[2] > wide - 2 || grid.hits(box) || (yielding && marks.hits(box)))) continue;
      grid.add(box);
      return { x: p.x + dx, y: p.y + dy, w, align };
    }
  }
  return null;
}

/**
 * Names above islands whose naming actor has no name of its own on the map yet.
 * @param {CanvasRenderingContext2D} context @param {Boxes} grid @param {Set<number>} named @param {{text: string, font: string, x: number, y: number, quiet: boolean}[]} placed
 * @param {(p: {x: number, y: number}) => {x: number, y: number}} screen @param {number} wide @param {number} high
 */
function nameIslands(context, grid, named, placed, screen, wide, high) {
  const font = `600 11.5px ${FONT}`;
  for (const island of islands.slice(0, 24)) {
    if (named.has(opening.names[island.community]) || island.members.length < 6) continue;
    const text = communityName(island.community).toLocaleUpperCase('nb');
    const w = width(context, font, text);
    const p = screen({ x: island.top.x, y: island.top.y - 40 });
    if (p.x < w / 2 || p.y < 12 || p.x > wide - w / 2 || p.y > high) continue;
    const box = [p.x - w / 2, p.y - 15, p.x + w / 2, p.y + 7];
    if (!text || grid.hits(box)) continue;
    grid.add(box);
    placed.push({ text, font, x: box[0], y: p.y, quiet: true });
  }
}

/** Boxes on a grid, so that a collision test looks at neighbours only. */
class Boxes {
  constructor() {
    /** @type {Map<number, number[][]>} */
    this.cells = new Map();
  }

  /** @param {number[]} box @returns {number[]} */
  keys([left, top, right, bottom]) {
    const found = [];
    for (let x = Math.floor(left / 80); x <= Math.floor(right / 80); x += 1) for (let y = Math.floor(top / 40); y <= Math.floor(bottom / 40); y += 1) found.push(x * 10007 + y);
    return found;
  }

  /** @param {number[]} box */
  add(box) {
    for (const key of this.keys(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }

  /** @param {number[]} box */
  hits(box) {
    return this.keys(box).some((key) => (this.cells.get(key) || []).some((o) => box[0] < o[2] && box[2] > o[0] && box[1] < o[3] && box[3] > o[1]));
  }
}
