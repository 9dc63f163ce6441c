"""Relations that the words for a person state by themselves: "Russian Foreign Minister Sergei Lavrov"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.extraction.coreference import Coreference
    from graph.extraction.mentions import Mention
    from graph.extraction.referents import Referent
    from graph.extraction.tokens import Doc
    from graph.linking.knowledge import RoleNoun

_PAST = ("former", "ex", "then", "late")


@dataclass(frozen=True, slots=True)
class Relation:
    """A person's tie to a state or body, and the mention that says so."""

    subject: Referent
    predicate: str
    object: Referent
    mention: Mention


def relations(coreference: Coreference) -> Iterator[Relation]:
    """Offices that titles give to people, in the order of the text; a former office is none."""
    for mention in coreference.mentions.names:
        role, owner = mention.role, mention.office_of
        predicate = _predicate(role) if role is not None else None
        if mention.type != "person" or owner is None or predicate is None:
            continue
        if _is_past(mention, owner, coreference.mentions.doc):
            continue
        subject, body = coreference.referents.of_name(mention), coreference.referents.of_name(owner)
        yield Relation(subject, predicate, body, mention)


def _is_past(mention: Mention, owner: Mention, doc: Doc) -> bool:
    """ "*former* Russian President Medvedev"; "Medvedev, the *former* president of Russia"."""
    in_front = owner.start < mention.start
    words = doc[max(0, owner.start - 3) : mention.start] if in_front else doc[mention.end : owner.start]
    return any(token.lower_ in _PAST for token in words)


def _predicate(role: RoleNoun) -> str | None:
    """The tie that a title says: "spokesperson for", "member of", "president of"; none for a mere profession."""
    if role.speaks:
        return "speaks_for"
    if role.noun == "member":
        return "member_of"
    return "holds_office_in" if role.office else None
