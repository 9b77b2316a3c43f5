/** Islands: a flat tint behind the actors of one community, made of discs and short bridges between near members. */
import { actors } from './data.js';
import { network } from './picture.js';
import { placeOf } from './places.js';
import { state } from './state.js';

const SMALLEST = 4; // members shown, below which a tint only litters
const BRIDGE = 175; // pixels at zoom 1: longer bridges cut through other islands
const MOST_ISLANDS = 3000; // actors shown, above which islands cover everything
const TINTS = {
  light: ['#dfeaf6', '#f8ecd0', '#daede4', '#f4e0ec', '#dff1fa', '#fae4d6', '#ece6d9', '#e5dff3'],
  dark: ['#192836', '#302816', '#152c23', '#30202b', '#152d38', '#33221a', '#2a261d', '#251f33'],
};

/** @type {{community: number, members: number[], bridges: number[][], top: {x: number, y: number}, tint: number}[]} */
export let islands = [];

/** @param {import('./shown.js').Shown} shown */
export function findIslands(shown) {
  islands = [];
  if (shown.mode !== 'map' || shown.ids.size > MOST_ISLANDS) return;
  /** @type {Map<number, number[]>} */
  const members = new Map();
  for (const id of shown.ids) {
    const community = actors[id].community;
    const list = members.get(community);
    if (list) list.push(id);
    else members.set(community, [id]);
  }
  for (const [community, ids] of members) {
    if (ids.length < SMALLEST) continue;
    const bridges = ids.flatMap((id) => nearest(id, ids).map((far) => [id, far]));
    const joined = new Set(bridges.flat());
    const within = ids.filter((id) => joined.has(id));
    if (!within.length) continue;
    const x = within.reduce((sum, id) => sum + placeOf(id).x, 0) / within.length;
    const y = Math.min(...within.map((id) => placeOf(id).y));
    islands.push({ community, members: within, bridges, top: { x, y }, tint: community % TINTS.light.length });
  }
  islands.sort((a, b) => b.members.length - a.members.length);
}

/** The three nearest other members within reach. @param {number} id @param {number[]} ids */
function nearest(id, ids) {
  const here = placeOf(id);
  const far = ids.filter((o) => o !== id).map((o) => /** @type {[number, number]} */ ([Math.hypot(placeOf(o).x - here.x, placeOf(o).y - here.y), o]));
  return far.filter(([d]) => d < BRIDGE).sort((a, b) => a[0] - b[0]).slice(0, 3).map(([, o]) => o);
}

export const tintOf = (/** @type {number} */ tint) => TINTS[state.dark ? 'dark' : 'light'][tint];

network.on('beforeDrawing', (/** @type {CanvasRenderingContext2D} */ context) => {
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.lineWidth = 70;
  for (const island of islands) {
    context.strokeStyle = tintOf(island.tint);
    context.beginPath();
    for (const [a, b] of island.bridges) {
      context.moveTo(placeOf(a).x, placeOf(a).y);
      context.lineTo(placeOf(b).x, placeOf(b).y);
    }
    context.stroke();
  }
});
