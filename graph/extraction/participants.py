"""Participants: whom the words in a slot stand for, and who of them can have the role that a frame gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction import clauses, phrases
from graph.extraction.match import Part, is_of_kind
from graph.extraction.slots import Slots

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.extraction.coreference import Coreference
    from graph.extraction.lexicon import Kind, Lexicon
    from graph.extraction.tokens import Token

_AMOUNTS = ("QUANTITY", "MONEY", "PERCENT", "DATE", "TIME", "ORDINAL")


class Participants:
    """Finds those who take part in the events of an article."""

    def __init__(self, lexicon: Lexicon, coreference: Coreference) -> None:
        self.lexicon = lexicon
        self.coreference = coreference
        self._known: dict[tuple[int, bool, bool], tuple[Part, ...]] = {}
        self._acts = lexicon.happenings.union(lexicon.nouns)
        self._abstract = self._acts.union(lexicon.abstract) - lexicon.concrete

    def leaders(self, parts: tuple[Part, ...], taken: set[int]) -> tuple[Part, ...]:
        """ "A delegation led by *Witkoff* met …": who leads those who talk talks himself."""
        below = [verb for part in parts for verb in part.token.rights if verb.dep_ == "acl" and verb.tag_ == "VBN"]
        leaders = [t for verb in below if verb.lemma_ in ("lead", "head") for t in clauses.subjects(verb)]
        return self.of(leaders, taken, kind="actor")

    def role(
        self, slots: Slots, names: Iterable[str], taken: set[int], *, kind: Kind | None = None, doers: bool = True
    ) -> tuple[Part, ...]:
        """Those in the first slot that somebody of the kind fills, else, if any kind will do, something.

        ``doers``: an act in the slot stands for who did it.
        """
        for wanted in (kind,) if kind is not None else ("actor", None):
            for name in names:
                tokens = slots.fill(name)
                parts = self.of(tokens, taken, kind=wanted, denoted=name == "modifier", doers=doers) if tokens else ()
                if parts:
                    return parts
        return ()

    def owners(self, slots: Slots, names: Iterable[str], taken: set[int]) -> tuple[Part, ...]:
        """ "*Syrian* missiles struck …": what belongs to somebody acts for him."""
        for token in (token for name in names for token in slots.fill(name)):
            mention = self.coreference.mentions.at(token)
            if mention is not None and mention.office_of is not None and mention.type == "other":
                owner = self.coreference.referents.of_name(mention.office_of)
                if id(owner) not in taken:
                    taken.add(id(owner))
                    return (Part(owner, token),)
        return ()

    def of(
        self,
        tokens: Iterable[Token],
        taken: set[int],
        *,
        kind: Kind | None,
        denoted: bool = False,
        doers: bool = True,
    ) -> tuple[Part, ...]:
        """Whom the words stand for, none of them twice and none who already has a role; ``taken`` is added to."""
        parts: dict[int, Part] = {}
        for token in map(phrases.behind_amount, tokens):
            amount = token.ent_type_ in _AMOUNTS and not phrases.is_age(token)
            if amount or self.coreference.mentions.is_region(token):
                continue
            for part in self._stand_for(token, denoted=denoted, doers=doers):
                referent = part.referent
                thing = kind is None and not phrases.is_persons(part.token)
                if id(referent) not in taken and (thing or is_of_kind(referent, kind)):
                    parts.setdefault(id(referent), part)
        taken.update(parts)
        return tuple(parts.values())

    def _stand_for(self, token: Token, *, denoted: bool, doers: bool = True) -> tuple[Part, ...]:
        """Whom a word stands for; looked up once, as many frames ask."""
        asked = token.i, denoted, doers
        if asked not in self._known:
            self._known[asked] = tuple(self._looked_up(token, denoted=denoted, doers=doers))
        return self._known[asked]

    def _looked_up(self, token: Token, *, denoted: bool, doers: bool) -> Iterator[Part]:
        if denoted:
            name = self.coreference.mentions.denoted(token)
            if name is not None:
                yield Part(self.coreference.referents.of_name(name), token)
            return
        done_by = self._doers_of(token) if doers else []
        if done_by:
            yield from done_by
            return
        yield from (Part(referent, word) for referent, word in self.coreference.members(token))

    def _doers_of(self, token: Token) -> list[Part]:
        """ "A *Russian* drone attack killed …": where an act acts, whoever did it."""
        if (
            token.pos_ != "NOUN"
            or token.lemma_.lower() not in self.lexicon.nouns
            or self.coreference.mentions.named(token)
        ):
            return []
        if token.i in self.coreference.mentions.roles:
            return []
        slots = Slots(token, [], self.lexicon)
        words = [*slots.fill("possessor"), *slots.fill("by"), *slots.fill("modifier")]
        named = [word for word in words if self.coreference.mentions.denoted(word) is not None]
        doers = named[:1] or slots.fill("between")
        return [part for word in doers for part in self._stand_for(word, denoted=bool(named))]

    def concrete(self, parts: tuple[Part, ...]) -> tuple[Part, ...]:
        """Without what is itself an act or a quality: "won *the contest*" has the winner alone."""
        return tuple(
            part
            for part in parts
            if part.referent.type != "other" or part.referent.named or not self._is_abstract(part.token)
        )

    def _is_abstract(self, noun: Token) -> bool:
        if noun.pos_ == "PROPN":
            return False
        lemma = noun.lemma_.lower()
        inner = phrases.counted(noun) if lemma in phrases.QUANTITIES else None
        if inner is not None:
            return self._is_abstract(inner)
        if lemma not in self._acts and any(t.dep_ == "compound" and t.pos_ == "PROPN" for t in noun.lefts):
            return False  # "the *Leaf* range"
        return lemma in self._abstract or (phrases.is_abstract(noun) and lemma not in self.lexicon.concrete)
