"""Rules as records: what is right is found, listed and tried."""

from __future__ import annotations

import ast
import importlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruled import RIGHT, Write
from typer.testing import CliRunner

import newskit
from newskit.cli import app
from newskit.examples import rules_of, wrong_examples
from newskit.rules import Example, Rules, Vocabulary, Word
from newskit.rules.patterns import Alphabet, Compiler, pieces
from newskit.rules.record import Line, Place
from newskit.text import Ground

ROOT = Path(__file__).resolve().parent.parent.parent


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


@pytest.mark.heavy
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
    if isinstance(annotation, newskit.Quote):
        return [annotation.rule, annotation.reports_rule, annotation.status_rule]
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
    two, one, none, firsts = made.begins
    assert {each.translate(plain) for each in (*two, *one, *[""] * none)} == begins
    assert {each.translate(plain) for each in firsts} == {each[0] for each in begins if each}


def test_an_example_may_have_lines_and_a_bracket_in_another() -> None:
    line = Line("On [two [red] mile] ¶¶ they [ran]. = a; b; c", Place("rules.txt", 1))
    example = Example.read(line, answered=True)
    assert [example.text[slice(*span)] for span in example.spans] == ["two red mile", "red", "ran"]
    assert example.text == "On two red mile\n\nthey ran."
    assert example.marked == "On [two [red] mile] ¶¶ they [ran]."


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
