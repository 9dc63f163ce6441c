from collections.abc import Callable

import pytest

from graph.model import Record

Read = Callable[[str], Record]


def actors(record: Record) -> list[str]:
    names = {entity.id: entity.name for entity in record.entities}
    return [names[part.entity] for event in record.events for part in event.participants if part.role == "actor"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The former chief operating officer, Ann Cook, succeeded Carl Brown.", "Ann Cook"),
        ("The former Chief Operating Officer, Tim Brook will succeed Anna Bell.", "Tim Brook"),
        ("The president of Kenya, William Ruto, praised Japan.", "William Ruto"),
        ("The mayor of Kyiv, Vitali Klitschko, accused Russia of lying.", "Vitali Klitschko"),
        ("The governor of the Bank of Ghana, Ernest Addison, praised Japan.", "Ernest Addison"),
        ("The secretary-general of NATO, Mark Rutte, praised Turkey.", "Mark Rutte"),
        ("The co-founder of Nokia, Olli Kallas, sold the plant.", "Olli Kallas"),
        ("The ex-president, Evo Morales, accused the army.", "Evo Morales"),
        ("In April, the fashion blog Gizmodo obtained the letter.", "Gizmodo"),
        ("The airline, Kenya Airways, sued Boeing.", "Kenya Airways"),
    ],
)
def test_an_office_and_the_name_beside_it_are_one(read: Read, text: str, actor: str) -> None:
    assert set(actors(read(text))) == {actor}


def test_the_owners_of_an_office_are_not_its_holder(read: Read) -> None:
    assert "Alexander Lukashenko" not in actors(read("Allies of Putin, Lukashenko and Kadyrov, criticised Japan."))
