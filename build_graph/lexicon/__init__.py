"""Word lists that a librarian can edit: given names, surnames, verbs of saying, patterns. See README.md beside them."""
