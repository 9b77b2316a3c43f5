/** The menu of what can be taken away. */
import { byId, el } from './dom.js';
import { drawing, savePng } from './drawing.js';
import { csv, download, gexf, graphml } from './save.js';
import { sparql } from './sparql.js';
import { toHash } from './state.js';
import { t } from './words.js';

/** @param {() => import('./shown.js').Shown} shown */
export function drawTake(shown) {
  const item = (/** @type {string} */ key, /** @type {() => void} */ act) =>
    el('button', { type: 'button', id: `take-${key}`, click: () => { act(); if (!key.startsWith('copy')) byId('take').open = false; } }, t(key));
  byId('take-list').replaceChildren(
    item('copy_link', () => copy(`${location.href.split('#')[0]}#${toHash()}`)),
    item('copy_sparql', () => copy(sparql(shown()))),
    item('save_png', () => savePng('aktorkart.png')),
    item('save_svg', () => download('aktorkart.svg', drawing(shown()), 'image/svg+xml')),
    item('save_csv', () => download('aktorkart.csv', csv(shown()), 'text/csv')),
    item('save_graphml', () => download('aktorkart.graphml', graphml(shown()), 'application/xml')),
    item('save_gexf', () => download('aktorkart.gexf', gexf(shown()), 'application/xml')),
    item('print', () => print()),
    el('div', { id: 'copied' }),
  );
}

/** Copies, and shows the text to select where the browser does not allow that. @param {string} text */
async function copy(text) {
  const place = byId('copied');
  const area = el('textarea', { readonly: true, rows: 4, 'aria-label': t('copy_failed') });
  area.value = text;
  let done = false;
  try {
    await navigator.clipboard.writeText(text);
    done = true;
  } catch {
    done = false;
  }
  place.replaceChildren(el('p', { role: 'status' }, done ? t('copied') : t('copy_failed')), area);
  if (done) return;
  area.select();
  if (document.execCommand('copy')) place.querySelector('p').textContent = t('copied'); // the older way, where the newer is refused
}
