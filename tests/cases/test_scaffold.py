"""`newskit plugin new`: each kind of plugin passes its own tests and is found where it is installed.

``nox -s scaffold`` builds and installs them as their authors would.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import ROOT, blocks
from typer.testing import CliRunner

import newskit
from newskit.cli import app
from newskit.scaffold import KINDS, checked_name, make

OURS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
STEPS = {"amend": ["-k", "not steps"]}  # those of all plugins that it reads from; tests/cases/test_linear.py has them


def environment(*paths: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join([*map(str, paths), *sys.path])}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_passes_its_own_tests(kind: str, tmp_path: Path) -> None:
    made = make(f"acme-{kind}", kind, tmp_path)
    for beside in ("data", "docs", "old"):
        (made.folder / beside).mkdir()
        (made.folder / beside / "__init__.py").touch()
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *STEPS.get(kind, ())],
        cwd=made.folder,
        env=environment(made.folder / "src"),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert " passed" in done.stdout


@pytest.mark.parametrize("kind", KINDS)
def test_its_own_tests_can_fail(kind: str, tmp_path: Path) -> None:
    made = make(f"acme-{kind}", kind, tmp_path)
    rules = made.folder / "src" / made.module / "rules.txt"
    rules.write_text(rules.read_text("utf-8").replace("\nwhen: ", "\nwhen: nothing and "), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "finds or example"],
        cwd=made.folder,
        env=environment(made.folder / "src"),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert "2 failed" in done.stdout


@pytest.mark.parametrize("kind", KINDS)
def test_what_it_says_of_itself(kind: str, tmp_path: Path) -> None:
    made = make("Acme.New_Thing", kind, tmp_path)
    assert (made.name, made.module, made.folder) == ("acme-new-thing", "acme_new_thing", tmp_path / "acme-new-thing")
    texts = {path: (made.folder / path).read_text("utf-8") for path in made.files}
    assert (
        set(texts)
        == {path.relative_to(made.folder).as_posix() for path in made.folder.rglob("*") if path.is_file()}
        >= {"README.md", "LICENSE", ".gitignore", ".github/workflows/tests.yml", "tests/test_acme_new_thing.py"}
    )
    project = tomllib.loads(texts["pyproject.toml"])["project"]
    assert project["entry-points"] == {"newskit": {"acme_new_thing": "acme_new_thing"}}
    major, minor = newskit.__version__.split(".")[:2]
    assert f"newskit>={major}.{minor},<{major}.{int(minor) + 2}" in project["dependencies"]
    assert (
        project["requires-python"] == tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["requires-python"]
    )
    assert "matrix.python }}" in texts[".github/workflows/tests.yml"]
    assert not [path for path, text in texts.items() if "${module}" in text or "${name}" in text]


def test_the_rule_that_the_tutorial_adds(tmp_path: Path) -> None:
    made = make("acme-money", "own", tmp_path)
    page = ROOT / "docs" / "tutorial" / "first-plugin.md"
    words, record = (block.code for block in blocks(page, "ini"))
    (listed,) = (block.code for block in blocks(page, "console") if "plugin new" in block.code)
    assert [line.strip() for line in listed.splitlines() if line.startswith("  ")] == list(made.files)
    package = made.folder / "src" / made.module
    for name, more in (("words.txt", words), ("rules.txt", record)):
        (package / name).write_text((package / name).read_text("utf-8") + more, "utf-8")
    code = (package / "__init__.py").read_text("utf-8")
    (package / "__init__.py").write_text(code.replace('found.value("SIGN")', 'found.value("SIGN", "UNIT")'), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "newskit", "plugins", "--rules", "--check", "--add", str(package), "--plugins", ""],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("2 rules, 4 examples: all come out\n", "")


def test_it_is_listed_where_it_is_installed_and_run_where_it_is_not(tmp_path: Path) -> None:
    made = make("acme-money", "own", tmp_path)
    site = tmp_path / "site"
    site.mkdir()
    (site / "acme_money").symlink_to(made.folder / "src" / "acme_money")
    info = site / "acme_money-0.1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-money\nVersion: 0.1.0\n")
    (info / "entry_points.txt").write_text("[newskit]\nacme_money = acme_money\n")

    def command(*arguments: str, env: dict[str, str]) -> dict[str, list[dict[str, object]]]:
        done = subprocess.run(
            [sys.executable, "-m", "newskit", *arguments],
            env=env,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
        assert done.stderr == ""
        return json.loads(done.stdout)  # type: ignore[no-any-return]

    (found,) = (
        each for each in command("plugins", "--json", env=environment(site))["plugins"] if each["name"] == "acme_money"
    )
    assert (found["status"], found["distribution"], found["version"]) == ("active", "acme-money", "0.1.0")
    (tmp_path / "a.txt").write_text("It cost $2 million.")
    for arguments, env in (
        ([], environment(site)),
        (["--add", "acme-money/src/acme_money"], environment()),
        (["--add", "acme-money/src/acme_money"], environment(made.folder / "src")),
    ):
        (money,) = command("extract", "a.txt", "--format", "json", *arguments, env=env)["acme_money_amounts"]
        assert (money["text"], money["amount"], money["currency"]) == ("$2 million", 2000000.0, "USD")


REFUSED = {
    "there already": ("acme-old", "acme-old: there already; choose another name or folder"),
    "a file of its name": ("acme-file", "acme-file: there already"),
    "blanks": ("a b", "'a b' cannot be the name of a distribution: letters, digits, and - _ . between them"),
    "other letters": ("süd", "'süd' cannot be the name of a distribution"),
    "a mark at its end": ("acme-", "'acme-' cannot be the name of a distribution"),
    "a path": ("../acme", "'../acme' cannot be the name of a distribution"),
    "nothing": ("", "'' cannot be the name of a distribution"),
    "a figure first": ("3acme", "'3acme' gives the module '3acme', which Python cannot import"),
    "a keyword": ("class", "'class' gives the module 'class', which Python cannot import"),
    "one of Python's own": ("json", "'json' gives the module 'json', which is one of Python's own"),
    "one of Python's own, in capitals": ("JSON", "'JSON' gives the module 'json', which is one of Python's own"),
    "newskit's": ("newskit", "'newskit' gives the module 'newskit', which is installed already"),
    "a plugin's": ("newskit-dates", "'newskit-dates' gives the module 'newskit_dates', which is installed already"),
    "another's": ("attrs", "'attrs' gives the module 'attrs', which is installed already"),
}


@pytest.mark.parametrize(("name", "message"), REFUSED.values(), ids=REFUSED)
def test_a_name_that_it_cannot_have_is_refused(
    name: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "acme-old").mkdir()
    (tmp_path / "acme-file").touch()
    before = sorted(tmp_path.rglob("*"))
    done = CliRunner().invoke(app, ["plugin", "new", "--", name])
    assert done.exit_code == 2
    assert done.stderr.startswith(f"newskit: {message}")
    assert done.stderr.count("\n") == 1
    assert sorted(tmp_path.rglob("*")) == before


def test_a_kind_that_is_none_is_refused() -> None:
    done = CliRunner().invoke(app, ["plugin", "new", "acme-x", "--kind", "quotes"])
    assert done.exit_code == 2
    assert done.stderr.startswith(
        "newskit: --kind: no kind is named 'quotes'; did you mean 'quote'? There are: quote, "
    )


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(newskit.InputError, match=r"file.acme-x: cannot be written: not a directory"):
        make("acme-x", "own", tmp_path / "file")


def test_a_mere_folder_of_the_name_is_no_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "acme_x").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    assert checked_name("acme-x") == ("acme-x", "acme_x")


@given(st.from_regex(r"\A[A-Za-z][A-Za-z0-9]{3,8}([-_.]{1,2}[A-Za-z0-9]{1,8}){0,2}\Z"))
def test_a_name_and_its_normal_form_are_one(name: str) -> None:
    try:
        normal, module = checked_name(name)
    except newskit.InputError:
        return
    assert checked_name(normal) == (normal, module)
    assert module.isidentifier()
    assert module == module.lower()


def test_every_template_is_of_a_kind() -> None:
    here = files("newskit.scaffold")
    folders = {each.name for each in here.iterdir() if each.is_dir() and not each.name.startswith("__")}
    assert folders == {"common", *KINDS}
