import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.queries.likeness import filed, likeness, sought, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergey Lavrov", "Sergei Lavrov"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskiy"),
        ("Hamza bin Laden", "Hamza bin Ladin"),
        ("Brian Carroll", "Brian T. Carroll"),
        ("B. Carroll", "Brian Carroll"),
        ("Roe", "Mary Roe"),
        ("al-Assad", "Bashar al-Assad"),
        ("NIAID", "National Institute of Allergy and Infectious Disease"),
        ("Hagia Sophia", "Haghia Sophia"),
        ("Paweł Roe", "Pawel Roe"),
    ],
)
def test_names_that_may_be_one_person_s(one: str, other: str) -> None:
    score, why = likeness(one, other)
    assert 0.5 < score <= 1
    assert why
    assert likeness(other, one)[0] == score


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mary Roe", "John Roe"),
        ("Mary Roe", "Mary Doe"),
        ("Roe", "Doe"),
        ("Mary", "Mary Roe"),
        ("NG", "National Guard"),
        ("Ann B. Roe", "John B. Roe"),
        ("", "Mary Roe"),
        ("of the", "Mary Roe"),
    ],
)
def test_names_that_are_not(one: str, other: str) -> None:
    assert likeness(one, other) == (0.0, "")


@pytest.mark.parametrize(("one", "other"), [("Council", "City Council"), ("Times", "Time"), ("Council", "Councils")])
def test_what_is_alike_in_people_says_nothing_of_bodies(one: str, other: str) -> None:
    assert likeness(one, other, people=False) == (0.0, "")


def test_a_name_is_itself_but_for_signs() -> None:
    assert likeness("The U.S. Embassy", "US Embassy", people=False)[0] == 1
    assert words("Díaz-Canel") == ["diaz", "canel"]


def test_a_surname_alone_makes_nobody_the_same() -> None:
    lone, full = likeness("Baker", "Baker")[0], likeness("Ann Baker", "Ann Báker")[0]
    assert 0.5 < lone < full


WORDS = st.sampled_from(
    "Ann Anna Anders Sergei Sergey Lavrov Lawrow Lavrova A. S. ASL SL North of Ministry Ministers".split()
)
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)


def begin_alike(one: str, other: str) -> bool:
    """Whether the last words begin alike, or the initials are the same: what any namesakes have in common."""
    a, b = words(one), words(other)
    letters = [told[0] if len(told) == 1 else "".join(word[0] for word in told) for told in (a, b) if told]
    return bool(a and b) and (a[-1][:3] == b[-1][:3] or len(set(letters)) == 1)


@settings(max_examples=500)
@given(NAMES, NAMES, st.booleans())
def test_namesakes_found_by_their_keys_are_those_found_by_looking_at_all(one: str, other: str, people: bool) -> None:
    if begin_alike(one, other) and likeness(one, other, people=people)[0]:
        assert sought(one) & filed(other)
        assert sought(other) & filed(one)


def test_what_only_ends_in_one_word_is_not_looked_at() -> None:
    assert not sought("Interior Ministry") & filed("Defence Ministry")
    assert sought("Lavrov") & filed("Sergei Lavrov")
