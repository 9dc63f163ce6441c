from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import BadInput
from graph.network.network import Edge, Network
from graph.network.paths import Path, paths
from graph.store import Store
from tests.stories import LAVROV, MACRON, PUTIN, RUBIO, STARMER, ZELENSKY


@pytest.fixture(scope="module")
def network(store: Store) -> Network:
    return Network.load(store)


def words(path: Path) -> list[str]:
    return [actor.rpartition("-")[2] for actor in path.actors]


def test_the_better_evidenced_of_equally_short_paths_comes_first(network: Network) -> None:
    found = paths(network, RUBIO.id, STARMER.id)
    assert list(map(words, found)) == [
        ["rubio", "lavrov", "putin", "starmer"],
        ["rubio", "zelensky", "putin", "starmer"],
    ]


def test_every_hop_has_claims_in_their_own_direction(network: Network) -> None:
    (path,) = paths(network, RUBIO.id, PUTIN.id, k=1)
    assert [(hop.source, hop.target) for hop in path.hops] == [(RUBIO.id, LAVROV.id), (LAVROV.id, PUTIN.id)]
    assert [len(hop.edges) for hop in path.hops] == [2, 1]
    met = path.hops[1].edges[0]
    assert (met.subject, met.predicate, met.object) == (PUTIN.id, "met_with", LAVROV.id)


@pytest.mark.parametrize(
    ("a", "b", "options"),
    [
        (RUBIO.id, MACRON.id, {}),
        (RUBIO.id, "actor:nobody", {}),
        (RUBIO.id, STARMER.id, {"max_hops": 2}),
        (RUBIO.id, STARMER.id, {"predicates": ["spoke_with", "met_with"]}),
        (RUBIO.id, STARMER.id, {"k": 0}),
    ],
)
def test_there_may_be_no_path(network: Network, a: str, b: str, options: dict[str, Any]) -> None:
    assert paths(network, a, b, **options) == ()


def test_a_path_can_keep_to_some_relations(network: Network) -> None:
    (path,) = paths(network, RUBIO.id, PUTIN.id, predicates=["met_with", "accused"])
    assert words(path) == ["rubio", "zelensky", "putin"]
    assert {edge.predicate for hop in path.hops for edge in hop.edges} == {"met_with", "accused"}


def test_nobody_has_a_path_to_themselves(network: Network) -> None:
    with pytest.raises(BadInput):
        paths(network, ZELENSKY.id, ZELENSKY.id)


def test_the_shortest_path_is_as_long_as_sparql_says(store: Store, network: Network) -> None:
    steps = "/".join(["(bc:spoke_with|^bc:spoke_with|bc:met_with|^bc:met_with|bc:accused|^bc:accused)"] * 2)
    pairs = [(LAVROV, STARMER), (RUBIO, PUTIN), (ZELENSKY, LAVROV), (RUBIO, STARMER)]
    for a, b in pairs:
        (path,) = paths(network, a.id, b.id, k=1)
        assert store.ask(f"ASK {{ GRAPH bc:facts {{ {a.id} {steps} {b.id} }} }}") == (len(path.hops) == 2)


names = st.sampled_from("abcdef")
edges = st.lists(
    st.builds(Edge, st.uuids().map(str), names, st.just("met_with"), names, st.floats(0.1, 1)), max_size=14
)


@settings(max_examples=60, deadline=None)
@given(edges)
def test_paths_grow_longer_and_never_cross_themselves(members: list[Edge]) -> None:
    network = Network.of(members)
    found = paths(network, "a", "f", k=10)
    lengths = [len(path.hops) for path in found]
    assert lengths == sorted(lengths)
    for path in found:
        assert len(set(path.actors)) == len(path.actors)
        for hop in path.hops:
            assert hop.edges
            assert {frozenset((edge.subject, edge.object)) for edge in hop.edges} == {
                frozenset((hop.source, hop.target))
            }


def _edge(subject: str, predicate: str, object_: str) -> Edge:
    return Edge(f"claim:{subject}{predicate}{object_}", subject, predicate, object_, 0.8)


def test_to_be_spoken_about_by_both_is_not_close() -> None:
    """ "Bruce – Ukraine – Putin", whom both spoke about, gives way to those who met and whose offices tie them."""
    members = [
        _edge("bruce", "spoke_about", "ukraine"),
        _edge("putin", "spoke_about", "ukraine"),
        _edge("bruce", "spoke_about", "lavrov"),
        _edge("lavrov", "holds_office_in", "russia"),
        _edge("putin", "holds_office_in", "russia"),
    ]
    network = Network.of(members, ties={"holds_office_in"})
    assert [path.actors for path in paths(network, "bruce", "putin", k=2)] == [
        ("bruce", "lavrov", "russia", "putin"),
        ("bruce", "ukraine", "putin"),
    ]
    assert [path.actors for path in paths(network, "bruce", "putin", max_hops=2)] == [("bruce", "ukraine", "putin")]


def test_the_vocabulary_says_what_ties(network: Network) -> None:
    assert {"spoke_with", "met_with", "holds_office_in", "speaks_for"} <= network.ties
    assert network.ties.isdisjoint({"spoke_about", "accused", "attacked"})
