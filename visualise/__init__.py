"""The network map: rows of the store → network → one HTML file that works offline.

    rows      store                 → Rows         (actors, articles, facts with their evidence)
    choose    Rows + MapOptions     → Rows         (what goes into this map)
    network   Rows                  → MultiDiGraph (networkx)
    layout    MultiDiGraph          → Layout       (positions, communities, importance; igraph)
    opening   MultiDiGraph + Layout → Opening      (what is shown first: all, a backbone, clusters)
    tables    all of these          → plain rows for the page's JSON
    page      tables                → HTML         (pyvis' Network and a template of our own)
"""
