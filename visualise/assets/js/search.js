/** Search with suggestions, by name and alias; role, institution and years tell namesakes apart. A combobox after the ARIA practices. */
import { ranked } from './data.js';
import { byId, el } from './dom.js';
import { choose } from './card.js';
import { mark } from './shapes.js';
import { state } from './state.js';
import { contextOf, fold, kindOf, nameOf, t, yearsOf } from './words.js';

const MOST_HITS = 10;
const field = byId('search');
const hitList = byId('hits');
/** @type {import('./data.js').Actor[]} */
let hits = [];
let active = -1;
/** Folded names of each actor, made at the first search. @type {Map<number, string[]>|null} */
let names = null;

/** Actors that a text fits: names that begin with it first, then words, then anywhere. @param {string} text */
export function find(text) {
  const wanted = fold(text.trim());
  if (!wanted) return [];
  names ||= new Map(ranked.map((actor) => [actor.id, [actor.label, ...Object.values(actor.labels), ...actor.aliases].map(fold)]));
  const words = wanted.split(/\s+/);
  /** @type {{actor: import('./data.js').Actor, weight: number}[]} */
  const found = [];
  for (const actor of ranked) {
    let weight = 9;
    for (const name of names.get(actor.id) || []) {
      if (name === wanted) weight = Math.min(weight, 0);
      else if (name.startsWith(wanted)) weight = Math.min(weight, 1);
      else if (name.includes(' ' + wanted)) weight = Math.min(weight, 2);
      else if (words.every((word) => name.includes(word))) weight = Math.min(weight, 3);
    }
    if (weight < 9) found.push({ actor, weight: weight + (actor.cls === 'article' ? 4 : 0) });
  }
  return found.sort((a, b) => a.weight - b.weight || a.actor.rank - b.actor.rank).slice(0, MOST_HITS).map(({ actor }) => actor);
}

function draw() {
  hitList.replaceChildren(
    ...hits.map((actor, n) => {
      const about = [contextOf(actor) || kindOf(actor), yearsOf(actor)].filter(Boolean).join(', ');
      const alias = actor.aliases.find((name) => fold(name).includes(fold(field.value.trim())) && !fold(nameOf(actor.id)).includes(fold(field.value.trim())));
      const item = el('li', { role: 'option', id: `hit-${n}`, 'aria-selected': String(n === active) }, mark(actor.cls), el('span', {}, nameOf(actor.id), alias ? ` (${alias})` : ''), el('small', {}, about));
      item.addEventListener('mousedown', (/** @type {Event} */ event) => {
        event.preventDefault();
        take(actor);
      });
      return item;
    }),
  );
  const typed = field.value.trim() !== '';
  if (typed && !hits.length && document.activeElement === field) hitList.append(el('li', { class: 'none', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, t('no_hits')));
  hitList.hidden = !hitList.children.length;
  field.setAttribute('aria-expanded', String(!hitList.hidden));
  if (active >= 0) field.setAttribute('aria-activedescendant', `hit-${active}`);
  else field.removeAttribute('aria-activedescendant');
}

/** @param {import('./data.js').Actor} actor */
function take(actor) {
  field.value = state.picking ? '' : nameOf(actor.id);
  close();
  choose(actor.id);
}

function close() {
  hits = [];
  active = -1;
  hitList.replaceChildren();
  hitList.hidden = true;
  field.setAttribute('aria-expanded', 'false');
  field.removeAttribute('aria-activedescendant');
}

/** Listens to the field; call once. */
export function startSearch() {
  field.addEventListener('input', () => {
    hits = find(field.value);
    active = hits.length ? 0 : -1;
    draw();
  });
  field.addEventListener('blur', close);
  field.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length) {
      event.preventDefault();
      active = (active + step + hits.length) % hits.length;
      draw();
    } else if (event.key === 'Enter' && hits[active]) take(hits[active]);
    else if (event.key === 'Escape') close();
  });
}
