"""Claims: the edges, each with the sentence that proves it."""

from dataclasses import dataclass
from typing import cast

from pyoxigraph import NamedNode

from graph.errors import NotFound
from graph.model import Modality, Polarity, Precision, Span, TimeSpan
from graph.queries.articles import Source, source_of
from graph.queries.description import Description, describe, given_node
from graph.queries.mentions import mention
from graph.queries.refs import Ref, maybe_ref, ref
from graph.rdf.terms import article_node
from graph.store.store import Store
from graph.view import View


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence, and where it stands in its article's text, in code points."""

    text: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """One edge with everything that is needed to check it.

    ``predicate`` is a name of the vocabulary (``spoke_with``) or ``verb:`` and a lemma; ``attributed_to`` is who said
    so, ``time`` when it happened as far as the article tells. ``event`` and what belongs to it is None for a relation
    that no event brings about, such as an office. ``subject_at`` and ``object_at`` are the words of the sentence that
    stand for the two, in the article's offsets; None for one that only the sentences before name.
    """

    id: str
    subject: Ref
    predicate: str
    object: Ref
    sentence: Quote
    article: Source
    polarity: Polarity
    modality: Modality
    confidence: float
    subject_at: Span | None = None
    object_at: Span | None = None
    attributed_to: Ref | None = None
    event: str | None = None
    type: str | None = None
    mode: str | None = None
    time: TimeSpan | None = None
    place: Ref | None = None
    topic: str | None = None


def get(store: Store, claim_id: str) -> Claim:
    """One claim by its id (``claim:`` and a hash); raises NotFound."""
    claim = given_node(claim_id)
    about = describe(store, claim) if claim else None
    if about is None or "rdf:subject" not in about.properties:
        raise NotFound(f"There is no claim {claim_id!r}.")
    retracted = View.of(store).canon.retracted.get(about.node)
    if retracted:
        raise NotFound(f"The claim {claim_id!r} was retracted by {retracted}.")
    return read(store, about)


def read(store: Store, about: Description) -> Claim:
    """A claim from its description, with all that it refers to."""
    happening = about.node_of("event")
    event = describe(store, happening) if happening else Description(about.node, {})
    sentence, article = quote(store, _required(about, "prov:wasDerivedFrom"))
    return Claim(
        id=about.id,
        subject=ref(store, _required(about, "rdf:subject")),
        predicate=about.text("rdf:predicate"),
        object=ref(store, _required(about, "rdf:object")),
        sentence=sentence,
        article=article,
        polarity=cast("Polarity", about.text("polarity")),
        modality=cast("Modality", about.text("modality")),
        confidence=float(about.text("confidence")),
        subject_at=_at(store, _required(about, "rdf:subject"), sentence, article, event),
        object_at=_at(store, _required(about, "rdf:object"), sentence, article, event),
        attributed_to=maybe_ref(store, about.node_of("attributed_to")),
        event=event.id if happening else None,
        type=event.maybe("type"),
        mode=event.maybe("mode"),
        time=time_of(event),
        place=maybe_ref(store, event.node_of("place")),
        topic=event.maybe("topic"),
    )


def quote(store: Store, sentence: NamedNode) -> tuple[Quote, Source]:
    """A sentence's words and the article that they stand in."""
    about = describe(store, sentence)
    words = Quote(about.text("nif:anchorOf"), about.number("nif:beginIndex"), about.number("nif:endIndex"))
    return words, source_of(describe(store, _required(about, "nif:referenceContext")))


def time_of(event: Description) -> TimeSpan | None:
    """When an event happened, or from when on it may; None where nobody said."""
    begin = event.day("sem:hasBeginTimeStamp") or event.day("sem:hasEarliestBeginTimeStamp")
    if begin is None:
        return None
    return TimeSpan(
        begin,
        event.day("sem:hasEndTimeStamp"),
        cast("Precision", event.text("time_precision")),
        event.maybe("time_text"),
    )


def _at(store: Store, entity: NamedNode, sentence: Quote, article: Source, event: Description) -> Span | None:
    within = Span(sentence.begin, sentence.end)
    return mention(store, entity, within, article=article_node(article.id), event=event)


def _required(about: Description, name: str) -> NamedNode:
    found = about.node_of(name)
    if found is None:
        raise LookupError(f"{about.id} has no {name}: the store is damaged or was written by something else")
    return found
