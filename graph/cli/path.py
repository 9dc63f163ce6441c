"""``backchannel path``."""

from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.options import StoreOption, reading
from graph.cli.show import cell, evidence

if TYPE_CHECKING:
    from graph.network.paths import Path as Route
    from graph.store import Store


def path(
    a: Annotated[str, typer.Argument(metavar="A", help="A name or id.")],
    b: Annotated[str, typer.Argument(metavar="B", help="A name or id.")],
    k: Annotated[int, typer.Option("--k", "-k", min=1, max=100, help="How many paths, the closest first.")] = 1,
    store: StoreOption = None,
) -> None:
    """Show through whom two actors are connected: every hop with the sentences that prove it."""
    from graph.network.network import Network
    from graph.network.paths import paths
    from graph.queries import actors

    with reading(store) as opened:
        ends = actors.resolve(opened, a), actors.resolve(opened, b)
        found = paths(Network.load(opened), *ends, k=k)
        for route in found:
            show(opened, route)
    if not found:
        typer.echo("They are not connected.", err=True)


def show(store: "Store", route: "Route") -> None:
    """Prints the actors of a path, then what is said of each hop."""
    from graph.queries import actors, claims

    names = [actors.get(store, actor).name for actor in route.actors]
    typer.secho(cell(" – ".join(names)), bold=True)
    evidence(claims.get(store, edge.claim) for hop in route.hops for edge in hop.edges)
