"""A linter of what the ontology says about actors: unique names, codes of the standards, offices that exist."""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from dataclasses import asdict
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from graph.linking.knowledge import ACTORS, Knowledge, knowledge, plain
from graph.names import slug

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.linking.knowledge import Known

KNOWN = knowledge()
DOCS = Path(__file__).parents[2] / "docs" / "knowledge.md"
SECTORS = set("AGR BUS COP CRM CVL EDU ELI GOV HLH IGO JUD LAB LEG MED MIL NGO OPP PTY REB REF REL SPY UAF UNK".split())
COUNTRIES = set(
    """
    ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM
    BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR
    CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB
    GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA
    JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA
    MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR
    NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS
    SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON
    TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE
    XKX
    """.split()  # ISO 3166-1 alpha-3; Kosovo has a code of its own choice
)


def owners(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for key, owner in pairs:
        found[key].add(owner)
    return {key: who for key, who in found.items() if len(who) > 1}


def _prefix(known: Known) -> str:
    return "place" if known.type == "place" else "actor"


def test_ids_are_unique_slugs_of_the_names() -> None:
    assert [who for who, count in Counter(known.id for known in KNOWN.actors).items() if count > 1] == []
    assert [known.id for known in KNOWN.actors if known.id.split(":") != [_prefix(known), slug(known.name)]] == []


def test_a_name_has_one_owner() -> None:
    assert owners((plain(name).casefold(), known.id) for name, known in KNOWN.names()) == {}


def test_a_demonym_and_a_capital_have_one_country() -> None:
    assert owners((word, known.id) for known in KNOWN.actors for word in known.demonyms) == {}
    assert owners((city, known.id) for known in KNOWN.actors for city in known.capitals) == {}
    assert {known.type for known in KNOWN.actors if known.demonyms} == {"country", "place"}
    assert {known.type for known in KNOWN.actors if known.capitals} == {"country"}


def test_no_demonym_is_a_name() -> None:
    words = {plain(word) for known in KNOWN.actors for word in known.demonyms}

    assert [name for name, _ in KNOWN.names() if plain(name) in words] == []


def test_codes_are_those_of_the_standards() -> None:
    assert {known.country for known in KNOWN.actors if known.country} <= COUNTRIES
    assert {known.sector for known in KNOWN.actors if known.sector} <= SECTORS
    assert {role.sector for role in KNOWN.roles} <= SECTORS
    assert {role.kind for role in KNOWN.roles} == {"person", "group", "organization"}
    assert {role.gender for role in KNOWN.roles} == {"m", "f", None}


def test_each_country_has_one_code_of_its_own() -> None:
    former = {f"actor:{entry['id']}" for entry in tomllib.loads((ACTORS / "former.toml").read_text())["actor"]}
    codes = [known.country for known in KNOWN.actors if known.type == "country" and known.id not in former]

    assert None not in codes
    assert [code for code, count in Counter(codes).items() if count > 1] == []
    assert len(codes) >= 195


def test_every_person_has_a_gender() -> None:
    assert {known.gender for known in KNOWN.actors if known.type == "person"} == {"m", "f"}
    assert {known.gender for known in KNOWN.actors if known.type != "person"} == {None}


def test_wikidata_ids_are_well_formed_and_unique() -> None:
    items = [known.wikidata for known in KNOWN.actors if known.wikidata]

    assert [item for item in items if not re.fullmatch(r"Q[1-9]\d*", item)] == []
    assert [item for item, count in Counter(items).items() if count > 1] == []


def test_offices_belong_to_somebody_and_end_after_they_begin() -> None:
    offices = [(known.id, office) for known in KNOWN.actors for office in known.offices]

    assert [(who, office.of) for who, office in offices if KNOWN.get(office.of) is None] == []
    assert [
        (who, office) for who, office in offices if office.begin and office.end and office.begin >= office.end
    ] == []
    assert [(who, office.title) for who, office in offices if KNOWN.role(office.title) is None] == []


def test_one_person_at_a_time_heads_a_state() -> None:
    terms = sorted(
        (office.of, office.title, office.begin or date.min, office.end or date.max, known.id)
        for known in KNOWN.actors
        for office in known.offices
        if office.title in ("President", "Prime Minister", "Chancellor", "King", "Pope", "Foreign Minister")
    )
    overlaps = [(a, b) for a, b in pairwise(terms) if a[:2] == b[:2] and b[2] < a[3]]

    assert overlaps == []


def test_a_role_noun_is_lower_case_and_given_once() -> None:
    assert [form for form, _ in KNOWN.role_forms() if form != form.lower()] == []
    assert owners((plain(form), role.noun) for form, role in KNOWN.role_forms()) == {}
    assert len(KNOWN.roles) >= 250


def test_every_title_that_a_role_stands_for_is_an_office_or_a_role() -> None:
    offices = {office.title.lower() for known in KNOWN.actors for office in known.offices}
    nouns = {form for form, _ in KNOWN.role_forms()}

    assert [(role.noun, title) for role in KNOWN.roles for title in role.titles if title not in offices | nouns] == []


def test_the_format_is_documented() -> None:
    tables = [tomllib.loads(path.read_text(encoding="utf-8")) for path in ACTORS.glob("*.toml")]
    entries = [entry for table in tables for entry in (*table.get("actor", ()), *table.get("role", ()))]
    keys = {
        key for entry in entries for key in (*entry, *(key for office in entry.get("offices", ()) for key in office))
    }
    text = DOCS.read_text(encoding="utf-8")

    assert sorted(key for key in keys if f"`{key}`" not in text) == []
    assert sorted(path.name for path in ACTORS.glob("*.toml") if f"`{path.name}`" not in text) == []


def test_the_documented_example_loads(tmp_path: Path) -> None:
    blocks = re.findall(r"```toml\n(.*?)```", DOCS.read_text(encoding="utf-8"), flags=re.DOTALL)
    (tmp_path / "example.toml").write_text("\n".join(blocks), encoding="utf-8")

    example = Knowledge.load(tmp_path)

    assert example.actors
    kept = {known.id: asdict(known) for known in KNOWN.actors}
    assert all(kept[known.id] == asdict(known) for known in example.actors)
    assert all(asdict(role) in map(asdict, KNOWN.roles) for role in example.roles)
