"""Contacts: how many of those that a reader found are claimed, and how many of those that are claimed are right.

    .venv/bin/python -m benchmarks.contacts --missed

A contact is found if an asserted, positive claim with a predicate of contact joins its two ends, in either direction,
in the sentence where the reader found it or a neighbour.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rdflib import Graph, Literal, URIRef

from graph.evaluation.suite import load
from graph.extraction import Extractor
from graph.names import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.evaluation.suite import Gold
    from graph.model import Article, Claim, Record

HERE = Path(__file__).parent
PREDICATES = HERE.parent / "ontology" / "predicates.ttl"
VOCABULARY = PREFIXES["bc"]
TALKS = frozenset(("spoke_with", "met_with", "visited", "hosted"))  # of which every claim between names was judged


@dataclass(frozen=True, slots=True)
class Read:
    """An article as it was read by the extraction and, line by line of gold, by a person."""

    article: Article
    record: Record
    gold: Sequence[Gold]

    def contacts(self, predicates: frozenset[str]) -> list[Claim]:
        """The claims that say that something happened between two."""
        said = [c for c in self.record.claims if (c.modality, c.polarity) == ("asserted", "positive")]
        return [claim for claim in said if claim.predicate in predicates and claim.subject != claim.object]

    def names(self, entity: str) -> str:
        """All that the article calls somebody, in lower case."""
        (one,) = (e for e in self.record.entities if e.id == entity)
        spans = (self.article.text[m.begin : m.end] for m in one.mentions)
        return " | ".join((one.name, *spans)).lower()


def contact_predicates() -> frozenset[str]:
    """The predicates that the ontology calls contacts."""
    found = Graph().parse(PREDICATES).subjects(URIRef(f"{VOCABULARY}contact"), Literal(True))
    return frozenset(str(predicate).removeprefix(VOCABULARY) for predicate in found)


def joins(claim: Claim, row: Gold, read: Read) -> bool:
    """True for a claim of the two ends of a contact, near the place where the reader found it."""
    begin, end = row["at"]
    here = [i for i, s in enumerate(read.record.sentences) if s.begin < end and begin < s.end]
    subject, object_ = read.names(claim.subject), read.names(claim.object)
    one, other = ([name.lower() for name in side] for side in row["ends"])
    ways = ((one, other), (other, one))
    near = any(abs(claim.sentence - i) <= 1 for i in here)
    return near and any(any(n in subject for n in a) and any(n in object_ for n in b) for a, b in ways)


def found(read: Read, predicates: frozenset[str]) -> Iterator[tuple[Gold, bool]]:
    """The contacts that the reader found, and whether they are claimed."""
    claims = read.contacts(predicates)
    for row in read.gold:
        if "ends" in row:
            yield row, any(joins(claim, row, read) for claim in claims)


def judged(read: Read) -> Iterator[tuple[str, bool | None]]:
    """The claims of talks between names, in words, and whether they are right; None where nobody has judged."""
    named = {entity.id: entity.name for entity in read.record.entities if entity.named}
    verdicts = {(r["subject"], r["predicate"], r["object"]): r["right"] for r in read.gold if "right" in r}
    for claim in read.contacts(TALKS):
        if claim.subject in named and claim.object in named:
            edge = named[claim.subject], claim.predicate, named[claim.object]
            exact = claim.subject, claim.predicate, claim.object  # where two go by one name
            listed = any(joins(claim, row, read) for row in read.gold if "ends" in row)
            yield " ".join(edge), verdicts.get(exact, verdicts.get(edge, listed or None))


def report(reads: Sequence[Read], *, missed: bool) -> Iterator[str]:
    """The lines of the report: a set of articles each, then the claims."""
    predicates = contact_predicates()
    rows = [(read, row, hit) for read in reads for row, hit in found(read, predicates)]
    total, hits = Counter(row["set"] for _, row, _ in rows), Counter(row["set"] for _, row, hit in rows if hit)
    yield from (
        f"{name:<12} {hits[name]:>4} of {total[name]:>4} contacts found   {hits[name] / total[name]:.2f}"
        for name in total
    )
    verdicts = [(read.article.id, edge, right) for read in reads for edge, right in judged(read)]
    right, wrong = (sum(v is value for _, _, v in verdicts) for value in (True, False))
    yield f"{'claims':<12} {right:>4} of {right + wrong:>4} right            {right / max(right + wrong, 1):.2f}"
    yield f"{'':<12} {len(verdicts) - right - wrong:>4} nobody has judged"
    if missed:
        yield from (
            f"missed   {r.article.id}: {' - '.join(end[0] for end in g['ends'])}" for r, g, hit in rows if not hit
        )
        yield from (f"{'wrong' if v is False else 'unjudged':<8} {doc}: {edge}" for doc, edge, v in verdicts if not v)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the report."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.contacts", description=__doc__)
    parser.add_argument("--folder", type=Path, default=HERE, help="the folder that holds contacts/ (default: this one)")
    parser.add_argument("--missed", action="store_true", help="list what was missed, and what is wrong or not judged")
    options = parser.parse_args(arguments)
    suite, extractor = load(options.folder, "contacts"), Extractor()
    reads = [Read(one, extractor.record(one), suite.gold.get(one.id, ())) for one in suite.articles]
    print("\n".join(report(reads, missed=options.missed)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
