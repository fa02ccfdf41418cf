"""The command: what it writes where, its exit status, and its answers to bad input."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

Run = Callable[..., SimpleNamespace]

STORY = 'Ida Brandt said on Monday: "The pier is safe."\n'


def test_json_is_one_indented_object(run: Run, story: str) -> None:
    result = run("extract", story, "--published", "2025-02-18", "--format", "json")
    record = json.loads(result.out)
    assert (result.status, result.err) == (0, "")
    assert (record["schema"], record["id"], record["published"]) == (1, "story.txt", "2025-02-18")
    assert record["text"] == STORY
    assert result.out.startswith('{\n  "schema"')


def test_json_lines_are_one_object_a_line(run: Run, story: str) -> None:
    result = run("extract", story, "-", "--format", "jsonl", stdin=b"Zweiter Tag.")
    assert [json.loads(line)["id"] for line in result.out.splitlines()] == ["story.txt", "<stdin>"]


def test_text_is_the_default_and_plain_where_no_terminal_is(run: Run, story: str) -> None:
    result = run("extract", story)
    assert result.out.startswith("story.txt · no day of publication · 47 characters\n")
    assert "\x1b" not in result.out


def give_terminal(monkeypatch: pytest.MonkeyPatch, **variables: str) -> None:
    for name, value in {"NO_COLOR": "", "TERM": "xterm", "COLUMNS": "80", **variables}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)


def test_a_terminal_gets_colour(run: Run, story: str, monkeypatch: pytest.MonkeyPatch) -> None:
    give_terminal(monkeypatch)
    assert "\x1b[" in run("extract", story).out


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_a_terminal_that_wants_no_colour(
    run: Run, story: str, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]
) -> None:
    give_terminal(monkeypatch, **variables)
    assert "\x1b" not in run("extract", story).out


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "html", "brat", "web-annotation", "json-ld"])
def test_a_terminal_gets_pictures_and_a_pipe_the_bytes(run: Run, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    text = "Mayor Ana\u202e Ruiz\x9b2J said on Monday that “the pier is\u2066 safe\x7f.”\n"
    piped = run("extract", "-", "--format", form, "--block", "newskit_structure", stdin=text.encode())
    give_terminal(monkeypatch, NO_COLOR="1")
    shown = run("extract", "-", "--format", form, "--block", "newskit_structure", stdin=text.encode())
    assert piped.status == shown.status == 0
    assert not set("\u202e\u2066\x9b\x7f\x1b") & set(shown.out)
    assert shown.out.isprintable() or set(filter(lambda sign: not sign.isprintable(), shown.out)) <= set("\n\t\u00a0")
    if form in ("json", "jsonl", "web-annotation", "json-ld"):
        assert "Ana\u202e Ruiz\x9b2J" in piped.out
        assert "Ana\ufffd Ruiz\ufffd2J" in shown.out


def test_version(run: Run) -> None:
    assert run("--version").out.startswith("newskit ")


# Bad input


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n",
        "The pier is safe.",
        'One " mark.\n\n“Two, three" ‘four”\n',
        "שלום, אמר דוד: „הגשר בטוח”.",
        "a\0b \0",
        "\x1b[2J said [bold]Ida[/] on Monday",
        pytest.param('"Word, " ' * 111_111, marks=pytest.mark.heavy),
    ],
    ids=["empty", "blank", "no marks", "unbalanced", "right to left", "NUL", "escapes", "1 MB in one line"],
)
@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_odd_text_is_an_article_like_any_other(run: Run, text: str, form: str) -> None:
    result = run("extract", "-", "--format", form, stdin=text.encode())
    assert (result.status, result.err) == (0, "")
    if form == "text":
        assert not {"\0", "\x1b"} & set(result.out)
    else:
        assert json.loads(result.out)["text"] == text


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_lone_surrogates(run: Run, form: str) -> None:
    line = b'{"text": "Ida \\ud800 said \\udc00 no", "id": "\\udfff"}'
    result = run("extract", "-", "--input-format", "jsonl", "--format", form, stdin=line)
    assert (result.status, result.err) == (0, "")
    if form != "text":
        assert json.loads(result.out)["text"] == "Ida \ud800 said \udc00 no"


def test_a_file_that_is_not_utf_8_fails_alone(run: Run, story: str, tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    result = run("extract", "latin.txt", story, "--format", "jsonl")
    assert result.status == 1
    assert result.err == (
        "newskit: latin.txt: not UTF-8: byte 0xe9 at byte offset 3; name its encoding, as in --encoding windows-1252\n"
    )
    assert json.loads(result.out)["id"] == story
    result = run("extract", "latin.txt", "--encoding", "windows-1252", "--format", "json")
    assert (result.status, json.loads(result.out)["text"]) == (0, "café")


def test_the_name_of_a_file_says_what_it_holds(run: Run, tmp_path: Path) -> None:
    (tmp_path / "two.jsonl").write_text('{"text": "one"}\n{"text": "two"}\n')
    (tmp_path / "two.txt").write_text('{"text": "one"}')
    result = run("extract", "two.jsonl", "two.txt", "--format", "jsonl")
    assert [json.loads(line)["text"] for line in result.out.splitlines()] == ["one", "two", '{"text": "one"}']
    result = run("extract", "two.jsonl", "--input-format", "text", "--format", "json")
    assert json.loads(result.out)["text"] == '{"text": "one"}\n{"text": "two"}\n'


def test_a_bad_line_fails_alone(run: Run) -> None:
    lines = b'{"text": "one"}\nno\n{"text": 2}\n{"text": "three", "published": "soon"}\n{"text": "four"}\n'
    result = run("extract", "-", "--input-format", "jsonl", "--format", "jsonl", stdin=lines)
    assert result.status == 1
    assert [json.loads(line)["text"] for line in result.out.splitlines()] == ["one", "three", "four"]
    assert result.err.splitlines() == [
        "newskit: <stdin>:2: no JSON: expecting value at character 0",
        "newskit: <stdin>:3, field 'text': expected a string, got a number",
        (
            "newskit: <stdin>:4, field 'published': expected a date as YYYY-MM-DD, got 'soon'; "
            "the article is read without it"
        ),
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--published", "Tuesday"], "--published: expected a date as YYYY-MM-DD, got 'Tuesday'"),
        (["--published", "2025-02-30"], "--published: expected a date as YYYY-MM-DD, got '2025-02-30'"),
        (["--format", "xml"], "no format is named 'xml'; there are: text, json, jsonl"),
        (["--input-format", "xml"], "--input-format: expected one of text, html, jsonl, json, csv, tsv, parquet, got"),
        (["--encoding", "martian"], "--encoding: no text encoding is named 'martian'"),
        (["--plugins", "nobody"], "no plugin is named 'nobody'; installed: newskit_dates, newskit_names"),
        (["--block", "nobody"], "no plugin is named 'nobody'; installed: newskit_dates, newskit_names"),
        (["none.txt"], "none.txt: no such file"),
        (["."], ".: a directory, expected files, as in ./*.txt; `newskit run` reads directories"),
        (["--config", "none.toml"], "none.toml: cannot be read: no such file or directory"),
    ],
    ids=" ".join,
)
def test_wrong_use_is_one_line_and_nothing_is_done(run: Run, story: str, arguments: list[str], message: str) -> None:
    result = run("extract", story, *arguments)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(f"newskit: {message}")
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("arguments", [[], ["extract"], ["extract", "--no-such-option"], ["no-such-command"]])
def test_wrong_arguments_end_with_2(run: Run, arguments: list[str]) -> None:
    assert run(*arguments).status == 2


def test_a_wrong_name_in_the_environment(run: Run, story: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSKIT_BLOCK", "nobody")
    assert run("extract", story).status == 2
    assert run("plugins").status == 2


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    lines = tmp_path / "many.jsonl"
    lines.write_text('{"text": "The pier is safe."}\n' * 2000)
    command = [sys.executable, "-m", "newskit", "extract", lines, "--input-format", "jsonl", "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout.readline().startswith(b'{"schema"')
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no file that is always full")
@pytest.mark.parametrize(
    "arguments", [["extract", "-"], ["plugins"], ["plugins", "--json"], ["--version"]], ids=" ".join
)
@pytest.mark.parametrize(
    ("where", "message"),
    [
        ("> /dev/full", "standard output: cannot be written: no space left on device"),
        (">&-", "standard output is closed"),
    ],
    ids=["full", "closed"],
)
def test_an_output_that_takes_nothing_is_one_line(arguments: list[str], where: str, message: str) -> None:
    command = ["sh", "-c", f'"$@" {where}', "sh", sys.executable, "-m", "newskit", *arguments]
    done = subprocess.run(command, input=b"The pier is safe.", stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr.decode()) == (2, f"newskit: {message}\n")


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
def test_a_closed_input_is_one_line() -> None:
    command = ["sh", "-c", '"$@" <&-', "sh", sys.executable, "-m", "newskit", "extract", "-"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (2, b"", b"newskit: standard input is closed\n")


@pytest.mark.skipif(os.name != "posix", reason="locales are named otherwise elsewhere")
def test_the_locale_does_not_matter() -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    command = [sys.executable, "-m", "newskit", "extract", "-"]
    for form in ("text", "json"):
        done = subprocess.run(
            [*command, "--format", form], input="Löwe".encode(), capture_output=True, env=environment, check=True
        )
        assert "Löwe" in done.stdout.decode()


def test_importing_newskit_loads_nothing_that_only_some_need() -> None:
    code = """
