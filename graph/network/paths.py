"""Paths: through whom two actors are connected, hop by hop with its claims."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import islice, pairwise

import networkx as nx

from graph.errors import BadInput
from graph.network.network import Edge, Network

MOST_ROUTES = 1000  # how many routes are looked at for those that are short enough


@dataclass(frozen=True, slots=True)
class Hop:
    """One step from ``source`` to ``target``; ``edges``, at least one, have the claims' own direction."""

    source: str
    target: str
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """Actors in order, each once, and the hop from each to the next."""

    actors: tuple[str, ...]
    hops: tuple[Hop, ...]


def paths(
    network: Network,
    a: str,
    b: str,
    *,
    k: int = 3,
    max_hops: int = 6,
    predicates: Collection[str] | None = None,
) -> tuple[Path, ...]:
    """Up to ``k`` closest paths between two actors, of equally close ones the better evidenced first.

    A hop along a tie (a contact, an office) counts once, one along a mere mention or act `APART` times: two who were
    both spoken about are not close. An edge may be walked in either direction. ``predicates`` keeps to edges of those
    relations. There may be no path at all; an actor's path to itself is BadInput.
    """
    if a == b:
        raise BadInput("A path needs two different actors.")
    walked = network if predicates is None else network.only(predicates)
    if a not in walked.graph or b not in walked.graph or not nx.has_path(walked.graph, a, b):
        return ()
    routes = islice(nx.shortest_simple_paths(walked.graph, a, b, weight="weight"), MOST_ROUTES)
    short = (route for route in routes if len(route) <= max_hops + 1)
    return tuple(_path(walked, tuple(route)) for route in islice(short, k))


def _path(network: Network, actors: tuple[str, ...]) -> Path:
    hops = (Hop(source, target, network.between(source, target)) for source, target in pairwise(actors))
    return Path(actors, tuple(hops))
