"""The networks that are trained here, in PyTorch; `build_graph/language_model/network.py` runs them with NumPy."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from build_graph.language_model.lookup import AFFIXES, CONTEXTS, LISTS, MARKS, SHAPES


class Embedding(nn.Module):
    """Looks up a token's row in the tables and puts what is found side by side."""

    SIZES = (0, 48, 24, 32, 32, 24, 24, 12, 24)

    def __init__(self, vectors: Tensor, words: int, dropout: float) -> None:
        super().__init__()
        self.vectors = nn.Embedding.from_pretrained(vectors, freeze=True)
        rows = (0, words + 1, AFFIXES, AFFIXES, AFFIXES, SHAPES, LISTS, MARKS, CONTEXTS)
        self.tables = nn.ModuleList(nn.Embedding(row, size) for row, size in zip(rows[1:], self.SIZES[1:], strict=True))
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.1)
        self.size = vectors.shape[1] + sum(self.SIZES)
        self.dropout = dropout

    def forward(self, rows: Tensor) -> Tensor:
        """rows: batch × tokens × columns."""
        columns = [self.vectors(rows[..., 0])]
        for at, table in enumerate(self.tables, 1):
            values = rows[..., at]
            if self.training and at == 1:
                # A learned word is forgotten now and then, so that the net also learns what to do without.
                values = values * (torch.rand(values.shape) > 0.2)
            columns.append(table(values))
        if not self.training:
            return torch.cat(columns, -1)
        kept = []
        for column in columns:
            # Whole columns drop out together, each token by itself, so that none is relied on alone.
            mask = (torch.rand(column.shape[:-1]) > self.dropout / 2).unsqueeze(-1)
            kept.append(column * mask / (1 - self.dropout / 2))
        return nn.functional.dropout(torch.cat(kept, -1), self.dropout / 2)


class Encoder(nn.Module):
    """Embedding, then bidirectional LSTM layers with the same dropout mask at every token.

    The sentences of a batch are equally long: without padding nothing is packed, and the layers run in bfloat16 while training,
    which halves the time.
    """

    def __init__(self, embedding: Embedding, hidden: int, layers: int, dropout: float) -> None:
        super().__init__()
        self.embedding = embedding
        sizes = [embedding.size] + [2 * hidden] * (layers - 1)
        self.layers = nn.ModuleList(nn.LSTM(size, hidden, batch_first=True, bidirectional=True) for size in sizes)
        self.dropout = dropout
        self.size = 2 * hidden

    def forward(self, rows: Tensor) -> Tensor:
        states = self.embedding(rows)
        with torch.autocast("cpu", torch.bfloat16, enabled=self.training):
            for layer in self.layers:
                states = layer(states)[0]
                if self.training:
                    mask = (torch.rand(states.shape[0], 1, states.shape[2]) > self.dropout) / (1 - self.dropout)
                    states = states * mask
        return states.float()


class NamesNet(nn.Module):
    """Encoder and a score for each label."""

    def __init__(self, encoder: Encoder, labels: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.out = nn.Linear(encoder.size, labels)

    def forward(self, rows: Tensor) -> Tensor:
        return self.out(self.encoder(rows))


def with_one(values: Tensor) -> Tensor:
    """The vectors with a constant 1 at their end, so that a product of two also has linear terms."""
    return torch.cat([values, values.new_ones(*values.shape[:-1], 1)], -1)


class Biaffine(nn.Module):
    """A score for every pair of tokens and output, from their two vectors; each is given a constant 1."""

    def __init__(self, size: int, outputs: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(outputs, size + 1, size + 1))

    def forward(self, dependants: Tensor, heads: Tensor) -> Tensor:
        return torch.einsum("bix,oxy,bjy->boij", with_one(dependants), self.weight, with_one(heads))


class GrammarNet(nn.Module):
    """Parts of speech, heads and dependency labels; head 0 is a learned root before the first token."""

    def __init__(self, encoder: Encoder, tags: int, deps: int, arc: int, label: int, dropout: float) -> None:
        super().__init__()
        self.encoder = encoder
        self.tag = nn.Linear(encoder.size, tags)
        self.root = nn.Parameter(torch.zeros(encoder.size))
        self.arc_dependant, self.arc_head = nn.Linear(encoder.size, arc), nn.Linear(encoder.size, arc)
        self.label_dependant, self.label_head = nn.Linear(encoder.size, label), nn.Linear(encoder.size, label)
        self.arc, self.label = Biaffine(arc, 1), Biaffine(label, deps)
        self.dropout = dropout

    def forward(self, rows: Tensor, heads: Tensor | None = None) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of tags (batch × n × tags), arcs (batch × n × n+1) and labels.

        With `heads` given the labels are those of the given arcs (batch × n × deps), else of the best ones.
        """
        states = self.encoder(rows)
        rooted = torch.cat([self.root.expand(states.shape[0], 1, -1), states], 1)

        def part(layer: nn.Linear, values: Tensor) -> Tensor:
            return nn.functional.dropout(nn.functional.leaky_relu(layer(values), 0.1), self.dropout, self.training)

        arcs = self.arc(part(self.arc_dependant, states), part(self.arc_head, rooted)).squeeze(1)
        chosen = arcs.argmax(-1) if heads is None else heads
        dependants = part(self.label_dependant, states)
        governing = part(self.label_head, rooted)
        governing = governing.gather(1, chosen.unsqueeze(-1).expand(-1, -1, governing.shape[-1]))
        labels = torch.einsum("bix,oxy,biy->bio", with_one(dependants), self.label.weight, with_one(governing))
        return self.tag(states), arcs, labels
