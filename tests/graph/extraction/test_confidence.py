from collections.abc import Callable

from graph.model import Record


def confidence(record: Record, predicate: str) -> float:
    return next(event.confidence for event in record.events if event.predicate == predicate)


def test_what_is_plain_is_surer_than_what_is_not(read: Callable[[str], Record]) -> None:
    verb = confidence(read("Rubio met Lavrov."), "met_with")
    pronoun = confidence(read("Marco Rubio spoke. He met Lavrov."), "met_with")
    noun = confidence(read("The talks between Iran and Israel failed."), "held_talks_with")
    unknown = confidence(read("Emmanuel Macron outlived Angela Merkel."), "verb:outlive")
    assert 1 > verb > pronoun > unknown > 0
    assert verb > noun > unknown
