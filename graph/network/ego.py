"""An actor's neighbourhood."""

from dataclasses import dataclass

from graph.network.network import Edge, Network


@dataclass(frozen=True, slots=True)
class Ego:
    """An actor, those around it in order of strength, and the edges of every connected pair among them all."""

    actor: str
    contacts: tuple[str, ...]
    pairs: tuple[tuple[Edge, ...], ...]


def ego(network: Network, actor: str, *, depth: int = 1, limit: int = 50) -> Ego:
    """The actor with up to ``limit`` others within ``depth`` hops: the nearest first, then those with most claims."""
    chosen: dict[str, None] = {}
    ring = [actor]
    for _ in range(depth):
        ring = [other for member in ring for other in network.contacts(member)]
        ring = [other for other in dict.fromkeys(ring) if other != actor and other not in chosen]
        chosen |= dict.fromkeys(ring[: limit - len(chosen)])
    return Ego(actor, tuple(chosen), tuple(network.among([actor, *chosen])))
