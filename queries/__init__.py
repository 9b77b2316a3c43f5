"""Questions to the graph: the catalogue of `.rq` files, running them or a user's own SPARQL, showing and exporting.

    questions   the catalogue: one question a `.rq` file beside this one, its first comment line is its help
    names       a name, alias or IRI that a user writes → the entities that bear it
    parameters  values of a question's parameters → their place in the query, as terms and never as pasted text
    run         a query over the union of all named graphs, and only reading
    formats     answers as a table, CSV, TSV, JSON, XML, or RDF for CONSTRUCT and DESCRIBE
    export      the whole graph as a file
"""
