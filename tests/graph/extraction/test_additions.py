"""Names of imported actors in a text."""

from __future__ import annotations

import pytest

from graph.extraction import Extractor
from graph.linking.knowledge import Knowledge, knowledge, known_of
from graph.model import Article

ADDED = (
    {"id": "al-dale-brigades", "name": "Al-Dale Brigades", "type": "group", "country": "YEM", "sector": "REB"},
    {"id": "zentrix", "name": "Zentrix", "type": "organization", "country": "CYP"},
    {"id": "bank-of-dale", "name": "Bank of Dale", "type": "organization", "country": "KEN"},
    {"id": "odera-wanjala", "name": "Odera Wanjala", "type": "person", "country": "KEN", "aliases": ["Mosi"]},
    {"id": "ann-market", "name": "Ann Market", "type": "person", "country": "KEN"},
)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    own = knowledge()
    return Extractor(known=Knowledge(own.actors, own.roles, [known_of(entry, "test") for entry in ADDED]))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Troops fought the Al-Dale Brigades near Aden.", {"al-dale-brigades": "Al-Dale Brigades"}),
        ("The Al Dale Brigades' commander was killed.", {"al-dale-brigades": "Al Dale Brigades"}),
        ("Kenya sued the Bank of Dale's owners.", {"bank-of-dale": "Bank of Dale"}),
        ("Kenya sued BANK OF DALE.", {"bank-of-dale": "BANK OF DALE"}),
        ("They sat on the bank of Dale.", {}),
        ("It went to the Bank. Of Dale nothing is known.", {}),
        ("Kenya sued Zentrix over the contract.", {"zentrix": "Zentrix"}),
        ("Kenya's minister Odera Wanjala resigned.", {"odera-wanjala": "Odera Wanjala"}),
        ("Kenyan police arrested Governor Wanjala.", {"odera-wanjala": "Wanjala"}),
        ("German police arrested Governor Wanjala.", {}),
        ("Kenya opened a market on Mosi Street.", {}),
        ("Kenyan traders met at Market Street.", {}),
    ],
)
def test_a_name_is_found_where_it_names_somebody(extractor: Extractor, text: str, words: dict[str, str]) -> None:
    found = {
        entity.id.removeprefix("actor:"): text[mention.begin : mention.end]
        for entity in extractor.record(Article("a", text)).entities
        for mention in entity.mentions
        if entity.id.removeprefix("actor:") in {entry["id"] for entry in ADDED}
    }
    assert found == words


def test_what_is_added_to_a_known_actor_names_it() -> None:
    own = knowledge()
    added = known_of({"id": "kenya", "name": "Kenya", "type": "country", "aliases": ["Jamhuri Land"]}, "test")
    record = Extractor(known=Knowledge(own.actors, own.roles, [added])).record(
        Article("a", "Jamhuri Land sued Uganda.")
    )
    assert {entity.id for entity in record.entities} == {"actor:kenya", "actor:uganda"}
