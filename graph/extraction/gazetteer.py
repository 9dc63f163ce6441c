"""Names: those that are known, and those that the entity recogniser finds, with the titles before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.matcher import PhraseMatcher
from spacy.util import filter_spans

from graph.extraction import phrases
from graph.extraction.additions import additions
from graph.extraction.bearers import unrecognised
from graph.extraction.institutions import is_national
from graph.extraction.mentions import Mention, demonym
from graph.extraction.regions import with_states
from graph.extraction.things import with_things
from graph.extraction.titles import Text, with_title
from graph.extraction.tokens import Span
from graph.linking.spelling import spelling
from graph.wordlist import wordlist

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from spacy.language import Language

    from graph.extraction.tokens import Doc
    from graph.linking.knowledge import Knowledge, Known, RoleNoun
    from graph.model import EntityType

LABELS: dict[str, EntityType] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}
_STORMS = wordlist("storms")
_STATE = frozenset(("GOV", "JUD", "LEG", "MIL"))  # sectors of bodies that every country has
_ACRONYM = 5  # letters


class Gazetteer:
    """Finds names and titles in a parsed article; built once for a model and a body of knowledge."""

    def __init__(self, nlp: Language, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._known = PhraseMatcher(nlp.vocab)
        self._actors: dict[str, Known] = {}
        for name, known in knowledge.names():
            several = (f"{name}s",) if known.type == "other" else ()
            self._known.add(name, [nlp.make_doc(form) for form in (*_forms(name), *several)])
            self._actors[name] = known
        people = ((name, known) for name, known in knowledge.names() if known.type == "person" and " " in name)
        self._spellings = {spelling(name): known for name, known in people}
        self._cities = PhraseMatcher(nlp.vocab)
        for city in (city for known in knowledge.actors for city in known.capitals):
            self._cities.add("GPE", [nlp.make_doc(form) for form in _forms(city)])
        self._titles = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._roles: dict[str, RoleNoun] = {}
        for form, role in knowledge.role_forms():
            self._titles.add(form, [nlp.make_doc(form)])
            self._roles[form] = role
        self._storms = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._storms.add("STORM", [nlp.make_doc(storm) for storm in _STORMS])

    def titles(self, doc: Doc) -> dict[int, tuple[Span, RoleNoun]]:
        """Role nouns of the text, the longest first, by the position of the word that heads them."""
        spans = [span for span in _longest(_found(self._titles, doc)) if span.text != "pm"]  # "3 pm"
        return {span.root.i: (span, self._roles[span.label_]) for span in spans}

    def names(self, doc: Doc, titles: Mapping[int, tuple[Span, RoleNoun]]) -> list[Mention]:
        """All names in the order of the text, each person with the title that stands before or behind the name."""
        inside = {i for span, _ in titles.values() if len(span) > 1 for i in range(span.start, span.end)}
        listed = [*_found(self._known, doc), *_found(self._cities, doc), *self._added(doc)]
        named = [*self._whole(listed), *_storms(_found(self._storms, doc))]
        known = [span for span in _longest(named) if not _is_common(span)]
        known = [span for span in known if not _is_maker(span)]
        ends = {span.end: span.start for span, role in titles.values() if role.kind == "person"}
        recognised = (self._without_title(span, ends) for span in self._recognised(doc))
        found = [span for span in recognised if not inside.issuperset(range(span.start, span.end))]
        better = [span for span in found if _is_preferred(span, known)]
        mentions = [self._mention(span) for span in _longest([*known, *better])]
        missed = [
            *self._surnames(doc, mentions),
            *_called(doc, mentions, titles),
            *_sites(doc),
            *_bodies(titles, mentions),
        ]
        mentions = sorted({m.start: m for m in (*missed, *mentions)}.values(), key=lambda mention: mention.start)
        mentions = with_states(with_things(mentions, doc, self.knowledge), doc)
        text = Text(doc, mentions, titles, self.knowledge)
        return [with_title(mention, text) for mention in mentions]

    def _added(self, doc: Doc) -> Iterator[Span]:
        """The names that users added."""
        for span, known in additions(doc, self.knowledge):
            self._actors[span.label_] = known
            yield span

    def _whole(self, spans: list[Span]) -> list[Span]:
        """Without those that run into another name of the same actor: "President Xi" where "*Xi Jinping*" stands."""
        whose = [self._actors.get(span.label_) for span in spans]
        ends = {(id(actor), span.start): span.end for actor, span in zip(whose, spans, strict=True)}
        return [
            span
            for actor, span in zip(whose, spans, strict=True)
            if not any(ends.get((id(actor), i), 0) > span.end for i in range(span.start + 1, span.end))
        ]

    def _surnames(self, doc: Doc, mentions: list[Mention]) -> Iterator[Mention]:
        """Lone surnames that the recogniser missed: of a person named in full here, or of one known person."""
        covered = {i for mention in mentions for i in range(mention.start, mention.end)}
        here = {mention.name.split()[-1] for mention in mentions if mention.type in ("person", "other")}
        for token in (token for token in doc if token.ent_type_ != "DATE"):
            known = token.pos_ == "PROPN" and len(self.knowledge.surnamed(token.text)) == 1
            if (known or token.text in here) and token.i not in covered and phrases.is_lone_name(token):
                yield Mention(token.i, token.i + 1, token.i, "name", token.text, "person")

    def _recognised(self, doc: Doc) -> Iterator[Span]:
        for entity in doc.ents:
            span = _stripped(entity)
            if entity.label_ in LABELS and span is not None and not (self._only_modifies(span) or _is_maker(span)):
                yield span

    def _without_title(self, name: Span, ends: Mapping[int, int]) -> Span:
        """ "*United Nations* Special Envoy" and "First Lady *Brigitte Macron*", which the recogniser cuts otherwise."""
        for end in range(name.start + 1, name.end):
            if name.label_ == "PERSON" and ends.get(end, end) < name.start:
                return Span(name.doc, end, name.end, label="PERSON")
        start = ends.get(name.end, 0)
        body = name.doc[name.start : start] if name.label_ == "ORG" and start > name.start else None
        return Span(name.doc, name.start, start, label="ORG") if body and self.knowledge.named(body.text) else name

    def _only_modifies(self, span: Span) -> bool:
        """ "Russian" or "European" alone names nobody."""
        adjective = all(token.tag_ == "JJ" for token in span)
        return adjective or (len(span) == 1 and span[0].tag_ != "NNPS" and bool(self.knowledge.demonym(span.text)))

    def _mention(self, span: Span) -> Mention:
        known = self._actors.get(span.label_) if span.label_ not in LABELS else self._known_as(span)
        people = None if known else self.knowledge.demonym(span.text)
        ethnic = span.start > 0 and span.doc[span.start - 1].lower_ == "ethnic"
        if people is not None and people.type == "country" and not ethnic:
            known = people
        abroad = self._abroad(span, known)
        if known is not None and abroad is not None:
            start, name = span.start - 1, f"{span.doc[span.start - 1].text} {phrases.words(span)}"
            return Mention(start, span.end, span.root.i, "name", name, known.type, abroad.country, known.sector)
        home = known or (self._home(span) if span.label_ == "ORG" else None) or (None if ethnic else people)
        type_ = known.type if known else LABELS.get(span.label_, "other")
        return Mention(
            span.start,
            span.end,
            span.root.i,
            "name",
            known.name if known else phrases.words(span),
            type_,
            country=home.country if home else None,
            sector=known.sector if known else None,
            known=known,
        )

    def _known_as(self, span: Span) -> Known | None:
        """Who bears the name, a person's however it is transliterated: "Sergej Lawrow"."""
        person = span.label_ in ("PERSON", "ORG") and len(span) > 1
        return self.knowledge.named(span.text) or (self._spellings.get(spelling(span.text)) if person else None)

    def _abroad(self, name: Span, known: Known | None) -> Known | None:
        """The country of "the *Kenyan* Senate", which is not the American one, though that goes by this name."""
        if known is None or known.type != "organization" or known.sector not in _STATE or name.start == 0:
            return None
        people = demonym(name.doc[name.start - 1], self.knowledge)
        other = people is not None and people.type == "country" and people.country != known.country
        return people.known if people is not None and other and known.country else None

    def _home(self, name: Span) -> Known | None:
        """The country whose name, people or capital is a part of a body's name: "Nigerian Union of Teachers"."""
        for token in name:
            mention = demonym(token, self.knowledge)
            known = mention.known if mention else self.knowledge.named(token.text) or self.knowledge.capital(token.text)
            if known is not None and known.type in ("country", "place"):
                return known
        return None