import sys
import attrs, pluggy, regex
before = set(sys.modules)
import newskit
sys.exit(" ".join({"typer", "rich", "cattrs", "orjson", "importlib.metadata"} & (set(sys.modules) - before)))
"""
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert done.stderr.strip() == ""


def test_tables_and_json_are_extracted_with_columns(run: Run) -> None:
    Path("a.csv").write_text('guid,body\na,"Nobody, really, spoke."\nb\n')
    Path("b.json").write_text('[{"guid": "c", "body": "Nobody left."}]')
    Path("notes.md").write_text("# Notes")
    columns = ("--columns", "text=body,id=guid")
    result = run("extract", "a.csv", "b.json", "notes.md", "--format", "jsonl", *columns)
    assert result.status == 1
    assert [json.loads(line)["id"] for line in result.out.splitlines()] == ["a", "c", "notes.md"]
    assert result.err == "newskit: a.csv:3: expected 2 cells, as there are names of columns, got 1\n"
    result = run("extract", "a.csv", "--columns", "body=text")
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("newskit: --columns: expected one of id, text, published, ")


@pytest.mark.parametrize("command", [[], ["extract"], ["run"], ["plugins"], ["bench"], ["bench", "ratchet"]])
def test_help_shows_flags_by_their_names_alone(run: Run, command: list[str]) -> None:
    shown = run(*command, "--help").out
    assert "--help" in shown
    assert "bool" not in shown
