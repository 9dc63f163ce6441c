from graph.network.current import Current
from graph.network.network import Edge, Network, to_networkx
from graph.store import Store, open_store
from tests.stories import CALL, KREMLIN, LAVROV, MACRON, PERSON, PUTIN, RUBIO, STARMER, STORIES, ZELENSKY, fill


def test_only_asserted_claims_between_named_actors_are_edges(store: Store) -> None:
    network = Network.load(store)
    expected = {story.record().claims[0].id for story in STORIES if story.id not in ("denial", "plan", "attack")}
    assert {edge.claim for edge in network.edges} == expected
    assert PERSON.id not in network.graph
    assert KREMLIN.id not in network.graph


def test_an_edge_keeps_its_direction(store: Store) -> None:
    between = Network.load(store).between(LAVROV.id, RUBIO.id)
    assert [(edge.subject, edge.object) for edge in between] == [(RUBIO.id, LAVROV.id), (LAVROV.id, RUBIO.id)]
    assert [edge.other(RUBIO.id) for edge in between] == [LAVROV.id, LAVROV.id]


def test_contacts_are_in_order_of_their_claims(store: Store) -> None:
    network = Network.load(store)
    assert network.contacts(RUBIO.id) == [LAVROV.id, ZELENSKY.id]
    assert network.contacts(KREMLIN.id) == []


def test_some_relations_alone(store: Store) -> None:
    network = Network.load(store).only(["accused"])
    assert network.contacts(PUTIN.id) == [STARMER.id, ZELENSKY.id]
    assert RUBIO.id not in network.graph


def test_an_edge_to_oneself_is_left_out() -> None:
    assert Network.of([Edge("claim:1", "actor:a", "praised", "actor:a", 0.9)]).edges == ()


def test_networkx_has_one_edge_a_claim(store: Store) -> None:
    network = Network.load(store)
    graph = to_networkx(network.edges)
    assert {key for *_, key in graph.edges(keys=True)} == {edge.claim for edge in network.edges}
    assert graph.edges[RUBIO.id, LAVROV.id, CALL.record().claims[0].id] == {
        "predicate": "spoke_with",
        "confidence": 0.85,
    }


def test_the_network_follows_the_store() -> None:
    with open_store(":memory:") as store:
        current = Current(store)
        assert current.get().edges == ()
        fill(store, CALL)
        first = current.get()
        assert first.contacts(RUBIO.id) == [LAVROV.id]
        assert current.get() is first
        fill(store, *STORIES)
        assert current.get().contacts(MACRON.id) == ["actor:angela-merkel"]
        assert set(current.get().edges) == set(Network.load(store).edges)
