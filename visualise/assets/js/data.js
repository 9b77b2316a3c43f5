/**
 * The page's data, decoded from its JSON blocks. The columns are those that tables.py writes.
 *
 * @typedef {Object<string, string>} Labels  text by language tag
 * @typedef {{key: string, shape: string, light: string, dark: string, labels: Labels}} ClassLook
 * @typedef {{key: string, dash: number[], light: string, dark: string, width: number, labels: Labels}} FamilyLook
 * @typedef {{key: string, family: string, predicate: string|null, reverse: boolean, labels: Labels}} Relation
 * @typedef {{id: number, subject: number, object: number, relation: Relation, role: number, status: string, date: string,
 *   since: string, until: string, confidence: number, evidence: number[], text: number, node: string, first: number, last: number}} Fact
 * @typedef {{id: number, from: number, to: number, family: string, facts: Fact[], shift: number}} Edge
 * @typedef {{id: number, iri: string, label: string, labels: Labels, cls: string, x: number, y: number, size: number, rank: number,
 *   community: number, spans: number, kind: number, aliases: string[], facts: Fact[], edges: Edge[]}} Actor
 * @typedef {{text: string, start: number, end: number, article: {iri: string, title: string, date: string, url: string, journal: string},
 *   confidence: number, rule: string}} Evidence
 */

/** @param {string} id @returns {any} */
export const block = (id) => JSON.parse(/** @type {HTMLElement} */ (document.getElementById(id)).textContent || 'null');

export const legend = block('data-legend');
const raw = block('data-network');

/** @type {ClassLook[]} */
export const classes = legend.classes;
/** @type {FamilyLook[]} */
export const families = legend.families;
/** @type {Map<string, ClassLook>} */
export const classLook = new Map(classes.map((look) => [look.key, look]));
/** @type {Map<string, FamilyLook>} */
export const familyLook = new Map(families.map((look) => [look.key, look]));
/** @type {Labels[]} */
export const concepts = raw.concepts;
/** @type {string[]} */
export const conceptIris = raw.conceptIris;
/** @type {string} */
export const title = raw.title;
/** @type {string} */
export const givenView = raw.view;

/** @type {{mode: string, backbone: Map<number, {x: number, y: number}>, names: number[], links: number[][],
 *   clusters: {id: number, size: number, name: number, x: number, y: number, radius: number}[]}} */
export const opening = {
  mode: raw.opening.mode,
  backbone: new Map(raw.opening.backbone.map((/** @type {number[]} */ [id, x, y]) => [id, { x, y }])),
  names: raw.opening.names,
  links: raw.opening.links,
  clusters: raw.opening.clusters.map((/** @type {number[]} */ [id, size, name, x, y, radius]) => ({ id, size, name, x, y, radius })),
};

/** @type {Actor[]} */
export const actors = raw.nodes.map(
  (/** @type {any[]} */ [iri, label, cls, x, y, size, rank, community, spans, kind, aliases, labels], /** @type {number} */ id) => ({
    id, iri, label, labels, cls: classes[cls].key, x, y, size, rank, community, spans, kind, aliases, facts: [], edges: [],
  }),
);
/** @type {Map<string, Actor>} */
export const byIri = new Map(actors.map((actor) => [actor.iri, actor]));
/** @type {Actor[]} */
export const ranked = [...actors].sort((a, b) => a.rank - b.rank);

/** Months since year 0 of an ISO date of any exactness; `end` takes the last month of a bare year. NaN for no date.
 * @param {string} date @param {boolean} [end] */
export function month(date, end = false) {
  if (!/^\d{4}/.test(date)) return NaN;
  const stated = Number(date.slice(5, 7));
  return Number(date.slice(0, 4)) * 12 + (stated ? stated - 1 : end ? 11 : 0);
}

/** @type {Fact[]} */
export const facts = raw.facts.map(
  (/** @type {any[]} */ [subject, object, relation, role, status, date, since, until, confidence, evidence, text, node], /** @type {number} */ id) => {
    const first = month(since || date);
    const last = [until, date, since].reduce((latest, d) => Math.max(latest, month(d, true) || -1), -1);
    return {
      id, subject, object, relation: legend.relations[relation], role, status, date, since, until, confidence, evidence, text, node,
      first, last: last < 0 ? NaN : last,
    };
  },
);

/** @type {Edge[]} */
export const edges = [];
{
  /** @type {Map<string, Edge>} */
  const known = new Map();
  /** @type {Map<string, number>} */
  const between = new Map();
  for (const fact of facts) {
    actors[fact.subject].facts.push(fact);
    if (fact.object < 0) continue;
    if (fact.object !== fact.subject) actors[fact.object].facts.push(fact);
    const key = `${fact.subject} ${fact.object} ${fact.relation.family}`;
    let edge = known.get(key);
    if (!edge) {
      const pair = fact.subject < fact.object ? `${fact.subject} ${fact.object}` : `${fact.object} ${fact.subject}`;
      const nth = between.get(pair) || 0;
      between.set(pair, nth + 1);
      const side = fact.subject < fact.object ? 1 : -1; // curves of one pair bend to different sides
      edge = { id: edges.length, from: fact.subject, to: fact.object, family: fact.relation.family, facts: [], shift: side * [0, 0.18, -0.18, 0.34, -0.34][nth % 5] };
      known.set(key, edge);
      edges.push(edge);
      actors[fact.subject].edges.push(edge);
      if (fact.object !== fact.subject) actors[fact.object].edges.push(edge);
    }
    edge.facts.push(fact);
  }
}

/** @type {any} */
let proof = null;
/** The evidence tables; parsed when first asked for. */
const proofs = () => (proof ||= block('data-evidence'));

/** @param {number} id @returns {string} */
export const textOf = (id) => (id < 0 ? '' : proofs().texts[id]);

/** @param {number} id @returns {Evidence} */
export function evidenceOf(id) {
  const [text, start, end, article, confidence, rule] = proofs().evidence[id];
  const [iri, name, date, url, journal] = proofs().articles[article];
  return { text: textOf(text), start, end, article: { iri, title: name, date, url, journal }, confidence, rule: rule < 0 ? '' : proofs().rules[rule] };
}

/** An article as a source, by its IRI; null where nothing on the map cites it. @param {string} iri @returns {Evidence['article']|null} */
export function articleOf(iri) {
  const found = proofs().articles.find((/** @type {string[]} */ row) => row[0] === iri);
  return found ? { iri, title: found[1], date: found[2], url: found[3], journal: found[4] } : null;
}

/** The actor at the other end. @param {Edge|Fact} link @param {number} id */
export const other = (link, id) => {
  const [a, b] = 'from' in link ? [link.from, link.to] : [link.subject, link.object];
  return a === id ? b : a;
};

/** Per cent: facts that the machine is less sure of look uncertain everywhere. */
export const UNSURE = 70;
