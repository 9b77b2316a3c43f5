"""How well the product does on articles that somebody annotated.

    gold        the JSON files of gold facts → facts by kind
    stated      what a graph states about one article → facts by kind
    names       when a name in the gold and a label in the graph mean the same
    matching    gold facts paired with stated ones
    table       counts, precision, recall, F1
    confidence  what each rule states about itself, and how often it was right
    clusters    identity across articles: B³
    chains      clusters of mentions inside an article, as somebody annotated them
    coreference MUC, B³, CEAF-e, and who each pronoun and noun leads to
"""
