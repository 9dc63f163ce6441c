from collections.abc import Callable

import pytest

from graph.extraction.coreference import Coreference

Read = Callable[[str], Coreference]


def resolved(coreference: Coreference, word: str) -> set[str]:
    """Names of those for whom the last such word of the text stands."""
    token = [token for token in coreference.mentions.doc if token.text == word][-1]
    return {referent.name for referent in coreference.resolve(token)}


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Marco Rubio met Sergei Lavrov. Rubio left.", "Rubio", {"Marco Rubio"}),
        ("Marco Rubio met Sergei Lavrov. Both diplomats smiled.", "diplomats", {"Marco Rubio", "Sergei Lavrov"}),
        ("Bruce spoke. Rubio met Lavrov. Bruce said that the two men agreed.", "men", {"Marco Rubio", "Sergei Lavrov"}),
        ("Keir Starmer hosted a summit on Ukraine, where he accused Putin.", "he", {"Keir Starmer"}),
        ("Vladimir Putin spoke. He accused Keir Starmer.", "He", {"Vladimir Putin"}),
        ("Russian President Vladimir Putin spoke. Kyiv criticised the Russian leader.", "leader", {"Vladimir Putin"}),
        ("Iran attacked a ship. It denied the claim.", "It", {"Iran"}),
        ("Moscow accused Kyiv of lying.", "Moscow", {"Russia"}),
        ("“I met Lavrov,” Rubio said.", "I", {"Marco Rubio"}),
        ("France and Germany met. The two countries agreed.", "countries", {"France", "Germany"}),
        ("The man who attacked France fled.", "who", set()),
        ("He left.", "He", set()),
        ("Volvo builds trucks. The new truck made its debut.", "its", {"new truck"}),
        ("Iran said that Volvo sold its plant.", "its", {"Volvo"}),
        ("Volvo builds trucks. The strike hurt its sales.", "its", {"Volvo"}),
        ("Iran protested. It is important to talk.", "It", set()),
        ("They agreed.", "They", set()),
        ("Keir Starmer met Xi. In his talks with Putin, Narendra Modi smiled.", "his", {"Narendra Modi"}),
        ("Keir Starmer left. After his talks with Putin, rain fell.", "his", {"Keir Starmer"}),
        ("Premier Li Qiang met Prime Minister Keir Starmer. The premier left.", "premier", {"Li Qiang"}),
        ("Pope Leo XIV left. The pontiff smiled.", "pontiff", {"Pope Leo XIV"}),
        ("Narendra Modi met Anthony Albanese. The Australian PM left at 3 pm.", "PM", {"Anthony Albanese"}),
    ],
)  # fmt: skip
def test_resolve(coreference: Read, text: str, word: str, expected: set[str]) -> None:
    assert resolved(coreference(text), word) == expected


def test_a_capital_that_does_not_act_is_a_city(coreference: Read) -> None:
    found = coreference("They met in Moscow.")
    (city,) = found.resolve(found.mentions.doc[3], acting=False)
    assert (city.name, city.type) == ("Moscow", "place")


def test_a_pronoun_is_not_someone_of_its_own_clause(coreference: Read) -> None:
    assert resolved(coreference("Putin spoke. He thanked Trump."), "He") == {"Vladimir Putin"}
    assert resolved(coreference("He thanked Trump."), "He") == set()


def test_who_holds_an_office_comes_before_who_held_it(coreference: Read) -> None:
    text = "A spokesman of Bill Clinton spoke of Donald Trump and of Bill Clinton. He saw the president."
    assert resolved(coreference(text), "president") == {"Donald Trump"}


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Putin left Moscow. The 72-year-old met Xi.", "old", ["Vladimir Putin"]),
        ("Rubio met Lavrov. The pair discussed Ukraine.", "pair", ["Marco Rubio", "Sergei Lavrov"]),
        ("The Russian foreign ministry left. The ministry accused Tokyo.", "ministry", ["Russian foreign ministry"]),
        ("Hamas fired. The rebels in Chad left. They met Xi.", "They", ["Chadian rebels"]),
    ],
)
def test_what_stands_for_those_before(
    coreference: Callable[[str], Coreference], text: str, word: str, names: list[str]
) -> None:
    found = coreference(text)
    for token in found.mentions.doc:  # as they are asked for, sentence by sentence
        found.resolve(token)
    token = [token for token in found.mentions.doc if token.text == word][-1]
    assert sorted(referent.name for referent in found.resolve(token)) == sorted(names)
