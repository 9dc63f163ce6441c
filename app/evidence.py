"""An edge as it is drawn, with the sentences that prove it."""

from datetime import date
from typing import Self

from pydantic import BaseModel, Field

from graph.model import Modality, Span, TimeSpan
from graph.network.network import Edge as NetworkEdge
from graph.queries import claims
from graph.queries.claims import Claim
from graph.queries.refs import Ref
from graph.store import Store


class Evidence(BaseModel):
    """One claim with its sentence; offsets count code points into the article's text."""

    claim: str = Field(examples=["claim:6931c9df65183a30"])
    predicate: str = Field(examples=["spoke_with"])
    subject: str = Field(examples=["actor:marco-rubio"])
    subject_name: str = Field(examples=["Marco Rubio"])
    object: str = Field(examples=["actor:sergei-lavrov"])
    object_name: str = Field(examples=["Sergei Lavrov"])
    event: str | None
    sentence: str
    begin: int
    end: int
    subject_at: Span | None = Field(
        description="The words that stand for the subject; null if none in the sentence do."
    )
    object_at: Span | None = Field(description="The words that stand for the object, likewise.")
    article: str = Field(description="The article's id, as in `/articles/{id}`.")
    title: str | None
    published: date | None
    url: str | None
    source: str | None
    time: TimeSpan | None
    topic: str | None
    place: str | None = Field(examples=["place:riyadh"])
    place_name: str | None
    modality: Modality
    attributed_to: str | None = Field(description="Who said so.", examples=["actor:kremlin"])
    attributed_to_name: str | None
    confidence: float = Field(ge=0, le=1)

    @classmethod
    def of(cls, claim: Claim) -> Self:
        """A claim, flat."""
        article, sentence = claim.article, claim.sentence
        return cls(
            claim=claim.id,
            predicate=claim.predicate,
            subject=claim.subject.id,
            subject_name=claim.subject.name,
            object=claim.object.id,
            object_name=claim.object.name,
            event=claim.event,
            sentence=sentence.text,
            begin=sentence.begin,
            end=sentence.end,
            subject_at=claim.subject_at,
            object_at=claim.object_at,
            article=article.id,
            title=article.title,
            published=article.published,
            url=article.url,
            source=article.source,
            time=claim.time,
            topic=claim.topic,
            place=_id(claim.place),
            place_name=_name(claim.place),
            modality=claim.modality,
            attributed_to=_id(claim.attributed_to),
            attributed_to_name=_name(claim.attributed_to),
            confidence=claim.confidence,
        )


class Edge(BaseModel):
    """All that connects two actors; each piece of evidence has its own direction, from subject to object."""

    source: str = Field(examples=["actor:marco-rubio"])
    target: str = Field(examples=["actor:sergei-lavrov"])
    predicates: list[str] = Field(description="The relations, the most frequent first.", examples=[["spoke_with"]])
    count: int = Field(description="How many claims there are; `evidence` may be fewer.")
    evidence: list[Evidence]


def edge(store: Store, source: str, target: str, edges: tuple[NetworkEdge, ...], *, most: int) -> Edge:
    """The claims between two actors, the surest first, with up to ``most`` sentences."""
    names = [one.predicate for one in edges]
    return Edge(
        source=source,
        target=target,
        predicates=sorted(set(names), key=lambda name: (-names.count(name), name)),
        count=len(edges),
        evidence=[Evidence.of(claims.get(store, one.claim)) for one in edges[:most]],
    )


def _id(ref: Ref | None) -> str | None:
    return ref.id if ref else None


def _name(ref: Ref | None) -> str | None:
    return ref.name if ref else None
