/** The view as a picture: PNG from the canvas, SVG drawn anew so that it stays sharp and its names stay text. */
import { actors, classLook, classes, families, familyLook, opening, title } from './data.js';
import { byId, css } from './dom.js';
import { islands, tintOf } from './islands.js';
import { place } from './labels.js';
import { network } from './picture.js';
import { clusterPlace, placeOf } from './places.js';
import { download, xml } from './save.js';
import { colour, pathData } from './shapes.js';
import { state } from './state.js';
import { say } from './words.js';

/** @returns {HTMLCanvasElement} */
const canvas = () => byId('canvas').querySelector('canvas');

/** The canvas on its background. @param {string} name */
export function savePng(name) {
  const from = canvas();
  const to = document.createElement('canvas');
  to.width = from.width;
  to.height = from.height;
  const context = /** @type {CanvasRenderingContext2D} */ (to.getContext('2d'));
  context.fillStyle = css('--map');
  context.fillRect(0, 0, to.width, to.height);
  context.drawImage(from, 0, 0);
  to.toBlob((blob) => blob && download(name, blob));
}

/** The view as SVG, with the legend below. @param {import('./shown.js').Shown} shown */
export function drawing(shown) {
  const ratio = devicePixelRatio || 1;
  const [wide, high] = [canvas().width / ratio, canvas().height / ratio];
  const scale = network.getScale();
  const centre = network.getViewPosition();
  const at = (/** @type {{x: number, y: number}} */ p) => ({ x: (p.x - centre.x) * scale + wide / 2, y: (p.y - centre.y) * scale + high / 2 });
  const f = (/** @type {number} */ v) => v.toFixed(1);
  const parts = [`<rect width="${f(wide)}" height="${f(high + 60)}" fill="${xml(css('--map'))}"/>`];
  for (const island of islands) {
    const d = island.bridges.map(([a, b]) => `M${f(at(placeOf(a)).x)} ${f(at(placeOf(a)).y)}L${f(at(placeOf(b)).x)} ${f(at(placeOf(b)).y)}`).join('');
    parts.push(`<path d="${d}" fill="none" stroke="${tintOf(island.tint)}" stroke-width="${f(70 * scale)}" stroke-linecap="round" stroke-linejoin="round"/>`);
  }
  const ends = shown.mode === 'clusters' ? opening.links.map(([a, b]) => ({ a: clusterPlace(a), b: clusterPlace(b), family: 'article', shift: 0 })) : shown.edges.map((e) => ({ a: placeOf(e.from), b: placeOf(e.to), family: e.family, shift: e.shift }));
  for (const { a, b, family, shift } of ends) {
    const look = /** @type {import('./data.js').FamilyLook} */ (familyLook.get(family));
    const [p, q] = [at(a), at(b)];
    const bend = { x: (p.x + q.x) / 2 + (q.y - p.y) * shift, y: (p.y + q.y) / 2 - (q.x - p.x) * shift };
    parts.push(`<path d="M${f(p.x)} ${f(p.y)}Q${f(bend.x)} ${f(bend.y)} ${f(q.x)} ${f(q.y)}" fill="none" stroke="${look[state.dark ? 'dark' : 'light']}" stroke-width="${look.width}" stroke-opacity="0.7" stroke-dasharray="${look.dash.join(' ')}"/>`);
  }
  const dots = shown.mode === 'clusters' ? opening.clusters.map((c) => ({ ...at(c), size: c.radius * scale, cls: actors[c.name].cls })) : [...shown.ids].map((id) => ({ ...at(placeOf(id)), size: (shown.mode === 'map' ? actors[id].size : Math.min(20, Math.max(11, actors[id].size))) * scale, cls: actors[id].cls }));
  for (const dot of dots) parts.push(`<path d="${pathData(classLook.get(dot.cls)?.shape || 'circle', dot.x, dot.y, dot.size)}" fill="${colour(dot.cls)}" stroke="${xml(css('--map'))}"/>`);
  const context = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
  for (const label of place(context, { wide, high, scale, screen: at })) {
    const [, weight, size] = /^(\d+) ([\d.]+)px/.exec(label.font) || ['', '400', '12.5'];
    parts.push(`<text x="${f(label.x)}" y="${f(label.y)}" font-size="${size}" font-weight="${weight}" fill="${xml(css(label.quiet ? '--muted' : '--ink'))}" stroke="${xml(css('--map'))}" stroke-width="3.5" paint-order="stroke">${xml(label.text)}</text>`);
  }
  parts.push(...legendBelow(high));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="${f(wide)}" height="${f(high + 60)}" viewBox="0 0 ${f(wide)} ${f(high + 60)}" font-family="system-ui, 'Noto Sans', sans-serif">\n<title>${xml(title)}</title>\n${parts.join('\n')}\n</svg>\n`;
}

/** @param {number} high */
function legendBelow(high) {
  const ink = xml(css('--ink'));
  const marks = classes.filter((c, n, all) => !state.hiddenClasses.has(c.key) && all.indexOf(c) === n).map((c, n) => `<path d="${pathData(c.shape, 18 + n * 120, high + 18, 6)}" fill="${colour(c.key)}"/><text x="${30 + n * 120}" y="${high + 22}" font-size="11" fill="${ink}">${xml(say(c.labels))}</text>`);
  const lines = families.map((l, n) => `<path d="M${10 + n * 140} ${high + 42}h24" stroke="${l[state.dark ? 'dark' : 'light']}" stroke-width="2" stroke-dasharray="${l.dash.join(' ')}"/><text x="${40 + n * 140}" y="${high + 46}" font-size="11" fill="${ink}">${xml(say(l.labels))}</text>`);
  return [...marks, ...lines];
}
