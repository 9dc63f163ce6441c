"""What may be done to a store, step by step, and what holds of it whatever is done."""

from random import Random

from graph import judging
from graph.errors import BadInput, Conflict, NotFound
from graph.judging import Judge
from graph.keeping import keep
from graph.model import Article, Record
from graph.names import compact
from graph.rdf.terms import article_node, is_article, node
from graph.store import Store, open_store
from graph.upkeep import rebuild
from tests.graph.records import RUN
from tests.graph.test_keeping import content, retract_if_there

JUDGE = Judge(by="ann", reason="The articles mean one person.")
Step = tuple[Article, Record] | str | tuple[str, str, str]
"""An article that is kept, the id of one that is retracted, or a kind of judgement with two that it may be about.

These are actors by their ids, or events by those of their articles."""


def take(store: Store, step: Step) -> None:
    """Takes a step, if it can be taken."""
    if isinstance(step, str):
        retract_if_there(store, step)
    elif isinstance(step[0], Article):
        retract_if_there(store, step[0].id)
        keep(store, step[0], step[1], RUN)
    else:
        try:
            _decide(store, *step)
        except (Conflict, NotFound, BadInput):
            return


def holds_whatever_is_decided(steps: list[Step], order: Random) -> None:
    """What is kept current is what is made anew, and undoing every judgement leaves the articles' own graph."""
    with open_store(":memory:") as judged, open_store(":memory:") as fresh:
        for step in steps:
            take(judged, step)
            if not isinstance(step, tuple) or isinstance(step[0], Article):
                take(fresh, step)
        current = content(judged)
        rebuild(judged)
        assert content(judged) == current
        made = judging.find(judged)
        order.shuffle(made)
        for judgement in made:
            judging.undo(judged, judgement.id)
        assert content(judged) == content(fresh)


def _decide(store: Store, kind: str, one: str, other: str) -> None:
    made = judging.find(store)
    if kind == "undo":
        if made:
            judging.undo(store, made[len(one + other) % len(made)].id)
    elif kind == "split":
        speaking = _speaking_of(store, one)
        judging.split(store, one, speaking[: max(1, len(speaking) // 2)], JUDGE)
    elif kind == "rename":
        judging.rename(store, one, other, JUDGE)
    elif kind == "retype":
        judging.retype(store, one, "group", JUDGE)
    elif ":" in one:
        getattr(judging, kind)(store, one, other, JUDGE)
    else:
        getattr(judging, kind)(store, _told_in(store, one), _told_in(store, other), JUDGE)


def _told_in(store: Store, article: str) -> str:
    """The id of the first event in an article."""
    told = store.match(None, node("trigger"), graph=article_node(article))
    return compact(min((quad.subject.value for quad in told), default="event:none"))  # type: ignore[union-attr]


def _speaking_of(store: Store, entity: str) -> list[str]:
    graphs = (quad.graph_name for quad in store.match(node(entity), node("named")))
    return sorted(graph.value.rpartition(":")[2] for graph in graphs if is_article(graph))  # type: ignore[union-attr]
