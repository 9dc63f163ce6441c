"""What is planned, demanded, possible, conditional or denied never becomes a fact; what has happened does."""

from collections.abc import Callable

import pytest

from graph.model import Claim, Record

Read = Callable[[str], Record]


def _facts(record: Record) -> list[Claim]:
    return [claim for claim in record.claims if (claim.polarity, claim.modality) == ("positive", "asserted")]


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Macron is to visit Kenya in May.", "visited"),
        ("Macron was to visit Kenya on Friday.", "visited"),
        ("Kenya has to withdraw its troops from Somalia.", "withdrew_from"),
        ("Kenya will have to withdraw its troops from Somalia.", "withdrew_from"),
        ("Kenya does not have to withdraw its troops from Somalia.", "withdrew_from"),
        ("Kenya has yet to withdraw its troops from Somalia.", "withdrew_from"),
        ("The accord will see Kenya withdraw from Somalia.", "withdrew_from"),
        ("The plan would have Kenya withdraw from Somalia.", "withdrew_from"),
        ("Kenya announced talks with Somalia.", "held_talks_with"),
        ("Kenya announced a meeting with Somalia to be held in May.", "met_with"),
        ("Another meeting between Kenya and Somalia, to be held in May, was announced.", "met_with"),
        ("The meeting between Kenya and Somalia scheduled for May drew criticism.", "met_with"),
        ("The meeting between Kenya and Somalia due to begin in May drew criticism.", "met_with"),
        ("Kenya is ready for talks with Somalia.", "held_talks_with"),
        ("Kenya agreed to a meeting with Somalia.", "met_with"),
        ("Kenya intends a meeting with Somalia.", "met_with"),
        ("Macron stopped short of accusing Starmer of lying.", "accused"),
        ("Macron came close to meeting Starmer.", "met_with"),
        ("Macron almost met Starmer.", "met_with"),
        ("Macron allegedly met Starmer.", "met_with"),
        ("Macron forgot to thank Starmer.", "thanked"),
        ("Macron did not manage to meet Starmer.", "met_with"),
        ("Macron was not asked to meet Starmer.", "met_with"),
        ("There are no plans for Macron to meet Starmer.", "met_with"),
        ("Macron flew to London to meet Starmer.", "met_with"),
        ("The meeting between Macron and Starmer was postponed.", "met_with"),
        ("If Macron meets Starmer, Kenya will protest.", "met_with"),
        ("Kenya demanded that Macron meet Starmer.", "met_with"),
        ("Kenya denied that Macron met Starmer.", "met_with"),
    ],
)
def test_no_fact(read: Read, text: str, predicate: str) -> None:
    assert predicate not in {claim.predicate for claim in _facts(read(text))}


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Macron visited Kenya in May.", "visited"),
        ("Macron had to cancel a meeting with Starmer.", "cancelled_meeting_with"),
        ("Kenya had to withdraw its troops from Somalia.", "withdrew_from"),
        ("Macron saw Starmer meet Putin.", "met_with"),
        ("Kenya announced the arrest of Ruto.", "arrested"),
        ("The meeting between Macron and Starmer, held in May, drew criticism.", "met_with"),
        ("Macron did not fail to thank Starmer.", "thanked"),
        ("Macron was the first to meet Starmer.", "met_with"),
        ("Macron was forced to meet Starmer.", "met_with"),
        ("Macron managed to meet Starmer.", "met_with"),
        ("Macron met Starmer, apparently in London.", "met_with"),
        ("Kenya helped Somalia to attack Sudan.", "attacked"),
        ("Kenya refused to meet Somalia.", "refused_to_meet"),
        ("Kenya agreed a deal with Somalia.", "signed_agreement_with"),
        ("Kenya suspended talks with Somalia.", "suspended_talks_with"),
        ("Macron met Starmer before talks with Putin that will begin in May.", "met_with"),
    ],
)
def test_a_fact(read: Read, text: str, predicate: str) -> None:
    assert predicate in {claim.predicate for claim in _facts(read(text))}
