"""Turns the trained field and networks into the NumPy archives that the package ships."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pycrfsuite
import torch
from numpy.typing import NDArray
from torch import Tensor

from build_graph.language_model.names import LABELS
from training.network import Encoder, GrammarNet, NamesNet

Arrays = dict[str, NDArray[np.generic]]


def encoder_arrays(encoder: Encoder) -> Arrays:
    """The encoder's tables and layers, in half precision."""
    arrays: Arrays = {}
    for at, table in enumerate(encoder.embedding.tables, 1):
        arrays[f"table.{at}"] = _half(table.weight)
    for at, layer in enumerate(encoder.layers):
        both = [(getattr(layer, f"weight_ih_l0{end}"), getattr(layer, f"weight_hh_l0{end}"), getattr(layer, f"bias_ih_l0{end}") + getattr(layer, f"bias_hh_l0{end}")) for end in ("", "_reverse")]
        arrays[f"layer.{at}.input"] = _half(torch.stack([_gates(weight) for weight, _, _ in both]))
        arrays[f"layer.{at}.state"] = _half(torch.stack([_gates(weight).T for _, weight, _ in both]))
        arrays[f"layer.{at}.bias"] = _half(torch.stack([_gates(bias) for _, _, bias in both]))
    return arrays


def _gates(values: Tensor) -> Tensor:
    """PyTorch's order of gates (input, forget, cell, output) → input, forget, output, cell."""
    first, second, cell, output = values.chunk(4)
    return torch.cat([first, second, output, cell])


def _half(values: Tensor) -> NDArray[np.generic]:
    return values.detach().numpy().astype(np.float16)


def names_arrays(net: NamesNet) -> Arrays:
    """The names network."""
    return {**encoder_arrays(net.encoder), "out.weight": _half(net.out.weight.T), "out.bias": _half(net.out.bias)}


def grammar_arrays(net: GrammarNet) -> Arrays:
    """The grammar network."""
    arrays = encoder_arrays(net.encoder)
    for name in ("tag", "arc_dependant", "arc_head", "label_dependant", "label_head"):
        layer = getattr(net, name)
        arrays[f"head.{name}.weight"], arrays[f"head.{name}.bias"] = _half(layer.weight.T), _half(layer.bias)
    arrays["head.root"] = _half(net.root)
    arrays["head.arc"], arrays["head.label"] = _half(net.arc.weight), _half(net.label.weight)
    return arrays


def field_arrays(model: Path) -> tuple[list[str], Arrays]:
    """A field in CRFsuite's format as (its features' names, their weights and those of the labels' order)."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    trained = tagger.info()
    features = sorted({feature for feature, _ in trained.state_features})
    numbers = {feature: at for at, feature in enumerate(features)}
    states, moves = np.zeros((len(features), len(LABELS)), np.float32), np.zeros((len(LABELS), len(LABELS)), np.float32)
    for (feature, label), weight in trained.state_features.items():
        states[numbers[feature], LABELS.index(label)] = weight
    for (before, after), weight in trained.transitions.items():
        moves[LABELS.index(before), LABELS.index(after)] = weight
    return features, {"states": states, "moves": moves}


def save(path: Path, arrays: Arrays) -> None:
    """Writes an archive without pickles, the same bytes for the same arrays."""
    with path.open("wb") as out:
        np.savez(out, **dict(sorted(arrays.items())))  # type: ignore[arg-type]
