/** The SPARQL that gives this view: a CONSTRUCT to run with `aktorkart query`, or to give back to `aktorkart map --query`. */
import { actors, conceptIris } from './data.js';
import { factPasses } from './shown.js';
import { monthText, state } from './state.js';

/** IRIs that may stand between < and > as they are (SPARQL 1.1, IRIREF); others are left out, never quoted by guess. @param {string} iri */
const safe = (iri) => /^[^\u0000-\u0020<>"{}|\\^`]+$/.test(iri);

/** @param {import('./shown.js').Shown} shown */
export function sparql(shown) {
  const comments = [];
  if (!Number.isNaN(state.from) || !Number.isNaN(state.to)) comments.push(`# ${Number.isNaN(state.from) ? '…' : monthText(state.from)} – ${Number.isNaN(state.to) ? '…' : monthText(state.to)}`);
  if (state.role >= 0) comments.push(`# role ${conceptIris[state.role].replace(/[\r\n]/g, ' ')}`);
  if (shown.mode === 'clusters' || (shown.ids.size === actors.length && !comments.length)) return 'CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }\n';
  const nodes = new Set();
  const pairs = new Set();
  for (const edge of shown.edges) {
    for (const fact of edge.facts.filter(factPasses)) {
      const [a, b] = [actors[fact.subject].iri, actors[fact.object].iri];
      if (fact.node && fact.relation.key !== 'organises' && safe(fact.node)) nodes.add(`<${fact.node}>`);
      else if (safe(a) && safe(b)) pairs.add(`(<${a}> <${b}>)`);
    }
  }
  const alone = [...shown.ids].map((id) => actors[id].iri).filter(safe).map((iri) => `<${iri}>`);
  const blocks = [`  { VALUES ?s { ${(nodes.size ? [...nodes] : alone).join(' ')} } ?s ?p ?o }`];
  if (pairs.size) blocks.push(`  { VALUES (?a ?b) { ${[...pairs].join(' ')} } { ?a ?p ?b BIND(?a AS ?s) BIND(?b AS ?o) } UNION { ?b ?p ?a BIND(?b AS ?s) BIND(?a AS ?o) } }`);
  return `${comments.map((c) => c + '\n').join('')}CONSTRUCT { ?s ?p ?o } WHERE {\n${blocks.join('\n  UNION\n')}\n}\n`;
}
