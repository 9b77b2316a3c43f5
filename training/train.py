"""Makes the shipped language model: `python -m training.train --shared ../shared --work build/training`.

Steps, in order; `--steps names,grammar` repeats some of them with the others' results in the work folder. MODEL_CARD.md says
how long each takes and what came out.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import build_graph.language_model as package
from training import contexts, evaluate, gazetteers, lemmas, names, vectors

if TYPE_CHECKING:
    from build_graph.language_model.lookup import Lookup
    from training.nets import NetSettings
    from training.network import Encoder

DATA = Path(package.__file__).parent / "data"


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
        contexts.train(names.examples(names.training_sentences(self.norne), self.lists, settings), self.work / "contexts.crfsuite")
        contexts.collect(self.work / "contexts.crfsuite", self.tokenised, DATA / "contexts.tsv")

    def field(self) -> None:
        settings = names.Settings(seed=self.seed)
        names.train(names.examples(names.training_sentences(self.norne), self.lists, settings), DATA / "names.crfsuite", settings)

    def names(self) -> None:
        from training import export, nets

        sentences = names.training_sentences(self.norne)
        lookup, fresh = self._fresh(nets.NAMES)
        net = nets.train_names(
            lookup,
            fresh,
            lambda epoch: names.examples(sentences, self.lists, names.Settings(seed=100 * self.seed + epoch, lines=3000, replaced=0.4)),
            replace(nets.NAMES, seed=self.seed),
        )
        export.save(DATA / "names.npz", export.names_arrays(net))

    def grammar(self) -> None:
        from training import export, nets

        sentences = names.training_sentences(self.norne)
        tags = sorted({tag for one in sentences for tag in one.pos})
        deps = sorted({dep for one in sentences for dep in one.deps})
        lookup, fresh = self._fresh(nets.GRAMMAR)
        net = nets.train_grammar(lookup, fresh, sentences, tags, deps, replace(nets.GRAMMAR, seed=self.seed))
        export.save(DATA / "grammar.npz", export.grammar_arrays(net))
        (DATA / "tags.txt").write_text("".join(f"{tag}\n" for tag in tags), encoding="utf-8")
        (DATA / "deps.txt").write_text("".join(f"{dep}\n" for dep in deps), encoding="utf-8")

    def evaluate(self) -> None:
        evaluate.report(self.shared)

    def _fresh(self, settings: NetSettings) -> tuple[Lookup, Encoder]:
        """(lookup, encoder) over the vectors and the training split's words."""
        import torch

        from build_graph.language_model.lookup import Lookup
        from training import nets

        torch.manual_seed(self.seed)
        torch.set_num_threads(1)
        table_words, table = vectors.read(self.work / "vectors.vec")
        words = nets.learned_words(names.training_sentences(self.norne))
        (DATA / "words.txt").write_text("".join(f"{word}\n" for word in words), encoding="utf-8")
        return Lookup(table_words, words), nets.encoder(table, len(words), settings)


STEPS = ("vectors", "lists_of_words", "contexts", "field", "names", "grammar", "evaluate")


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
