"""Rules as records: what is misspelt is refused with file and line, what is right is found, listed and tried."""

from __future__ import annotations

import ast
import importlib
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import newskit
from newskit.cli import app
from newskit.examples import rules_of, wrong_examples
from newskit.rules import Example, Rules, Vocabulary, Word
from newskit.rules.patterns import Alphabet, Compiler, pieces
from newskit.rules.record import Line, Place
from newskit.text import Ground

ROOT = Path(__file__).resolve().parent.parent.parent
WORDS = """\
# Units and colours.
UNIT=3 furlong
UNIT=8 mile
COLOUR=red red
COLOUR=rose Rose
NUMBER=2 two
"""
RULES = """\
weak: NUMBER

{many} = (?:NUMBER|a) COLOUR*

[length]
finds: a length
when: {many} UNIT
  (?:and a UNIT)?  # goes on
value: read m
keep: after in {long}
unless: after in {STOPS} and last is lower
unless: big
yes: It is [two red mile] off. = UNIT m; it
no: It is [two mile] away.

[colour]
finds: a colour alone
when: COLOUR
value: read m
yes: It is [red] here. = COLOUR m
no: It is [rose] here.
"""
LISTS = "STOPS away\nSTOPS from\nNAMES go two\n"
PLUGIN = """\
import attrs, newskit
from typing import ClassVar
from newskit.rules import Example, Rules, Vocabulary, Word

@attrs.frozen
class Length:
    layer: ClassVar[str] = "lengths"
    span: newskit.Span
    rule: str
    value: str

def read(found):
    return f"{found.words[-1].label} {found.rule.arguments[0]}"

def big(found):
    return found.has("NUMBER") and found.value("UNIT") == "8" and found.tokens.lowered(found.stop) == "off"

RULES = Rules(
    "demo_rules", vocabulary=Vocabulary("demo_rules", "words.txt"), lists=("lists.txt",), readers={"read": read},
    tests={"big": big}, answer=lambda length: length.value,
)

@newskit.extractor(Length, rules=RULES)
def lengths(doc):
    def take(found, read):
        first, last = doc.tokens.starts[found.start], doc.tokens.ends[found.stop - 1]
        return Length(doc.span(first, last), found.rule.name, read(found))
    return RULES.find(doc.text, doc.tokens, take=take)

@newskit.hookimpl
def newskit_extractors(config):
    return [lengths]
"""
RIGHT = RULES.replace("yes: It is [two red mile] off. = UNIT m; it", "yes: It is [two red furlong] off. = UNIT m")
Write = Callable[..., None]


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


