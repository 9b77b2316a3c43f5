/** Shortest paths between two actors, and what they have in common. */
import { actors, other } from './data.js';

const MOST_PATHS = 6; // paths of equal length that a reader can take in

/**
 * Shortest paths as lists of actors, first to last; up to six of the same length. Breadth-first from the first actor.
 * @param {number} from @param {number} to
 * @param {(fact: import('./data.js').Fact) => boolean} passes  whether a fact may be used
 * @param {(id: number) => boolean} actorPasses  whether an actor may be passed through
 * @returns {number[][]}
 */
export function paths(from, to, passes, actorPasses) {
  if (from === to) return [];
  /** @type {Map<number, number[]>} */
  const before = new Map([[from, []]]);
  let layer = [from];
  while (layer.length && !before.has(to)) {
    /** @type {Map<number, number[]>} */
    const next = new Map();
    for (const id of layer) {
      for (const edge of actors[id].edges) {
        const far = other(edge, id);
        if (before.has(far) || (far !== to && !actorPasses(far)) || !edge.facts.some(passes)) continue;
        const known = next.get(far);
        if (!known) next.set(far, [id]);
        else if (!known.includes(id)) known.push(id);
      }
    }
    for (const [far, known] of next) before.set(far, known.sort((a, b) => actors[a].rank - actors[b].rank));
    layer = [...next.keys()];
  }
  if (!before.has(to)) return [];
  /** @type {number[][]} */
  const found = [];
  /** @param {number[]} tail */
  const back = (tail) => {
    if (found.length >= MOST_PATHS) return;
    if (tail[0] === from) found.push(tail);
    else for (const id of before.get(tail[0]) || []) back([id, ...tail]);
  };
  back([to]);
  return found;
}

/** Neighbours that two actors share, articles apart. @param {number} a @param {number} b @param {(fact: import('./data.js').Fact) => boolean} passes */
export function inCommon(a, b, passes) {
  const of = (/** @type {number} */ id) => new Set(actors[id].edges.filter((e) => e.facts.some(passes)).map((e) => other(e, id)));
  const mine = of(a);
  const both = [...of(b)].filter((id) => mine.has(id)).sort((x, y) => actors[x].rank - actors[y].rank);
  return { actors: both.filter((id) => actors[id].cls !== 'article'), articles: both.filter((id) => actors[id].cls === 'article') };
}