def _forms(name: str) -> tuple[str, ...]:
    """The name as it is, and in capitals unless it is short enough to be mistaken for an acronym then."""
    return (name, name.upper()) if len(name) > _ACRONYM else (name,)


def _found(matcher: PhraseMatcher, doc: Doc) -> list[Span]:
    return [doc.span(found) for found in matcher(doc.parsed, as_spans=True)]


def _longest(spans: Iterable[Span]) -> list[Span]:
    """Those that no longer one overlaps."""
    return filter_spans(spans)  # type: ignore[arg-type, return-value]  # it asks where they begin and end only


def _is_common(span: Span) -> bool:
    """True for a name that is used as an ordinary word here ("a united nations of …")."""
    return len(span) == 1 and span[0].pos_ in ("VERB", "AUX", "ADP", "PRON", "DET", "INTJ")


def _is_maker(name: Span) -> bool:
    """True for "*Boeing* 747" and "*Lufthansa* Flight 319", where the name is that of a thing."""
    token = name.doc[name.end] if name.end < len(name.doc) else None
    return token is not None and (phrases.is_model(token) or phrases.is_flight(token))


def _storms(found: list[Span]) -> Iterator[Span]:
    """ "Hurricane Dorian" or "Tropical Storm Barry", whatever the recogniser takes it for."""
    for storm in found:
        token, last = storm[0], storm.end == len(storm.doc)
        if not last and token.text[0].isupper() and token.nbor().text.istitle():
            start = token.i - 1 if token.i and token.nbor(-1).text == "Tropical" else token.i
            yield Span(storm.doc, start, token.i + 2, label="STORM")


