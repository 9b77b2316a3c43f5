/** One shape for each class, drawn alike on the canvas, in the legend and in the SVG: outlines within a unit circle. */
import { classLook } from './data.js';
import { svg } from './dom.js';
import { state } from './state.js';

/** @param {number} corners @param {number} start  angle of the first corner in radians @param {number} [radius] @returns {number[][]} */
const regular = (corners, start, radius = 1) =>
  Array.from({ length: corners }, (_, n) => [Math.cos(start + (2 * Math.PI * n) / corners) * radius, Math.sin(start + (2 * Math.PI * n) / corners) * radius]);

const up = -Math.PI / 2;
/** @type {Object<string, number[][]>} corners by shape; a circle has none */
export const outlines = {
  square: [[-0.88, -0.88], [0.88, -0.88], [0.88, 0.88], [-0.88, 0.88]],
  diamond: regular(4, up, 1.22),
  hexagon: regular(6, 0, 1.1),
  pentagon: regular(5, up, 1.1),
  triangle: regular(3, up, 1.25).map(([x, y]) => [x, y + 0.15]),
  star: Array.from({ length: 10 }, (_, n) => [Math.cos(up + (n * Math.PI) / 5) * (n % 2 ? 0.58 : 1.3), Math.sin(up + (n * Math.PI) / 5) * (n % 2 ? 0.58 : 1.3)]),
  cross: [[-0.4, -1.05], [0.4, -1.05], [0.4, -0.4], [1.05, -0.4], [1.05, 0.4], [0.4, 0.4], [0.4, 1.05], [-0.4, 1.05], [-0.4, 0.4], [-1.05, 0.4], [-1.05, -0.4], [-0.4, -0.4]],
  page: [[-0.72, -0.95], [0.3, -0.95], [0.72, -0.5], [0.72, 0.95], [-0.72, 0.95]],
  circle: [],
};

/** @param {string} cls */
export const colour = (cls) => classLook.get(cls)?.[state.dark ? 'dark' : 'light'] || '#888888';

/** Adds the outline to the current path. @param {CanvasRenderingContext2D} context @param {string} shape @param {number} x @param {number} y @param {number} size */
export function trace(context, shape, x, y, size) {
  const corners = outlines[shape] || [];
  if (!corners.length) {
    context.moveTo(x + size, y);
    context.arc(x, y, size, 0, 2 * Math.PI);
    return;
  }
  corners.forEach(([dx, dy], n) => (n ? context.lineTo(x + dx * size, y + dy * size) : context.moveTo(x + dx * size, y + dy * size)));
  context.closePath();
}

/** The outline as SVG path data. @param {string} shape @param {number} x @param {number} y @param {number} size */
export function pathData(shape, x, y, size) {
  const at = (/** @type {number} */ v) => v.toFixed(1);
  const corners = outlines[shape] || [];
  if (!corners.length) return `M${at(x - size)} ${at(y)}a${at(size)} ${at(size)} 0 1 0 ${at(2 * size)} 0a${at(size)} ${at(size)} 0 1 0 ${at(-2 * size)} 0z`;
  return corners.map(([dx, dy], n) => `${n ? 'L' : 'M'}${at(x + dx * size)} ${at(y + dy * size)}`).join('') + 'z';
}

/** A class' mark for lists. @param {string} cls */
export function mark(cls) {
  const path = svg('path', { d: pathData(classLook.get(cls)?.shape || 'circle', 8, 8, 5.8), fill: colour(cls) });
  return svg('svg', { width: 16, height: 16, viewBox: '0 0 16 16', 'aria-hidden': 'true', class: 'mark' }, path);
}

/** A relation family's line for lists. @param {import('./data.js').FamilyLook} look */
export function stroke(look) {
  const line = svg('line', {
    x1: 0, x2: 30, y1: 6, y2: 6, stroke: look[state.dark ? 'dark' : 'light'], 'stroke-width': Math.max(2, look.width * 1.4), 'stroke-dasharray': look.dash.join(' ') || null,
  });
  return svg('svg', { width: 30, height: 12, viewBox: '0 0 30 12', 'aria-hidden': 'true', class: 'mark' }, line);
}
