"""Files, folders and standard input."""

import io
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from graph.model import Article, Rejected
from graph.reading import read
from graph.reading.paths import READERS

ROOT = Path(__file__).parents[3]


def test_the_seeds_are_read_without_a_rejection() -> None:
    items = list(read([ROOT / "seeds"]))
    assert all(isinstance(item, Article) and item.published for item in items)
    assert len(items) == 7


def test_a_folder_is_read_in_order_of_name(tmp_path: Path) -> None:
    (tmp_path / "b" / "deep").mkdir(parents=True)
    for name in ("c.txt", "a.TXT", "b/deep/x.txt", ".hidden.txt", "README.md"):
        (tmp_path / name).write_text(f"Text of {name}.")
    (tmp_path / "c.json").write_text("{}")
    assert [item.text for item in read([tmp_path]) if isinstance(item, Article)] == [
        "Text of a.TXT.",
        "Text of b/deep/x.txt.",
        "Text of c.txt.",
    ]
    assert not [item for item in read([tmp_path]) if isinstance(item, Rejected)]


def test_what_is_not_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    (tmp_path / "b.json").write_text("{}")
    os.mkfifo(tmp_path / "c.txt")
    (tmp_path / "d").symlink_to(tmp_path)
    unknown = f"not a kind of file that can be read ({', '.join(READERS)})"
    assert list(read([tmp_path, tmp_path / "none", Path("\0")])) == [
        Rejected(str(tmp_path / "a.pdf"), unknown),
        Rejected(str(tmp_path / "b.json"), unknown),
        Rejected(str(tmp_path / "c.txt"), "not a regular file"),
        Rejected(str(tmp_path / "d"), "a link to a folder, which is not followed since it may lead in a circle"),
        Rejected(str(tmp_path / "none"), "does not exist"),
        Rejected("\0", "is no name of a file"),
    ]


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    assert list(read([tmp_path])) == [Rejected(str(tmp_path), "holds no file that can be read")]


def test_no_article_overwrites_another(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "a", "text": "One."}\n{"id": "a", "text": "Two."}\n{"id": "a", "text": "One."}\n')
    first, second, third = read([path])
    assert first == third == Article("a", "One.")
    assert isinstance(second, Rejected)
    assert "another article with this id" in second.reason


def test_a_hyphen_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b'{"id": "a", "text": "One."}\nx\n')))
    article, rejected = read([Path("-")])
    assert article == Article("a", "One.")
    assert isinstance(rejected, Rejected)
    assert rejected.origin == "standard input:2"
