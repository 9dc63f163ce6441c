"""Contacts: that the two who are in contact are both found, however the sentence tells of it."""

import pytest

from graph.extraction import Extractor
from graph.model import Article

TOLD = [
    ("In an interview with Reuters, Erna Solberg ruled out a vote.", "Erna Solberg", "Reuters"),
    ("Erna Solberg, on a visit to Latvia, ruled out a vote.", "Erna Solberg", "Latvia"),
    ("In a call with Mark Carney, Erna Solberg urged restraint.", "Erna Solberg", "Mark Carney"),
    ("In a phone call with Mark Rutte, Pedro Sánchez defended the budget.", "Pedro S", "Mark Rutte"),
    ("Petteri Orpo told Reuters troops were leaving the port.", "Petteri Orpo", "Reuters"),
    ("A Democrat, Ron Wyden, met Javier Milei in Salta.", "Ron Wyden", "Javier Milei"),
    ("The gas producer Sonatrade signed a contract with Slovenia.", "Sonatrade", "Slovenia"),
    ("Talks in Doha with the Taliban were opened by Zalmay Khalilzad.", "Zalmay Khalilzad", "Taliban"),
    ("Qatar has hosted talks between Rwanda and Uganda.", "Rwanda", "Uganda"),
    ("The delegation led by Erna Solberg met Javier Milei.", "Erna Solberg", "Javier Milei"),
    ("“I met Xi Jinping on Monday. We spoke of trade,” Narendra Modi said.", "Narendra Modi", "Xi Jinping"),
    ("Gordon Brown was late. Speaking to Martin Smith, he said that it was over.", "Gordon Brown", "Martin Smith"),
    ("Oman and Yemen quarrelled, but the leaders of the two countries spoke by telephone.", "Omani", "Yemeni"),
    ("Pedro Sánchez sent a letter asking for new rules to Mette Frederiksen.", "Pedro S", "Mette Frederiksen"),
    ("Officials from Chad and Sudan met in Doha.", "Chadian", "Sudanese"),
    ("Pedro Sánchez met Mark Carney. They spoke about fish.", "Pedro S", "Mark Carney"),
    ("Pedro Sánchez met Mark Carney. The two also rang Javier Milei.", "Pedro S", "Mark Carney"),
    ("Pedro Sánchez received Mark Carney in Madrid.", "Pedro S", "Mark Carney"),
    ("Pedro Sánchez called on Mark Carney in Ottawa.", "Pedro S", "Mark Carney"),
    ("Pedro Sánchez flew to Ottawa for talks with Mark Carney.", "Pedro S", "Mark Carney"),
    ("Pedro Sánchez was in Ottawa for talks with Mark Carney.", "Pedro S", "Mark Carney"),
    ("Pedro Sánchez exchanged views on fish with Mark Carney.", "Pedro S", "Mark Carney"),
    ("Pedro Sánchez spoke about Javier Milei with Mark Carney.", "Pedro S", "Mark Carney"),
    ("Pedro Sánchez spoke by video link with Mark Carney.", "Pedro S", "Mark Carney"),
    ("Pedro Sánchez met a leader of the party, Iratxe García, in Bilbao.", "Pedro S", "Iratxe"),
    ("A delegation from Hezbollah met Pedro Sánchez.", "Hezbollah", "Pedro S"),
    ("Erna Solberg left. The Norwegian politician was late. She met Mark Carney.", "Erna Solberg", "Mark Carney"),
    ("In an interview with Northern Post, Erna Solberg ruled out a vote.", "Erna Solberg", "Northern Post"),
    ("A phone call made by Pedro Sánchez to Mark Carney was recorded.", "Pedro S", "Mark Carney"),
    ("Pedro Sánchez met, among others, Mark Carney.", "Pedro S", "Mark Carney"),
    ("Pedro Sánchez was pleased to call on Mark Carney.", "Pedro S", "Mark Carney"),
    ("Pedro Sánchez left on Monday, a day after talks with Mark Carney.", "Pedro S", "Mark Carney"),
    ("Pedro Sánchez convened the leaders of Chad and Sudan.", "Pedro S", "Chadian"),
    ("Talks between the leaders, Pedro Sánchez and Mark Carney, lasted an hour.", "Pedro S", "Mark Carney"),
    ("Mark Carney was joined by Chrystia Freeland and Bill Morneau.", "Mark Carney", "Bill Morneau"),
    ("Pedro Sánchez landed in Rabat.", "Pedro S", "Morocco"),
    ("Peru and Chile held a round of talks in Lima.", "Peru", "Chile"),
    ("Pedro Sánchez flew to Ottawa for a round of talks with Mark Carney.", "Pedro S", "Mark Carney"),
    ("Teresa Ribera and Jean-Claude Juncker met in Brussels.", "Teresa Ribera", "Jean-Claude"),
    ("Pedro Sánchez was in Canada on a state visit.", "Pedro S", "Canada"),
    ("Pedro Sánchez made a round of phone calls to Mark Carney.", "Pedro S", "Mark Carney"),
    ("Pedro Sánchez gave a party for Mark Carney before their talks.", "Pedro S", "Mark Carney"),
    ("Pedro Sánchez met Mark Carney in Ottawa and Chile's Javier Milei in Salta.", "Pedro S", "Javier Milei"),
    ("Pedro Sánchez discussed fish with Mark Carney and, later, with Javier Milei.", "Pedro S", "Mark Carney"),
    ("Pedro Sánchez held talks with Mark Carney and with members of the Senate.", "Pedro S", "members"),
    ("Pedro Sánchez held talks with visiting President Javier Milei.", "Pedro S", "Javier Milei"),
    ("Pedro Sánchez was greeted on arrival by Mark Carney.", "Pedro S", "Mark Carney"),
    ("Attending the talks were Pedro Sánchez and Mark Carney.", "Pedro S", "Mark Carney"),
    ("Pedro Sánchez spoke with his Chadian counterpart, Idriss Warfa, in May.", "Pedro S", "Idriss Warfa"),
    ("Ambassador of Peru to Canada Hakan Fidan met Javier Milei.", "Hakan Fidan", "Javier Milei"),
    ("United Nations Special Envoy for Syria Erna Solberg met Javier Milei.", "Erna Solberg", "Javier Milei"),
    ("Pedro Sánchez met the secretary, Ana Ruiz, in Salta.", "Pedro S", "Ana Ruiz"),
    ("Mark Carney met Ana Ruiz, president of the Chilean Senate, who is on a visit to Canada.", "Ana Ruiz", "Canada"),
    ("Pedro Sánchez met on the sidelines of the forum with Mark Carney.", "Pedro S", "Mark Carney"),
    ("Pedro Sánchez had a meeting at his residence with Mark Carney and with Javier Milei.", "Pedro S", "Mark Carney"),
    ("Pedro Sánchez said talks between Mark Carney and Argentina's Javier Milei had begun.", "Mark Carney", "Javier M"),
    ("Pedro Sánchez left after a day of talks with Mark Carney.", "Pedro S", "Mark Carney"),
    ("Pedro Sánchez spoke with his Chilean opposite number, Ana Ruiz, in May.", "Pedro S", "Ana Ruiz"),
    ("The envoy, Hakan Fidan, and President Javier Milei exchanged letters.", "Hakan Fidan", "Javier Milei"),
    ("Pedro Sánchez met Hakan Fidan, the minister, and Mark Carney.", "Pedro S", "Mark Carney"),
    ("In a phone call in May, Pedro Sánchez urged Mark Carney to come.", "Pedro S", "Mark Carney"),
    ("Pedro Sánchez told Mark Carney in a telephone call on Sunday that he would come.", "Pedro S", "Mark Carney"),
    ("Pedro Sánchez started with an audience with Pope Francis.", "Pedro S", "Pope Francis"),
    ("Mark Carney answered questions about his trip from reporter Ana Ruiz.", "Mark Carney", "Ana Ruiz"),
    ("Pedro Sánchez and Mark Carney came together for a dinner hosted by Javier Milei.", "Javier M", "Mark Carney"),
    ("Pedro Sánchez met Mark Carney in Doha in a meeting mediated by Javier Milei.", "Javier M", "Mark Carney"),
    ("Pedro Sánchez and Mark Carney held the first of three rounds of talks.", "Pedro S", "Mark Carney"),
    ("Talks between a delegation led by Pedro Sánchez and Mark Carney broke up.", "Pedro S", "Mark Carney"),
    ("Pedro Sánchez cut short a visit to Canada.", "Pedro S", "Canada"),
    ("In remarks to Gazeta.ru, Erna Solberg ruled out a vote.", "Erna Solberg", "Gazeta.ru"),
]

