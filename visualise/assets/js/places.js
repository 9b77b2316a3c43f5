/** Where things stand: the positions that came with the page, a ring around an actor, or the columns of a path. */
import { actors, classes, opening } from './data.js';
import { state } from './state.js';

/** @typedef {{x: number, y: number}} Place */

/** @type {Map<number, Place>} places that differ from the map's own */
let moved = new Map();

/** @param {number} id @returns {Place} */
export const placeOf = (id) => moved.get(id) || actors[id];

/** @param {import('./shown.js').Shown} shown */
export function arrange(shown) {
  moved = new Map();
  if (shown.sparse) backbone(shown.ids);
  if (shown.mode === 'ring') ring(state.focus, [...shown.ids].filter((id) => id !== state.focus));
  if (shown.mode === 'path') columns(shown);
}

/** The backbone's own places; what was opened stands around the one it was opened from. @param {Set<number>} ids */
function backbone(ids) {
  for (const [id, place] of opening.backbone) if (ids.has(id)) moved.set(id, place);
  for (const centre of state.opened) {
    const middle = moved.get(centre) || actors[centre];
    moved.set(centre, middle);
    const fresh = [...ids].filter((id) => !moved.has(id) && actors[id].edges.some((edge) => edge.from === centre || edge.to === centre));
    fresh.forEach((id, n) => {
      const angle = n * 2.399963; // the golden angle: an even disc for any number
      const radius = actors[centre].size + 26 + 15 * Math.sqrt(n);
      moved.set(id, { x: middle.x + radius * Math.cos(angle), y: middle.y + radius * Math.sin(angle) });
    });
  }
}

/**
 * Neighbours on an oval, sorted by class, so that like stands by like. Rows are evenly high, right side down, left side up: each name has a
 * line of its own, beside its mark.
 * @param {number} centre @param {number[]} around
 */
function ring(centre, around) {
  const order = new Map(classes.map((look, n) => [look.key, n]));
  const rank = (/** @type {number} */ id) => order.get(actors[id].cls) || 0;
  const sorted = [...around].sort((a, b) => rank(a) - rank(b) || actors[a].label.localeCompare(actors[b].label, 'nb'));
  const { x, y } = actors[centre];
  moved.set(centre, { x, y });
  const right = Math.ceil(sorted.length / 2);
  const high = Math.max(110, (right * (sorted.length > NOTED ? 21 : 36)) / 2);
  const wide = Math.min(high * 1.15, innerWidth < 700 ? 95 : 205);
  sorted.forEach((id, n) => {
    const [side, row, rows] = n < right ? [1, n, right] : [-1, sorted.length - 1 - n, sorted.length - right];
    const level = rows === 1 ? 0 : -1 + (2 * (row + 0.5)) / rows;
    moved.set(id, { x: x + side * Math.max(0.28, Math.sqrt(1 - level * level)) * wide, y: y + level * high });
  });
}

/** Neighbours up to which each has a second line that says what ties it to the one in the middle. */
export const NOTED = 42;

/** Steps from left to right; actors of one step below each other. @param {import('./shown.js').Shown} shown */
function columns(shown) {
  const found = shown.steps.slice(1);
  const list = found.length ? found : [state.path];
  /** @type {number[][]} */
  const column = [];
  for (const path of list) path.forEach((id, n) => (column[n] ||= []).includes(id) || column[n].push(id));
  const narrow = innerWidth < 700;
  column.forEach((ids, n) =>
    ids.forEach((id, row) => {
      const along = n * 230;
      const across = (row - (ids.length - 1) / 2) * 92 + (n % 2 ? 60 : 0);
      moved.set(id, narrow ? { x: across * 1.6, y: along * 0.5 } : { x: along, y: across });
    }),
  );
}

/** @param {number} community @returns {Place} */
export const clusterPlace = (community) => opening.clusters.find((c) => c.id === community) || { x: 0, y: 0 };
