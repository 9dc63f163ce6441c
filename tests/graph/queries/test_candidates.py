from dataclasses import replace

from graph import judging
from graph.judging import Judge
from graph.queries.candidates import Candidate, Candidates
from graph.rdf.terms import node
from graph.store import Store, open_store
from tests.stories import CALL, MACRON, MERKEL, STORIES, Story, Who, fill

LAWROW = Who("actor:sergej-lawrow", "Lavrov", "Sergej Lawrow", country="RUS")
NAMESAKE = Who("actor:marko-rubio", "Rubio", "Marko Rubio", country="ITA")
FIRM = Who("actor:lavrov-s-firm", "Lavrov", "Sergei Lavrow", type="organization", country="RUS")


def store(*more: Story) -> Store:
    return fill(open_store(":memory:"), *STORIES, *more)


def pairs(found: list[Candidate]) -> list[tuple[str, str]]:
    return [(one.actor.id, one.other.id) for one in found]


def test_who_may_be_one_is_offered_with_reasons_and_sentences() -> None:
    with store(replace(CALL, id="lawrow", object=LAWROW)) as opened:
        candidates = Candidates(opened)
        (found,) = candidates.of(node(LAWROW.id))
        assert (found.actor.id, found.other.id) == (LAWROW.id, "actor:sergei-lavrov")
        assert any("spelled alike" in reason for reason in found.reasons)
        assert "both are of RUS" in found.reasons
        assert "both have to do with Marco Rubio" in found.reasons
        assert not found.doubts
        full = candidates.with_passages(found)
        assert [passage.article.id for passage in full.actor_passages] == ["lawrow"]
        (passage,) = full.actor_passages
        assert passage.sentence[passage.mention.begin : passage.mention.end] == "Lavrov"
        assert len(full.other_passages) == 2
        assert pairs(candidates.all()) == [("actor:sergei-lavrov", LAWROW.id)]


def test_another_country_type_or_a_common_article_speaks_against_it() -> None:
    told = replace(CALL, id="italian", subject=NAMESAKE)
    with store(told, replace(CALL, id="firm", object=FIRM)) as opened:
        (rubio,) = Candidates(opened).of(node(NAMESAKE.id))
        assert "ITA, USA" in rubio.doubts
        (lavrov,) = Candidates(opened).of(node(FIRM.id))
        assert "one is of type organization, the other person" in lavrov.doubts
    both = replace(CALL, id="both", subject=LAWROW)
    with store(both) as opened:
        (found_,) = Candidates(opened).of(node(LAWROW.id))
        assert "1 article named both, as two" in found_.doubts


def test_who_was_decided_to_be_two_is_not_offered_again() -> None:
    with store(replace(CALL, id="lawrow", object=LAWROW)) as opened:
        made = judging.not_same(opened, LAWROW.id, "actor:sergei-lavrov", Judge("ann", "Two men."))
        assert not Candidates(opened).of(node(LAWROW.id))
        assert not Candidates(opened).all()
        judging.undo(opened, made.id)
        assert Candidates(opened).all()


def test_two_who_are_known_are_two() -> None:
    other = Who("actor:australia", "Lavrov", "Australia", type="country", country="AUS")
    alike = Who("actor:austria", "Rubio", "Austria", type="country", country="AUT")
    with store(replace(CALL, id="lands", object=other, subject=alike)) as opened:
        assert not Candidates(opened).of(node(other.id))


def test_a_bare_word_of_two_articles_is_offered_only_for_further_reasons() -> None:
    one, other = (Who(f"actor:court.{n * 8}", "Court", "Court", type="organization") for n in "ab")
    told = (
        Story("one", "Court charged Macron.", one, "accused", MACRON, type="ACCUSE"),
        Story("other", "Court charged Merkel.", other, "accused", MERKEL, type="ACCUSE"),
    )
    with store(*told) as opened:
        assert not Candidates(opened).of(node(one.id))
    with store(*(replace(story, subject=replace(story.subject, country="IND")) for story in told)) as opened:
        (found,) = Candidates(opened).of(node(one.id))
        assert "each is called so in its own article alone" in found.doubts