UNTOLD = [
    "In a meeting with Xi Jinping, Erna Solberg will raise tariffs.",
    "Erna Solberg would discuss tariffs in a call with Xi Jinping.",
    "Norway agreed on a visit to Iran.",
    "Qatar failed to broker a deal between Rwanda and Uganda.",
    "Turkey offered to host talks between Rwanda and Uganda.",
    "Erna Solberg attended a rally in Bergen.",
    "Oslo received missiles from Finland.",
    "Senators debated Iran.",
    "A meeting between Pedro Sánchez and Mark Carney will be the first in years.",
    "Pedro Sánchez will fly to Ottawa for talks with Mark Carney.",
    "OTTAWA: Pedro Sánchez arrived late.",
    "Pedro Sánchez spoke of his friendship with Mark Carney.",
    "Javier Milei was present.",
    "There were no reports that Ana Ruiz had met Javier Milei.",
    "Talks with the delegation led by Javier Milei went on.",
    "He declined to comment on a report that Ana Ruiz had met Javier Milei.",
    "Rumours that Ana Ruiz had met Javier Milei went round.",
]


def asserted(extractor: Extractor, text: str) -> list[set[str]]:
    record = extractor.record(Article("a", text))
    names = {entity.id: entity.name for entity in record.entities}
    claims = [c for c in record.claims if c.event and (c.modality, c.polarity) == ("asserted", "positive")]
    return [{names[claim.subject], names[claim.object]} for claim in claims]


