"""Identity: the id of someone the text speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.names import digest, slug

if TYPE_CHECKING:
    from graph.linking.knowledge import Known
    from graph.model import EntityType


def identify(
    name: str,
    type_: EntityType,
    *,
    article: str,
    known: Known | None = None,
    named: bool = True,
    shared: bool = False,
) -> str:
    """The compact id: that of the known actor, else one made of the name.

    What has no name ("one person") is somebody of its article only, unless it is ``shared``: all articles' "Ukrainian
    officials" are one actor.
    """
    if known is not None:
        return known.id
    prefix = "place" if type_ == "place" else "actor"
    if named or shared:
        return f"{prefix}:{slug(name)}"
    return f"{prefix}:{slug(name)[:60]}.{digest(article, name.lower())[:8]}"