MISSPELT = (
    ("macro", "rules.txt", "when: {many}", "when: {mnay}", r"rules.txt:7, field 'when': no macro is named \{mnay\}"),
    ("class", "rules.txt", "COLOUR*", "COLUOR*", r"rules.txt:3, field '\{many\}': no class of words is named 'COLUOR'"),
    ("list", "rules.txt", "{STOPS}", "{STPOS}", "rules.txt:11, field 'unless': no list of words is named 'STPOS'"),
    ("test", "rules.txt", "unless: big", "unless: bgi", "rules.txt:12, field 'unless': no test is named 'bgi'"),
    (
        "kind of word",
        "rules.txt",
        "is lower",
        "is lowre",
        "rules.txt:11, .*: a word cannot be 'lowre'; there are capital",
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
        "rules.txt:9, field 'value': .*no reader is named 'raed'",
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
    ("key", "rules.txt", "finds: a colour", "fnids: a colour", "rules.txt:17, .*unknown key 'fnids'; there are finds"),
    (
        "setting",
        "rules.txt",
        "weak: NUMBER",
        "waek: NUMBER",
        "rules.txt:1, field 'waek': unknown key 'waek'; there are weak",
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


def test_what_is_misspelt_costs_only_its_own_plugin_and_is_told(write: Write) -> None:
    write("rules.txt", "value: read", "value: raed")
    with pytest.warns(newskit.FailureWarning, match="demo_rules/rules.txt:9"):
        document = newskit.Kit().extract("On Monday it was two mile off.")
    (failure,) = document.failures
    assert "demo_rules/rules.txt:9, field 'value'" in failure.error
    assert [found.span.text for found in document.dates] == ["Monday"]
    result = CliRunner().invoke(app, ["plugins", "--rules"])
    assert (result.exit_code, "demo_rules/rules.txt:9" in result.stderr, "iso_date" in result.stdout) == (1, True, True)


def test_a_plugin_that_cannot_be_read_is_no_plugin_without_rules(write: Write) -> None:
    write("__init__.py", "import attrs", "raise ValueError('words.txt:3: two classes')\nimport attrs")
    result = CliRunner().invoke(app, ["plugins", "--rules", "--check", "--plugins", "demo_rules"])
    assert (result.exit_code, "demo_rules is broken" in result.stderr, "words.txt:3" in result.stderr) == (
        1,
        True,
        True,
    )


def test_examples_are_tried(write: Write) -> None:
    write()
    assert wrong_examples("demo_rules") == ()
    write("rules.txt", "= COLOUR m", "= COLOUR x")
    (miss,) = wrong_examples("demo_rules")
    assert str(miss) == (
        "demo_rules/rules.txt:20, field 'yes': rule 'colour': expected 'red' = COLOUR x, got 'red' = COLOUR m"
    )
    write("rules.txt", "[rose] here", "[Rose] here")
    (miss,) = wrong_examples("demo_rules")
    assert "'Rose' = COLOUR m in 'It is [Rose] here.', where nothing is to be found" in str(miss)
    result = CliRunner().invoke(app, ["plugins", "--rules", "--check", "--plugins", "demo_rules"])
    assert (result.exit_code, "demo_rules/rules.txt:21" in result.stderr) == (1, True)


def test_examples_of_a_plugin_that_is_not_installed_are_tried(write: Write, tmp_path: Path) -> None:
    write("rules.txt", "= COLOUR m", "= COLOUR x")
    (tmp_path / "demo_rules-1.dist-info" / "entry_points.txt").unlink()
    with pytest.raises(newskit.PluginError, match="no plugin 'demo_rules' is active"):
        wrong_examples("demo_rules")
    (miss,) = wrong_examples("demo_rules", add=[importlib.import_module("demo_rules")])
    assert (miss.rule, miss.place.line) == ("colour", 20)


def test_a_third_partys_rules_are_listed(write: Write) -> None:
    write()
    result = CliRunner().invoke(app, ["plugins", "--rules", "--json"])
    listed: dict[str, list[dict[str, object]]] = {}
    for each in json.loads(result.stdout)["rules"]:
        listed.setdefault(each["plugin"], []).extend(each["rules"])
    assert listed["demo_rules"][0] == {
        "name": "length",
        "finds": "a length",
        "when": ["{many} UNIT (?:and a UNIT)?"],
        "function": None,
        "value": "read m",
        "tests": ["keep: after in {long}", "unless: after in {STOPS} and last is lower", "unless: big"],
        "yes": [{"text": "It is two red furlong off.", "spans": [[6, 21]], "answers": ["UNIT m"]}],
        "no": [{"text": "It is two mile away.", "spans": [[6, 14]]}],
        "line": 5,
    }
    assert {"iso_date", "past"} <= {rule["name"] for rule in listed["newskit_dates"]}
    assert {"employer", "described group", "surname", "named later"} <= {
        rule["name"] for rule in listed["newskit_names"]
    }


WITH_RULES = [each for each in newskit.Kit().registry.plugins if rules_of(each)]


@pytest.mark.parametrize("plugin", WITH_RULES, ids=[each.name for each in WITH_RULES])
def test_every_example_of_every_rule_comes_out(plugin: newskit.plugins.PluginInfo) -> None:
    assert list(map(str, wrong_examples(plugin.name))) == []


def written() -> Iterator[str]:
    """Yield texts: those of the examples of all rules, of GUM, and what the tests have between quotation marks."""
    for plugin in WITH_RULES:
        for rule in (rule for rules in rules_of(plugin) for rule in rules):
            yield from (each.text for each in (*rule.yes, *rule.no))
    for line in (ROOT / "benchmarks/gold/gum.jsonl").read_text("utf-8").splitlines():
        yield json.loads(line)["text"]
    for path in sorted((ROOT / "tests").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.count(" ") > 1:
                yield node.value


def test_the_rule_on_every_answer_is_listed(seed_text: str) -> None:
    kit = newskit.Kit()
    makers = [maker for plugin in WITH_RULES for maker in plugin.extractors if maker.rules]
    found: dict[str, set[str]] = {maker.name: set() for maker in makers}
    for text in {seed_text, *written()}:
        document = kit.extract(text)
        for maker in makers:
            found[maker.name].update(label for each in document[maker.makes] for label in labels_of(each))
    for maker in makers:
        assert found[maker.name]
        assert found[maker.name] <= {rule.name for rules in maker.rules for rule in rules}


def labels_of(annotation: Any) -> list[str]:
    """Return the rules that an annotation names: those of its mentions, where it is an entity."""
    if isinstance(annotation, newskit.Entity):
        return [mention.rule for mention in (*annotation.mentions, *annotation.nominal_mentions)]
    return [annotation.rule] if hasattr(annotation, "rule") else []


TESTS = (
    ("unless: before in {it -ish}", "it two mile; reddish two mile; go [two mile]"),
    ("unless: before not in {go}", "it two mile; go [two mile]"),
    ("unless: 2 before in {go}", "go on two mile; on go [two mile]"),
    ("unless: within 2 after in {go}", "two mile go on; two mile on go; [two mile] on on go"),
    ("unless: before + first in {NAMES}", "go two mile; on [two mile]"),
    ("unless: after is capital", "two mile Run; [two mile] run"),
    ("unless: after is not figure", "[two mile] 7; two mile run"),
    ("unless: first is not sentence-start", "[Two mile]. [Two mile], two mile"),
    ("unless: has UNIT=8|9", "two mile; [two furlong]"),
    ("unless: lacks {COLOUR and}", "[two red mile]; two mile; [two mile and a mile]"),
    ("unless: quoted", '[two mile] "two mile," on'),
    ("unless: not one word", "two mile"),
    ("unless: UNIT is upper", "two MILE; [two mile]"),
    ("unless: after in {Run}", "two mile Run; [two mile] run"),
    ("unless: after in {STOPS run}", "two mile Run; two mile from; [two mile] on"),
    ("unless: first is joined", "(two mile; [two mile]"),
    ("unless: first is line-start", "on [two mile]\n\ntwo mile"),
    ("keep: after in {go}\nunless: first in {two}", "[two mile] go; two mile on"),
    ("unless: after in {go} and first in {two}", "two mile go; [a mile] go; [two mile] on"),
)


@pytest.mark.parametrize(("tests", "marked"), TESTS, ids=[row[0] for row in TESTS])
def test_words_in_and_beside_a_match_decide(write: Write, tests: str, marked: str) -> None:
    write("rules.txt", "keep: after in {long}\nunless: after in {STOPS} and last is lower\nunless: big\n", f"{tests}\n")
    rules = Rules(
        "demo_rules",
        vocabulary=Vocabulary("demo_rules", "words.txt"),
        lists=("lists.txt",),
        readers={"read": lambda found: (found.start, found.stop)},
    )
    text = marked.replace("[", "").replace("]", "")
    tokens = Ground(text).tokens
    for start, stop in reversed([*rules.find(text, tokens, take=lambda found, read: read(found))]):
        first, last = tokens.starts[start], tokens.ends[stop - 1]
        text = f"{text[:first]}[{text[first:last]}]{text[last:]}"
    assert text == marked


def test_a_plugin_may_class_words_itself(write: Write) -> None:
    write("rules.txt", "when: COLOUR", "when: SHADE COLOUR?")
    rules = Rules(
        "demo_rules",
        vocabulary=Vocabulary("demo_rules", "words.txt"),
        lists=("lists.txt",),
        readers={"read": lambda found: [word.label for word in found.words]},
        tests={"big": bool},
        classes=("SHADE",),
    )
    text = "It is dark red here."
    tokens = Ground(text).tokens
    words = [Word("SHADE") if word == "dark" else rules.word(word) for word in tokens.words]
    assert list(rules.find(text, tokens, words=words, take=lambda found, read: read(found))) == [["SHADE", "COLOUR"]]


def test_rules_that_are_code_match_nowhere(write: Write) -> None:
    write("rules.txt", RIGHT, "[shout]\nfinds: a shout\nfunction: loud\nyes: [Oh]! = oh\nno: [Oh].\n")
    rules = Rules("demo_rules", functions=("loud",))
    assert [rule.function.text for rule in rules if rule.function] == ["loud"]
    assert list(rules.find("Oh!", Ground("Oh!").tokens, take=lambda found, _: found)) == []


PATTERNS = (
    ("", "", {""}),
    ("a b c", "abc", {"ab"}),
    ("a? b?", "a?b?", {"", "a", "b", "ab"}),
    ("(?:a|b c)? d", "(?:a|bc)?d", {"ad", "bc", "d"}),
    ("(?:a (?:b|c)?|d) (?:e|f)?", "(?:a(?:b|c)?|d)(?:e|f)?", {"a", "ab", "ac", "ae", "af", "d", "de", "df"}),
    ("a+ b", "(?>a+)b", {"aa", "ab"}),
    ("(?:a b)* c", "(?>(?:ab)*)c", {"ab", "c"}),
    ("{x}? c", "(?:a|b)?c", {"ac", "bc", "c"}),
)


@pytest.mark.parametrize(("pattern", "letters", "begins"), PATTERNS, ids=[row[0] for row in PATTERNS])
def test_a_pattern_over_letters_and_what_it_can_begin_with(pattern: str, letters: str, begins: set[str]) -> None:
    def written(text: str) -> list[str]:
        return pieces(Line(text, Place("rules.txt", 1)))

    alphabet = Alphabet()
    made = Compiler(alphabet, {"{x}": written("a|b")}).compile(written(pattern))
    plain = str.maketrans({alphabet.letter(each): each for each in "abcdef"})
    assert made.text.translate(plain) == letters
    assert {each.translate(plain) for each in made.begins} == begins


def test_rules_are_declared_as_rules() -> None:
    with pytest.raises(newskit.PluginError, match=r"rules: expected newskit\.rules\.Rules, got 'rules\.txt'"):
        newskit.extractor(newskit.Quote, rules="rules.txt")(lambda _: [])  # type: ignore[arg-type]


def test_an_example_may_have_lines_and_a_bracket_in_another() -> None:
    line = Line("On [two [red] mile] ¶¶ they [ran]. = a; b; c", Place("rules.txt", 1))
    example = Example.read(line, answered=True)
    assert [example.text[slice(*span)] for span in example.spans] == ["two red mile", "red", "ran"]
    assert example.text == "On two red mile\n\nthey ran."
    assert example.marked == "On [two [red] mile] ¶¶ they [ran]."


@pytest.mark.parametrize("marked", ["two mile]", "[two", "[two [mile]", "[two]] mile"])
def test_a_bracket_that_is_not_closed_is_refused(marked: str) -> None:
    with pytest.raises(newskit.InputError, match=r"rules\.txt:1: the words in question stand between brackets"):
        Example.read(Line(marked, Place("rules.txt", 1)), answered=False)


def test_the_rule_for_the_rest_does_not_count_where_nothing_is_to_be_found(write: Write) -> None:
    write("rules.txt", "no: It is [two mile] away.", "no: It is [rose red] here.")
    (miss,) = wrong_examples("demo_rules")
    assert "rule 'length': 'red' = COLOUR m" in str(miss)
    write("__init__.py", "answer=", "rest='colour', answer=")
    assert wrong_examples("demo_rules") == ()
    write("rules.txt", "no: It is [rose] here.", "no: It is [rose red] here.")
    (miss,) = wrong_examples("demo_rules")
    assert miss.rule == "colour"


def test_an_extractor_may_follow_the_rules_of_several_files() -> None:
    one, other = Rules("demo_rules"), Rules("demo_rules", "more.txt")
    made = [newskit.extractor(newskit.Quote, rules=rules)(lambda _: []).rules for rules in ((), one, [one, other])]
    assert made == [(), (one,), (one, other)]
