"""Plain text files and the JSON beside them."""

from datetime import date
from pathlib import Path

import pytest

from graph.model import Article, Rejected
from graph.reading import fields, plain

SEED = Path(__file__).parents[3] / "seeds" / "2025-03-16-us-russia-ukraine.txt"


def test_the_seed_is_read_with_its_sidecar() -> None:
    (article,) = plain.articles(SEED)
    assert isinstance(article, Article)
    assert article.text.encode() == SEED.read_bytes()
    assert article.published == date(2025, 3, 16)
    assert article.title == "US and Russia discuss next steps on Ukraine"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2025-03-16-talks.txt", date(2025, 3, 16)),
        ("2025-03-16.txt", date(2025, 3, 16)),
        ("2025-13-16-talks.txt", None),
        ("2025-03-161.txt", None),
        ("talks-2025-03-16.txt", None),
    ],
)
def test_a_file_name_may_begin_with_the_date(tmp_path: Path, name: str, expected: date | None) -> None:
    (tmp_path / name).write_bytes(b"Text.\r\n")
    assert list(plain.articles(tmp_path / name)) == [Article(Path(name).stem, "Text.\r\n", published=expected)]


def test_the_sidecar_outdoes_the_file_name(tmp_path: Path) -> None:
    (tmp_path / "2025-03-16.txt").write_text("Text.")
    (tmp_path / "2025-03-16.json").write_text('{"id": "x", "published": "2024-01-01", "source": "S", "text": "no"}')
    expected = Article("x", "Text.", published=date(2024, 1, 1), source="S")
    assert list(plain.articles(tmp_path / "2025-03-16.txt")) == [expected]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "text: is empty"),
        (b" \n", "text: is empty"),
        (b"\x7fELF\0", "binary"),
        (b"caf\xe9", "not UTF-8"),
        (b"x" * (plain.MAX_BYTES + 1), "too large"),
        (b"x" * (fields.MAX_CHARACTERS + 1), "too large"),
    ],
)
def test_a_file_that_is_no_article_is_rejected(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    (rejected,) = plain.articles(path)
    assert isinstance(rejected, Rejected)
    assert rejected.origin == str(path)
    assert reason in rejected.reason


def test_a_bad_sidecar_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    (tmp_path / "a.json").write_text("{")
    (rejected,) = plain.articles(tmp_path / "a.txt")
    assert isinstance(rejected, Rejected)
    assert rejected.reason.startswith("a.json: not JSON")


def test_a_missing_file_is_rejected(tmp_path: Path) -> None:
    expected = Rejected(str(tmp_path / "a.txt"), "cannot be read: No such file or directory")
    assert list(plain.articles(tmp_path / "a.txt")) == [expected]
