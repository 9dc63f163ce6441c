from collections.abc import Callable

import pytest

from graph.extraction.effects import effects
from graph.extraction.factuality import Factuality, Stance, act, factuality
from graph.extraction.tokens import Doc
from graph.model import Modality

ASSERTED = Factuality()


def of(modality: Modality, stance: Stance | None = None) -> Factuality:
    return Factuality("positive", modality, stance)


NOT = Factuality("negative", "asserted")
REFUSED = Factuality("negative", "asserted", "refused")
INTENDED = of("planned", "intended")


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Rubio met Lavrov in Riyadh.", "met", ASSERTED),
        ("Rubio did not meet Lavrov.", "meet", NOT),
        ("Rubio never met Lavrov.", "met", NOT),
        ("Rubio rarely met Lavrov.", "met", NOT),
        ("Kyiv blamed Lavrov for visiting Iran.", "visiting", of("hypothetical")),
        ("Rubio refused to meet Lavrov.", "meet", REFUSED),
        ("Rubio left without meeting Lavrov.", "meeting", NOT),
        ("Rubio did not meet Lavrov until June.", "meet", ASSERTED),
        ("Rubio was not comfortable talking to Lavrov.", "talking", NOT),
        ("Experts predict that Rubio meets Lavrov.", "meets", of("hypothetical")),
        ("Attack the barracks and leave.", "Attack", of("demanded")),
        ("The two sides held no talks.", "talks", NOT),
        ("The minister cancelled a meeting with Lavrov.", "meeting", REFUSED),
        ("Rubio will not meet Lavrov.", "meet", Factuality("negative", "planned", "refused")),
        ("Iran threatened to attack the ship.", "attack", of("planned", "threatened")),
        ("Rubio will meet Lavrov on Friday.", "meet", INTENDED),
        ("Rubio plans to meet Lavrov.", "meet", INTENDED),
        ("Rubio flew to Riyadh to meet Lavrov.", "meet", of("planned")),
        ("Talks between Iran and Israel will begin in Geneva.", "Talks", of("planned")),
        ("Rubio said that he would meet Lavrov.", "meet", INTENDED),
        ("Rubio would meet Lavrov.", "meet", of("hypothetical")),
        ("Rubio was flying to Riyadh.", "flying", of("planned")),
        ("Rubio left for Riyadh, arriving at noon.", "arriving", ASSERTED),
        ("Rubio was visiting Riyadh.", "visiting", ASSERTED),
        ("He resigned on the eve of a visit to Riyadh.", "visit", of("planned")),
        ("He resigned ahead of a visit to Riyadh.", "visit", of("planned")),
        ("Rubio could meet Lavrov.", "meet", of("hypothetical")),
        ("Rubio wants to meet Lavrov.", "meet", of("hypothetical")),
        ("If Turkey attacks Syria, the EU will leave.", "attacks", of("hypothetical")),
        ("Putin has expressed interest in discussing the war with Trump.", "discussing", of("hypothetical")),
        ("Germany urged Russia to withdraw its troops.", "withdraw", of("demanded")),
        ("France called for talks with Iran.", "talks", of("demanded")),
        ("Russia should withdraw its troops.", "withdraw", of("demanded")),
        ("Germany banned Iran from visiting Paris.", "visiting", NOT),
        ("He tried to arrange a meeting with Lavrov.", "meeting", of("planned")),
        ("Did Rubio meet Lavrov?", "meet", of("questioned")),
        ("Rubio confirmed a planned trip to Warsaw.", "trip", of("planned")),
        ("They had arranged talks, which were cancelled.", "talks", Factuality("negative", "planned")),
        ("Rubio stopped meeting Lavrov.", "meeting", REFUSED),
        ("The talks to be held in Geneva collapsed.", "held", of("planned")),
        ("Rubio will leave when he meets Lavrov.", "meets", of("planned")),
        ("The trial is set to begin in Riyadh.", "trial", of("planned")),
        ("Rubio appears to have met Lavrov.", "met", of("hypothetical")),
        ("Rubio is said to have met Lavrov.", "met", ASSERTED),
        ("The senators rejected talks with Iran.", "talks", Factuality("negative", "asserted", "refused")),
        ("The minister regretted the cancelled talks.", "talks", NOT),
        ("She is the first minister to visit Riyadh.", "visit", ASSERTED),
        ("“I would like to thank Lavrov,” Rubio said.", "thank", ASSERTED),
        ("Rubio no longer met Lavrov.", "met", NOT),
        ("Rubio will watch a visit of Lavrov.", "visit", of("planned")),
        ("Rubio will watch the visit of Lavrov.", "visit", ASSERTED),
        ("Rubio began to meet voters.", "meet", ASSERTED),
        ("The Kremlin said that Rubio met Lavrov.", "met", ASSERTED),
        ("Germany condemned the attack on Kyiv.", "attack", ASSERTED),
        ("They discussed agreements reached at a summit in Riyadh.", "summit", ASSERTED),
        ("Rubio will meet Lavrov and discuss the war.", "discuss", of("planned")),
        ("Rubio is to meet Lavrov.", "meet", of("planned")),
        ("Lavrov is to blame for the war.", "blame", ASSERTED),
        ("Rubio has to meet Lavrov.", "meet", of("demanded")),
        ("Rubio had to meet Lavrov.", "meet", ASSERTED),
        ("Rubio has yet to meet Lavrov.", "meet", NOT),
        ("Rubio has a vote to win in May.", "win", of("planned")),
        ("Rubio does not need to meet Lavrov.", "meet", of("hypothetical")),
        ("Rubio was not asked to meet Lavrov.", "meet", of("hypothetical")),
        ("Rubio did not forget to thank Lavrov.", "thank", ASSERTED),
        ("Rubio forgot to thank Lavrov.", "thank", REFUSED),
        ("Rubio stopped short of accusing Lavrov.", "accusing", NOT),
        ("Rubio came close to accusing Lavrov.", "accusing", NOT),
        ("Rubio allegedly met Lavrov.", "met", of("hypothetical")),
        ("The landing was apparently normal and took place at noon.", "took", ASSERTED),
        ("The deal will see Iran leave Syria.", "leave", of("planned")),
        ("Iran saw its troops leave Syria.", "leave", ASSERTED),
        ("Airlines agreed the purchase of jets.", "purchase", of("planned")),
        ("Airlines agreed the deal in Riyadh.", "deal", ASSERTED),
        ("The bank announced job cuts in Riyadh.", "cuts", of("planned")),
        ("The bank announced record profits in Riyadh.", "profits", ASSERTED),
        ("The bank announced the closure of a branch.", "closure", ASSERTED),
        ("Half of those cuts will be made in Riyadh.", "cuts", of("planned")),
        ("The bank expects sales to rise.", "sales", of("planned")),
        ("Rubio praised another summit to be held in May.", "summit", of("planned")),
        ("Rubio praised the summit held in May.", "summit", ASSERTED),
        ("Rubio placed an order that they will begin to fill.", "order", ASSERTED),
        ("The flight was late due to an EU ban.", "ban", ASSERTED),
        ("Kenya is prepared for talks with Chad.", "talks", of("planned")),
        ("It will be sold in June, two days before the launch.", "launch", INTENDED),
        ("They bought jets as a means of modernising the fleet.", "modernising", INTENDED),
        ("Rubio sent aid instead of visiting Lavrov.", "visiting", NOT),
        ("Peru negotiated with Chile rather than attacking it.", "attacking", NOT),
        ("Rubio called rather than visited Lavrov.", "visited", NOT),
        ("Far from attacking Chile, Peru sent aid.", "attacking", NOT),
        ("Rubio not only called Lavrov but also visited him.", "called", ASSERTED),
        ("Rubio didn't just call Lavrov, he visited him.", "call", ASSERTED),
        ("Rubio did not call or visit Lavrov.", "visit", NOT),
        ("Rubio did not call Lavrov but visited Riyadh.", "visited", ASSERTED),
        ("Shares neither rose nor fell.", "fell", NOT),
        ("It is not true that Iran attacked the ship.", "attacked", NOT),
        ("It is false that Iran attacked the ship.", "attacked", NOT),
        ("It is true that Iran attacked the ship.", "attacked", ASSERTED),
        ("Rubio does not believe that Iran attacked the ship.", "attacked", Factuality("negative", "hypothetical")),
        ("Rubio could not confirm that Iran attacked the ship.", "attacked", of("hypothetical")),
        ("Rubio did not deny that Iran attacked the ship.", "attacked", of("hypothetical")),
        ("The two ministers are yet to meet.", "meet", NOT),
        ("The bank had no intention of selling the plant.", "selling", Factuality("negative", "planned", "refused")),
        ("Rubio dropped plans to visit Lavrov.", "visit", Factuality("negative", "planned", "refused")),
        ("Rubio did not disclose plans to visit Lavrov.", "visit", INTENDED),
        ("Rubio decided against visiting Lavrov.", "visiting", NOT),
        ("Rubio protested against visiting Lavrov.", "visiting", ASSERTED),
        ("Rubio ruled out visiting Lavrov.", "visiting", REFUSED),
        ("Rubio called off a visit to Riyadh.", "visit", REFUSED),
        ("Rubio said nothing.", "said", NOT),
        ("The visits were cancelled because the visit to Riyadh failed.", "visit", ASSERTED),
        ("Rubio did nothing to help Lavrov.", "help", Factuality("negative", "planned")),
        ("Not one minister visited Riyadh.", "visited", NOT),
        ("Not all ministers visited Riyadh.", "visited", ASSERTED),
        ("The merger never happened.", "merger", NOT),
        ("The merger of the banks fell through.", "merger", NOT),
        ("The merger failed to materialise.", "merger", NOT),
        ("The merger went ahead.", "merger", ASSERTED),
        ("The factory ended production of trucks.", "production", REFUSED),
        ("The strike brought production to a halt.", "production", REFUSED),
        ("The factory brought production to an end.", "production", REFUSED),
        ("Rubio brought the visit to an end.", "visit", ASSERTED),
        ("The minister ended a visit to Riyadh.", "visit", ASSERTED),
        ("A delay in the delivery of trucks angered Rubio.", "delivery", REFUSED),
        ("“I would like to thank Lavrov for his work,” Rubio said.", "work", ASSERTED),
    ],
)
def test_factuality(parse: Callable[[str], Doc], text: str, trigger: str, expected: Factuality) -> None:
    token = next(token for token in parse(text) if token.text == trigger)
    assert factuality(token) == expected


