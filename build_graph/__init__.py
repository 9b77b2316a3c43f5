"""Article file → text → mentions → claims with evidence → entities → quads → store.

`model.py` holds the values that pass between the stages, `pipeline.py` the stages in order.
"""
