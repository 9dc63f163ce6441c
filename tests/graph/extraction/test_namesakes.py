import pytest

from graph.extraction import namesakes


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("john r bolton", "john bolton", True),
        ("john robert bolton", "john r bolton", True),
        ("george w bush", "george h w bush", False),
        ("john bolton", "mary bolton", False),
        ("bolton", "john bolton", False),
    ],
)
def test_variants_of_a_person_s_name(one: str, other: str, alike: bool) -> None:
    assert namesakes.are_variants(one.split(), other.split()) is alike
    assert namesakes.are_variants(other.split(), one.split()) is alike


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("two new Boeing 787s", "Boeing 787s"),
        ("22 Airbus A380 jets", "Airbus A380"),
        ("first 787 Dreamliner", "787 Dreamliner"),
        ("whose double-decker A380", "A380"),
        ("2,000 soldiers", ""),
        ("Norway", ""),
        ("747", ""),
    ],
)
def test_the_name_of_a_model(name: str, words: str) -> None:
    assert namesakes.model_name(name) == words.split()


@pytest.mark.parametrize(("name", "words"), [("Acme Ltd.", "Acme"), ("Acme Steel PLC", "Acme Steel"), ("PLC", "PLC")])
def test_a_company_s_form_is_no_part_of_its_name(name: str, words: str) -> None:
    assert namesakes.core(name) == words.split()


def test_one_word_is_the_end_of_a_name_only_if_it_is_a_number() -> None:
    assert namesakes.ends_with(["Boeing", "747"], ["747"])
    assert namesakes.ends_with(["US", "Air", "Force"], ["Air", "Force"])
    assert not namesakes.ends_with(["Energy", "Agency"], ["Agency"])
    assert not namesakes.ends_with(["747"], ["747"])


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Boeing 787s", "Boeing 787"),
        ("747-400ER", "747"),
        ("Boeing 737-800", "Boeing 737"),
        ("F-35", "F-35"),
        ("iPhone 4S", "iPhone 4S"),
        ("two jets", None),
    ],
)
def test_the_line_of_a_model(name: str, line: str | None) -> None:
    assert namesakes.model_line(name.split()) == line
