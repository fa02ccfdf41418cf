"""Rules as records: what is misspelt is refused with file and line, and costs nobody else's answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from ruled import Write
from typer.testing import CliRunner

import newskit
from newskit.cli import app
from newskit.examples import wrong_examples
from newskit.rules import Example
from newskit.rules.record import Line, Place

MISSPELT = (
    (
        "macro",
        "rules.txt",
        "when: {many}",
        "when: {mnay}",
        r"rules.txt:7, field 'when': no macro is named \{mnay\}; did you mean '\{many\}'",
    ),
    (
        "class",
        "rules.txt",
        "COLOUR*",
        "COLUOR*",
        r"rules.txt:3, field '\{many\}': no class of words is named 'COLUOR'; did you mean 'COLOUR'",
    ),
    (
        "list",
        "rules.txt",
        "{STOPS}",
        "{STPOS}",
        "rules.txt:11, field 'unless': no list of words is named 'STPOS'; did you mean 'STOPS'",
    ),
    ("test", "rules.txt", "unless: big", "unless: bgi", "rules.txt:12, field 'unless': no test is named 'bgi'"),
    (
        "kind of word",
        "rules.txt",
        "is lower",
        "is lowre",
        "rules.txt:11, .*: a word cannot be 'lowre'; did you mean 'lower'. There are: capital",
    ),
    ("place", "rules.txt", "after in {long}", "aftr in {long}", "rules.txt:10, field 'keep': 'aftr' is no place"),
    (
        "no test",
        "rules.txt",
        "after in {long}",
        "after at {long}",
        "rules.txt:10, field 'keep': 'after at .* is no test",
    ),
    (
        "reader",
        "rules.txt",
        "value: read m",
        "value: raed m",
        "rules.txt:9, field 'value': .*no reader is named 'raed'; did you mean 'read'",
    ),
    ("function", "rules.txt", "when: COLOUR", "function: cloours", "rules.txt:18, .*no function is named 'cloours'"),
    (
        "a test of code",
        "rules.txt",
        "when: {many} UNIT",
        "function: code",
        "rules.txt:10, field 'keep': .*'keep' is a test of",
    ),
    (
        "two classes",
        "words.txt",
        "NUMBER=2 two",
        "NUMBER=2 mile",
        "words.txt:6: 'mile' is in two classes, NUMBER and UNIT",
    ),
    ("a name twice", "rules.txt", "[colour]", "[length]", "rules.txt:16: .*two rules named 'length'; .* line 5"),
    ("a macro twice", "rules.txt", "[length]", "{many} = a\n[length]", r"rules.txt:5: .*two macros named \{many\}"),
    (
        "no example",
        "rules.txt",
        "yes: It is [red] here. = COLOUR m\n",
        "",
        "rules.txt:16: rule 'colour': 'yes' is missing",
    ),
    ("no counterexample", "rules.txt", "no: It is [rose] here.\n", "", "rules.txt:16: rule 'colour': 'no' is missing"),
    (
        "key",
        "rules.txt",
        "finds: a colour",
        "fnids: a colour",
        "rules.txt:17, .*unknown key 'fnids'; did you mean 'finds'. There are: finds",
    ),
    (
        "setting",
        "rules.txt",
        "weak: NUMBER",
        "waek: NUMBER",
        "rules.txt:1, field 'waek': unknown key 'waek'; did you mean 'weak'. There are: weak",
    ),
    ("weak class", "rules.txt", "weak: NUMBER", "weak: NUMBR", "rules.txt:1, field 'weak': no pattern knows 'NUMBR'"),
    (
        "bracket",
        "rules.txt",
        "a UNIT)?",
        "a UNIT?",
        "rules.txt:7, field 'when': the brackets of the pattern do not match",
    ),
    ("sign", "rules.txt", "(?:NUMBER|a)", "(?:*NUMBER|a)", "rules.txt:3, .*nothing stands before '\\*'"),
    ("letter", "rules.txt", "when: COLOUR", "when: COLOUR=3", "rules.txt:18, field 'when': the pattern has '='"),
    (
        "word with a class",
        "rules.txt",
        "and a UNIT",
        "and a mile",
        "rules.txt:7, .*names the word 'mile', .* class UNIT",
    ),
    ("macro of itself", "rules.txt", "COLOUR*", "{many}", r"rules.txt:3, .*: the macro \{many\} stands for itself"),
    (
        "no brackets",
        "rules.txt",
        "[rose]",
        "rose",
        "rules.txt:21, field 'no': the words in question stand between brackets",
    ),
    ("no answer", "rules.txt", " = COLOUR m", "", "rules.txt:20, field 'yes': an example ends in ' = ' and its answer"),
    ("answers", "rules.txt", " = COLOUR m", " = COLOUR m; x", "rules.txt:20, .*: 1 brackets need as many answers"),
    (
        "class of no rule",
        "words.txt",
        "COLOUR=rose Rose",
        "COLUOR=rose Rose",
        "words.txt:5: no rule names the class 'COLUOR'; did you mean 'COLOUR'. They name: COLOUR, NUMBER, UNIT",
    ),
    (
        "class that is not declared",
        "words.txt",
        "UNIT=3 furlong",
        "COLOUR: what is painted\nUNIT: what is counted\nUNIT=3 furlong",
        "words.txt:8: no class is named 'NUMBER'; there are: COLOUR, UNIT",
    ),
    (
        "list that is not declared",
        "lists.txt",
        "STOPS away",
        "STOPS: what ends it\nSTOPS away",
        "lists.txt:4: no list of words is named 'NAMES'; there is: STOPS",
    ),
    ("entry", "words.txt", "UNIT=8 mile", "mile", "words.txt:3: an entry reads CLASS=VALUE WORD, got 'mile'"),
)


@pytest.mark.parametrize(
    ("name", "old", "new", "message"), [row[1:] for row in MISSPELT], ids=[row[0] for row in MISSPELT]
)
def test_what_is_misspelt_is_refused_with_file_and_line(
    write: Write, name: str, old: str, new: str, message: str
) -> None:
    write(name, old, new)
    with pytest.raises(newskit.InputError, match=f"demo_rules/{message}"):
        wrong_examples("demo_rules")


@pytest.mark.parametrize(("name", "line"), [("rules.txt", 1), ("words.txt", 3)])
def test_a_file_that_is_not_utf_8_is_refused_with_file_and_line(
    write: Write, tmp_path: Path, name: str, line: int
) -> None:
    write()
    file = tmp_path / "demo_rules" / name
    rows = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join([*rows[: line - 1], b"# caf\xe9\n", *rows[line - 1 :]]))
    with pytest.raises(newskit.InputError, match=f"demo_rules/{name}:{line}: not saved as UTF-8"):
        wrong_examples("demo_rules")


@pytest.mark.parametrize("name", ["rules.txt", "words.txt", "lists.txt"])
def test_files_saved_as_on_windows_are_the_same(write: Write, tmp_path: Path, name: str) -> None:
    write()
    file = tmp_path / "demo_rules" / name
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert not list(wrong_examples("demo_rules"))


def test_what_is_misspelt_costs_only_its_own_plugin_and_is_told(write: Write) -> None:
    write("rules.txt", "value: read", "value: raed")
    with pytest.warns(newskit.FailureWarning, match="demo_rules/rules.txt:9"):
        document = newskit.Kit().extract("On Monday it was two mile off.")
    (failure,) = document.failures
    assert "demo_rules/rules.txt:9, field 'value'" in failure.error
    assert [found.span.text for found in document.dates] == ["Monday"]
    result = CliRunner().invoke(app, ["plugins", "--rules"])
    assert (result.exit_code, "demo_rules/rules.txt:9" in result.stderr, "iso_date" in result.stdout) == (1, True, True)


def test_what_a_reader_cannot_read_is_told_with_file_and_line(write: Write) -> None:
    write("rules.txt", "value: read m\nyes", "value: read\nyes")
    place = "demo_rules/rules.txt:19, field 'value': rule 'colour': 'read' failed: IndexError"
    with pytest.warns(newskit.FailureWarning, match=place):
        (failure,) = newskit.Kit().extract("It is red here.").failures
    assert place in failure.error


READER = """\
import newskit
from newskit.rules import Rules
from demo_rules import Length