def test_what_is_denied_is_negative_and_said_to_be_denied(parse: Callable[[str], Doc]) -> None:
    token = next(token for token in parse("Iran denied that it had attacked the ship.") if token.text == "attacked")
    assert factuality(token) == Factuality("negative", "denied")


def test_every_word_has_one_effect() -> None:
    assert set(effects()) == {
        "modals",
        "verbs",
        "nouns",
        "conjunctions",
        "adverbs",
        "occurrence",
        "acts",
        "from",
        "against",
        "coming_about",
        "objects",
        "modifiers",
        "times",
        "ranks",
        "expressive",
        "progressive",
        "ahead",
        "heralds",
        "unsaid",
    }
    assert all(effect for table in effects().values() for effect in table.values())


@pytest.mark.parametrize(
    ("type_", "stance", "expected"),
    [
        ("CONSULT", None, "CONSULT"),
        ("CONSULT", "intended", "AGREE"),
        ("CONSULT", "refused", "REJECT"),
        ("AID", "threatened", "THREATEN"),
        ("ASSAULT", "intended", "THREATEN"),
        ("ASSAULT", "refused", "ASSAULT"),
        ("ACCUSE", "intended", "ACCUSE"),
        ("STATEMENT", "intended", "STATEMENT"),
    ],
)
def test_what_is_intended_is_an_act_of_its_own(type_: str, stance: Stance | None, expected: str) -> None:
    assert act(type_, stance) == expected


def test_what_a_sentence_names_again_is_as_real_as_before(parse: Callable[[str], Doc]) -> None:
    first, again = (t for t in parse("Rubio cancelled the visit because the visit cost too much.") if t.text == "visit")
    assert factuality(first).polarity == factuality(again).polarity == "negative"
    held, last = (t for t in parse("Rubio praised the visit because the visit cost little.") if t.text == "visit")
    assert factuality(held).polarity == factuality(last).polarity == "positive"
