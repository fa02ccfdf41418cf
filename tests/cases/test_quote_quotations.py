"""Quotations beside their cues: which go with one cue, and which is all that was said, with a decider by script."""

from __future__ import annotations

import pytest
from scripted import Script, attributions

import newskit
from newskit_quotes.records import LEFT, Form

AFTER = [
    ("alone", "“We left early,” Lopez said.", "early", "“We left early,”"),
    (
        "with what leads up to it",
        "The bridge “will stay open,” Lopez said.",
        "The bridge",
        "The bridge “will stay open,”",
    ),
    ("behind a colon", "It was so: “We left early,” Lopez said.", "It was so", "“We left early,”"),
    ("behind a dash", "It was so — “We left early,” Lopez said.", "It was so", "“We left early,”"),
    ("behind others left open", "“One.\n\n“Two.\n\n“We left,” Lopez said.", "“We left,”", "“One. … “Two. … “We left,”"),
    ("behind another", "“One.” It rained.\n\n“We left early,” Lopez said.", "“We left early,”", "“We left early,”"),
]


@pytest.mark.parametrize(("text", "left", "content"), [each[1:] for each in AFTER], ids=[each[0] for each in AFTER])
def test_what_is_said_before_its_cue(text: str, left: str, content: str) -> None:
    (found,), rows = attributions(text, Script("said", "Lopez", left=left, layout=LEFT))
    assert rows == [f"Lopez | said | {content}"]
    assert found.form is Form.QUOTATION_THEN_CUE


def test_what_was_left_open_is_not_taken_from_who_said_it() -> None:
    text = "“One day,” Roe added, “and it rained.\n\n“We left,” Lopez said."
    _, rows = attributions(text, Script("added", "Roe"), Script("said", "Lopez"))
    assert rows == ["Roe | added | “One day,” … “and it rained.", "Lopez | said | “We left,”"]


def test_what_was_left_open_behind_what_another_said_is_taken() -> None:
    text = "“One day,” Roe added.\n\n“It rained.\n\n“We left,” Lopez said."
    _, rows = attributions(text, Script("added", "Roe"), Script("said", "Lopez"))
    assert rows == ["Roe | added | “One day,”", "Lopez | said | “It rained. … “We left,”"]


ROUND = [
    ("a comma", ", “and it rained hard.”", True),
    ("a comma and an adverb", ", then “and it rained hard.”", True),
    ("and", " and “it rained hard.”", True),
    ("but", " but “it rained hard.”", True),
    ("a colon", ": “It rained hard.”", True),
    ("that", " of that “it rained hard.”", True),
    ("another word", " of “it rained hard.”", False),
    ("four words", " and “it rained so hard” on.", True),
    ("three words", " and “it rained hard” on.", False),
    ("another's cue", ", and Roe added that “it rained hard.”", False),
    ("another cue at once", " adding that “it rained hard.”", False),
    ("a verb that reports nothing", ", and it went on that “it rained hard.”", True),
    ("the next sentence", ". The song, “It rained hard,” was late.", False),
    ("the next paragraph", ":\n\n“It rained hard, and went on.” That was all.", False),
]


@pytest.mark.parametrize(("behind", "goes_on"), [each[1:] for each in ROUND], ids=[each[0] for each in ROUND])
@pytest.mark.parametrize("score", [0.5, 0.9])
def test_the_quotation_behind_a_cue_goes_on_after(behind: str, score: float, *, goes_on: bool) -> None:
    others = [Script(word, "Roe", score=score) for word in ("added", "adding") if word in behind]
    found, rows = attributions(f"“We left,” Lopez said{behind}", Script("said", "Lopez"), *others)
    assert (found[0].form is Form.QUOTATION_ROUND_CUE) is goes_on
    assert ("hard" in rows[0]) is goes_on


def test_no_third_quotation_goes_with_a_cue() -> None:
    text = "“We left,” Lopez said, “and it rained hard,” and “it was late again.”"
    assert attributions(text, Script("said", "Lopez"))[1] == ["Lopez | said | “We left,” … “and it rained hard,”"]


LONG = "we " * 10
WHOLE = [
    ("goes on", "“we left early” and slept", False),
    ("with a comma goes on", "“we left early,” and slept", False),
    ("with a stop goes on", "“We left early.” and slept", True),
    ("with an abbreviation goes on", "“We left the U.S.” and slept", True),
    ("with a question mark goes on", "“Did we leave?” and slept", True),
    ("with an exclamation mark goes on", "“How we left!” and slept", True),
    ("ends the sentence", "“we left early”", True),
    ("before a stop", "“we left early”.", True),
    ("before a question mark", "“we left early”?", True),
    ("before an exclamation mark", "“we left early”!", True),
    ("before a semicolon", "“we left early”; Roe slept", True),
    ("of twelve words goes on", f"“{LONG}left early” and slept", False),
    ("of thirteen words goes on", f"“{LONG}all left early” and slept", True),
]


@pytest.mark.parametrize(("said", "whole"), [each[1:] for each in WHOLE], ids=[each[0] for each in WHOLE])
@pytest.mark.parametrize("lead", ["Lopez said: ", "Lopez said "])
def test_a_quotation_behind_its_cue_that(lead: str, said: str, *, whole: bool) -> None:
    (found,), _ = attributions(lead + said, Script("said", "Lopez", right=said.rstrip(".?!"), score=0.55))
    assert (found.form is Form.CUE_THEN_QUOTATION) is whole
    assert found.cue_score in ((0.6, 0.55) if lead.endswith("said ") else (0.6,) if whole else (0.55,))


def test_a_cue_that_leads_up_to_a_whole_quotation_is_likely_enough() -> None:
    (found,), _ = attributions("Lopez said: “We left early.”", Script("said", "Lopez", score=0.4))
    assert found.cue_score == 0.6


def test_nothing_between_two_dashes_is_no_line_of_dialogue(kit: newskit.Kit) -> None:
    assert kit.extract("--quote needs --source").failures == ()
