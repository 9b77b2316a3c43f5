/** The map by keyboard: arrows walk from actor to actor or from cluster to cluster, plus and minus zoom, Escape goes back. Keys act only while the map has focus. */
import { actors, opening, ranked } from './data.js';
import { byId } from './dom.js';
import { choose } from './card.js';
import { network } from './picture.js';
import { clusterPlace, placeOf } from './places.js';
import { change, state } from './state.js';

/** @type {Object<string, number[]>} */
const DIRECTIONS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
/** Where the keyboard is: an actor, or a cluster where clusters are shown. */
let cursor = -1;
let onClusters = false;

/** What the arrows walk on now. @param {import('./shown.js').Shown} shown */
function ground(shown) {
  const clusters = shown.mode === 'clusters';
  if (clusters !== onClusters) cursor = -1;
  onClusters = clusters;
  return clusters ? new Set(opening.clusters.map(({ id }) => id)) : shown.ids;
}

/** Where the walk begins. @param {Set<number>} ids */
function start(ids) {
  if (onClusters) return opening.clusters.reduce((largest, cluster) => (cluster.size > largest.size ? cluster : largest)).id;
  return ids.has(state.focus) ? state.focus : (ranked.find((actor) => ids.has(actor.id)) || actors[0]).id;
}

/** The nearest in a direction. @param {number} from @param {number[]} direction @param {Set<number>} ids */
function step(from, direction, ids) {
  const at = onClusters ? clusterPlace : placeOf;
  const here = at(from);
  let best = -1;
  let nearest = Infinity;
  for (const id of ids) {
    if (id === from) continue;
    const [x, y] = [at(id).x - here.x, at(id).y - here.y];
    const far = Math.hypot(x, y);
    const along = (x * direction[0] + y * direction[1]) / (far || 1);
    if (along > 0.5 && far / along < nearest) [best, nearest] = [id, far / along];
  }
  return best;
}

/** @param {number} factor */
export const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: false });

/** One step back: from relation to actor, from actor or path to the map, from a cluster to all. */
export function back() {
  if (state.edge >= 0) change({ edge: -1 });
  else if (state.path.length || state.picking) change({ path: [], picking: false });
  else if (state.focus >= 0) change({ focus: -1 });
  else if (state.community >= 0) change({ community: -1 });
}

/** @param {() => import('./shown.js').Shown} shown  what is on the map now @param {(id: number, cluster: boolean) => void} point  show where the keyboard is */
export function startKeys(shown, point) {
  byId('canvas').addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    const direction = DIRECTIONS[event.key];
    const ids = ground(shown());
    if (direction && ids.size) {
      event.preventDefault();
      if (!ids.has(cursor)) cursor = start(ids);
      else {
        const next = step(cursor, direction, ids);
        if (next >= 0) cursor = next;
      }
      point(cursor, onClusters);
    } else if (event.key === 'Enter' && ids.has(cursor)) {
      if (onClusters) change({ community: cursor });
      else {
        choose(cursor);
        byId('card').focus();
      }
    } else if (event.key === 'Escape') back();
    else if (event.key === '+') zoom(1.3);
    else if (event.key === '-') zoom(1 / 1.3);
    else if (event.key === '0') network.fit({ animation: false });
    else return;
    event.stopPropagation();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !(event.target instanceof HTMLInputElement)) back();
  });
}
