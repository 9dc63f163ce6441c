from collections.abc import Callable

import pytest

from graph.extraction.coreference import Coreference
from graph.model import Record


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Keir Starmer spoke. Starmer left.", {"Keir Starmer": 2}),
        ("The Federal Grain Agency (FGA) spoke. Officials of the FGA left.", {"Federal Grain Agency": 3}),
        ("Vladimir Putin spoke. Putin left. Russia agreed.", {"Vladimir Putin": 2, "Russia": 1}),
        ("The US spoke. The United States left.", {"United States": 2}),
        ("Volodymyr Zelenskyy spoke. Zelenskiy left.", {"Volodymyr Zelensky": 2}),
        ("John R. Bolton spoke. John Bolton left. Bolton smiled.", {"John Bolton": 3}),
        ("Mary Jane Roe spoke. Mary Roe left.", {"Mary Jane Roe": 2}),
        ("Bill de Blasio spoke. De Blasio left.", {"Bill de Blasio": 2}),
        ("Malaysia Airlines (MAS) hired staff. MAS bought jets.", {"Malaysia Airlines": 3}),
        ("Kestrel Motors Ltd. spoke. Kestrel Motors left.", {"Kestrel Motors": 2}),
        ("The Royal Kestrel Navy spoke. Rubio praised the Kestrel Navy.", {"Royal Kestrel Navy": 2, "Marco Rubio": 1}),
        ("The US Energy Agency spoke. The United States Energy Agency left.", {"United States Energy Agency": 2}),
        ("George W. Bush met George H. W. Bush.", {"George W. Bush": 1, "George H. W. Bush": 1}),
        ("Ann B. Roe met Ann C. Roe.", {"Ann B. Roe": 1, "Ann C. Roe": 1}),
        ("Ann Roe's son Ian Roe wept. Peru praised Roe.", {"Ann Roe": 2, "Ian Roe": 1, "Peru": 1}),
        ("Gloria La Riva spoke. La Riva blamed Chile.", {"Gloria La Riva": 2, "Chile": 1}),
        ("Chile fined Mahan Air. Mahan denied it.", {"Chile": 1, "Mahan Air": 2}),
    ],
)
def test_names_that_are_one(coreference: Callable[[str], Coreference], text: str, expected: dict[str, int]) -> None:
    referents = coreference(text).referents.all()
    assert {r.name: len(r.mentions) for r in referents if r.mentions} == expected


def test_a_surname_that_several_bear_is_the_one_in_office(coreference: Callable[[str], Coreference]) -> None:
    names = {r.name for r in coreference("Moscow praised Trump.").referents.all()}
    assert "Donald Trump" in names


def test_a_surname_of_several_is_no_body_that_is_also_called_by_it(coreference: Callable[[str], Coreference]) -> None:
    """The recogniser takes the last one for an organisation, and the "Trump administration" is the White House."""
    text = "Donald Trump and Melania Trump left the White House. Video showed Marine One flying Trump to Ohio."
    found = {r.name: len(r.mentions) for r in coreference(text).referents.all()}
    assert (found["Donald Trump"], found["White House"]) == (2, 1)


def test_namesakes_of_one_article_stay_two(coreference: Callable[[str], Coreference]) -> None:
    names = {r.name for r in coreference("John Roe met Mary Roe. Roe left.").referents.all()}
    assert {"John Roe", "Mary Roe"} <= names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kenya praised Raab.", "Dominic Raab"),  # lately in office
        ("Kenya said that Prodi left.", "Prodi"),  # of no country that the text speaks of, and long out of office
        ("Italy said that Prodi left.", "Romano Prodi"),
    ],
)
def test_a_lone_surname_is_of_whom_the_article_may_speak(
    coreference: Callable[[str], Coreference], text: str, name: str
) -> None:
    assert name in {referent.name for referent in coreference(text).referents.all()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Australian minister Boris Johnson left. Johnson was tired.", "actor:boris-johnson.australia"),
        ("Kenyan footballer Emmanuel Macron left.", "actor:emmanuel-macron.kenya"),
        ("British Prime Minister Boris Johnson left.", "actor:boris-johnson"),
        ("The Kenya envoy Boris Johnson left.", "actor:boris-johnson"),
        ("Emmanuel Macron left.", "actor:emmanuel-macron"),
    ],
)
def test_somebody_known_and_his_namesake(read: Callable[[str], Record], text: str, expected: str) -> None:
    assert [entity.id for entity in read(text).entities if entity.type == "person"] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Boeing sold a 747. Boeing is proud of the Boeing 747.", {"Boeing", "Boeing 747"}),
        ("Kenya Airways ordered two Airbus A380s. The A380 is large.", {"Kenya Airways", "Airbus A380"}),
        ("The Dow Jones fell and the FTSE rose.", {"Dow Jones Industrial Average", "FTSE 100 Index"}),
        ("SIA left Changi.", {"Singapore Airlines", "Singapore Changi Airport"}),
    ],
)
def test_firms_and_what_they_make_are_known(read: Callable[[str], Record], text: str, expected: set[str]) -> None:
    assert {entity.name for entity in read(text).entities if entity.named} == expected


@pytest.mark.parametrize(
    ("text", "shared"),
    [("Russian officials left.", True), ("Russia's foreign ministry protested.", True), ("A US company left.", False)],
)
def test_whom_all_articles_mean(read: Callable[[str], Record], text: str, shared: bool) -> None:
    (described,) = [entity.id for entity in read(text).entities if not entity.named]
    assert ("." not in described) is shared


def test_the_firm_is_the_one_that_was_called_so(coreference: Callable[[str], Coreference]) -> None:
    found = coreference("Walmart lost to Apple, said Gallup, a polling firm. Walmart sank. The firm asked Walmart.")
    token = [token for token in found.mentions.doc if token.text == "firm"][-1]
    assert [referent.name for referent in found.resolve(token)] == ["Gallup"]
