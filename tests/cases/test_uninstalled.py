"""`--add PATH`: a plugin that is not installed, tried from its file or folder, also by the workers of a run."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest
from typer.testing import CliRunner, Result

import newskit
from newskit.added import load
from newskit.cli import app
from newskit.corpus import Job

SHOUTS = """
    from typing import ClassVar
    import attrs, newskit
    {more}

    @attrs.frozen
    class Shout:
        layer: ClassVar[str] = "shouts"
        span: newskit.Span

    @newskit.extractor(Shout)
    def shouts(doc):
        for start, sign in enumerate(doc.text):
            if sign == "!":
                yield Shout(doc.span(start, start + 1))

    @newskit.hookimpl
    def newskit_extractors():
        return [shouts]
"""


@pytest.fixture(autouse=True)
def restored(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Leave no module and no folder of modules behind."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", list(sys.path))
    before = set(sys.modules)
    yield
    for name in set(sys.modules) - before:
        if name.startswith("shouting"):
            del sys.modules[name]


def write(path: str, more: str = "") -> Path:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(dedent(SHOUTS).format(more=more))
    return file


def command(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


@pytest.mark.parametrize(
    ("file", "given"),
    [
        ("lib/shouting_one.py", "lib/shouting_one.py"),
        ("lib/shouting_two/__init__.py", "lib/shouting_two"),
        ("lib/shouting_three/__init__.py", "lib/shouting_three/__init__.py"),
    ],
)
def test_a_file_or_a_folder_is_tried(file: str, given: str) -> None:
    write(file)
    Path("a.txt").write_text("No! Never!")
    done = command("extract", "a.txt", "--format", "json", "--add", given)
    assert done.exit_code == 0, done.output
    assert [each["start"] for each in json.loads(done.stdout)["shouts"]] == [2, 9]
    done = command("plugins", "--json", "--add", given, "--plugins", "")
    (info,) = (each for each in json.loads(done.stdout)["plugins"] if each["name"].startswith("shouting"))
    assert (info["status"], info["distribution"]) == ("active", None)


def test_what_lies_beside_it_can_be_imported_and_shadows_nothing() -> None:
    write("lib/shouting_beside.py", "from shouting_words import WORDS\nimport json\nassert json.dumps(WORDS)")
    Path("lib/shouting_words.py").write_text("WORDS = ['no']")
    Path("lib/json.py").write_text("raise SystemExit('not this one')")
    for name in ("data", "newskit", "regex"):
        Path("lib", name).mkdir()
    assert load("lib/shouting_beside.py").module is load(Path("lib", "shouting_beside.py")).module
    assert sys.modules["json"] is json


WRONG = {
    "nothing": ("lib/none.py", None, "lib/none.py: no such file or folder"),
    "no Python": ("lib/shouting.txt", "x", "lib/shouting.txt: no module: expected a .py file"),
    "a bad name": (
        "lib/shouting-loud.py",
        "x = 1",
        "lib/shouting-loud.py: 'shouting-loud' cannot be the name of a mod",
    ),
    "the name of another": ("lib/json.py", "x = 1", "lib/json.py: another module is named 'json'"),
    "one installed": ("lib/newskit_dates.py", "x = 1", "lib/newskit_dates.py: another module is named 'newskit_dates'"),
    "it raises": ("lib/shouting_a.py", "1 / 0", "lib/shouting_a.py: cannot be imported: ZeroDivisionError: division"),
    "it ends": ("lib/shouting_b.py", "raise SystemExit(3)", "lib/shouting_b.py: cannot be imported: SystemExit: 3"),
    "no Python inside": ("lib/shouting_c.py", "def", "lib/shouting_c.py: cannot be imported: SyntaxError: "),
}


@pytest.mark.parametrize(("path", "source", "message"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_added_is_refused(path: str, source: str | None, message: str) -> None:
    Path("lib").mkdir()
    Path("a.txt").touch()
    if source is not None:
        Path(path).write_text(source)
    for arguments in (["extract", "a.txt"], ["plugins"], ["run", "a.txt", "-o", "out"]):
        done = command(*arguments, "--add", path)
        assert done.exit_code == 2
        assert done.stderr.startswith(f"newskit: {message}")
        assert done.stderr.count("\n") == 1
    assert not Path("out").exists()


def test_a_plugin_that_is_broken_is_left_out_of_extract_and_stops_a_run() -> None:
    Path("shouting_hookless.py").write_text("import newskit")
    Path("a.txt").write_text("No!")
    done = command("extract", "a.txt", "--format", "json", "--add", "shouting_hookless.py")
    assert done.exit_code == 0
    assert "newskit: plugin shouting_hookless is broken and left out: PluginError: it implements no" in done.stderr
    done = command("run", "a.txt", "-o", "out", "--add", "shouting_hookless.py")
    assert done.exit_code == 2
    assert "plugin shouting_hookless was asked for and is broken" in done.stderr


def test_the_workers_of_a_run_have_it_and_an_edit_makes_another_run() -> None:
    file = write("lib/shouting_run.py")
    Path("in").mkdir()
    for number in range(6):
        Path("in", f"{number}.txt").write_text("No!" * number)

    def ran() -> list[int]:
        job = Job(inputs=("in",), out=Path("out"), add=[file], shard_bytes=4, plugins=[])
        job.run(workers=2)
        rows = [json.loads(line) for each in Path("out").glob("*.jsonl") for line in each.read_text().splitlines()]
        return [len(row["shouts"]) for row in rows]

    assert sorted(ran()) == list(range(6)) == sorted(ran())
    manifest = json.loads(Path("out/_manifest.json").read_text())
    assert manifest["plugins"] == {"shouting_run": f"added, {load(file).digest}"}
    file.write_text(file.read_text() + "# edited\n")
    with pytest.raises(newskit.CorpusError):
        ran()


def test_a_rule_of_it_is_listed_and_tried() -> None:
    folder = Path("lib/shouting_rules")
    write("lib/shouting_rules/__init__.py", "from newskit.rules import Rules\nRULES = Rules('shouting_rules')")
    file = folder / "__init__.py"
    file.write_text(
        file.read_text()
        .replace("@newskit.extractor(Shout)", "@newskit.extractor(Shout, rules=RULES)")
        .replace("    span: newskit.Span", "    span: newskit.Span\n    rule: str = 'mark'")
        .replace("doc.span(start, start + 1)", "doc.span(start, start + 1), 'mark'")
    )
    (folder / "rules.txt").write_text("[mark]\nfinds: a shout\nfunction: shouts\nyes: No[!] = x\nno: So[.]\n")
    done = command("plugins", "--rules", "--check", "--add", str(folder), "--plugins", "")
    assert "rule 'mark'" in done.stderr
