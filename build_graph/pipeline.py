"""The whole way from files to a stored graph: the stages in order, on one screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from build_graph.curation import Decision, curate
from build_graph.curation.calibration import calibrated
from build_graph.extract import extract
from build_graph.iris import Iris, article_slugs
from build_graph.language_model import LanguageModel
from build_graph.model import Article, Extract, Skipped
from build_graph.quads import Context, canonical, quads
from build_graph.read import read
from build_graph.read.files import find_files
from build_graph.store import Manifest, digest_of, write_store
from build_graph.verify import FaultyExtract, verify
from ontology.terms import AKT, FOAF, OA, ORG, RDF, SCHEMA

Progress = Callable[[str, int], None]
"""Told the name of each file when its facts have been found, and how many files there are in all."""

_COUNTED = {
    "people": FOAF.Person,
    "organisations": ORG.FormalOrganization,
    "bodies": ORG.OrganizationalUnit,
    "meetings": AKT.Meeting,
    "collaborations": ORG.OrganizationalCollaboration,
    "reports": SCHEMA.Report,
    "resolutions": AKT.Resolution,
    "proposals": AKT.Proposal,
}


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build read and made."""

    articles: int
    skipped: tuple[Skipped, ...]
    counts: dict[str, int] = field(hash=False)
    quads: int
    digest: str
    uncertain: int = 0  # pairs of entities that may be one
    notes: tuple[str, ...] = ()  # decisions that no longer apply, a line each


def build(
    paths: Sequence[Path], folder: Path, *, iris: Iris | None = None, decisions: Sequence[Decision] = (), model: LanguageModel | None = None,
    progress: Progress = lambda file, total: None,
) -> Summary:  # fmt: skip
    """Builds the graph of exactly these files and folders into the store folder.

    Where not one article can be read, what was stored before stays.

    :param decisions: what people decided about this graph.
    :param model: the language model; None takes the one that ships with the product.
    :raises StoreError: where the store cannot be written; what was stored before is then untouched.
    """
    skipped: list[Skipped] = []
    total = sum(1 for _ in find_files(paths))
    extracts: Sequence[Extract] = list(extract_all(read(paths), skipped, lambda file: progress(file, total), model))
    if not extracts:
        return Summary(0, tuple(skipped), count((), Iris()), 0, digest_of(()))
    context = Context.standard(iris)
    curated = curate(extracts, context, decisions)
    extracts = [calibrated(extract) for extract in curated.extracts]
    graph = list(quads(extracts, curated.resolution, context, curated.applied))
    lines = canonical(graph)
    slugs = article_slugs(each.article.identifier for each in extracts)
    texts = {slugs[each.article.identifier]: each.article.text for each in extracts}
    about = {
        slugs[each.article.identifier]: {"identifier": each.article.identifier, "file": each.article.file} for each in extracts
    }
    digest = digest_of(lines)
    doubts = curated.resolution.uncertain
    write_store(folder, lines, Manifest(context.iris.base, context.version, digest, len(lines), about), texts, [asdict(each) for each in doubts])
    return Summary(len(extracts), tuple(skipped), count(graph, context.iris), len(lines), digest, len(doubts), curated.notes)


def extract_all(
    found: Iterable[Article | Skipped], skipped: list[Skipped], progress: Callable[[str], None], model: LanguageModel | None = None
) -> Iterator[Extract]:
    """What each article says. Files that were not read, or cannot be analysed, join `skipped` and stop no other."""
    for article in found:
        if isinstance(article, Skipped):
            skipped.append(article)
            progress(article.file)
            continue
        try:
            yield verify(extract(article, model))
        except FaultyExtract as error:
            skipped.append(Skipped(article.file, f"could not be analysed: {error}"))
        except Exception as error:  # a fault of ours in one article must not cost the user all the others
            skipped.append(Skipped(article.file, f"could not be analysed: {type(error).__name__}: {error}; please report this"))
        progress(article.file)


def count(graph: Iterable[Quad], iris: Iris) -> dict[str, int]:
    """How many of each kind of entity, and how many facts with evidence."""
    entities, types = iris.graph("entities"), Counter[str]()
    facts = set()
    for quad in graph:
        if quad.predicate.value == str(RDF.type) and quad.graph_name == entities and isinstance(quad.object, NamedNode):
            types[quad.object.value] += 1
        elif quad.predicate.value == str(OA.hasBody):
            facts.add(quad.object)
    return {**{name: types[str(type_)] for name, type_ in _COUNTED.items()}, "facts": len(facts)}
