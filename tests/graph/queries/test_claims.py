from datetime import date

import pytest

from graph.errors import NotFound
from graph.queries import claims
from graph.store import Store
from tests.stories import CALL, SUNDAY


def test_a_claim_has_what_is_needed_to_check_it(store: Store) -> None:
    claim = claims.get(store, CALL.record().claims[0].id)
    assert (claim.subject.name, claim.predicate, claim.object.name) == ("Marco Rubio", "spoke_with", "Sergei Lavrov")
    assert (claim.sentence.text, claim.sentence.begin, claim.sentence.end) == (CALL.text, 0, len(CALL.text))
    assert (claim.article.id, claim.article.title, claim.article.published) == ("call", "The call", date(2025, 3, 17))
    assert (claim.article.url, claim.article.source) == ("https://news.example/call", "Example News")
    assert (claim.event, claim.type, claim.time) == (CALL.event().id, "CONSULT", SUNDAY)
    assert claim.place is not None
    assert claim.place.id == "place:riyadh"
    assert claim.attributed_to is not None
    assert claim.attributed_to.name == "Kremlin"
    assert (claim.polarity, claim.modality, claim.confidence) == ("positive", "asserted", 0.85)


@pytest.mark.parametrize("unknown", ["claim:0", CALL.event().id, "nothing", "", "actor:marco-rubio"])
def test_an_unknown_claim_is_not_found(store: Store, unknown: str) -> None:
    with pytest.raises(NotFound):
        claims.get(store, unknown)
