"""A newsroom's own words, and the forms of verbs."""

from __future__ import annotations

from typing import get_args

import pytest

import newskit
from newskit.text import classes, entries
from newskit_quotes.forms import inflected, regular
from newskit_quotes.lexicon import lexicon
from newskit_quotes.model import shipped
from newskit_quotes.options import Grade

WORDS = {
    "cue_verbs": {"say": ["Blorp", "gronk"], "think": ["glimp"], "judge": ["dunk"]},
    "cue_nouns": ["snark"],
    "outlets": ["Ardent Valley  Bugle"],
}


def kit(**options: object) -> newskit.Kit:
    return newskit.Kit(plugins=["newskit_quotes"], options={"newskit_quotes": options})


def found(text: str, **options: object) -> list[tuple[str, str]]:
    return [(each.cue.text, each.text) for each in kit(**options).extract(text).quotes if each.cue]


@pytest.mark.parametrize("model", [True, False], ids=["model", "rules"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maria Ruiz blorped the bridge was closed.", ("blorped", "the bridge was closed")),
        ("Maria Ruiz glimped the bridge would be closed.", ("glimped", "the bridge would be closed")),
        ("Her snark that the bridge was closed angered the mayor.", ("snark", "that the bridge was closed")),
        ("Ruiz dunked on “terrible” plans.", ("dunked on", "“terrible” plans")),
    ],
)
def test_words_of_the_user_are_cues(text: str, expected: tuple[str, str], *, model: bool) -> None:
    assert found(text, model=model, **WORDS) == [expected]
    assert expected not in found(text, model=model)


def test_a_word_that_training_never_met_heads_a_cue() -> None:
    model = shipped()
    assert model is not None
    assert "blorped" not in model.heads
    own = model.among(lexicon({"say": ["blorp"]}, ["snark"]))
    assert {"blorped", "blorping", "snark", "snarks"} <= own.unmet <= own.heads
    # What the training articles refused stays refused, unless it is a verb of saying.
    assert "need" in lexicon().cues.keys() & model.refused
    assert "need" not in own.heads
    assert "need" in model.among(lexicon({"say": ["need"]})).heads


def test_outlets_of_the_user_report() -> None:
    text = "“It is closed,” Ruiz told the Ardent Valley Bugle on Monday."
    reported = [kit(**given).extract(text).quotes[0].reported_by for given in (WORDS, {})]
    assert [each and each.text for each in reported] == ["the Ardent Valley Bugle", None]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"cue_verbs": ["blorp"]}, r"'cue_verbs': expected a table of lists of strings, got \['blorp'\]"),
        ({"cue_verbs": {"sing": ["blorp"]}}, r"'cue_verbs\.sing': expected one of say, think, want, judge, got 'sing'"),
        ({"cue_verbs": {"say": "blorp"}}, r"'cue_verbs\.say': expected a list of strings, got 'blorp'"),
        ({"cue_verbs": {"say": ["point out"]}}, r"'cue_verbs': expected words of letters, .*, got 'point out'"),
        ({"cue_nouns": [3]}, r"'cue_nouns\[0\]': expected a string, got 3"),
        ({"outlets": "Bugle"}, r"'outlets': expected a list of strings, got 'Bugle'"),
        ({"outlets": [" "]}, r"'outlets': expected names of outlets, got an empty one"),
        ({"offices": []}, r"unknown option 'offices'; there are: cue_nouns, cue_verbs, model, outlets"),
    ],
)
def test_words_that_are_none_are_refused(options: dict[str, object], message: str) -> None:
    with pytest.raises(newskit.PluginError, match=message):
        kit(**options)


@pytest.mark.parametrize(
    "forms",
    [
        "snub snubs snubbed snubbing",
        "quip quips quipped quipping",
        "cry cries cried crying",
        "play plays played playing",
        "muse muses mused musing",
        "agree agrees agreed agreeing",
        "belie belies belied belying",
        "fix fixes fixed fixing",
        "shout shouts shouted shouting",
        "deadpan deadpans deadpaned deadpaning deadpanned deadpanning",
    ],
)
def test_regular_forms(forms: str) -> None:
    expected = tuple(forms.split())
    assert regular(expected[0]) == expected


@pytest.mark.parametrize(
    ("lemma", "form"),
    [
        ("deadpan", "deadpanned"),
        ("regret", "regretted"),
        ("tell", "told"),
        ("prove", "proven"),
        ("blog", "blogged"),
    ],
)
def test_forms_of_the_list(lemma: str, form: str) -> None:
    assert form in inflected(lemma)
    assert lexicon().cues[form][0] == lemma


def test_the_lists_are_whole() -> None:
    verbs = classes("newskit_quotes", "cue_verbs.txt")
    lemmas = [lemma for group in verbs.values() for lemma in group]
    assert verbs.keys() == set(get_args(Grade))
    assert len(lemmas) == len(set(lemmas))
    forms = [line.split() for line in entries("newskit_quotes", "verb_forms.txt")]
    assert {lemma for lemma, *_ in forms} <= set(lemmas)
    assert all(len(each) > 1 for each in forms)
