import pytest

from graph.network.ego import ego
from graph.network.network import Network
from graph.store import Store
from tests.stories import KREMLIN, LAVROV, PUTIN, RUBIO, STARMER, ZELENSKY


@pytest.mark.parametrize(
    ("depth", "limit", "contacts", "pairs"),
    [
        (1, 50, (LAVROV.id, ZELENSKY.id), 2),
        (1, 1, (LAVROV.id,), 1),
        (2, 50, (LAVROV.id, ZELENSKY.id, PUTIN.id), 4),
        (3, 50, (LAVROV.id, ZELENSKY.id, PUTIN.id, STARMER.id), 5),
        (3, 2, (LAVROV.id, ZELENSKY.id), 2),
    ],
)
def test_the_nearest_and_strongest_stay(
    store: Store, depth: int, limit: int, contacts: tuple[str, ...], pairs: int
) -> None:
    around = ego(Network.load(store), RUBIO.id, depth=depth, limit=limit)
    assert around.contacts == contacts
    assert len(around.pairs) == pairs
    members = {RUBIO.id, *contacts}
    assert all({edge.subject, edge.object} <= members for pair in around.pairs for edge in pair)


def test_somebody_without_contacts_is_alone(store: Store) -> None:
    around = ego(Network.load(store), KREMLIN.id)
    assert (around.contacts, around.pairs) == ((), ())
