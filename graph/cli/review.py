"""``backchannel review``."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.judge import By, owning
from graph.cli.options import StoreOption, reading
from graph.cli.show import cell, put, source, table

if TYPE_CHECKING:
    from graph.queries.candidates import Candidate, Candidates
    from graph.view import View

CHOICES = "[m]erge, [r]everse merge, [n]ot the same, [s]kip or [q]uit"


def review(
    only_list: Annotated[bool, typer.Option("--list", help="List the candidates and decide nothing.")] = False,
    least: Annotated[float, typer.Option("--least", min=0, max=1, help="The least score.")] = 0.5,
    by: By = None,
    store: StoreOption = None,
) -> None:
    """Go through those who may be one, the likeliest first, with what speaks for it and against it, and decide.

    Nothing is merged unless you say so, and `backchannel undo` takes each decision back.
    """
    from graph.queries.candidates import Candidates

    if only_list:
        with reading(store) as view:
            listed(each for each in Candidates(view).all() if each.score >= least)
        return
    with owning(store) as view:
        candidates = Candidates(view)
        for each in candidates.all():
            if each.score >= least and not decided(view, candidates, each, by):
                break


def listed(found: Iterable["Candidate"]) -> None:
    """Prints candidates, a line each."""
    rows = [(one.score, one.actor.id, one.other.id, "; ".join(one.reasons), "; ".join(one.doubts)) for one in found]
    if rows:
        table(("score", "actor", "other", "for it", "against it"), rows)
    else:
        typer.echo("Nobody may be one with another.", err=True)


def decided(view: "View", candidates: "Candidates", candidate: "Candidate", by: str | None) -> bool:
    """Shows a candidate, asks, and does what is answered; False if nothing more is to be asked."""
    from graph import judging
    from graph.cli.judge import judge, tell
    from graph.rdf.terms import node

    one, other = candidate.actor.id, candidate.other.id
    if any(view.canon.of(node(end)) != node(end) for end in (one, other)):
        return True  # one of them has been merged since
    shown(candidates.with_passages(candidate))
    answer = str(typer.prompt(CHOICES, default="s", show_default=False)).strip().lower()[:1]
    why = judge(by, "; ".join(candidate.reasons))
    if answer == "m":
        tell(judging.merge(view, one, other, why))
    elif answer == "r":
        tell(judging.merge(view, other, one, why))
    elif answer == "n":
        tell(judging.not_same(view, one, other, judge(by, "; ".join(candidate.doubts) or "Decided in a review.")))
    return answer != "q"


def shown(candidate: "Candidate") -> None:
    """Prints both, what speaks for it and against it, and where they are named."""
    typer.secho(cell(f"{candidate.actor.name} = {candidate.other.name}?  ({candidate.score})"), bold=True)
    put(rows=[("  for it:", reason) for reason in candidate.reasons])
    put(rows=[("  against it:", doubt) for doubt in candidate.doubts])
    for ref, passages in (
        (candidate.actor, candidate.actor_passages),
        (candidate.other, candidate.other_passages),
    ):
        put(rows=[(f"  {ref.id}", f"“{one.sentence}” ({source(one.article)})") for one in passages])
