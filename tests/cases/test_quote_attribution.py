"""What is made of the judge's answers: which cues stand, where their content ends, what is no report of its own."""

from __future__ import annotations

import pytest
from scripted import Cue, attributions

import newskit
from newskit_quotes.cues import AROUND, LEFT

FOUND = [
    # what a cue governs
    (
        "right",
        "Lopez said that it was late.",
        [Cue("said", "Lopez", right="that it was late")],
        ["Lopez | said | that it was late"],
    ),
    ("nothing", "Lopez said.", [Cue("said", "Lopez")], []),
    ("nothing but marks", "Lopez said, ( ).", [Cue("said", "Lopez", right="( )")], []),
    (
        "nothing right of it",
        "It was late, Lopez said.",
        [Cue("said", "Lopez", left="It was late", layout=AROUND)],
        ["Lopez | said | It was late"],
    ),
    (
        "right of a cue after a comma",
        "The bridge, Lopez said, was shut.",
        [Cue("said", "Lopez", left="The bridge", right="was shut", layout=AROUND)],
        ["Lopez | said | The bridge … was shut"],
    ),
    (
        "right of a cue without a comma",
        "The bridge, Lopez said was shut.",
        [Cue("said", "Lopez", left="The bridge", right="was shut", layout=AROUND)],
        ["Lopez | said | The bridge"],
    ),
    (
        "right of a cue at a mark",
        "The bridge, Lopez said “was shut”.",
        [Cue("said", "Lopez", left="The bridge", right="“was shut”", layout=AROUND)],
        ["Lopez | said | The bridge … “was shut”"],
    ),
    (
        "right of a verb that is none of saying",
        "The bridge, Lopez hopes will stay.",
        [Cue("hopes", "Lopez", left="The bridge", right="will stay", layout=AROUND)],
        ["Lopez | hopes | The bridge … will stay"],
    ),
    (
        "right of a passive",
        "The bridge, Lopez was told could stay.",
        [Cue("told", "Lopez", left="The bridge", right="could stay", layout=AROUND)],
        ["Lopez | was told | The bridge … could stay"],
    ),
    (
        "a passive of saying takes its subject from what is said",
        "He is said to have left.",
        [Cue("said", left="He", right="to have left")],
        ["None | is said | He … to have left"],
    ),
    (
        "left alone",
        "The bridge, said Lopez, was shut.",
        [Cue("said", "Lopez", left="The bridge,", right="was shut", layout=LEFT)],
        ["Lopez | said | The bridge"],
    ),
    (
        "commas at the end of content",
        "It was late -- , Lopez said.",
        [Cue("said", "Lopez", left="It was late -- ,", layout=LEFT)],
        ["Lopez | said | It was late"],
    ),
    (
        "one word and a comma",
        "Late, Lopez said.",
        [Cue("said", "Lopez", left="Late,", layout=LEFT)],
        ["Lopez | said | Late"],
    ),
    (
        "a comma after a mark",
        "It was “late”, Lopez hoped.",
        [Cue("hoped", "Lopez", left="It was “late”,", layout=LEFT)],
        ["Lopez | hoped | It was “late”"],
    ),
    (
        "a comma before a mark",
        "It was late, “Lopez” said.",
        [Cue("said", "Lopez", left="It was late,", layout=LEFT)],
        ["Lopez | said | It was late"],
    ),
    # according to
    (
        "what goes on after a parenthesis",
        "The bridge, according to Lopez, was shut.",
        [Cue("according", "Lopez", left="The bridge", layout=LEFT)],
        ["Lopez | according to | The bridge … was shut."],
    ),
    (
        "an auxiliary after a parenthesis of one word",
        "The bridge, according to him, has closed.",
        [Cue("according", "him", left="The bridge", layout=LEFT)],
        ["him | according to | The bridge … has closed."],
    ),
    (
        "a participle after a parenthesis",
        "The bridge was shut, according to Lopez, leaving nobody.",
        [Cue("according", "Lopez", left="The bridge was shut", layout=LEFT)],
        ["Lopez | according to | The bridge was shut"],
    ),
    (
        "a noun after a parenthesis",
        "The bridge was shut, according to Lopez, mayor of Lima.",
        [Cue("according", "Lopez", left="The bridge was shut", layout=LEFT)],
        ["Lopez, mayor of Lima | according to | The bridge was shut"],
    ),
    (
        "a parenthesis without its first comma",
        "The bridge was shut according to Lopez, went the song.",
        [Cue("according", "Lopez", left="The bridge was shut", layout=LEFT)],
        ["Lopez | according to | The bridge was shut"],
    ),
    # verbs that report clauses only
    ("a thing", "Lopez wrote a book.", [Cue("wrote", "Lopez", right="a book")], []),
    (
        "a clause",
        "Lopez wrote it was late.",
        [Cue("wrote", "Lopez", right="it was late")],
        ["Lopez | wrote | it was late"],
    ),
    (
        "a thing in marks",
        "Lopez wrote a “fine book” there.",
        [Cue("wrote", "Lopez", right="a “fine book”")],
        ["Lopez | wrote | a “fine book”"],
    ),
    (
        "a thing that another verb reports",
        "Lopez denied a crime.",
        [Cue("denied", "Lopez", right="a crime")],
        ["Lopez | denied | a crime"],
    ),
    (
        "a thing left of the cue",
        "A good book, Lopez wrote.",
        [Cue("wrote", "Lopez", left="A good book", layout=LEFT)],
        ["Lopez | wrote | A good book"],
    ),
    # nouns
    (
        "a noun that is sure",
        "Lopez repeated the claim that it was late.",
        [Cue("claim", "Lopez", right="that it was late", worth=0.7)],
        ["Lopez | claim | that it was late"],
    ),
    (
        "a noun in doubt",
        "Lopez repeated the claim that it was late.",
        [Cue("claim", "Lopez", right="that it was late", worth=0.6)],
        [],
    ),
    (
        "a verb in doubt",
        "Lopez said that it was late.",
        [Cue("said", "Lopez", right="that it was late", worth=0.6)],
        ["Lopez | said | that it was late"],
    ),
    (
        "a verb in more doubt",
        "Lopez said that it was late.",
        [Cue("said", "Lopez", right="that it was late", worth=0.4)],
        [],
    ),
    # the cue's own words
    (
        "a preposition",
        "Lopez talked about the bridge.",
        [Cue("talked", "Lopez", right="the bridge")],
        ["Lopez | talked about | the bridge"],
    ),
    (
        "to",
        "Lopez pointed to the bridge.",
        [Cue("pointed", "Lopez", right="the bridge")],
        ["Lopez | pointed to | the bridge"],
    ),
    (
        "two prepositions",
        "Lopez objected up to the end.",
        [Cue("objected", "Lopez", right="the end")],
        ["Lopez | objected up to | the end"],
    ),
    (
        "more than prepositions",
        "Lopez told us in May that it fell.",
        [Cue("told", "Lopez", right="that it fell")],
        ["Lopez | told | that it fell"],
    ),
    # one report and another
    (
        "the nearer cue of two before their source",
        "It was late, claims said Lopez.",
        [
            Cue("claims", "Lopez", left="It was late", layout=LEFT),
            Cue("said", "Lopez", left="It was late", layout=LEFT),
        ],
        ["Lopez | said | It was late"],
    ),
    (
        "content ends where the same speaker goes on",
        "Lopez said that it was late and blamed us. Moreno said that he was late but praised them.",
        [
            Cue("said", "Lopez", right="that it was late and blamed us"),
            Cue("blamed", "Lopez", right="us"),
            Cue("praised", "Moreno", right="them"),
        ],
        ["Lopez | said | that it was late", "Lopez | blamed | us", "Moreno | praised | them"],
    ),
    (
        "content ends where the same speaker objects",
        "Lopez said that he was late, but praised them.",
        [Cue("said", "Lopez", right="that he was late, but praised them"), Cue("praised", "Lopez", right="them")],
        ["Lopez | said | that he was late", "Lopez | praised | them"],
    ),
    (
        "content goes on where another speaks",
        "Lopez said that Moreno left and blamed us.",
        [Cue("said", "Lopez", right="that Moreno left and blamed us"), Cue("blamed", "Moreno", right="us")],
        ["Lopez | said | that Moreno left and blamed us", "Moreno | blamed | us"],
    ),
    (
        "content goes on where the same speaker's cue is not joined",
        "Lopez said that he hoped for rain.",
        [Cue("said", "Lopez", right="that he hoped for rain"), Cue("hoped", "Lopez", right="rain")],
        ["Lopez | said | that he hoped for rain", "Lopez | hoped for | rain"],
    ),
    (
        "content goes on where nobody is named",
        "It was reported that he fled and denied that.",
        [Cue("reported", right="that he fled and denied that"), Cue("denied", right="fled and denied that")],
        ["None | was reported | that he fled and denied that", "None | denied | fled and denied that"][:1],
    ),
    (
        "what is reported as a whole ends before its cue",
        "Moreno hopes that it will rain, Lopez says. Haug hopes that it will snow, Roe added.",
        [
            Cue("hopes", "Moreno", right="that it will rain, Lopez says"),
            Cue("says", "Lopez", left="Moreno hopes that it will rain", layout=LEFT),
        ],
        ["Moreno | hopes | that it will rain", "Lopez | says | Moreno hopes that it will rain"],
    ),
    (
        "a report that begins what is reported ends before its cue too",
        "Hoping that it will rain, Lopez says.",
        [
            Cue("Hoping", "Lopez", right="that it will rain, Lopez says"),
            Cue("says", "Lopez", left="Hoping that it will rain", layout=LEFT),
        ],
        ["Lopez | Hoping | that it will rain", "Lopez | says | Hoping that it will rain"],
    ),
    (
        "a passive within a report is no report of its own",
        "Lopez said prices are expected to rise.",
        [
            Cue("said", "Lopez", right="prices are expected to rise"),
            Cue("expected", left="Lopez said prices", right="to rise", layout=AROUND),
        ],
        ["Lopez | said | prices are expected to rise"],
    ),
    (
        "a passive that reaches beyond a report is one",
        "Lopez said that prices are expected to rise.",
        [
            Cue("said", "Lopez", right="that prices are expected"),
            Cue("expected", left="Lopez said that prices", right="to rise", layout=AROUND),
        ],
        ["Lopez | said | that prices are expected", "None | are expected | prices … to rise"],
    ),
    (
        "a passive that begins before a report is one",
        "Lopez said of late prices are expected to rise.",
        [
            Cue("said", "Lopez", right="prices are expected to rise"),
            Cue("expected", left="late prices", right="to rise", layout=AROUND),
        ],
        ["Lopez | said | prices are expected to rise", "None | are expected | late prices … to rise"],
    ),
    # what only characterises, and what is spelled out
    ("a comment", "Lopez left, praising the town.", [Cue("praising", "Lopez", right="the town")], []),
    (
        "a comment with a verb",
        "Lopez left, praising what he saw.",
        [Cue("praising", "Lopez", right="what he saw")],
        ["Lopez | praising | what he saw"],
    ),
    (
        "a comment in marks",
        "Lopez left, praising “my town”.",
        [Cue("praising", "Lopez", right="“my town”")],
        ["Lopez | praising | “my town”"],
    ),
    (
        "a participle of saying",
        "Lopez left, announcing a new bridge.",
        [Cue("announcing", "Lopez", right="a new bridge")],
        ["Lopez | announcing | a new bridge"],
    ),
    (
        "a participle without a comma",
        "Lopez left while praising the town.",
        [Cue("praising", "Lopez", right="the town")],
        ["Lopez | praising | the town"],
    ),
    (
        "a finite verb after a comma",
        "Lopez left, praised the town.",
        [Cue("praised", "Lopez", right="the town")],
        ["Lopez | praised | the town"],
    ),
    (
        "what a clause spells out",
        "Lopez revealed the plan, announcing that it was late. Moreno agreed that it was.",
        [
            Cue("revealed", "Lopez", right="the plan"),
            Cue("announcing", "Lopez", right="that it was late"),
            Cue("agreed", "Moreno", right="that it was."),
        ],
        ["Lopez | announcing | that it was late", "Moreno | agreed | that it was."],
    ),
    (
        "what another's clause does not spell out",
        "Lopez revealed the plan, Moreno announcing that it was late.",
        [Cue("revealed", "Lopez", right="the plan"), Cue("announcing", "Moreno", right="that it was late")],
        ["Lopez | revealed | the plan", "Moreno | announcing | that it was late"],
    ),
    (
        "what another's clause after a comma does not spell out",
        "Lopez revealed the plan, admitted Moreno that it was late.",
        [Cue("revealed", "Lopez", right="the plan"), Cue("admitted", "Moreno", right="that it was late")],
        ["Lopez | revealed | the plan", "Moreno | admitted | that it was late"],
    ),
]


