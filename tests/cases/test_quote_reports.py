"""Cues in doubt, stretches between marks, the rules' names, and reports within reports, with a judge by script."""

from __future__ import annotations

import pytest
from scripted import Cue, attributions

import newskit
from newskit_quotes.cues import AROUND, LEFT

MUSED = Cue("mused", "Lopez", right="that “we tried hard enough”", worth=0.3)
WEAK = "Lopez mused that “we tried hard enough” and sat."


@pytest.mark.parametrize(("speech", "count"), [(0.95, 1), (0.9, 1), (0.85, 0)])
def test_a_cue_in_doubt_stands_where_the_marks_surely_hold_speech(speech: float, count: int) -> None:
    assert attributions(WEAK, MUSED, speech=(speech,))[1] == ["Lopez | mused | that “we tried hard enough”"] * count


def test_of_several_cues_in_doubt_the_likeliest_stands() -> None:
    sat, town = Cue("sat", "Lopez", left="Lopez", worth=0.1), Cue("town", worth=0.4, known=False)
    seemed = Cue("seemed", "Lopez", left="Lopez", worth=0.45)  # in nobody's voice but the writer's
    text = "Lopez seemed lost, mused that “we tried hard enough” in town and sat."
    assert attributions(text, MUSED, sat, seemed, town, speech=(0.95,))[1] == [
        "Lopez | mused | that “we tried hard enough”"
    ]


def test_a_cue_in_doubt_falls_where_its_sentence_has_a_sure_one() -> None:
    text = "Lopez mused that “we tried hard enough” and said it was late."
    said = Cue("said", "Lopez", right="it was late")
    assert attributions(text, MUSED, said, speech=(0.95,))[1] == ["Lopez | said | it was late"]


def test_a_noun_that_is_just_sure_enough_for_a_cue_leaves_no_room_for_one_in_doubt() -> None:
    text = "The claim of Lopez that “we tried hard enough” was read."
    claim = Cue("claim", "Lopez", right="that “we tried hard enough”", worth=0.5)
    assert attributions(text, claim, speech=(0.95,))[1] == []


def test_every_stretch_is_looked_at_for_a_cue_in_doubt() -> None:
    text = f"The song “So We Tried” was late. {WEAK}"
    assert attributions(text, MUSED, speech=(0.1, 0.95))[1] == ["Lopez | mused | that “we tried hard enough”"]


def test_a_stretch_behind_a_cue_is_content_to_its_end_whatever_the_judge_says() -> None:
    found, rows = attributions("Lopez called it “a ruin”.", Cue("called", "Lopez", right="“a"))
    assert rows == ["Lopez | called | “a ruin”"]
    assert (found[0].rule, found[0].kind, found[0].stretches) == ("cue then quotation", "direct", [0])


def test_a_stretch_behind_a_cue_that_goes_on_is_content_as_the_judge_says() -> None:
    found, rows = attributions("Lopez called it “a ruin” of old.", Cue("called", "Lopez", right="“a ruin” of old"))
    assert rows[0].endswith("“a ruin” of old")
    assert found[0].rule == "cue then report"


def test_the_stretches_of_content_are_those_that_begin_in_it() -> None:
    text = "Lopez said that it was “a ruin” of an “old port” “for good”."
    (found,), _ = attributions(text, Cue("said", "Lopez", right="that it was “a ruin” of an “old port”"))
    assert found.stretches[:2] == [0, 1]
    assert 2 not in found.stretches


@pytest.mark.parametrize(
    ("text", "cue", "rule"),
    [
        ("It was late, Lopez said.", Cue("said", left="It was late", layout=LEFT), "report then cue"),
        (
            "The bridge, Lopez said, was shut.",
            Cue("said", left="The bridge", right="was shut", layout=AROUND),
            "report round its cue",
        ),
        (
            "The bridge, Lopez said was shut.",
            Cue("said", left="The bridge", right="was shut", layout=AROUND),
            "report then cue",
        ),
        ("Lopez said it was shut.", Cue("said", right="it was shut"), "cue then report"),
    ],
)
def test_the_rule_says_how_cue_and_report_stand(text: str, cue: Cue, rule: str) -> None:
    (found,), _ = attributions(text, cue)
    assert found.rule == rule
    assert (found.layout == LEFT) == (rule == "report then cue")


DIALOGUE = "LOPEZ: Moreno said that it was late.\n\nMORENO: It was.\n\nLOPEZ: So I thought."


def test_the_turns_of_a_dialogue_are_direct_and_hold_what_is_said_in_them_without_reporting_it() -> None:
    found, rows = attributions(DIALOGUE, Cue("said", "Moreno", right="that it was late"), Cue(":", right="Moreno said"))
    assert rows == [
        "LOPEZ | : | Moreno said that it was late.",
        "Moreno | said | that it was late",
        "MORENO | : | It was.",
        "LOPEZ | : | So I thought.",
    ]
    assert [each.kind for each in found] == ["direct", "indirect", "direct", "direct"]
    assert [each.rule for each in found].count("name colon") == 3
    assert all(not each.within and not each.holds for each in found)


def test_a_report_within_a_report_and_the_one_around_it_know_each_other() -> None:
    text = "Lopez said that Moreno hoped for rain."
    (outer, inner), _ = attributions(
        text, Cue("said", "Lopez", right="that Moreno hoped for rain"), Cue("hoped", "Moreno", right="rain")
    )
    assert (outer.holds, outer.within, inner.holds, inner.within) == ([inner], [], [], [outer])


def test_the_kind_is_what_stands_between_marks() -> None:
    text = "Lopez said that it was “late” and “wet” there."
    (found,), _ = attributions(text, Cue("said", "Lopez", right="that it was “late” and “wet” there"))
    assert found.kind == "mixed"


@pytest.mark.parametrize("model", [True, False])
def test_the_turns_of_a_dialogue_are_quotes_once(*, model: bool) -> None:
    kit = newskit.Kit(plugins=["newskit_quotes"], options={"newskit_quotes": {"model": model}}, strict=True)
    quotes = kit.extract("LOPEZ: Is it safe?\n\nMORENO: It is.\n\nLOPEZ: Thank you.").quotes
    assert [(each.cue and each.cue.text, each.kind) for each in quotes] == [(":", "direct")] * 3
