"""Profiles for hypothesis, and the kit and the seed that many tests share."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, settings
from plugged import Install
from ruled import LISTS, PLUGIN, RIGHT, WORDS, Write

import newskit
from newskit.cli import app

FIRST_PARTY = ("newskit_structure", "newskit_dates", "newskit_titles", "newskit_names", "newskit_quotes")
SEEDS = Path(__file__).parents[1] / "seeds"
SEED = "000_9b9daa9efa5b48ea"

# The kit runs whole for each example, on machines that others use too: a deadline would say nothing of it.
settings.register_profile("fast", max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("dev", max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", max_examples=100, deadline=None, derandomize=True, print_blob=True)
settings.register_profile("mutants", max_examples=60, deadline=None, derandomize=True, database=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let a property draw any text, the path of a file that lies here too: the warning of it tells of this folder."""
    for item in items:
        if isinstance(item, pytest.Function) and getattr(item.obj, "is_hypothesis_test", False):
            item.add_marker(pytest.mark.filterwarnings("ignore:the text .* is the path of a file"))


@pytest.fixture(scope="session")
def kit() -> newskit.Kit:
    """The first-party plugins, whatever else is installed."""
    return newskit.Kit(plugins=FIRST_PARTY, block=())


@pytest.fixture(scope="session")
def seed_text() -> str:
    return (SEEDS / f"{SEED}.txt").read_text("utf-8")


@pytest.fixture
def run(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[..., SimpleNamespace]:
    """Run the command in an empty folder; gives the exit status and both outputs."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str, stdin: bytes = b"") -> SimpleNamespace:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as ended:
            app(list(arguments), prog_name="newskit")
        out, err = capfdbinary.readouterr()
        return SimpleNamespace(status=ended.value.code or 0, out=out.decode(), err=err.decode())

    return call


@pytest.fixture
def story(tmp_path: Path) -> str:
    (tmp_path / "story.txt").write_text('Ida Brandt said on Monday: "The pier is safe."\n', encoding="utf-8")
    return "story.txt"


@pytest.fixture
def demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Install a plugin given as source, as the distribution `demo` 2.1."""

    def install(source: str) -> None:
        folder = tmp_path / "site"
        info = folder / "demo-2.1.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: demo\nVersion: 2.1\n")
        (info / "entry_points.txt").write_text("[newskit]\ndemo = demo_plugin\n")
        (folder / "demo_plugin.py").write_text(source)
        monkeypatch.syspath_prepend(folder)
        monkeypatch.delitem(sys.modules, "demo_plugin", raising=False)

    return install


@pytest.fixture
def install(tmp_path: Path) -> Install:
    """Lay out a distribution as pip would: a package, and beside it the metadata with the entry point."""

    def lay_out(name: str, source: str) -> Path:
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text(dedent(source), "utf-8")
        info = tmp_path / f"{name}-4.5.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 4.5\n", "utf-8")
        target = f"{name}:Plugin" if "class Plugin" in source else name
        (info / "entry_points.txt").write_text(f"[newskit]\n{name} = {target}\n", "utf-8")
        return tmp_path

    return lay_out


@pytest.fixture
def package(request: pytest.FixtureRequest) -> str:
    """The name of a package of its own for each test: Python imports a module once."""
    return f"acme_{abs(hash(request.node.nodeid))}"


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Install the plugin ``demo_rules`` with its files, each with one change."""
    package, info = tmp_path / "demo_rules", tmp_path / "demo_rules-1.dist-info"
    for folder in (package, info):
        folder.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: demo_rules\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[newskit]\ndemo_rules = demo_rules\n")
    monkeypatch.syspath_prepend(tmp_path)

    def files(name: str = "", old: str = "", new: str = "") -> None:
        texts = {"rules.txt": RIGHT, "words.txt": WORDS, "lists.txt": LISTS, "__init__.py": PLUGIN}
        if name:
            assert old in texts[name]
            texts[name] = texts[name].replace(old, new, 1)
        for each, text in texts.items():
            (package / each).write_text(text, "utf-8")
        monkeypatch.delitem(sys.modules, "demo_rules", raising=False)

    return files