def _stripped(entity: Span) -> Span | None:
    """The recognised name without article, possessive, quotes, brackets and the next line; None if that is all."""
    start, end = entity.start, entity.end
    for i in range(start, end):
        if "\n" in entity.doc[i].text or (i > start and entity.doc[i].text in ("(", "[")):
            end = i
            break
    end = next((i for i in range(start + 1, end) if _is_end_of_body(entity.doc, entity.start, i)), end)
    while start < end and (entity.doc[start].is_punct or entity.doc[start].lower_ in ("the", "a", "an", "born")):
        start += 1
    while start < end and (entity.doc[end - 1].is_punct or entity.doc[end - 1].tag_ in ("POS", "IN", "DT")):
        end -= 1
    span = Span(entity.doc, start, end, label=entity.label_)
    proper = any(token.text[:1].isupper() for token in span)
    return span if end > start and proper and span.text.lower() not in phrases.NO_NAMES else None


def _is_end_of_body(doc: Doc, start: int, at: int) -> bool:
    """ "the Air Force *for* Procurement", where the name is a part of somebody's title."""
    return doc[at].lower_ == "for" and is_national(phrases.words(doc[start:at]))


def _sites(doc: Doc) -> Iterator[Mention]:
    """Sites that the recogniser missed: "told *Lenta.ru*"."""
    for token in doc:
        if (
            "." in token.text[1:-1]
            and token.pos_ == "PROPN"
            and token.like_url
            and not token.ent_type_
            and token.text.replace(".", "").isalnum()
        ):
            yield Mention(token.i, token.i + 1, token.i, "name", token.text, "organization")


def _bodies(titles: Mapping[int, tuple[Span, RoleNoun]], mentions: list[Mention]) -> Iterator[Mention]:
    """National bodies that the recogniser missed: "the *Air Force*"."""
    covered = {i for mention in mentions for i in range(mention.start, mention.end)}
    for span, role in titles.values():
        body = role.kind == "organization" and not span.text.isupper() and all(t.text[0].isupper() for t in span)
        if body and is_national(span.text) and not covered.intersection(range(span.start, span.end)):
            yield Mention(span.start, span.end, span.root.i, "name", span.text, "organization", sector=role.sector)


def _called(doc: Doc, mentions: list[Mention], titles: Mapping[int, tuple[Span, RoleNoun]]) -> Iterator[Mention]:
    """Names that the recogniser missed right behind what they name: "the gas producer *Energean*"."""
    covered = {i for mention in mentions for i in range(mention.start, mention.end)}
    for i, (_, role) in titles.items():
        token = doc[min(i + 1, len(doc) - 1)]
        called = token.dep_ == "appos" and token.head.i == i and token.pos_ == "PROPN" and phrases.is_lone_name(token)
        if called and not token.ent_type_ and token.i not in covered:
            type_: EntityType = "organization" if role.kind == "organization" else "person"
            yield Mention(token.i, token.i + 1, token.i, "name", token.text, type_)
    for start, end in unrecognised(doc, covered, titles):
        yield Mention(start, end, end - 1, "name", doc[start:end].text, "person")


def _is_preferred(found: Span, known: list[Span]) -> bool:
    """True where a recognised name is right against the known names that it overlaps.

    A longer recognised name wins ("Air France" is not France), unless a known body is its head ("US State
    Department").
    """
    for span in known:
        if span.start < found.end and found.start < span.end:
            longer = found.start <= span.start and span.end <= found.end and len(found) > len(span)
            if not longer or (span.root.i == found.root.i and len(span) > 1):
                return False
    return True
