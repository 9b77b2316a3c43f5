"""The map as one HTML file that makes no network requests: pyvis' Network in a template of our own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jinja2
import networkx as nx
import pyoxigraph as ox
from markupsafe import Markup
from pyvis.network import Network

from visualise import assets_join
from visualise.choose import choose
from visualise.layout import Layout, compute_layout, node_size
from visualise.network import build_network
from visualise.opening import Opening, plan_opening
from visualise.options import MapOptions
from visualise.records import Rows
from visualise.rows import read_rows
from visualise.tables import build_tables, describe, legend_json

VIS_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "tooltipDelay": 1_000_000_000, "keyboard": False, "multiselect": False},
    "nodes": {"borderWidth": 1, "labelHighlightBold": False, "font": {"size": 0}},
    "edges": {"smooth": False, "selectionWidth": 0, "hoverWidth": 0},
}


def write_map(store: ox.Store, path: Path, options: MapOptions | None = None) -> None:
    """Write the map of the store's graph to an HTML file, UTF-8.

    Raises:
        MapError: the options leave nothing to draw, or name an actor that is not there.
        OSError: the file cannot be written.
    """
    options = options or MapOptions()
    path.write_text(page_of(choose(read_rows(store), options), options), encoding="utf-8", newline="\n")


def page_of(rows: Rows, options: MapOptions) -> str:
    """The page's HTML. The same rows and options give the same text."""
    graph = build_network(rows)
    layout = compute_layout(graph)
    opening = plan_opening(graph, layout)
    network, evidence = build_tables(rows, graph, layout, opening, options)
    script, style, vis = assets_join.own_script(), assets_join.style(), assets_join.vis_network()
    net = opening_network(graph, layout, opening)
    net.heading = options.title
    net.path = "map.html"
    net.templateEnv = jinja2.Environment(loader=jinja2.PackageLoader("visualise"), autoescape=True)
    net.templateEnv.filters["data"] = as_data
    net.templateEnv.globals.update(
        network=network,
        evidence=evidence,
        legend=legend_json(),
        script=Markup(script),
        style=Markup(style),
        vis=Markup(vis),
        description=describe(rows),
        csp=content_security_policy(style, vis, script),
    )
    return str(net.generate_html())


def opening_network(graph: nx.MultiDiGraph, layout: Layout, opening: Opening) -> Network:
    """pyvis' Network of what the page draws first; what a reader opens later lies in the page's tables."""
    net = Network(directed=True, cdn_resources="in_line", height="100%", width="100%")
    net.options = VIS_OPTIONS
    if opening.mode == "clusters":
        for cluster in opening.clusters:
            net.add_node(f"c{cluster.community}", label=str(cluster.size), x=cluster.x, y=cluster.y)
        for a, b, count in opening.links:
            net.add_edge(f"c{a}", f"c{b}", value=count)
        return net
    shown = set(opening.backbone) if opening.mode == "backbone" else set(range(len(layout.rank)))
    number = {iri: n for n, iri in enumerate(graph.nodes)}
    for n, (_, actor) in enumerate(graph.nodes(data="actor")):
        if n in shown and actor.cls != "article":
            x, y = opening.backbone.get(n, layout.positions[n])
            net.add_node(n, label=actor.name, x=x, y=y, size=node_size(layout.importance[n]), group=actor.cls)
    drawn = set(net.node_ids)
    for source, target, family in graph.edges(keys=True):
        if number[source] in drawn and number[target] in drawn:
            net.add_edge(number[source], number[target], family=family)
    return net


def content_security_policy(style: str, *scripts: str) -> str:
    """A policy under which only these texts run and nothing is fetched (https://www.w3.org/TR/CSP3/)."""
    sources = " ".join(assets_join.csp_hash(text) for text in scripts)
    return (
        f"default-src 'none'; script-src {sources}; style-src {assets_join.csp_hash(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def as_data(value: Any) -> Markup:
    """JSON that cannot end the script element it stands in, nor open a comment there."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)
