/** Taking the view away: files of what is shown. Each format escapes what it must; nothing leaves the machine. */
import { actors, evidenceOf, textOf } from './data.js';
import { el } from './dom.js';
import { factPasses } from './shown.js';
import { communityName, kindOf, nameOf, phrase } from './words.js';

/** @typedef {import('./shown.js').Shown} Shown */

/** @param {string} name @param {Blob|string} content @param {string} [type] */
export function download(name, content, type = 'text/plain') {
  const blob = content instanceof Blob ? content : new Blob([content], { type: `${type};charset=utf-8` });
  const anchor = el('a', { download: name, href: URL.createObjectURL(blob) });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 5000);
}

/** XML text: escaped, and without the control characters that XML 1.0 forbids. @param {unknown} text */
export const xml = (text) =>
  String(text ?? '')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** A CSV cell (RFC 4180); what a spreadsheet would take for a formula gets an apostrophe before it. @param {unknown} value */
function cell(value) {
  const text = String(value ?? '');
  return `"${(/^[\s]*[=+\-@\t\r]/.test(text) ? "'" + text : text).replace(/"/g, '""')}"`;
}

/** One line for each fact shown, with the sentence and the source. @param {Shown} shown */
export function csv(shown) {
  const lines = [['from', 'from_class', 'relation', 'to', 'to_class', 'status', 'date', 'since', 'until', 'confidence', 'sentence', 'article', 'published', 'url', 'from_iri', 'to_iri']];
  for (const edge of shown.edges) {
    for (const fact of edge.facts.filter(factPasses)) {
      for (const id of fact.evidence.length ? fact.evidence : [-1]) {
        const proof = id < 0 ? null : evidenceOf(id);
        const [a, b] = [actors[fact.subject], actors[fact.object]];
        lines.push([
          nameOf(a.id), kindOf(a), phrase(fact), nameOf(b.id), kindOf(b), fact.status, fact.date, fact.since, fact.until, (fact.confidence / 100).toFixed(2),
          proof ? proof.text : textOf(fact.text), proof?.article.title || '', proof?.article.date || '', proof?.article.url || '', a.iri, b.iri,
        ]);
      }
    }
  }
  return '\ufeff' + lines.map((line) => line.map(cell).join(';')).join('\r\n') + '\r\n';
}

/** GraphML (http://graphml.graphdrawing.org/specification.html). @param {Shown} shown */
export function graphml(shown) {
  const keys = [['label', 'node'], ['class', 'node'], ['iri', 'node'], ['community', 'node'], ['x', 'node'], ['y', 'node'], ['relation', 'edge'], ['family', 'edge'], ['sentence', 'edge'], ['date', 'edge'], ['confidence', 'edge']];
  const numeric = ['x', 'y', 'confidence'];
  const head = keys.map(([name, on]) => `<key id="${name}" for="${on}" attr.name="${name}" attr.type="${numeric.includes(name) ? 'double' : 'string'}"/>`).join('\n');
  const data = (/** @type {Object<string, unknown>} */ values) => Object.entries(values).map(([key, value]) => `<data key="${key}">${xml(value)}</data>`).join('');
  const nodes = [...shown.ids].map((id) => `<node id="n${id}">${data(nodeValues(id))}</node>`);
  const lines = factsShown(shown).map((fact) => `<edge id="f${fact.id}" source="n${fact.subject}" target="n${fact.object}">${data(edgeValues(fact))}</edge>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n${head}\n<graph edgedefault="directed">\n${nodes.join('\n')}\n${lines.join('\n')}\n</graph>\n</graphml>\n`;
}

/** GEXF 1.3 (https://gexf.net/schema.html), as Gephi reads it. @param {Shown} shown */
export function gexf(shown) {
  const attributes = (/** @type {string} */ on, /** @type {string[]} */ names) => `<attributes class="${on}">${names.map((name) => `<attribute id="${name}" title="${name}" type="string"/>`).join('')}</attributes>`;
  const values = (/** @type {Object<string, unknown>} */ all, /** @type {string[]} */ names) => `<attvalues>${names.map((name) => `<attvalue for="${name}" value="${xml(all[name])}"/>`).join('')}</attvalues>`;
  const ofNode = ['class', 'iri', 'community'];
  const ofEdge = ['relation', 'family', 'sentence', 'date', 'confidence'];
  const nodes = [...shown.ids].map((id) => {
    const all = nodeValues(id);
    return `<node id="n${id}" label="${xml(all.label)}">${values(all, ofNode)}<viz:size value="${actors[id].size}"/><viz:position x="${all.x}" y="${-actors[id].y}" z="0"/></node>`;
  });
  const lines = factsShown(shown).map((fact) => `<edge id="f${fact.id}" source="n${fact.subject}" target="n${fact.object}" label="${xml(phrase(fact))}">${values(edgeValues(fact), ofEdge)}</edge>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n<graph defaultedgetype="directed">\n${attributes('node', ofNode)}\n${attributes('edge', ofEdge)}\n<nodes>\n${nodes.join('\n')}\n</nodes>\n<edges>\n${lines.join('\n')}\n</edges>\n</graph>\n</gexf>\n`;
}

/** @param {Shown} shown */
const factsShown = (shown) => shown.edges.flatMap((edge) => edge.facts.filter(factPasses));

/** @param {number} id @returns {Object<string, unknown>} */
function nodeValues(id) {
  const actor = actors[id];
  return { label: nameOf(id), class: actor.cls, iri: actor.iri, community: communityName(actor.community), x: actor.x, y: actor.y };
}

/** @param {import('./data.js').Fact} fact @returns {Object<string, unknown>} */
function edgeValues(fact) {
  const proof = fact.evidence.length ? evidenceOf(fact.evidence[0]) : null;
  return { relation: phrase(fact), family: fact.relation.family, sentence: proof ? proof.text : '', date: fact.date, confidence: (fact.confidence / 100).toFixed(2) };
}
