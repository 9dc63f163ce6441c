"""Relations that the words for a person state by themselves: "Russian Foreign Minister Sergei Lavrov"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.extraction.coreference import Coreference
    from graph.extraction.mentions import Mention
    from graph.extraction.referents import Referent

_CONFIDENCE = 0.8


@dataclass(frozen=True, slots=True)
class Relation:
    """A person's tie to a state or body, and the mention that says so."""

    subject: Referent
    predicate: str
    object: Referent
    mention: Mention
    confidence: float = _CONFIDENCE


def relations(coreference: Coreference) -> Iterator[Relation]:
    """Offices that titles give to people, in the order of the text; a former office is none."""
    doc = coreference.mentions.doc
    for mention in coreference.mentions.names:
        role, owner = mention.role, mention.office_of
        if mention.type != "person" or role is None or owner is None or not role.office:
            continue
        if any(
            token.lower_ in ("former", "ex", "then", "late") for token in doc[max(0, owner.start - 3) : mention.start]
        ):
            continue
        subject, body = coreference.referents.of_name(mention), coreference.referents.of_name(owner)
        yield Relation(subject, "speaks_for" if role.speaks else "holds_office_in", body, mention)
