"""Answers: what the client makes of the service's JSON; frozen, and readable when printed."""

from dataclasses import dataclass
from datetime import date

from graph.model import Modality, TimeSpan
from graph.queries.refs import Ref


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim and the sentence that makes it; ``begin`` and ``end`` count code points of the article's text.

    ``subject`` and ``object`` are ids, ``attributed_to`` is the id of who said so, ``time`` when it happened as far as
    the article tells, ``published`` the article's own day.
    """

    claim: str
    subject: str
    subject_name: str
    predicate: str
    object: str
    object_name: str
    sentence: str
    begin: int
    end: int
    article: str
    title: str | None
    published: date | None
    url: str | None
    source: str | None
    time: TimeSpan | None
    topic: str | None
    place: str | None
    modality: Modality
    attributed_to: str | None
    confidence: float

    def __str__(self) -> str:
        day = f", {self.published}" if self.published else ""
        return (
            f"{self.subject_name} {self.predicate} {self.object_name}\n"
            f"  “{self.sentence}”\n"
            f"  {self.title or self.article}{day}"
        )


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a path; ``count`` claims are known, of which ``evidence`` holds the surest."""

    source: str
    target: str
    predicates: tuple[str, ...]
    count: int
    evidence: tuple[Evidence, ...]

    def __str__(self) -> str:
        return "\n".join(map(str, self.evidence))


@dataclass(frozen=True, slots=True, repr=False)
class Path:
    """The actors along a path in order, and the hop from each to the next."""

    actors: tuple[Ref, ...]
    hops: tuple[Hop, ...]

    def __str__(self) -> str:
        names = " – ".join(actor.name for actor in self.actors)
        return "\n".join((names, *map(str, self.hops)))

    # A notebook shows what a cell returns by its repr.
    __repr__ = __str__
