"""Who did what to whom, through the constructions of English."""

from collections.abc import Callable

import pytest

from graph.model import Event, Record

Read = Callable[[str], Record]


def roles(record: Record, event: Event) -> dict[str, set[str]]:
    names = {entity.id: entity.name for entity in record.entities}
    found: dict[str, set[str]] = {}
    for participant in event.participants:
        found.setdefault(participant.role, set()).add(names[participant.entity])
    return found


def event_of(record: Record, text: str, trigger: str) -> Event:
    return next(e for e in record.events if text[e.trigger.begin : e.trigger.end] == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "type_", "actors", "recipients"),
    [
        ("Israel attacked Syria.", "attacked", "ASSAULT", {"Israel"}, {"Syria"}),
        ("Syria was attacked by Israel.", "attacked", "ASSAULT", {"Israel"}, {"Syria"}),
        ("Syria, attacked by Israel, appealed to Russia.", "attacked", "ASSAULT", {"Israel"}, {"Syria"}),
        ("Israel, which attacked Syria, left.", "attacked", "ASSAULT", {"Israel"}, {"Syria"}),
        ("The Israeli attack on Syria went on.", "attack", "ASSAULT", {"Israel"}, {"Syria"}),
        ("Israel's attack on Syria went on.", "attack", "ASSAULT", {"Israel"}, {"Syria"}),
        ("Israel launched an attack on Syria.", "attack", "ASSAULT", {"Israel"}, {"Syria"}),
        ("Israel and Jordan attacked Syria.", "attacked", "ASSAULT", {"Israel", "Jordan"}, {"Syria"}),
        ("Israel wants to attack Syria.", "attack", "ASSAULT", {"Israel"}, {"Syria"}),
        ("Germany urged Israel to attack Syria.", "attack", "ASSAULT", {"Israel"}, {"Syria"}),
        ("Israel withdrew after attacking Syria.", "attacking", "ASSAULT", {"Israel"}, {"Syria"}),
        ("Germany urged Israel to leave.", "urged", "REQUEST", {"Germany"}, {"Israel"}),
        ("Rubio met Lavrov.", "met", "CONSULT", {"Marco Rubio"}, {"Sergei Lavrov"}),
        ("Rubio and Lavrov met in Riyadh.", "met", "CONSULT", {"Marco Rubio", "Sergei Lavrov"}, set()),
        ("Talks between Iran and Israel failed.", "Talks", "CONSULT", {"Iran", "Israel"}, set()),
        ("US-Russia talks resumed.", "talks", "CONSULT", {"United States", "Russia"}, set()),
        ("Iran held talks with Israel.", "held", "CONSULT", {"Iran"}, {"Israel"}),
        ("Keir Starmer accused Putin of lying.", "accused", "ACCUSE", {"Keir Starmer"}, {"Vladimir Putin"}),
        ("Putin Accused of Stalling Over Peace Talks\n", "Accused", "ACCUSE", set(), {"Vladimir Putin"}),
        ("The US made an offer, a proposal Ukraine has accepted.", "accepted", "AGREE", {"Ukraine"}, {"United States"}),
        ("Ukraine rejected Russia's demand.", "rejected", "REJECT", {"Ukraine"}, {"Russia"}),
        (
            "President Trump and President Putin met on Friday.",
            "met",
            "CONSULT",
            {"Donald Trump", "Vladimir Putin"},
            set(),
        ),
        ("Raab urged Iran to leave and spoke with Mike Pompeo.", "spoke", "CONSULT", {"Dominic Raab"}, {"Mike Pompeo"}),
        (
            "Rubio and his counterparts, Sergei Lavrov and Wang Yi, met.",
            "met",
            "CONSULT",
            {"Marco Rubio", "Sergei Lavrov", "Wang Yi"},
            set(),
        ),
        ("Rubio spoke to one of the four candidates, Sandra Roe.", "spoke", "CONSULT", {"Marco Rubio"}, {"Sandra Roe"}),
        ("Pakistan refused to provide aid to Saudi Arabia.", "refused", "REJECT", {"Pakistan"}, {"Saudi Arabia"}),
        ("Rubio said that Libya must leave.", "said", "REQUEST", {"Marco Rubio"}, {"Libya"}),
        ("Germany will meet France.", "meet", "AGREE", {"Germany"}, {"France"}),
        ("Iran threatened to shell Israel.", "shell", "THREATEN", {"Iran"}, {"Israel"}),
        ("Russian drone strikes killed two soldiers.", "killed", "ASSAULT", {"Russia"}, {"two soldiers"}),
        ("Hezbollah is guilty of attacking Israel.", "attacking", "ASSAULT", {"Hezbollah"}, {"Israel"}),
        ("Iran was quick to condemn Israel.", "condemn", "ACCUSE", {"Iran"}, {"Israel"}),
        ("A court found Imran Khan guilty of fraud.", "found", "ACCUSE", {"court"}, {"Imran Khan"}),
        ("Israel rejected a plan drawn up by Egypt.", "rejected", "REJECT", {"Israel"}, {"Egypt"}),
        ("Israel was behind the attack on Iran.", "attack", "ASSAULT", {"Israel"}, {"Iran"}),
        ("Rebels were engaged in clashes with Israel.", "clashes", "ASSAULT", {"Rebels"}, {"Israel"}),
        ("Imran Khan was subjected to torture.", "torture", "ASSAULT", set(), {"Imran Khan"}),
        ("Israel used tear gas to disperse students.", "disperse", "COERCE", {"Israel"}, {"students"}),
        ("Police detained a deputy and jailed him.", "jailed", "COERCE", {"Police"}, {"deputy"}),
        ("Angela Merkel phoned Ion Iliescu to thank him.", "thank", "SUPPORT", {"Angela Merkel"}, {"Ion Iliescu"}),
        ("Two monitors were expelled from Burundi.", "expelled", "SANCTION", {"Burundi"}, {"Two monitors"}),
        ("The summit of Iran failed to reach a deal with Israel.", "failed", "REJECT", {"Iran"}, {"Israel"}),
        ("French troops left Niger.", "left", "RETREAT", {"French troops"}, {"Niger"}),
        ("Sudan captured two towns.", "captured", "ASSAULT", {"Sudan"}, {"two towns"}),
        ("Chad freed hundreds of students.", "freed", "RETREAT", {"Chad"}, {"students"}),
        ("On Sunday Pltavchenko met Angela Merkel.", "met", "CONSULT", {"Pltavchenko"}, {"Angela Merkel"}),
    ],
)
def test_event(read: Read, text: str, trigger: str, type_: str, actors: set[str], recipients: set[str]) -> None:
    record = read(text)
    event = event_of(record, text, trigger)
    found = roles(record, event)
    assert (event.type, found.get("actor", set()), found.get("recipient", set())) == (type_, actors, recipients)


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Miners called off the strike after talks with France.", "called", {"France"}),
        ("Kenya withdrew its troops to appease Sudan.", "withdrew", {"Sudan"}),
        ("Chad agreed to join a United Nations force in Haiti.", "agreed", {"United Nations", "Haiti"}),
        ("Kenya eased restrictions on imports of sugar from Uganda.", "eased", {"imports of sugar", "Uganda"}),
        ("Togo launched raids against targets of Hezbollah.", "raids", {"Hezbollah"}),
    ],
)
def test_whom_an_act_concerns_that_no_slot_names(read: Read, text: str, trigger: str, recipients: set[str]) -> None:
    record = read(text)
    assert roles(record, event_of(record, text, trigger))["recipient"] == recipients


