"""The house: make, Docker, CI, versions and the papers agree with each other."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
TARGETS = re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE)
PAPERS = sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").glob("*.md"))


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_dockerfile_passes_its_linter() -> None:
    hadolint = Path(sys.executable).parent / "hadolint"
    done = subprocess.run([hadolint, "Dockerfile"], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_image_is_built_from_what_is_let_in() -> None:
    let_in = re.findall(r"^!(\S+)", (ROOT / ".dockerignore").read_text(), re.MULTILINE)
    copied = re.findall(r"^COPY (?!--)(.+) \S+$", (ROOT / "Dockerfile").read_text(), re.MULTILINE)
    sources = {source.split("/")[0] for line in copied for source in line.split()}
    assert sources == set(let_in)
    assert all((ROOT / source).exists() for source in sources)


@pytest.mark.parametrize("target", ["help", "setup", "browser", "run", "test", "lint", "format", "build", "clean"])
def test_every_promised_target_is_there(target: str) -> None:
    assert target in TARGETS


@pytest.mark.parametrize("target", TARGETS)
def test_every_target_is_listed_and_explained(target: str) -> None:
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, timeout=30, check=True).stdout
    assert f"make {target} " in listed
    assert f"`make {target}`" in (ROOT / "CONTRIBUTING.md").read_text()


def test_ci_runs_what_people_run() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert re.search(r"^make test$", script.read_text(), re.MULTILINE)


def test_every_dependency_has_one_exact_version() -> None:
    pinned = [line.split("==") for line in (ROOT / "constraints.txt").read_text().splitlines()]
    assert all(len(pin) == 2 for pin in pinned)
    names = [canonical(name) for name, _ in pinned]
    assert len(names) == len(set(names))
    wanted = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]
    missing = {canonical(re.split(r"[<>=\[ ]", want)[0]) for want in wanted} - set(names)
    assert not missing


def test_the_version_has_its_place_in_the_changelog() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text()
    assert "## [Unreleased]" in changelog or f"## [{PROJECT['version']}]" in changelog


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.name)
def test_links_between_the_papers_lead_somewhere(paper: Path) -> None:
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", paper.read_text())
    assert not [link for link in links if not (paper.parent / link).exists()]
