/** A time range with two handles over a histogram of facts per month. */
import { actors, facts } from './data.js';
import { el, svg } from './dom.js';
import { change, monthText, state } from './state.js';
import { dateText, t } from './words.js';

const dated = facts.filter((fact) => !Number.isNaN(fact.first) && fact.relation.key !== 'mentioned');
const firstMonth = dated.reduce((min, fact) => Math.min(min, fact.first), Infinity);
const lastMonth = dated.reduce((max, fact) => Math.max(max, fact.last), -Infinity);
const BARS = 60; // bars at most: two pixels each are the least that can be seen

/** Bars of the histogram, each some months wide. */
function bars() {
  const months = lastMonth - firstMonth + 1;
  const wide = Math.ceil(months / BARS);
  const counts = new Array(Math.ceil(months / wide)).fill(0);
  for (const fact of dated) counts[Math.floor((fact.first - firstMonth) / wide)] += 1;
  return { counts, wide };
}

/** The heading, the histogram and the two handles; nothing where all is of one month. @returns {Node[]} */
export function timeControl() {
  if (!actors.length || !(lastMonth > firstMonth)) return [];
  const { counts, wide } = bars();
  const most = Math.max(...counts);
  const step = 232 / counts.length;
  const chart = svg('svg', { viewBox: '0 0 232 44', class: 'histogram', role: 'img', 'aria-label': t('time_chart'), preserveAspectRatio: 'none' });
  const rects = counts.map((n, i) => svg('rect', { x: (i * step).toFixed(1), width: Math.max(1, step - 1).toFixed(1), y: (44 - (n ? 3 + (41 * n) / most : 0)).toFixed(1), height: (n ? 3 + (41 * n) / most : 0).toFixed(1) }));
  chart.append(...rects);
  const out = el('output', { class: 'when' });
  const low = handle('time-from', t('time_from'));
  const high = handle('time-to', t('time_to'));
  low.value = String(Number.isNaN(state.from) ? firstMonth : state.from);
  high.value = String(Number.isNaN(state.to) ? lastMonth : state.to);
  const tell = () => {
    const [a, b] = [Number(low.value), Number(high.value)];
    out.textContent = `${dateText(monthText(a))} – ${dateText(monthText(b))}`;
    low.setAttribute('aria-valuetext', dateText(monthText(a)));
    high.setAttribute('aria-valuetext', dateText(monthText(b)));
    rects.forEach((rect, i) => rect.setAttribute('class', firstMonth + i * wide + wide > a && firstMonth + i * wide <= b ? 'in' : 'out'));
  };
  /** @param {boolean} lower  which handle moved: it pushes the other before it */
  const moved = (lower) => {
    if (Number(low.value) > Number(high.value)) (lower ? high : low).value = (lower ? low : high).value;
    tell();
    const [a, b] = [Number(low.value), Number(high.value)];
    change({ from: a <= firstMonth ? NaN : a, to: b >= lastMonth ? NaN : b });
  };
  low.addEventListener('input', () => moved(true));
  high.addEventListener('input', () => moved(false));
  tell();
  return [el('h2', {}, t('time')), el('div', { class: 'time' }, chart, el('div', { class: 'handles' }, low, high)), out];
}

/** @param {string} id @param {string} label */
const handle = (id, label) => el('input', { type: 'range', id, 'aria-label': label, min: firstMonth, max: lastMonth, step: 1 });