@pytest.mark.parametrize(("text", "one", "other"), TOLD)
def test_both_are_found(extractor: Extractor, text: str, one: str, other: str) -> None:
    ends = asserted(extractor, text)
    assert any(all(any(name.startswith(end) for name in pair) for end in (one, other)) for pair in ends), ends


@pytest.mark.parametrize("text", UNTOLD)
def test_what_did_not_happen_is_no_contact(extractor: Extractor, text: str) -> None:
    assert asserted(extractor, text) == []


def predicates(extractor: Extractor, text: str) -> set[str]:
    return {claim.predicate for claim in extractor.record(Article("a", text)).claims if claim.event}


def test_who_speaks_to_a_parliament_holds_no_talks(extractor: Extractor) -> None:
    assert predicates(extractor, "Erna Solberg spoke to the Senate.") == {"spoke_to"}
    assert predicates(extractor, "Erna Solberg spoke to Mark Carney.") == {"spoke_with"}


def test_who_is_called_on_to_act_is_not_visited(extractor: Extractor) -> None:
    assert predicates(extractor, "Erna Solberg called on Mark Carney to resign.") == {"urged"}


def test_candidates_debate(extractor: Extractor) -> None:
    assert predicates(extractor, "Pedro Sánchez debated Alberto Feijóo.") == {"debated_with"}


def test_who_receives_a_prize_receives_nobody(extractor: Extractor) -> None:
    text = "Pedro Sánchez received a prize over two rivals: Mark Carney and Javier Milei."
    assert "hosted" not in predicates(extractor, text)


PRESENT = [
    "Javier Milei was also present.",
    "Also in attendance was the Argentine leader, Javier Milei.",
    "The meeting was also attended by Javier Milei.",
    "Javier Milei took part in the talks.",
]
ABSENT = [
    "Javier Milei attended the funeral.",
    "Javier Milei was present at the match.",
    "Javier Milei was not present.",
]


@pytest.mark.parametrize("text", PRESENT)
def test_who_else_was_there_was_with_those_who_met(extractor: Extractor, text: str) -> None:
    ends = asserted(extractor, f"Pedro Sánchez met Mark Carney in Ottawa. {text}")
    assert [pair for pair in ends if "Javier Milei" in pair] == [
        {"Javier Milei", "Pedro Sanchez"},
        {"Javier Milei", "Mark Carney"},
    ]


@pytest.mark.parametrize("text", ABSENT)
def test_who_was_elsewhere_was_not_with_them(extractor: Extractor, text: str) -> None:
    ends = asserted(extractor, f"Pedro Sánchez met Mark Carney in Ottawa. {text}")
    assert not [pair for pair in ends if "Javier Milei" in pair]


def test_nobody_was_present_at_talks_that_are_only_planned(extractor: Extractor) -> None:
    assert asserted(extractor, "Pedro Sánchez will meet Mark Carney. Javier Milei was also present.") == []


def test_nobody_is_visited_by_a_visiting_president(extractor: Extractor) -> None:
    assert predicates(extractor, "Pedro Sánchez spoke with visiting President Javier Milei.") == {"spoke_with"}


def test_what_is_denied_to_have_been_reported_is_denied(extractor: Extractor) -> None:
    record = extractor.record(Article("a", "Oslo denied reports that Ana Ruiz had met Javier Milei."))
    (met,) = (claim for claim in record.claims if claim.predicate == "met_with")
    assert (met.polarity, met.modality) == ("negative", "denied")


def test_whoever_is_urged_at_a_meeting_need_not_be_there(extractor: Extractor) -> None:
    text = "At a meeting of the Security Council, Pedro Sánchez urged Mark Carney to act."
    assert predicates(extractor, text) == {"urged"}


def test_delegations_are_those_who_are_listed(extractor: Extractor) -> None:
    text = "Delegations from Peru and Chile met. The meeting was attended by Pedro Sánchez and Mark Carney."
    ends = asserted(extractor, text)
    assert [pair for pair in ends if "Mark Carney" in pair] == [{"Pedro Sanchez", "Mark Carney"}]