def test_who_speaks_for_a_country_refuses_with_it(read: Read) -> None:
    record = read("Vladimir Putin said his country will not lift the ban on Poland.")
    (event,) = record.events
    assert (event.type, event.polarity) == ("REJECT", "negative")
    assert roles(record, event) == {"actor": {"Russia", "Vladimir Putin"}, "recipient": {"Poland"}}


def test_what_somebody_says_that_others_will_do_is_a_statement(read: Read) -> None:
    record = read("Vladimir Putin said Poland will lift the ban on Iran.")
    assert {event.type for event in record.events} == {"STATEMENT", "AGREE"}


@pytest.mark.parametrize(
    "text",
    [
        "The weather was mild.",
        "The proposal met expectations.",
        "He left.",
        "Prices rose by two percent in March.",
        "The Russian economy is large.",
        "He called it unlikely.",
        "He called Trump a climate arsonist.",
    ],
)
def test_no_political_event_is_a_normal_result(read: Read, text: str) -> None:
    record = read(text)
    assert {event.type for event in record.events} <= {"OTHER"}
    assert record.claims == ()


def test_a_verb_outside_the_lexicon_gives_an_unsure_claim(read: Read) -> None:
    record = read("Emmanuel Macron outlived Angela Merkel.")
    (event,) = record.events
    assert (event.type, event.predicate) == ("OTHER", "verb:outlive")
    (claim,) = record.claims
    assert (claim.subject, claim.predicate, claim.object) == (
        "actor:emmanuel-macron",
        "verb:outlive",
        "actor:angela-merkel",
    )
    assert claim.confidence <= 0.5


