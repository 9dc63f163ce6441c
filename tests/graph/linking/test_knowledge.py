"""What is known about actors: the ways to ask for it. The data themselves are checked in tests/ontology."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from graph.errors import BadInput
from graph.linking.knowledge import Knowledge, knowledge

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from graph.linking.knowledge import Known

KNOWN = knowledge()
# Words of a text in which they are nobody's name.
ORDINARY = (
    "us who is it at may march will target visa time the times sun mirror guardian independent post fed ap".split()
)


def ids(actors: Iterable[Known]) -> list[str]:
    return [known.id.removeprefix("actor:") for known in actors]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Russia", "russia"),
        ("RUSSIA", "russia"),
        ("Russian Federation", "russia"),
        ("the Russian Federation’s", "russia"),
        ("US", "united-states"),
        ("U.S.", "united-states"),
        ("the U.S.", "united-states"),
        ("the US's", "united-states"),
        ("UK", "united-kingdom"),
        ("UAE", "united-arab-emirates"),
        ("DPRK", "north-korea"),
        ("Côte d’Ivoire", "ivory-coast"),
        ("Cote d'Ivoire", "ivory-coast"),
        ("Türkiye", "turkey"),
        ("IRAN", "iran"),
        ("Guinea‑Bissau", "guinea-bissau"),
        ("the Kremlin", "kremlin"),
        ("Kremlin's", "kremlin"),
        ("State Department", "united-states-department-of-state"),
        ("the Pentagon", "united-states-department-of-defense"),
        ("WHO", "world-health-organization"),
        ("Nato", "nato"),
        ("the Fed", "federal-reserve"),
        ("al-Qaida", "al-qaeda"),
        ("Al Qaeda", "al-qaeda"),
        ("Houthis'", "houthi-movement"),
        ("Volodymyr Zelenskyy", "volodymyr-zelensky"),
        ("Volodymyr Zelenskiy", "volodymyr-zelensky"),
        ("Sergey Lavrov", "sergei-lavrov"),
        ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
        ("Jonas Gahr Støre", "jonas-gahr-store"),
        ("Kim Jong Un", "kim-jong-un"),
        ("J.D. Vance", "jd-vance"),
        ("Donald J. Trump", "donald-trump"),
    ],
)
def test_a_name_is_found_however_it_is_written(name: str, expected: str) -> None:
    known = KNOWN.named(name)

    assert known is not None
    assert known.id == f"actor:{expected}"


@pytest.mark.parametrize("word", [*ORDINARY, "turkey", "chad", "apple", "Fed", "Guardian", "Who", "Us", "Zelensky", ""])
def test_an_ordinary_word_or_a_bare_surname_names_nobody(word: str) -> None:
    assert KNOWN.named(word) is None


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Russian", "russia"),
        ("Russians", "russia"),
        ("British", "united-kingdom"),
        ("Britons", "united-kingdom"),
        ("Americans", "united-states"),
        ("Dutch", "netherlands"),
        ("Polish", "poland"),
        ("South Koreans'", "south-korea"),
        ("polish", None),
        ("Korean", None),
        ("Martian", None),
    ],
)
def test_a_demonym_gives_its_country(word: str, expected: str | None) -> None:
    known = KNOWN.demonym(word)

    assert (known and known.id) == (expected and f"actor:{expected}")


@pytest.mark.parametrize(
    ("city", "expected"),
    [
        ("Moscow", "russia"),
        ("Kyiv", "ukraine"),
        ("Kiev", "ukraine"),
        ("Washington, D.C.", "united-states"),
        ("Brasília", "brazil"),
        ("Izyum", None),
        ("lima", None),
    ],
)
def test_a_capital_gives_its_country(city: str, expected: str | None) -> None:
    known = KNOWN.capital(city)

    assert (known and known.id) == (expected and f"actor:{expected}")


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("foreign minister", "foreign minister"),
        ("Deputy Prime Ministers", "deputy prime minister"),
        ("first deputy foreign minister", "deputy foreign minister"),
        ("former Foreign Minister", "foreign minister"),
        ("minister of tourism", "minister"),
        ("deputy chief of police", "chief of police"),
        ("Secretary General", "secretary-general"),
        ("vice-president", "vice president"),
        ("spokesmen", "spokesman"),
        ("Ukrainian troops", "troops"),
        ("rebel leaders", "rebel leader"),
        ("union leader", "union leader"),
        ("agencies", "agency"),
        ("table", None),
        ("", None),
    ],
)
def test_a_phrase_ends_in_its_role(noun: str, expected: str | None) -> None:
    role = KNOWN.role(noun)

    assert (role and role.noun) == expected


@pytest.mark.parametrize(
    ("noun", "sector", "kind", "office", "speaks", "gender"),
    [
        ("foreign minister", "GOV", "person", True, False, None),
        ("spokeswoman", "GOV", "person", True, True, "f"),
        ("soldier", "MIL", "person", False, False, None),
        ("troops", "MIL", "group", False, False, None),
        ("officials", "GOV", "group", True, False, None),
        ("parliament", "LEG", "organization", True, False, None),
        ("king", "GOV", "person", True, False, "m"),
        ("company", "BUS", "organization", False, False, None),
        ("refugees", "REF", "person", False, False, None),
    ],
)
def test_a_role_says_what_it_is(
    noun: str, sector: str, kind: str, office: bool, speaks: bool, gender: str | None
) -> None:
    role = KNOWN.role(noun)

    assert role is not None
    assert (role.sector, role.kind, role.office, role.speaks, role.gender) == (sector, kind, office, speaks, gender)


@pytest.mark.parametrize(
    ("surname", "expected"),
    [
        ("Zelenskiy", ["volodymyr-zelensky"]),
        ("Lavrov's", ["sergei-lavrov"]),
        ("Assad", ["bashar-al-assad"]),
        ("al-Assad", ["bashar-al-assad"]),
        ("Xi", ["xi-jinping"]),
        ("von der Leyen", ["ursula-von-der-leyen"]),
        ("Clinton", ["bill-clinton", "hillary-clinton"]),
        ("Díaz-Canel", ["miguel-diaz-canel"]),
        ("Charles", []),
        ("lavrov", []),
        ("Nobody", []),
    ],
)
def test_people_are_found_by_surname(surname: str, expected: list[str]) -> None:
    assert ids(KNOWN.surnamed(surname)) == expected


@pytest.mark.parametrize(
    ("title", "of", "on", "expected"),
    [
        ("president", "russia", date(2025, 3, 16), ["vladimir-putin"]),
        ("president", "russia", date(2010, 3, 16), ["dmitry-medvedev"]),
        ("Prime Minister", "russia", date(2010, 3, 16), ["vladimir-putin"]),
        ("president", "united-states", date(2025, 1, 19), ["joe-biden"]),
        ("president", "united-states", date(2025, 1, 20), ["donald-trump"]),
        ("foreign minister", "united-states", date(2025, 3, 16), ["marco-rubio"]),
        ("top diplomat", "united-kingdom", date(2025, 3, 16), ["david-lammy"]),
        ("defense secretary", "united-states", date(2025, 3, 16), ["pete-hegseth"]),
        ("premier", "china", date(2025, 3, 16), ["li-qiang"]),
        ("spokesman", "kremlin", date(2025, 3, 16), ["dmitry-peskov"]),
        ("secretary general", "nato", date(2010, 3, 16), ["anders-fogh-rasmussen"]),
        ("chancellor", "germany", None, ["angela-merkel", "gerhard-schroeder", "olaf-scholz", "friedrich-merz"]),
        ("assistant foreign minister", "russia", date(2025, 3, 16), []),
        ("president", "atlantis", date(2025, 3, 16), []),
    ],
)
def test_an_office_has_its_holders(title: str, of: str, on: date | None, expected: list[str]) -> None:
    assert ids(KNOWN.holders(title, f"actor:{of}", on)) == expected


def test_an_actor_is_found_by_its_id() -> None:
    russia = KNOWN.get("actor:russia")

    assert russia is not None
    assert (russia.name, russia.type, russia.country, russia.wikidata) == ("Russia", "country", "RUS", "Q159")
    assert KNOWN.get("actor:atlantis") is None


def test_every_name_finds_its_owner() -> None:
    lost = [(name, known.id) for name, known in KNOWN.names() if KNOWN.named(name) != known]

    assert lost == []


def test_every_form_of_a_role_finds_it() -> None:
    lost = [(form, role.noun) for form, role in KNOWN.role_forms() if KNOWN.role(form) != role]

    assert lost == []


def test_knowledge_is_loaded_once() -> None:
    assert knowledge() is KNOWN


def test_a_folder_of_ones_own_replaces_the_ontology(tmp_path: Path) -> None:
    actor = '[[actor]]\nid = "ruritania"\nname = "Ruritania"\ntype = "country"\ndemonyms = ["Ruritanian"]\n'
    (tmp_path / "own.toml").write_text(actor, encoding="utf-8")

    own = Knowledge.load(tmp_path)

    assert ids(own.actors) == ["ruritania"]
    assert own.demonym("Ruritanian") == own.get("actor:ruritania")
    assert own.named("Russia") is None


@pytest.mark.parametrize(("file", "content"), [("bad.toml", "[[actor"), ("bad.txt", "nothing of ours")])
def test_a_folder_that_holds_no_actors_is_bad_input(tmp_path: Path, file: str, content: str) -> None:
    (tmp_path / file).write_text(content, encoding="utf-8")

    with pytest.raises(BadInput, match=r"bad\.toml|no file of actors"):
        Knowledge.load(tmp_path)
