"""Files of every format, from the documentation's examples to rows that cannot be used."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from graph.errors import BadInput
from graph.kb.formats import READERS, guessed, rows
from graph.kb.row import Row
from graph.model import Rejected

DOCS = (Path(__file__).parents[3] / "docs" / "knowledge.md").read_text(encoding="utf-8")


def example(heading: str) -> str:
    """The first block of a section of the documentation, JSON and its like included."""
    section = DOCS.split(f"### {heading}\n", 1)[1]
    return str(re.findall(r"```\w+\n(.*?)```", section, re.DOTALL)[0])


def read(folder: Path, text: str, format_: str | None = None) -> list[Row | Rejected]:
    file = folder / "actors"
    file.write_text(text, encoding="utf-8")
    return list(rows(file, format_))


def entries(folder: Path, text: str, format_: str | None = None) -> list[dict[str, object]]:
    found = read(folder, text, format_)
    assert [each for each in found if isinstance(each, Rejected)] == []
    return [each.entry.model_dump(exclude_defaults=True) for each in found if isinstance(each, Row)]


def reasons(folder: Path, text: str, format_: str | None = None) -> list[str]:
    found = [each for each in read(folder, text, format_) if isinstance(each, Rejected)]
    return [f"{each.origin.removeprefix(str(folder))[7:]} {each.reason}" for each in found]


@pytest.mark.parametrize(
    ("heading", "format_", "names"),
    [
        ("As CSV", "csv", ["Anna Mwangi", "Lake Basin Water Company"]),
        ("As JSON", "json", ["Lake Basin Front", "Peter Otieno"]),
        ("FollowTheMoney", "ftm", ["Petr Vondrak"]),
        ("CAMEO", "cameo", ["Green Front of Mali", "John Ochieng"]),
    ],
)
def test_the_documented_examples_are_read_and_told_apart(
    tmp_path: Path, heading: str, format_: str, names: list[str]
) -> None:
    text = example(heading)
    assert guessed(tmp_path, text) == format_
    assert [entry["name"] for entry in entries(tmp_path, text)] == names


def test_every_format_and_field_is_documented() -> None:
    from graph.kb.entry import Entry, Post

    fields = [*Entry.model_fields, *(field.alias or name for name, field in Post.model_fields.items())]
    assert [name for name in (*fields, *READERS) if f"`{name}`" not in DOCS] == []


def test_a_row_of_csv_has_lists_and_offices(tmp_path: Path) -> None:
    text = "name,type,aliases,offices\n"
    text += "Ann Roe,person,A. Roe; Ann B. Roe,Mayor|kenya|2001-02-03|2004-05-06;Governor|kenya\n"
    assert entries(tmp_path, text) == [
        {
            "name": "Ann Roe",
            "type": "person",
            "aliases": ("A. Roe", "Ann B. Roe"),
            "offices": (
                {"title": "Mayor", "of": "kenya", "begin": date(2001, 2, 3), "end": date(2004, 5, 6)},
                {"title": "Governor", "of": "kenya"},
            ),
        }
    ]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Ann Roe,robot,,", "type: Input should be"),
        ("Ann Roe,person,Kenia,", "country: 'Kenia' is no ISO 3166-1 alpha-3 code"),
        ("Ann Roe,person,KEN,Mayor|kenya|2004-05-06|2001-02-03", "offices.0: ends on 2001-02-03"),
        ("Ann Roe,person,KEN,Mayor", "offices.0.of: Field required"),
        ("Энн Ро,person,KEN,", "name: has no name in Latin letters"),
        ("Ann Roe,person,KEN,,,", "has more cells than the header"),
        (",person,KEN,", "name: Field required"),
    ],
)
def test_a_bad_row_is_said_with_its_line_and_the_rest_goes_on(tmp_path: Path, row: str, reason: str) -> None:
    text = f"name,type,country,offices\nJohn Doe,person,KEN,\n{row}\nJane Poe,person,KEN,\n"
    assert len(read(tmp_path, text)) == 3
    (found,) = reasons(tmp_path, text)
    assert found.startswith(f":3 {reason}")


def test_bad_lines_of_json_are_said(tmp_path: Path) -> None:
    text = '{"name": "Ann Roe", "type": "person"}\n{"name":\n{"name": "A", "type": "person", "colour": "red"}\n'
    assert [reason.split(" (")[0] for reason in reasons(tmp_path, text, "json")] == [
        ":2 not JSON",
        ":3 colour: Extra inputs are not permitted",
    ]
    assert reasons(tmp_path, "[1]", "json") == ["#1 not a JSON object"]


def ftm(schema: str, id_: str, **properties: list[str]) -> str:
    return json.dumps({"id": id_, "schema": schema, "properties": properties}) + "\n"


@pytest.mark.parametrize(
    ("schema", "properties", "expected"),
    [
        (
            "Person",
            {"name": ["ROE, Ann"], "weakAlias": ["Ann", "Big Ann"]},
            {"name": "Ann Roe", "aliases": ("Big Ann",)},
        ),
        ("Person", {"name": ["Энн Ро", "Ann Roe"], "citizenship": ["ke"]}, {"name": "Ann Roe", "country": "KEN"}),
        ("Person", {"name": ["Ann Roe"], "nationality": ["ke", "ug"]}, {"name": "Ann Roe"}),
        ("Person", {"name": ["Ann Roe"], "topics": ["sanction", "role.pep"]}, {"name": "Ann Roe", "sector": "GOV"}),
        ("Company", {"name": ["ROE AND SONS LTD"]}, {"name": "Roe and Sons Ltd", "type": "organization"}),
        ("PublicBody", {"name": ["Roe Office"], "wikidataId": ["Q1"]}, {"name": "Roe Office", "wikidata": "Q1"}),
    ],
)
def test_an_entity_of_followthemoney(
    tmp_path: Path, schema: str, properties: dict[str, list[str]], expected: dict[str, object]
) -> None:
    kind = {"type": "person" if schema == "Person" else "organization"}
    assert entries(tmp_path, ftm(schema, "x", **properties), "ftm") == [kind | expected]


def test_occupancies_become_offices_wherever_they_stand(tmp_path: Path) -> None:
    text = (
        ftm("Occupancy", "o", holder=["p"], post=["m"], startDate=["2001-12"], endDate=["2003-12"])
        + ftm("Person", "p", name=["Ann Roe"], nationality=["cz"])
        + ftm("Position", "m", name=["Minister of Foreign Affairs of the Czech Republic"], country=["cz"])
        + ftm("Vessel", "v", name=["Sea Star"])
    )
    (entry,) = entries(tmp_path, text)
    assert entry["offices"] == (
        {"title": "Foreign Minister", "of": "czech-republic", "begin": date(2001, 12, 1), "end": date(2004, 1, 1)},
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("RIVER_PEOPLES_FRONT_ [PSEREBRPF]", ("River Peoples Front", "organization", "PSE", "REB")),
        ("ROE_MINING_CORPORATION_ [MNCKEN]", ("Roe Mining Corporation", "organization", "KEN", "BUS")),
        ("ANN_ROE_ [KENMIL >090120]", ("Ann Roe", "person", "KEN", "MIL")),
        ("ODERA_WANJALA_ [KENGOV]", ("Odera Wanjala", "person", "KEN", "GOV")),
        ("MINISTRY_OF_LAKES_ [KENGOV]", ("Ministry of Lakes", "organization", "KEN", "GOV")),
        ("BROTHERS_OF_ROE_ [IMGMUSROE]", ("Brothers of Roe", "organization", None, None)),
        ("KENYA_ [KEN]\n+REPUBLIC_OF_KENYA_\n+MOMBASA_", ("Kenya", "country", "KEN", None)),
    ],
)
def test_an_entry_of_a_cameo_dictionary(tmp_path: Path, line: str, expected: tuple[str, str, str, str]) -> None:
    (entry,) = entries(tmp_path, line, "cameo")
    assert tuple(entry.get(name) for name in ("name", "type", "country", "sector")) == expected
    assert "Mombasa" not in str(entry)


@pytest.mark.parametrize(
    ("dates", "begin", "end"),
    [
        (">20090120", date(2009, 1, 20), None),
        ("<19990101", None, date(1999, 1, 1)),
        ("19991231-20080507", date(1999, 12, 31), date(2008, 5, 7)),
        ("990101-080507", date(1999, 1, 1), date(2008, 5, 7)),
    ],
)
def test_codes_with_dates_become_offices(tmp_path: Path, dates: str, begin: date | None, end: date | None) -> None:
    (entry,) = entries(tmp_path, f"ANN_ROE_\n+A._ROE_\n\t[KENGOV {dates}]\n", "cameo")
    days = {name: day for name, day in (("begin", begin), ("end", end)) if day}
    assert entry["offices"] == ({"title": "government post", "of": "kenya", **days},)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("ANN_ROE_", "has no code"),
        ("ANN_ROE_ [KENGOV >20091320]", "'20091320' is no day"),
        ("ANN_ROE_ [KENGOV soon]", "'soon' are no dates"),
        ("+ANN_ROE_ [KENGOV]", "a synonym or code without a name"),
        ("WHATEVER_ [KEN]", "a country's code alone"),
    ],
)
def test_a_bad_entry_of_a_cameo_dictionary(tmp_path: Path, line: str, reason: str) -> None:
    (found,) = reasons(tmp_path, f"# about\n{line}\n", "cameo")
    assert found.startswith(f":2 {reason}")


def test_a_file_that_nobody_can_read_says_so(tmp_path: Path) -> None:
    for text, format_ in (("just words", None), ("a,b\n", "csv"), ("[", "json"), ("x", "xml")):
        with pytest.raises(BadInput):
            read(tmp_path, text, format_)
    with pytest.raises(BadInput, match="cannot be read"):
        list(rows(tmp_path / "none"))
