"""What the tests of rules share: a plugin with records; the fixture ``write`` that installs it is in conftest.py."""

from __future__ import annotations

from collections.abc import Callable

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
