"""Who stands nearby: the sides of talks along the words of the sentence, where the parse has none.

"met on Tuesday, in a villa outside Nicosia, *with the envoy, Ana Ruiz*".
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from graph.extraction import clauses, phrases
from graph.extraction.governors import tense
from graph.wordlist import wordlist

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.extraction.lexicon import Frame
    from graph.extraction.match import Part
    from graph.extraction.mentions import Mention
    from graph.extraction.participants import Participants
    from graph.extraction.slots import Slots
    from graph.extraction.tokens import Token

_TALKS = frozenset(("spoke_with", "met_with", "held_talks_with", "discussed_with", "negotiated_with", "hosted"))
_ASIDE = 14  # words that an aside between commas has at most
_REACH = 25  # words between what is told and who took part
_NAME = 12  # words between a preposition and the name behind it: "with the foreign minister of Chad, Idriss Warfa"
_STOPS = frozenset((";", ":", "“", "”", '"', "(", ")", "—", "--", "but"))
_RELATIVE = ("WDT", "WP", "WP$", "WRB")
_MANNERS = frozenset(wordlist("manners"))
_OPEN = frozenset(("of", "for", "to"))  # "the envoy *to* Chad, Ana Ruiz"
_SETTINGS = ("GPE", "LOC", "FAC", "DATE", "TIME", "ORDINAL")


class Nearby:
    """Looks along the words of an article for the sides that the parse did not give."""

    def __init__(self, participants: Participants) -> None:
        self._participants = participants
        self._mentions = participants.coreference.mentions

    def completed(
        self, frame: Frame, slots: Slots, actors: tuple[Part, ...], recipients: tuple[Part, ...], taken: set[int]
    ) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
        """The two sides of talks, with whom the words name of a side that is missing."""
        if frame.predicate not in _TALKS or frame.recipient_kind in ("media", "place"):
            return actors, recipients
        if not actors:
            actors = self._participants.of(_called(slots) or self._fresh(slots), taken, kind="actor")
        if recipients or len(actors) > 1:  # two actors met one another
            return actors, recipients
        found = self._participants.of(self._partners(frame, slots, actors), taken, kind="actor")
        return (actors, found) if actors else (found[:1], found[1:])

    def _partners(self, frame: Frame, slots: Slots, actors: tuple[Part, ...]) -> Iterable[Token]:
        last = max((slots.token, *slots.words), key=lambda token: token.i)
        if "between" in frame.actor and (found := self._between(last)):
            return found
        link = _link(last, frame.recipient) if actors else None
        if link is not None:
            return self._named_behind(link)
        return self._object(last) if actors and slots.is_verb and "object" in frame.recipient else ()

    def _between(self, word: Token) -> list[Token]:
        """ "talks Tuesday between *Kone* and, for the first time, *Ruiz*": both, or nobody."""
        link = _link(word, ("between",))
        first = self._named_behind(link) if link is not None else []
        joint = next((t for t in _path(first[0]) if t.lower_ == "and"), None) if first else None
        comma = [t for t in _path(joint) if t.text == ","][:1] if joint is not None and _opens_aside(joint) else []
        second = self._named_behind(_end_of_aside(comma[0]) if comma else joint) if joint is not None else []
        return [*first, *second] if second else []

    def _named_behind(self, link: Token) -> list[Token]:
        """The head of the first name behind a preposition, a person's if his office names a country or a body."""
        found: list[Token] = []
        for mention in self._names(link):
            if mention.type == "person":
                return [link.doc[mention.head]]
            found = found or ([link.doc[mention.head]] if mention.type in ("organization", "country") else [])
        return found

    def _names(self, link: Token) -> Iterator[Mention]:
        """The names of one phrase: none behind a verb, another preposition, or a comma behind a name."""
        named = set_off = False
        for token in link.doc[link.i + 1 : min(link.i + 1 + _NAME, link.sent.end)]:
            mention = self._name(token)
            if mention is not None and mention.start == token.i and not _is_owner(token, mention.end):
                if set_off and _is_next_subject(token, mention):
                    return
                named = True
                yield mention
            elif mention is None and (_ends_phrase(token) or (named and token.text in (",", "and"))):
                return
            set_off = set_off or token.text == ","

    def _name(self, token: Token) -> Mention | None:
        """The name that a word is part of, also one that only its capitals tell: "*Ana* Ruiz"."""
        mention = self._mentions.named(token)
        if mention is not None or token.pos_ != "PROPN" or token.ent_type_ in _SETTINGS:
            return mention
        return self._mentions.at(token if token.dep_ != "compound" else token.head)

    def _object(self, verb: Token) -> Iterator[Token]:
        """ "received in his palace *the envoy Peter Glass*": a person's name with no preposition before it."""
        for token in _path(verb):
            mention = self._mentions.named(token)
            if mention is None or mention.type != "person" or mention.start != token.i:
                continue
            before = self._start(token, verb)
            if not _is_owner(token, mention.end) and not _is_next_subject(token, mention) and _is_free(before, verb):
                yield token.doc[mention.head]
            return

    def _start(self, name: Token, verb: Token) -> Token:
        """The word before a name with its title: "in his *palace* the Swedish envoy Peter Glass"."""
        before = name.nbor(-1)
        while before.i > verb.i and (before.i in self._mentions.roles or before.pos_ in ("PROPN", "ADJ")):
            if before.ent_type_ in _SETTINGS and self._mentions.denoted(before) is None:
                break
            before = before.nbor(-1)
        return before.nbor(-1) if before.pos_ == "DET" and before.i > verb.i else before

    def _fresh(self, slots: Slots) -> list[Token]:
        """ "*Malik*, fresh from a meeting with Wrona, told …": who comes from talks, named before the comma."""
        start = slots.token.left_edge
        words = slots.token.doc[max(start.i - 4, start.sent.start) : start.i]
        opened = next(
            (a for a, b in pairwise(words) if a.lower_ in ("fresh", "straight", "back") and b.lower_ == "from"), None
        )
        if slots.is_verb or opened is None or opened.i - 2 < opened.sent.start:
            return []
        comma = opened.nbor(-1) if opened.nbor(-1).text == "," else opened.nbor(-2)
        mention = self._name(comma.nbor(-1)) if comma.text == "," and comma.i > comma.sent.start else None
        return [comma.doc[mention.head]] if mention is not None and mention.type == "person" else []