RULES = Rules("demo_reader")

@newskit.extractor(newskit.Part, reads=(Length,), rules=RULES)
def parts(doc):
    return RULES.find(doc.text, doc.tokens, take=lambda found, _: newskit.Part("subhead", doc.span(0, 1)))

@newskit.hookimpl
def newskit_extractors():
    return [parts]
"""


def test_a_file_that_cannot_be_read_is_told_once_not_for_each_example_of_who_reads_its_answers(
    write: Write, tmp_path: Path
) -> None:
    write("rules.txt", "value: read", "value: raed")
    package = tmp_path / "demo_reader"
    package.mkdir()
    (package / "__init__.py").write_text(READER, "utf-8")
    (package / "rules.txt").write_text("[a]\nfinds: a word\nwhen: it\nyes: [It] is. = x\nno: [So] is.\n", "utf-8")
    arguments = ["plugins", "--rules", "--check", "--plugins", "demo_rules", "--add", str(package)]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 1
    assert result.stderr.count("\n") == result.stderr.count("demo_rules/rules.txt:9") == 1


def test_a_plugin_that_cannot_be_read_is_no_plugin_without_rules(write: Write) -> None:
    write("__init__.py", "import attrs", "raise ValueError('words.txt:3: two classes')\nimport attrs")
    result = CliRunner().invoke(app, ["plugins", "--rules", "--check", "--plugins", "demo_rules"])
    assert (result.exit_code, "demo_rules is broken" in result.stderr, "words.txt:3" in result.stderr) == (
        1,
        True,
        True,
    )


@pytest.mark.parametrize("marked", ["two mile]", "[two", "[two [mile]", "[two]] mile"])
def test_a_bracket_that_is_not_closed_is_refused(marked: str) -> None:
    with pytest.raises(newskit.InputError, match=r"rules\.txt:1: the words in question stand between brackets"):
        Example.read(Line(marked, Place("rules.txt", 1)), answered=False)


def test_rules_are_declared_as_rules() -> None:
    with pytest.raises(newskit.PluginError, match=r"rules: expected newskit\.rules\.Rules, got 'rules\.txt'"):
        newskit.extractor(newskit.Quote, rules="rules.txt")(lambda _: [])  # type: ignore[arg-type]
