"""Makes the shipped language model again: `python -m training.train` (see MODEL_CARD.md)."""
