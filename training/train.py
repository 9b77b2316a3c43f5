"""Makes the shipped language model: `python -m training.train --shared ../shared --work build/training`.

Steps, in order; `--steps names,grammar` repeats some of them with the others' results in the work folder. MODEL_CARD.md says
how long each takes and what came out.
"""

from __future__ import annotations

import argparse
import itertools
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

import build_graph.language_model as package
from build_graph.language_model.field import Field
from build_graph.language_model.lookup import Lookup
from build_graph.language_model.names import Network
from build_graph.language_model.network import Encoder
from build_graph.language_model.shipped import VECTOR_SCALE
from training import contexts, evaluate, gazetteers, lemmas, lessons, names, vectors
from training.augment import Labelled
from training.data import Sentence

if TYPE_CHECKING:
    from training.nets import NetSettings
    from training.network import Encoder as TrainedEncoder

DATA = Path(package.__file__).parent / "data"
TEACHERS = 3  # networks, of different seeds
NET_LESSONS = 1.0  # tokens that the network learns from in each epoch, as a share of the others


class Workshop:
    """The steps, over one folder with the data and one for what is made on the way."""

    def __init__(self, shared: Path, work: Path, seed: int) -> None:
        self.shared, self.work, self.seed = shared, work, seed
        self.norne, self.lists = shared / "norne", shared / "names"
        self.tokenised = work / "raw.tokens"
        work.mkdir(parents=True, exist_ok=True)

    def vectors(self) -> None:
        vectors.tokenise_raw(self.shared / "rawtext", self.norne, self.tokenised)
        vectors.train(self.tokenised, self.work / "vectors.vec")
        vectors.write(*vectors.read(self.work / "vectors.vec"), DATA)

    def lists_of_words(self) -> None:
        gazetteers.build(self.lists, self.tokenised, DATA)
        lemmas.build(self.norne, DATA)

    def contexts(self) -> None:
        settings = names.Settings(seed=77, lines=1500, replaced=0.3, capitals=0.0)
        contexts.train(names.examples(self._sentences, self.lists, settings), self.work / "contexts.crfsuite")
        contexts.collect(self.work / "contexts.crfsuite", self.tokenised, DATA / "contexts.tsv")

    def teachers(self) -> None:
        from training import export, nets

        for number in range(TEACHERS):
            seed = TEACHERS * (self.seed - 1) + number + 1
            lookup, fresh = self._fresh(nets.TEACHER, seed)
            net = nets.train_names(lookup, fresh, lambda epoch, seed=seed: self._examples(seed, epoch), replace(nets.TEACHER, seed=seed))
            export.save(self.work / f"teacher{number}.npz", export.names_arrays(net))

    def lessons(self) -> None:
        from training import export

        table_words, table = vectors.read(self.work / "vectors.vec")
        lookup = Lookup(table_words, names.learned_words(self._sentences))
        features, arrays = export.field_arrays(self.work / "field.crfsuite")
        field = Field(features, arrays["states"], arrays["moves"])
        weights = [dict(np.load(self.work / f"teacher{number}.npz")) for number in range(TEACHERS)]
        networks = [Network(Encoder(one, table, VECTOR_SCALE), one) for one in weights]

        def belief(network: Network) -> lessons.Belief:
            return lambda sentences: network.probabilities([lookup.rows(forms) for forms in sentences])

        lessons.write(lessons.taught(lessons.documents(self.shared / "rawtext"), field.probabilities, [belief(one) for one in networks]), self.work)

    def field(self) -> None:
        from training import export

        settings = names.Settings(seed=self.seed)
        names.train(names.examples(self._sentences, self.lists, settings), self.work / "field.crfsuite", settings)
        features, arrays = export.field_arrays(self.work / "field.crfsuite")
        (DATA / "field.txt").write_text("".join(f"{feature}\n" for feature in features), encoding="utf-8")
        export.save(DATA / "field.npz", arrays)

    def names(self) -> None:
        from training import export, nets

        lookup, fresh = self._fresh(nets.NAMES, self.seed)
        taught = itertools.cycle(lessons.read(self.work, self.seed))

        def data(epoch: int) -> list[nets.Lesson]:
            examples: list[nets.Lesson] = [*self._examples(self.seed, epoch)]
            tokens = NET_LESSONS * sum(len(forms) for forms, _ in examples)
            while tokens > 0:
                examples.append(next(taught))
                tokens -= len(examples[-1][0])
            return examples

        net = nets.train_names(lookup, fresh, data, replace(nets.NAMES, seed=self.seed))
        export.save(DATA / "names.npz", export.names_arrays(net))

    def grammar(self) -> None:
        from training import export, nets

        sentences = self._sentences
        tags = sorted({tag for one in sentences for tag in one.pos})
        deps = sorted({dep for one in sentences for dep in one.deps})
        lookup, fresh = self._fresh(nets.GRAMMAR, self.seed)
        net = nets.train_grammar(lookup, fresh, sentences, tags, deps, replace(nets.GRAMMAR, seed=self.seed))
        export.save(DATA / "grammar.npz", export.grammar_arrays(net))
        (DATA / "tags.txt").write_text("".join(f"{tag}\n" for tag in tags), encoding="utf-8")
        (DATA / "deps.txt").write_text("".join(f"{dep}\n" for dep in deps), encoding="utf-8")

    def evaluate(self) -> None:
        evaluate.report(self.shared)

    @cached_property
    def _sentences(self) -> list[Sentence]:
        return names.training_sentences(self.norne)

    def _examples(self, seed: int, epoch: int) -> list[Labelled]:
        """What a network sees in an epoch: each draws other names."""
        return names.examples(self._sentences, self.lists, names.Settings(seed=100 * seed + epoch, lines=3000, replaced=0.4))

    def _fresh(self, settings: NetSettings, seed: int) -> tuple[Lookup, TrainedEncoder]:
        """(lookup, encoder) over the vectors and the training split's words."""
        import torch

        from training import nets

        torch.manual_seed(seed)
        torch.set_num_threads(1)
        table_words, table = vectors.read(self.work / "vectors.vec")
        words = names.learned_words(self._sentences)
        (DATA / "words.txt").write_text("".join(f"{word}\n" for word in words), encoding="utf-8")
        return Lookup(table_words, words), nets.encoder(table, len(words), settings)


STEPS = ("vectors", "lists_of_words", "contexts", "field", "teachers", "lessons", "names", "grammar", "evaluate")


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the steps."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with norne/, names/, rawtext/ and gold/")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="folder for what is made on the way")
    parser.add_argument("--steps", default=",".join(STEPS), help="the steps to run, in order, separated by commas")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    workshop = Workshop(given.shared, given.work, given.seed)
    for name in given.steps.split(","):
        if name not in STEPS:
            parser.error(f"no step {name}; there are {', '.join(STEPS)}")
        print(f"== {name}", flush=True)
        step: Callable[[], None] = getattr(workshop, name)
        step()


if __name__ == "__main__":
    main()
