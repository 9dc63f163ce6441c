"""A record of the seed article, made by hand: what a careful reader takes from its fourth and fifth paragraph."""

from datetime import date
from pathlib import Path

from graph.model import Article, Claim, Entity, Event, Participant, Record, Run, Span, TimeSpan

SEED = Path(__file__).parents[2] / "seeds" / "2025-03-16-us-russia-ukraine.txt"
RUN = Run(extractor="backchannel", version="0.1.0", model="none")
ARTICLE = Article(
    id="2025-03-16-us-russia-ukraine",
    text=SEED.read_text(),
    title="Russia and US discuss the next steps",
    published=date(2025, 3, 16),
    url="https://example.org/2025/03/16/us-russia",
    source="Example",
)
RUBIO, LAVROV, UKRAINE = "actor:marco-rubio", "actor:sergei-lavrov", "actor:ukraine"
MINISTRY, RIYADH = "actor:ministry-of-foreign-affairs-russia", "place:riyadh"


def span(words: str, *, after: str = "") -> Span:
    """Where the words stand first, counted from where other words stand first."""
    begin = ARTICLE.text.index(words, ARTICLE.text.index(after))
    return Span(begin, begin + len(words))


def _sentence(first: str, last: str) -> Span:
    return Span(span(first).begin, span(last, after=first).end)


SENTENCES = (
    _sentence("Russia and the United States have held", "announced on Sunday."),
    _sentence("On Sunday, Russia’s foreign ministry", "in Riyadh last month."),
    _sentence("According to the Russian statement", "ceasefire initiative."),
)
_HERE = "On Sunday, Russia’s foreign ministry"
CALL = Event(
    id="event:1f0c6f2a9b3d4e5f",
    type="CONSULT",
    predicate="spoke_with",
    trigger=span("spoke", after=_HERE),
    participants=(
        Participant(RUBIO, "actor", span("Marco Rubio")),
        Participant(LAVROV, "recipient", span("Sergei Lavrov")),
        Participant(UKRAINE, "topic", span("Ukraine")),
        Participant(RIYADH, "place", span("Riyadh")),
    ),
    sentence=1,
    mode="phone",
    place=RIYADH,
    time=TimeSpan(date(2025, 3, 15), date(2025, 3, 16), "day", "On Sunday"),
    attributed_to=MINISTRY,
    topic="“concrete aspects of implementing agreements”",
    confidence=0.85,
)
RECORD = Record(
    id=ARTICLE.id,
    sentences=SENTENCES,
    entities=(
        Entity(id=UKRAINE, name="Ukraine", type="country", country="UKR", wikidata="Q212", mentions=(span("Ukraine"),)),
        Entity(
            id=MINISTRY,
            name="Ministry of Foreign Affairs",
            type="organization",
            country="RUS",
            sector="GOV",
            mentions=(span("Russia’s foreign ministry"),),
        ),
        Entity(
            id=RUBIO,
            name="Marco Rubio",
            type="person",
            country="USA",
            sector="GOV",
            wikidata="Q324546",
            title="Secretary of State",
            mentions=(span("Marco Rubio"), span("Rubio", after="According to")),
        ),
        Entity(
            id=LAVROV,
            name="Sergei Lavrov",
            type="person",
            country="RUS",
            sector="GOV",
            title="Foreign Minister",
            mentions=(span("Sergei Lavrov"), span("Lavrov", after="According to")),
        ),
        Entity(id=RIYADH, name="Riyadh", type="place", country="SAU", mentions=(span("Riyadh"),)),
    ),
    events=(CALL,),
    claims=(
        Claim(
            id="claim:0a1b2c3d4e5f6071",
            subject=RUBIO,
            predicate="spoke_with",
            object=LAVROV,
            sentence=1,
            event=CALL.id,
            attributed_to=MINISTRY,
            confidence=0.85,
        ),
        Claim(
            id="claim:1a1b2c3d4e5f6071",
            subject=LAVROV,
            predicate="agreed_with",
            object=RUBIO,
            sentence=2,
            confidence=0.75,
        ),
    ),
)
