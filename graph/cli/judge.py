"""``backchannel merge``, ``not-same``, ``split`` and the other judgements, ``undo`` and ``judgements``."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.options import StoreOption, folder, reading
from graph.cli.show import table

if TYPE_CHECKING:
    from graph.judging import Judge
    from graph.ledger import Entry
    from graph.model import Judgement
    from graph.store import Store
    from graph.view import View

Actor = Annotated[str, typer.Argument(help="A name or id.")]
Event = Annotated[str, typer.Argument(help="An event's id.")]
Why = Annotated[str, typer.Option("--why", "-w", help="The reason, which is kept with the judgement.")]
By = Annotated[str | None, typer.Option("--by", help="Who decides; the user's name if not given.")]


def merge(a: Actor, b: Actor, why: Why, by: By = None, store: StoreOption = None) -> None:
    """Decide that A is B: both are known by B's id and name, and by A's names as well."""
    from graph import judging

    with owning(store) as view:
        tell(judging.merge(view, who(view, a), who(view, b), judge(by, why)))


def not_same(a: Actor, b: Actor, why: Why, by: By = None, store: StoreOption = None) -> None:
    """Decide that A is not B: they are not merged, nor offered for it. Of two events: they tell of two happenings."""
    from graph import judging

    with owning(store) as view:
        tell(judging.not_same(view, who(view, a), who(view, b), judge(by, why)))


def same_happening(a: Event, b: Event, why: Why, by: By = None, store: StoreOption = None) -> None:
    """Decide that two events tell of one happening, which is then counted once."""
    from graph import judging

    with owning(store) as view:
        tell(judging.same_happening(view, a, b, judge(by, why)))


def split(
    actor: Actor,
    article: Annotated[list[str], typer.Option("--article", "-a", help="An article's id; may be repeated.")],
    why: Why,
    name: Annotated[str | None, typer.Option("--name", help="The name of who they speak of.")] = None,
    by: By = None,
    store: StoreOption = None,
) -> None:
    """Decide that some articles speak of somebody else, who gets an id of their own."""
    from graph import judging

    with owning(store) as view:
        tell(judging.split(view, who(view, actor), article, judge(by, why), name=name))


def rename(
    actor: Actor,
    name: Annotated[str, typer.Argument(help="What they are called.")],
    why: Why,
    by: By = None,
    store: StoreOption = None,
) -> None:
    """Decide what an actor is called; the articles' names stay as other names."""
    from graph import judging

    with owning(store) as view:
        tell(judging.rename(view, who(view, actor), name, judge(by, why)))


def retype(
    actor: Actor,
    type_: Annotated[str, typer.Argument(metavar="TYPE", help="person, organization, country, place, group or other.")],
    why: Why,
    by: By = None,
    store: StoreOption = None,
) -> None:
    """Decide of what type an actor is."""
    from graph import judging

    with owning(store) as view:
        tell(judging.retype(view, who(view, actor), type_, judge(by, why)))


def retract(
    claim: Annotated[str, typer.Argument(help="A claim's id.")], why: Why, by: By = None, store: StoreOption = None
) -> None:
    """Decide that a claim is wrong: it is in no list, path or fact any more."""
    from graph import judging

    with owning(store) as view:
        tell(judging.retract(view, claim, judge(by, why)))


def undo(
    judgement: Annotated[str, typer.Argument(help="A judgement's id.")],
    why: Annotated[str | None, typer.Option("--why", "-w", help="The reason, which is kept in the journal.")] = None,
    by: By = None,
    store: StoreOption = None,
) -> None:
    """Take a judgement back: the graph is as if it had never been made."""
    from graph import judging

    with owning(store) as view:
        tell(judging.undo(view, judgement, by=by or user(), reason=why))


def judgements(
    actor: Annotated[str | None, typer.Argument(help="An actor's name or id; all judgements if not given.")] = None,
    journal: Annotated[bool, typer.Option("--journal", help="Everything ever decided, with what was undone.")] = False,
    store: StoreOption = None,
) -> None:
    """List what was decided, by whom, when and why."""
    from graph import judging

    with reading(store) as view:
        of = who(view, actor) if actor else None
        made, deeds = judging.find(view, of=of), judging.journal(view)
    if journal:
        tell_deeds(deeds, of=of)
    elif made:
        tell(*made)
    else:
        typer.echo("Nothing has been decided.", err=True)


@contextmanager
def owning(store: Path | None) -> "Iterator[View]":
    """The store, opened to write."""
    from graph.upkeep import owned

    with owned(folder(store)) as view:
        yield view


def who(view: "Store", name: str) -> str:
    """The id of who is meant; that of an event is as it is."""
    from graph.judging import is_event
    from graph.queries import actors

    return name if is_event(name) else actors.resolve(view, name)


def judge(by: str | None, why: str) -> "Judge":
    """Who decides, and why."""
    from graph.judging import Judge

    return Judge(by or user(), why)


def user() -> str:
    """Whose process this is."""
    from graph.errors import BadInput

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise BadInput("The user of this process has no name; say who decides with --by.") from None


def tell(*made: "Judgement") -> None:
    """Prints judgements, a line each."""
    table(
        ("judgement", "kind", "of", "with", "by", "at", "why"),
        (
            (one.id, one.kind, one.subject, one.object or one.value, one.by, f"{one.at:%Y-%m-%d %H:%M}", one.reason)
            for one in made
        ),
    )


def tell_deeds(entries: "list[Entry]", *, of: str | None) -> None:
    """Prints what was made and undone, a line each."""
    table(
        ("at", "act", "by", "why", "judgement", "kind", "of", "with"),
        (
            (
                f"{one.at:%Y-%m-%d %H:%M}",
                one.act,
                one.by,
                one.reason,
                made.id,
                made.kind,
                made.subject,
                made.object or made.value,
            )
            for one in entries
            for made in (one.judgement,)
            if of is None or of in (made.subject, made.object)
        ),
    )
