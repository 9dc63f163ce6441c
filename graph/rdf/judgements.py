"""Between judgements and the quads of ``bc:judgements``."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import TYPE_CHECKING, cast

from pyoxigraph import NamedNode, Quad

from graph.model import Judgement
from graph.names import compact
from graph.rdf.terms import JUDGEMENTS, article_node, literal, node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graph.model import JudgementKind
    from graph.rdf.terms import Node

CLASSES: Mapping[JudgementKind, str] = {
    "merge": "Merge",
    "not_same": "NotSame",
    "split": "Split",
    "rename": "Rename",
    "retype": "Retype",
    "retract": "Retraction",
    "same_happening": "SameHappening",
}
_KINDS = {node(name): kind for kind, name in CLASSES.items()}


def write(judgement: Judgement) -> Iterator[Quad]:
    """The quads of one judgement."""
    this = node(judgement.id)
    for predicate, value in _values(judgement):
        yield Quad(this, node(predicate), value, JUDGEMENTS)


def _values(judgement: Judgement) -> Iterator[tuple[str, Node]]:
    yield "rdf:type", node(CLASSES[judgement.kind])
    yield "judged", node(judgement.subject)
    yield "judged_by", literal(judgement.by)
    yield "prov:endedAtTime", literal(judgement.at)
    yield "reason", literal(judgement.reason)
    if judgement.object is not None:
        yield "judged_with", node(judgement.object)
    if judgement.value is not None:
        yield "judged_value", literal(judgement.value)
    for article in judgement.articles:
        yield "judged_in", article_node(article)


def read(quads: Iterable[Quad]) -> list[Judgement]:
    """The judgements that the quads of ``bc:judgements`` tell of, the oldest first."""
    values: dict[NamedNode, dict[NamedNode, list[Node]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        # The graph holds nothing but IRIs and literals.
        values[cast("NamedNode", quad.subject)][quad.predicate].append(cast("Node", quad.object))
    return sorted((_judgement(this, found) for this, found in values.items()), key=lambda one: (one.at, one.id))


def _judgement(this: NamedNode, values: Mapping[NamedNode, list[Node]]) -> Judgement:
    def texts(name: str) -> list[str]:
        return sorted(value.value for value in values.get(node(name), ()))

    def maybe(name: str) -> str | None:
        return next(iter(texts(name)), None)

    other = maybe("judged_with")
    return Judgement(
        id=compact(this.value),
        kind=next(_KINDS[kind] for kind in values[node("rdf:type")] if isinstance(kind, NamedNode)),
        subject=compact(texts("judged")[0]),
        by=texts("judged_by")[0],
        at=datetime.fromisoformat(texts("prov:endedAtTime")[0]),
        reason=texts("reason")[0],
        object=compact(other) if other else None,
        value=maybe("judged_value"),
        articles=tuple(compact(article).removeprefix("article:") for article in texts("judged_in")),
    )
