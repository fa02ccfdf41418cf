"""The rules of names and of linking: each record's function is what finds its examples."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

import newskit
from newskit import linking
from newskit.examples import rules_of
from newskit.rules import Rule, Rules
from newskit_names import model, spelling

(PLUGIN,) = (each for each in newskit.Kit().registry.plugins if each.name == "newskit_names")
RECORDS = [(rules, rule) for rules in rules_of(PLUGIN) for rule in rules]


@pytest.fixture
def without_memory() -> Iterator[None]:
    """Forget what was worked out for each name, before and after."""
    forget()
    yield
    forget()


def found(rules: Rules, rule: Rule, text: str) -> list[tuple[int, int, str]]:
    """Return what a rule gives in a text, nothing where the plugin fails."""
    kit = newskit.Kit(plugins=["newskit_titles", "newskit_names"], block=())
    return sorted(told for entity in kit.extract(text).entities for told in rules.told(rule, entity))


def forget() -> None:
    for kept in (spelling.spelling, model.of_words_sum):
        kept.cache_clear()


@pytest.mark.filterwarnings("ignore::newskit.FailureWarning")
@pytest.mark.usefixtures("without_memory")
@pytest.mark.parametrize(("rules", "rule"), RECORDS, ids=[rule.name for _, rule in RECORDS])
def test_the_function_that_a_record_names_is_what_finds_its_examples(
    rules: Rules, rule: Rule, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the model or with a silent one, which has not learned what the rule says."""
    assert rule.function is not None
    module, owner, name = rule.function.text.split(".")
    known, texts = getattr(sys.modules[f"{rules.package}.{module}"], owner), [each.text for each in rule.yes]
    wanted = [[(*span, answer) for span, answer in zip(each.spans, each.answers, strict=True)] for each in rule.yes]
    with monkeypatch.context() as silent:
        silent.setattr(model.Decider, "kind", lambda *_: "none")
        by_rule = [found(rules, rule, text) for text in texts]
        forget()
        silent.setattr(known, name, lambda *_, **__: None)
        without = [found(rules, rule, text) for text in texts]
    forget()
    monkeypatch.setattr(known, name, lambda *_, **__: None)
    assert without != by_rule or [found(rules, rule, text) for text in texts] != wanted


def test_any_tagger_may_declare_the_rules_of_linking() -> None:
    names = [rule.name for rules in linking.RULES for rule in rules]
    assert {"surname", "acronym", "named later", "person spoken of"} <= set(names)
    assert len(names) == len(set(names))