@pytest.mark.parametrize(("text", "script", "wanted"), [each[1:] for each in FOUND], ids=[each[0] for each in FOUND])
def test_of_the_judges_answers_is_made(text: str, script: list[Cue], wanted: list[str]) -> None:
    assert attributions(text, *script)[1] == wanted


MUSED = Cue("mused", "Lopez", right="that “we tried hard enough”", worth=0.3)
WEAK = "Lopez mused that “we tried hard enough” and sat."


@pytest.mark.parametrize(("speech", "count"), [(0.95, 1), (0.9, 1), (0.85, 0)])
def test_a_cue_in_doubt_stands_where_the_marks_surely_hold_speech(speech: float, count: int) -> None:
    assert attributions(WEAK, MUSED, speech=(speech,))[1] == ["Lopez | mused | that “we tried hard enough”"] * count


def test_of_several_cues_in_doubt_the_likeliest_stands() -> None:
    sat, town = Cue("sat", "Lopez", left="Lopez", worth=0.1), Cue("town", "Lopez", left="Lopez", worth=0.4)
    seemed = Cue("seemed", "Lopez", left="Lopez", worth=0.45)  # in nobody's voice but the writer's
    text = "Lopez seemed lost, mused that “we tried hard enough” in town and sat."
    assert attributions(text, MUSED, sat, seemed, speech=(0.95,))[1] == ["Lopez | mused | that “we tried hard enough”"]
    found, _ = attributions(text, MUSED, sat, seemed, town, speech=(0.95,))
    assert len(found) == 1


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
