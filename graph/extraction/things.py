"""Things: names that are those of nobody, but of a ship, a game, a law or a gathering."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extraction.clauses import SUBJECTS
from graph.wordlist import wordlist

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.extraction.mentions import Mention
    from graph.extraction.tokens import Doc, Token
    from graph.linking.knowledge import Knowledge

_CRAFTS = wordlist("crafts")
_WORKS = wordlist("works")


def with_things(mentions: list[Mention], doc: Doc, knowledge: Knowledge) -> list[Mention]:
    """The mentions of an article, in which things are no people and no bodies: "the *Conception* sank".

    What is called a thing once is one throughout.
    """
    here = {m.name.split()[-1] for m in mentions if m.type == "person" and " " in m.name}
    unknown = [m for m in mentions if m.known is None]
    things = {m.name for m in unknown if is_craft(doc[m.head]) or _is_work(m, doc)}
    return [
        replace(mention, type="other")
        if (mention.known is None and mention.name in things)
        or (_has_article(mention, doc) and mention.name not in here and not knowledge.surnamed(mention.name))
        else mention
        for mention in mentions
    ]


def is_craft(name: Token) -> bool:
    """ "the boat, *Conception*", "*Minecraft*, a game", "*Minecraft* is a game"."""
    return any(word.lemma_.lower() in _CRAFTS and word.tag_ == "NN" for word in _said_of(name))


def _has_article(mention: Mention, doc: Doc) -> bool:
    lone = mention.type == "person" and mention.known is None and mention.end - mention.start == 1
    return lone and mention.start > 0 and doc[mention.start - 1].lower_ in ("the", "a", "an", "this")


def _is_work(mention: Mention, doc: Doc) -> bool:
    """ "the Ballot Security *Act*", "the Security Act (*BSA*)"."""
    before = doc[max(mention.start - 2, 0)] if doc[mention.start - 1].text == "(" else None
    return any(word.lower() in _WORKS for word in (mention.name.split()[-1], before.text if before else ""))


def _said_of(name: Token) -> Iterator[Token]:
    """The nouns that tell what somebody or something with a name is."""
    if name.dep_ == "appos":
        yield name.head
    yield from (child for child in name.rights if child.dep_ == "appos")
    if name.dep_ in SUBJECTS and name.head.lemma_ == "be":
        yield from (child for child in name.head.rights if child.dep_ == "attr" and _has_a(child))


def _has_a(noun: Token) -> bool:
    return any(child.lower_ in ("a", "an") for child in noun.lefts)