def test_one_sentence_claims_every_pair(read: Read) -> None:
    record = read("Israel and Jordan attacked Syria and Iran.")
    pairs = {(claim.subject, claim.object) for claim in record.claims}
    assert pairs == {(f"actor:{a}", f"actor:{b}") for a in ("israel", "jordan") for b in ("syria", "iran")}


@pytest.mark.parametrize(
    ("text", "type_", "predicate"),
    [
        ("Cyclone Freddy struck Mozambique.", "OTHER", "verb:strike"),
        ("A landslide killed six people.", "OTHER", "verb:kill"),
        ("Cyclone Freddy left Malawi. Freddy killed six people.", "OTHER", "verb:kill"),
        ("Cyclone Freddy left Malawi. It killed six people.", "OTHER", "verb:kill"),
        ("Rebels killed six people.", "ASSAULT", "killed"),
        ("Iceland offered to mediate.", "AGREE", "offered"),
        ("Nokia offers cheap telephones.", "OTHER", "verb:offer"),
        ("Exports from Chile declined.", "OTHER", "verb:decline"),
        ("Togo released six prisoners.", "RETREAT", "released"),
        ("Nokia released a telephone.", "OTHER", "verb:release"),
        ("Nokia deployed a camera.", "OTHER", "verb:deploy"),
        ("Malta joined the European Union.", "COOPERATE", "joined"),
        ("Mette Frederiksen joined Sanna Marin.", "OTHER", "verb:join"),
        ("Sanna Marin called on Mette Frederiksen to act.", "REQUEST", "urged"),
        ("Sanna Marin called on Mette Frederiksen.", "CONSULT", "visited"),
        ("Sanna Marin called Mette Frederiksen.", "CONSULT", "spoke_with"),
        ("Sanna Marin talked to Mette Frederiksen.", "CONSULT", "spoke_with"),
        ("Sanna Marin talked to reporters.", "STATEMENT", "spoke_to"),
        ("Sanna Marin discussed the vote with reporters.", "STATEMENT", "spoke_to"),
        ("Reuters talked to Sanna Marin.", "STATEMENT", "interviewed"),
        ("Speaking to the Finnish Institute, Sanna Marin said that she was tired.", "STATEMENT", "spoke_to"),
    ],
)
def test_only_somebody_of_the_right_kind_takes_part(read: Read, text: str, type_: str, predicate: str) -> None:
    assert (type_, predicate) in {(event.type, event.predicate) for event in read(text).events}


@pytest.mark.parametrize(
    ("text", "threatens"),
    [
        ("Togo issued a storm warning.", False),
        ("Togo warned of floods.", False),
        ("Togo warned Benin.", True),
        ("Togo warned of sanctions.", True),
    ],
)
def test_who_warns_of_the_weather_threatens_nobody(read: Read, text: str, threatens: bool) -> None:
    assert any(event.type == "THREATEN" for event in read(text).events) is threatens
