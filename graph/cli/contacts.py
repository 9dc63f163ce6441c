"""``backchannel contacts``."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.options import StoreOption, reading
from graph.cli.show import evidence

if TYPE_CHECKING:
    from graph.queries.claims import Claim
    from graph.store import Store

CONTACTS = "SELECT ?predicate { GRAPH bc:vocabulary { ?predicate bc:contact true } }"


def contacts(
    actor: Annotated[str | None, typer.Argument(help="A name or id; everybody's contacts if not given.")] = None,
    store: StoreOption = None,
) -> None:
    """List who talked to whom, met or hosted whom, each with the sentence that says so.

    What is only planned, demanded, denied or the like is not listed.
    """
    with reading(store) as opened:
        found = find(opened, actor)
    if found:
        evidence(found)
    else:
        typer.echo("No contacts are known.", err=True)


def find(store: "Store", actor: str | None) -> list["Claim"]:
    """The claims that two actors were in contact, in the order of publication and text."""
    from graph.network.network import Network
    from graph.queries import actors, claims
    from graph.queries.description import plain

    who = actors.resolve(store, actor) if actor else None
    predicates = {plain(row["predicate"]) for row in store.select(CONTACTS)}
    edges = Network.load(store).only(predicates).edges
    wanted = (claims.get(store, edge.claim) for edge in edges if who in (None, edge.subject, edge.object))
    return once(
        sorted(wanted, key=lambda claim: (str(claim.article.published), claim.article.id, claim.sentence.begin))
    )


def once(found: Iterable["Claim"]) -> list["Claim"]:
    """The claims without those that tell the same sentence's contact from the other side."""
    told = {
        (claim.article.id, claim.sentence.begin, claim.predicate, *sorted((claim.subject.id, claim.object.id))): claim
        for claim in reversed(list(found))
    }
    return list(reversed(told.values()))
