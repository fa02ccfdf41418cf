"""The package of docs/examples as somebody else's: of public names alone, found when it is installed, beside English.

Its own tests run with ours; see ``testpaths``.
"""

import ast
import json
import subprocess
import sys
import tomllib
from os import environ, pathsep
from pathlib import Path

import pytest
from pages import ROOT

import newskit
import newskit.rules
import newskit.text

PACKAGE = ROOT / "docs" / "examples" / "newskit_german"
PROJECT = tomllib.loads((PACKAGE / "pyproject.toml").read_text("utf-8"))["project"]
PUBLIC = {"newskit": newskit, "newskit.rules": newskit.rules, "newskit.text": newskit.text}
GERMAN = "Anna Berger sagte am Montag: „Die Brücke ist sicher.“"
ENGLISH = 'Mayor Ana Ruiz said on Monday: "The bridge is safe."'


@pytest.mark.parametrize("path", sorted(PACKAGE.glob("src/**/*.py")), ids=lambda path: path.stem)
def test_it_is_written_with_public_names_alone(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    plain = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    assert {name for name in plain if name.startswith("newskit")} <= {"newskit"}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and not node.module.startswith("newskit_german"):
            if node.module.startswith("newskit"):
                assert {name.name for name in node.names} <= {*PUBLIC[node.module].__all__}
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "newskit":
            assert node.attr in newskit.__all__


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """An environment in which the package is installed, as the installers leave it."""
    info = tmp_path / f"newskit_german-{PROJECT['version']}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {PROJECT['name']}\nVersion: {PROJECT['version']}\n")
    ((name, target),) = PROJECT["entry-points"]["newskit"].items()
    (info / "entry_points.txt").write_text(f"[newskit]\n{name} = {target}\n")
    monkeypatch.syspath_prepend(tmp_path)
    path = (str(tmp_path), str(PACKAGE / "src"), *filter(None, [environ.get("PYTHONPATH")]))
    return {**environ, "PYTHONPATH": pathsep.join(path)}


@pytest.mark.usefixtures("installed")
def test_each_article_is_read_in_its_own_language() -> None:
    kit = newskit.Kit()
    (german,) = kit.extract(GERMAN, language="de-AT", published="2025-02-18").quotes
    assert (german.kind, german.cue and german.cue.text) == ("direct", "sagte")
    assert german.speaker
    assert german.speaker.name == "Anna Berger"
    document = kit.extract(ENGLISH, published="2025-02-18")
    assert document.layers == newskit.Kit(block=["newskit_german"]).extract(ENGLISH, published="2025-02-18").layers
    assert [quote.cue and quote.cue.text for quote in document.quotes] == ["said"]
    assert (kit.covers("de"), kit.covers("en"), kit.covers("fr")) == (True, True, False)


def test_the_command_uses_it(installed: dict[str, str]) -> None:
    def command(*arguments: str) -> str:
        program = [sys.executable, "-m", "newskit", *arguments]
        return subprocess.run(program, input=GERMAN, capture_output=True, text=True, check=True, env=installed).stdout

    document = json.loads(command("extract", "-", "--language", "de", "--published", "2025-02-18", "--format", "json"))
    assert [(each["kind"], each["content"][0]["start"]) for each in document["quotes"]] == [("direct", 29)]
    assert [each["value"] for each in document["dates"]] == ["2025-02-17"]
    assert "quotes: Quote from Entity (de)" in command("plugins")
    assert "all come out" in command("plugins", "--rules", "--check", "--plugins", "newskit_german")
