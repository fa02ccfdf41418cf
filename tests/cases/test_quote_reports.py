"""Cues in doubt, stretches between marks, the rules' names, and reports within reports, with a decider by script."""

from __future__ import annotations

import pytest
from scripted import Script, attributions

import newskit
from newskit_quotes.records import AROUND, LABELS, LEFT, Form

MUSED = Script("mused", "Lopez", right="that “we tried hard enough”", score=0.3)
WEAK = "Lopez mused that “we tried hard enough” and sat."


@pytest.mark.parametrize(("speech", "count"), [(0.95, 1), (0.9, 1), (0.85, 0)])
def test_a_cue_in_doubt_stands_where_the_marks_surely_hold_speech(speech: float, count: int) -> None:
    assert attributions(WEAK, MUSED, speech=(speech,))[1] == ["Lopez | mused | that “we tried hard enough”"] * count


def test_of_several_cues_in_doubt_the_likeliest_stands() -> None:
    sat, town = Script("sat", "Lopez", left="Lopez", score=0.1), Script("town", score=0.4, known=False)
    seemed = Script("seemed", "Lopez", left="Lopez", score=0.45)  # in nobody's voice but the writer's
    text = "Lopez seemed lost, mused that “we tried hard enough” in town and sat."
    assert attributions(text, MUSED, sat, seemed, town, speech=(0.95,))[1] == [
        "Lopez | mused | that “we tried hard enough”"
    ]


def test_a_cue_in_doubt_falls_where_its_sentence_has_a_sure_one() -> None:
    text = "Lopez mused that “we tried hard enough” and said it was late."
    said = Script("said", "Lopez", right="it was late")
    assert attributions(text, MUSED, said, speech=(0.95,))[1] == ["Lopez | said | it was late"]


def test_every_stretch_is_looked_at_for_a_cue_in_doubt() -> None:
    text = f"The song “So We Tried” was late. {WEAK}"
    assert attributions(text, MUSED, speech=(0.1, 0.95))[1] == ["Lopez | mused | that “we tried hard enough”"]


def test_a_stretch_behind_a_cue_is_content_to_its_end_whatever_the_decider_says() -> None:
    found, rows = attributions("Lopez called it “a ruin”.", Script("called", "Lopez", right="“a"))
    assert rows == ["Lopez | called | “a ruin”"]
    assert (found[0].form, found[0].kind) == (Form.CUE_THEN_QUOTATION, "direct")


def test_a_stretch_behind_a_cue_that_goes_on_is_content_as_the_decider_says() -> None:
    found, rows = attributions("Lopez called it “a ruin” of old.", Script("called", "Lopez", right="“a ruin” of old"))
    assert rows[0].endswith("“a ruin” of old")
    assert found[0].form is Form.CUE_THEN_REPORT


@pytest.mark.parametrize(
    ("text", "cue", "rule"),
    [
        ("It was late, Lopez said.", Script("said", left="It was late", layout=LEFT), "report then cue"),
        (
            "The bridge, Lopez said, was shut.",
            Script("said", left="The bridge", right="was shut", layout=AROUND),
            "report round its cue",
        ),
        (
            "The bridge, Lopez said was shut.",
            Script("said", left="The bridge", right="was shut", layout=AROUND),
            "report then cue",
        ),
        ("Lopez said it was shut.", Script("said", right="it was shut"), "cue then report"),
    ],
)
def test_the_rule_says_how_cue_and_report_stand(text: str, cue: Script, rule: str) -> None:
    (found,), _ = attributions(text, cue)
    assert LABELS[found.form] == rule


DIALOGUE = "LOPEZ: Moreno said that it was late.\n\nMORENO: It was.\n\nLOPEZ: So I thought."


def test_the_turns_of_a_dialogue_are_direct_and_hold_what_is_said_in_them_without_reporting_it() -> None:
    found, rows = attributions(
        DIALOGUE, Script("said", "Moreno", right="that it was late"), Script(":", right="Moreno said")
    )
    assert rows == [
        "LOPEZ | : | Moreno said that it was late.",
        "Moreno | said | that it was late",
        "MORENO | : | It was.",
        "LOPEZ | : | So I thought.",
    ]
    assert [each.kind for each in found] == ["direct", "indirect", "direct", "direct"]
    assert [each.form for each in found].count(Form.DIALOGUE_TURN) == 3
    assert all(not each.within and not each.holds for each in found)


def test_a_report_within_a_report_and_the_one_around_it_know_each_other() -> None:
    text = "Lopez said that Moreno hoped for rain."
    (outer, inner), _ = attributions(
        text, Script("said", "Lopez", right="that Moreno hoped for rain"), Script("hoped", "Moreno", right="rain")
    )
    assert (outer.holds, outer.within) == ((inner.source,), ())
    assert (inner.holds, inner.within) == ((), (outer.source,))


def test_the_kind_is_what_stands_between_marks() -> None:
    text = "Lopez said that it was “late” and “wet” there."
    (found,), _ = attributions(text, Script("said", "Lopez", right="that it was “late” and “wet” there"))
    assert found.kind == "mixed"


@pytest.mark.parametrize("model", [True, False])
def test_the_turns_of_a_dialogue_are_quotes_once(*, model: bool) -> None:
    kit = newskit.Kit(plugins=["newskit_quotes"], options={"newskit_quotes": {"model": model}}, strict=True)
    quotes = kit.extract("LOPEZ: Is it safe?\n\nMORENO: It is.\n\nLOPEZ: Thank you.").quotes
    assert [(each.cue and each.cue.text, each.kind) for each in quotes] == [(":", "direct")] * 3
