"""Rules of annotations that several rules make: parts, refusals, functions by their module, all matches at once."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import newskit
from newskit.examples import wrong_examples
from newskit.rules import Rules
from newskit.text import Ground

RULES = """\
[shout of two]
finds: a word in capitals
function: words.shouts
yes: [OH] ¶ [NO]! = 2; 2
no: [Oh].

[size]
finds: how long it is
function: words.shouts
value: size 3
yes: Oh [YES]! = 3
no: [OH]!

[quiet]
refuses: what is whispered
when: psst
value: size
yes: psst [OH]!
no: Pst [OH]!
"""
PLUGIN = """\
import attrs, newskit
from typing import ClassVar
from newskit.rules import Rules
from demo_parts import words

@attrs.frozen
class Shout:
    layer: ClassVar[str] = "shouts"
    place: newskit.Span
    rule: str = "shout of two"

def size(shout, _):
    return [(shout.place, str(len(shout.place.text)))]

RULES = Rules("demo_parts", parts={"": size, "size": size})

@newskit.extractor(Shout, rules=RULES)
def shouts(doc):
    quiet = {found.stop for found in RULES.find(doc.text, doc.tokens, take=lambda found, _: found, every=True)}
    tokens = doc.tokens
    return [Shout(doc.span(tokens.starts[at], tokens.ends[at])) for at in words.shouts(tokens.words) if at not in quiet]

newskit_extractors = newskit.hookimpl(lambda: [shouts])
"""
WORDS = "def shouts(words):\n    return [at for at, word in enumerate(words) if word.isupper()]\n"
Write = Callable[[str], object]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Lay out the package ``demo_parts`` with a file of rules, and return its module."""

    def lay_out(rules: str) -> object:
        package = tmp_path / "demo_parts"
        package.mkdir(exist_ok=True)
        for name, text in (("__init__.py", PLUGIN), ("words.py", WORDS), ("rules.txt", rules)):
            (package / name).write_text(text)
        for name in ("demo_parts", "demo_parts.words"):
            monkeypatch.delitem(sys.modules, name, raising=False)
        return __import__("demo_parts")

    monkeypatch.syspath_prepend(tmp_path)
    return lay_out


def misses(plugin: object) -> list[str]:
    return [each.message for each in wrong_examples("demo_parts", add=[plugin])]


def test_each_part_is_told_by_the_value_of_its_record(write: Write) -> None:
    assert misses(write(RULES)) == []
    assert misses(write(RULES.replace("size 3", "size"))) == ["'OH' = 2 in '[OH]!', where nothing is to be found"]
    message, _ = misses(write(RULES.replace("size 3", "size 2")))
    assert message.startswith("expected 'YES' = 3, got nothing")


def test_a_rule_that_refuses_leaves_out_and_lets_through(write: Write) -> None:
    assert misses(write(RULES.replace("yes: psst [OH]!", "yes: Pst [OH]!"))) == [
        "'OH' = 2 in 'Pst [OH]!', where nothing is to be found"
    ]
    assert misses(write(RULES.replace("no: Pst [OH]!", "no: psst [OH]!"))) == [
        "nothing in 'psst [OH]!', where something is to be found"
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("refuses:", "finds: it\nrefuses:", "rules.txt:16, field 'refuses': .* either finds something or refuses it"),
        ("words.shouts", "words.shuots", "rules.txt:3, field 'function': .* no function is named 'words.shuots'"),
        ("words.shouts", "wrods.shouts", "rules.txt:3, field 'function': .* no function is named 'wrods.shouts'"),
        (
            "value: size\n",
            "value: sise\n",
            "rules.txt:17, field 'value': .* no reader is named 'sise'; did you mean 'size'",
        ),
        ("shout of two]", "shout  of two]", "rules.txt:1: a rule's name is words joined"),
    ],
)
def test_what_is_misspelt_is_refused(write: Write, old: str, new: str, message: str) -> None:
    plugin = write(RULES.replace(old, new))
    with pytest.raises(newskit.InputError, match=f"demo_parts/{message}"):
        wrong_examples("demo_parts", add=[plugin])


def test_all_matches_come_where_they_are_asked_for(write: Write) -> None:
    head = "finds: it\nyes: [it] = it\nno: [no]\n"
    write(f"[long]\nwhen: a b? c\n{head}[short]\nwhen: b c|c\n{head}")
    tokens = Ground("a b c").tokens
    rules = Rules("demo_parts")
    for every, found in ((False, ["a b c"]), (True, ["a b c", "b c", "c"])):
        matches = rules.find("a b c", tokens, take=lambda found, _: (found.start, found.stop), every=every)
        assert [" ".join(tokens.words[slice(*each)]) for each in matches] == found