def _called(slots: Slots) -> list[Token]:
    """ "*Quispe* had what she called useful talks with": who had what somebody calls so."""
    if slots.is_verb:
        return []
    start = max(slots.token.sent.start + 1, slots.token.i - _NAME)
    what = next((t for t in slots.token.doc[start : slots.token.i] if t.lower_ == "what"), None)
    verb = what.nbor(-1) if what is not None else None
    if verb is None or verb.lemma_ not in ("have", "hold") or tense(verb) is None:  # "will hold what he calls talks"
        return []
    return [] if any(child.dep_ == "neg" for child in verb.children) else list(clauses.subjects(verb))


def _path(word: Token) -> Iterator[Token]:
    """The words behind a word up to another verb; what stands between two commas is passed over."""
    doc, i, end = word.doc, word.i + 1, min(word.i + 1 + _REACH, word.sent.end)
    while i < end:
        token = doc[i]
        if token.text in _STOPS or token.tag_ in _RELATIVE or token.pos_ == "VERB":
            return
        yield token
        closing = _end_of_aside(token) if token.text == "," else token
        i = closing.i if closing != token else i + 1


def _end_of_aside(comma: Token) -> Token:
    """The comma that closes what a comma opens; itself where none does, or where who took part stands behind it."""
    if comma.nbor(1).lower_ in ("with", "between"):
        return comma
    words = comma.doc[comma.i + 1 : min(comma.i + 1 + _ASIDE, comma.sent.end)]
    return next((token for token in words if token.text == ","), comma)


def _opens_aside(joint: Token) -> bool:
    return joint.i + 1 < joint.sent.end and joint.nbor(1).text == ","


def _link(word: Token, slots: Iterable[str]) -> Token | None:
    """The preposition behind which who took part is named, if nothing else in between could have it."""
    wanted = {slot for slot in slots if slot in ("with", "between")}
    ways = pairwise((word, *_path(word)))
    found = (token for before, token in ways if token.lower_ in wanted and _is_setting(before, word))
    return next((token for token in found if not _is_manner(token)), None)


def _is_manner(preposition: Token) -> bool:
    """ "with the *exception* of Cyprus", "with *help* from Ana Ruiz": how it was, and nobody who took part."""
    behind = preposition.doc[preposition.i + 1 : min(preposition.i + 3, preposition.sent.end)]
    return any(token.lower_ in _MANNERS for token in behind)


def _is_setting(before: Token, word: Token) -> bool:
    """True for the word itself, for where and when it was, and for an aside: "met *in May* with"."""
    placed = (
        before.ent_type_ in _SETTINGS or before.lemma_.lower() in phrases.VENUES or before.lower_ in ("first", "last")
    )
    return before == word or before.text == "," or before.pos_ == "ADV" or placed


def _is_free(before: Token, verb: Token) -> bool:
    """True unless the word before a name has the name for its own: "hosted a friend *of* Ana Ruiz"."""
    if before == verb or before.text == "," or before.pos_ == "ADV":
        return True
    return before.ent_type_ in _SETTINGS or before.pos_ == "NOUN"


def _is_owner(name: Token, end: int) -> bool:
    """ "*Cyprus's* Andreas Pavlou"."""
    last = name.doc[end - 1]
    follows = name.doc[end] if end < len(name.doc) else last
    return follows.tag_ == "POS" or last.tag_ == "POS"


def _is_next_subject(name: Token, mention: Mention) -> bool:
    """ "after talks with Iran, *Ruiz said*": who does something else."""
    if mention.end >= name.sent.end:
        return False
    follows = name.doc[mention.end]
    return follows.pos_ in ("VERB", "AUX") and follows.tag_ in ("VBD", "VBZ", "VBP", "MD")


def _ends_phrase(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") or token.text in _STOPS or (token.pos_ == "ADP" and token.lower_ not in _OPEN)
