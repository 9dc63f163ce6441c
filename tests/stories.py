"""A few articles of one or two sentences with their records written by hand, so that every fact in them is known.

rubio ==spoke_with== lavrov --met_with-- putin --accused-- starmer          macron --met_with-- merkel
  `----met_with---- zelensky --accused--'
"""

from dataclasses import dataclass, replace
from datetime import date

from graph.keeping import keep
from graph.model import Article, Claim, Entity, EntityType, Event, Modality, Participant, Polarity, Record, Run, Span
from graph.model import TimeSpan as Time
from graph.names import digest
from graph.store import Store

RUN = Run(extractor="by hand", version="1", model="none")
SUNDAY = Time(date(2025, 3, 16), date(2025, 3, 16), "day", "on Sunday")
STILL_TO_COME = Time(date(2025, 1, 20), None, "open")
FEBRUARY = Time(date(2025, 2, 1), date(2025, 2, 28), "month", "in February")


@dataclass(frozen=True)
class Who:
    """Somebody, with the words that the stories have for them."""

    id: str
    word: str
    name: str
    type: EntityType = "person"
    country: str | None = None
    named: bool = True


RUBIO = Who("actor:marco-rubio", "Rubio", "Marco Rubio", country="USA")
LAVROV = Who("actor:sergei-lavrov", "Lavrov", "Sergei Lavrov", country="RUS")
PUTIN = Who("actor:vladimir-putin", "Putin", "Vladimir Putin", country="RUS")
STARMER = Who("actor:keir-starmer", "Starmer", "Keir Starmer", country="GBR")
ZELENSKY = Who("actor:volodymyr-zelensky", "Zelensky", "Volodymyr Zelensky", country="UKR")
MACRON = Who("actor:emmanuel-macron", "Macron", "Emmanuel Macron", country="FRA")
MERKEL = Who("actor:angela-merkel", "Merkel", "Angela Merkel", country="DEU")
KREMLIN = Who("actor:kremlin", "Kremlin", "Kremlin", type="organization", country="RUS")
RIYADH = Who("place:riyadh", "Riyadh", "Riyadh", type="place", country="SAU")
PERSON = Who("actor:attack-one-person", "One person", "one person", named=False)


@dataclass(frozen=True)
class Story:
    """One sentence as an article of its own: subject, predicate, object, and what else it says."""

    id: str
    text: str
    subject: Who
    predicate: str
    object: Who
    type: str = "CONSULT"
    place: Who | None = None
    time: Time | None = None
    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    said_by: Who | None = None
    confidence: float = 0.8

    def article(self) -> Article:
        url = f"https://news.example/{self.id}"
        return Article(self.id, self.text, f"The {self.id}", date(2025, 3, 17), url, "Example News")

    def record(self) -> Record:
        people = [who for who in (self.subject, self.object, self.place, self.said_by) if who]
        event = self.event()
        claim = Claim(
            id="claim:" + digest(event.id),
            subject=self.subject.id,
            predicate=self.predicate,
            object=self.object.id,
            sentence=0,
            event=event.id,
            polarity=self.polarity,
            modality=self.modality,
            attributed_to=event.attributed_to,
            confidence=self.confidence,
        )
        sentence = Span(0, len(self.text))
        return Record(self.id, (sentence,), tuple(map(self.entity, people)), (event,), (claim,))

    def event(self) -> Event:
        actor = Participant(self.subject.id, "actor", self.at(self.subject.word))
        recipient = Participant(self.object.id, "recipient", self.at(self.object.word))
        return Event(
            id="event:" + digest(self.id),
            type=self.type,
            predicate=self.predicate,
            trigger=self.at(self.text.split()[1]),
            participants=(actor, recipient),
            sentence=0,
            place=self.place.id if self.place else None,
            time=self.time,
            polarity=self.polarity,
            modality=self.modality,
            attributed_to=self.said_by.id if self.said_by else None,
            confidence=self.confidence,
        )

    def entity(self, who: Who) -> Entity:
        return Entity(who.id, who.name, who.type, who.country, named=who.named, mentions=(self.at(who.word),))

    def at(self, words: str) -> Span:
        begin = self.text.index(words)
        return Span(begin, begin + len(words))


CALL = Story(
    "call",
    "Rubio spoke with Lavrov in Riyadh on Sunday, the Kremlin said.",
    RUBIO,
    "spoke_with",
    LAVROV,
    place=RIYADH,
    time=SUNDAY,
    said_by=KREMLIN,
    confidence=0.85,
)
STORIES = (
    CALL,
    Story("again", "Lavrov spoke with Rubio in February.", LAVROV, "spoke_with", RUBIO, time=FEBRUARY),
    Story("visit", "Putin met Lavrov.", PUTIN, "met_with", LAVROV),
    Story("summit", "Rubio met Zelensky.", RUBIO, "met_with", ZELENSKY),
    Story("charge", "Zelensky accused Putin.", ZELENSKY, "accused", PUTIN, type="ACCUSE", confidence=0.5),
    Story("speech", "Starmer accused Putin.", STARMER, "accused", PUTIN, type="ACCUSE"),
    Story("island", "Macron met Merkel.", MACRON, "met_with", MERKEL),
    Story("denial", "Starmer hasn't met Lavrov.", STARMER, "met_with", LAVROV, polarity="negative"),
    Story("plan", "Starmer will meet Rubio.", STARMER, "met_with", RUBIO, modality="planned", time=STILL_TO_COME),
    Story("attack", "One person attacked Starmer.", PERSON, "attacked", STARMER, type="ASSAULT"),
)


def fill(store: Store, *stories: Story) -> Store:
    """The store with these stories, or with all."""
    for story in stories or STORIES:
        keep(store, story.article(), story.record(), RUN)
    return store


def renamed(story: Story, article_id: str) -> Story:
    """The same sentence in another article."""
    return replace(story, id=article_id)
