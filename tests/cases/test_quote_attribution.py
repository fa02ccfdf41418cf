"""What is made of the judge's answers: which cues stand, where their content ends, what is no report of its own."""

from __future__ import annotations

import pytest
from scripted import Cue, attributions

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
        "a verb after a parenthesis, and nothing behind it",
        "The bridge, according to Lopez, fell",
        [Cue("according", "Lopez", left="The bridge", layout=LEFT)],
        ["Lopez | according to | The bridge … fell"],
    ),
    (
        "a verb after a comma of the sentence before",
        "Roe, who left, knew. The bridge was shut, according to Lopez.",
        [Cue("according", "Lopez", left="The bridge was shut", layout=LEFT)],
        ["Lopez | according to | The bridge was shut"],
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
        "to before a verb",
        "Lopez declined to say what it was.",
        [Cue("declined", "Lopez", right="say what it was")],
        ["Lopez | declined to | say what it was"],
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
        "Lopez said that it was late and blamed us. Moreno added that he was late and praised them.",
        [
            Cue("said", "Lopez", right="that it was late and blamed us"),
            Cue("blamed", "Lopez", right="us"),
            Cue("added", "Moreno", right="that he was late and praised them"),
            Cue("praised", "Moreno", right="them"),
        ],
        [
            "Lopez | said | that it was late",
            "Lopez | blamed | us",
            "Moreno | added | that he was late",
            "Moreno | praised | them",
        ],
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
        "Moreno hopes that it will rain, Lopez says. Haug fears that it will snow, Roe added.",
        [
            Cue("hopes", "Moreno", right="that it will rain, Lopez says"),
            Cue("says", "Lopez", left="Moreno hopes that it will rain", layout=LEFT),
            Cue("fears", "Haug", right="that it will snow, Roe added"),
            Cue("added", "Roe", left="Haug fears that it will snow", layout=LEFT),
        ],
        [
            "Moreno | hopes | that it will rain",
            "Lopez | says | Moreno hopes that it will rain",
            "Haug | fears | that it will snow",
            "Roe | added | Haug fears that it will snow",
        ],
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
