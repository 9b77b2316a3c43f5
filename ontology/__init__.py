"""The bottom floor: vocabulary, shapes, concept schemes and the register of institutions.

Domain knowledge is data here: Turtle and CSV files that a librarian edits. The code only
reads them (`ontology.lexicon`), names their terms (`ontology.terms`) and checks graphs
against the shapes (`ontology.shapes`).
"""
