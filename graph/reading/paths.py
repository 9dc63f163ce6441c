"""Paths: which files are read, by which reader, and that no two articles share an id."""

from __future__ import annotations

import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from graph.model import Article, Rejected
from graph.names import digest
from graph.reading import lines, plain

Items = Iterator[Article | Rejected]

READERS: dict[str, Callable[[Path], Items]] = {
    ".txt": plain.articles,
    ".jsonl": lines.articles,
    ".ndjson": lines.articles,
}
STDIN = Path("-")
# Files that describe a folder instead of being part of it.
ABOUT = ("readme", "license", "licence", "notice", "copying")


def read(paths: Iterable[Path]) -> Items:
    """The articles of files and folders in order of name, ``-`` for JSON lines on standard input.

    Folders are read recursively; hidden files and files about the folder (README, LICENSE) are passed over. All
    else that gives no article comes as ``Rejected``, also a second article with the id of another one. Raises nothing.
    """
    return distinct(item for path in paths for file in files(path) for item in articles(file))


def files(path: Path) -> Iterator[Path | Rejected]:
    """The file itself, or all files below a folder."""
    if path == STDIN:
        yield path
        return
    try:
        inside = sorted(path.iterdir()) if stat.S_ISDIR(path.stat().st_mode) else None
    except FileNotFoundError:
        yield Rejected(str(path), "does not exist")
    except OSError as error:
        yield Rejected(str(path), f"cannot be read: {error.strerror}")
    except ValueError:  # a NUL in it
        yield Rejected(str(path), "is no name of a file")
    else:
        yield from [path] if inside is None else within(path, inside)


def within(folder: Path, children: Iterable[Path]) -> Iterator[Path | Rejected]:
    """All files below a folder, or that there are none."""
    empty = True
    for child in children:
        for file in below(child):
            empty = False
            yield file
    if empty:
        yield Rejected(str(folder), "holds no file that can be read")


def below(child: Path) -> Iterator[Path | Rejected]:
    """What a folder's entry brings: nothing where it only describes the folder or another file."""
    if child.name.startswith(".") or child.stem.lower() in ABOUT:
        return
    if child.is_symlink() and child.is_dir():
        yield Rejected(str(child), "a link to a folder, which is not followed since it may lead in a circle")
    elif not (child.suffix.lower() == ".json" and child.with_suffix(".txt").exists()):
        yield from files(child)


def articles(path: Path | Rejected) -> Items:
    """The articles of one file."""
    if isinstance(path, Rejected):
        yield path
    elif path == STDIN:
        yield from lines.stream(sys.stdin.buffer, origin="standard input")
    elif reader := READERS.get(path.suffix.lower()):
        yield from reader(path) if path.is_file() else [Rejected(str(path), "not a regular file")]
    else:
        yield Rejected(str(path), f"not a kind of file that can be read ({', '.join(READERS)})")


def distinct(items: Items) -> Items:
    """The items, but for articles that would overwrite another one of the same run."""
    seen: dict[str, str] = {}
    for item in items:
        if isinstance(item, Article):
            content = digest(item)
            if seen.setdefault(item.id, content) != content:
                yield Rejected(item.id, "another article with this id was read before, with other text or metadata")
                continue
        yield item
