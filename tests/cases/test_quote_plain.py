"""Where the order of a sentence plainly tells who says what: marks, as-clauses, relative clauses, lines and labels."""

from __future__ import annotations

import pytest

import newskit

MARKS = [
    # What stands before the cue is the beginning of what the marks go on with.
    (
        "It was, the mayor said, “a place where people were turned away.”",
        ["It was … “a place where people were turned away.”"],
    ),
    (
        "When the firm was sold, Mr. Gale said, “we were floored.”",
        ["When the firm was sold … “we were floored.”"],
    ),
    ("The old wall, she said, “shakes with every lorry.”", ["The old wall … “shakes with every lorry.”"]),
    ("At one point, the mayor said, “nobody was there to help us.”", ["“nobody was there to help us.”"]),
    ("When asked, the mayor said, “Nobody was there to help us.”", ["“Nobody was there to help us.”"]),
    # A second cue of the same quotation has what goes on behind it.
    (
        "Ana Ruiz scolded him: “The panel is against you,” she said. “When you call it a cure, I don't see why.”",
        ["“The panel is against you,”", "“When you call it a cure, I don't see why.”"],
    ),
    ("Ana Ruiz scolded him: “The panel is against you,” she said.", ["“The panel is against you,”"]),
    ("He paused and, when questioned, asserting, “Of course, I pay taxes.”", ["“Of course, I pay taxes.”"]),
    (
        "Ana Ruiz agreed, adding: “It is unfair. They should have done it. “Why did they go public?”",
        ["“It is unfair. They should have done it. … “Why did they go public?”"],
    ),
    (
        "The fight went on outside, where “one of us was kicked hard”, they said.",
        ["The fight went on outside, where “one of us was kicked hard”"],
    ),
    # Commas within marks, and conjunctions before them.
    ("After saying her foot was “so swollen,” Ana Ruiz went home.", ["her foot was “so swollen,”"]),
    (
        "Ana Ruiz added that the vote looks set, which is a problem because, “In the end, we need every vote.”",
        ["that the vote looks set, which is a problem because, “In the end, we need every vote.”"],
    ),
    ("Ana Ruiz says, “Don't you do it,” until shots are heard.", ["“Don't you do it,”"]),
    # A mark within a signed paragraph that was read as its end; another's quotation before a signed one.
    (
        "“He calls us names. The poet says ‘Some are poor.” And that is all he has “the root of it’.” ― Ana Lind",
        ["“He calls us names. The poet says ‘Some are poor.” And that is all he has “the root of it’.”"],
    ),
    (
        "“The mill is old,” said Bo Roe. “It's a wreck, all of it” – Ana Lind",
        ["“The mill is old,”", "“It's a wreck, all of it”"],
    ),
    # Items of a list.
    ("a) “It is late,” Ana Ruiz said.\n(b) “It is dark,” Bo Roe said.", ["“It is late,”", "“It is dark,”"]),
    ("- “Late,” Ana Ruiz, 24, said.\n- “Dark,” said Bo Roe, 60.", ["“Late,”", "“Dark,”"]),
    # Asides between a verb and what it reports, and verbs round a cue.
    ("The agency reported, citing the mayor, that it was late.", ["that it was late"]),
    ("The ferry will, according to Ana Ruiz, never be late.", ["The ferry will … never be late"]),
    ("But who, Ana Ruiz asked, will pay for it?", ["But who … will pay for it?"]),
    ("Ana Ruiz told Channel 4 News “nobody came”.", ["“nobody came”"]),
    ("Questioned about the money, Ana Ruiz said it was late.", ["it was late"]),
    ("The firm cancelled the tour, citing family reasons.", ["family reasons"]),
    ("The firm said that it was late, citing a report.", ["that it was late"]),
    ("Ana Ruiz, citing a sore knee, left the race.", ["a sore knee"]),
    ("The deal is dead, the Courier reported on Friday, citing diplomats.", ["The deal is dead"]),
    ("It is, says Ana Ruiz, a puddle.", ["It is … a puddle"]),
    ("Ana Ruiz hired Bo Roe as a cook.", []),
    ("Then Ana Ruiz, quietly: “Plant trees.”", ["“Plant trees.”"]),
    ("— Get down — Ana Ruiz said — and run.", ["Get down … and run"]),
    # What translates words in marks; a line of dialogue that goes on.
    ("“C'est la vie” (that's life), Ana Ruiz said.", ["“C'est la vie”"]),
    ("“Hakuna shida” — no problem — said Ana Ruiz.", ["“Hakuna shida”"]),
    ("– It rained all night, said Ana Ruiz. – The cellar is full.", ["It rained all night … The cellar is full"]),
    # Words in marks beside a verb that reports nothing.
    ("The drink is called “tears of the monk” and is sweet.", []),
    ("The so-called “smart” clock could not tell the time.", []),
    ("Ana Ruiz, the keeper, conceded twice.", []),
    ("He works for a self-styled “thought leader” in a “creative hub”.", []),
    ("Boris Fell put down his cup. “This is not coffee.” He pushed it away.", ["“This is not coffee.”"]),
]
SOURCES = [
    (
        "Ana Ruiz was hurt by an act that Mayor Bill de Vries described as “deliberate.”",
        "Mayor Bill de Vries",
        "that … as “deliberate.”",
    ),
    (
        "There is a tax which the firm's chief, Tim Hall, called “total crap.”",
        "the firm's chief, Tim Hall",
        "“total crap.”",
    ),
    ("The ad uses footage of Ana Ruiz asking, “Why aren't I ahead?”", "Ana Ruiz", "“Why aren't I ahead?”"),
    ("The aim is a “lawful income,” as a ministry memo put it.", "a ministry memo", "The aim is a “lawful income,”"),
    ("As Ana Sand put it in a letter in July, the channel is a joke.", "Ana Sand", "the channel is a joke"),
    ("The wall is sound, as Ana Sand has pointed out.", "Ana Sand", "The wall is sound"),
    (
        "According to people familiar with the talks, the deal is dead.",
        "people familiar with the talks",
        "the deal is dead",
    ),
    ("Is it true, asked Karl Voss.", "Karl Voss", "Is it true"),
    ("The road is shut, warned Karl Voss.", "Karl Voss", "The road is shut"),
    ("— Then we wait, Jens Moe answered.", "Jens Moe", "Then we wait"),
    ("And who, asked Karl Voss, pays for it?", "Karl Voss", "And who … pays for it"),
    ("Voss: Mine Was Never Safe\n\nKarl Voss once ran the mine.", "Voss", "Mine Was Never Safe"),
    (
        "A note from Edda Krog, chief pilot.\n\n“The channel is deep.”",
        "Edda Krog, chief pilot",
        "“The channel is deep.”",
    ),
    ("Friends of Draxler say he is ill.", "Friends of Draxler", "he is ill"),
    ("Amira Haddad has been told she must leave.", None, "she must leave"),
    ("Japan branded its neighbour an “outlaw nation.”", "Japan", "its neighbour an “outlaw nation.”"),
]


@pytest.fixture(scope="module")
def kit() -> newskit.Kit:
    return newskit.Kit(strict=True)


def contents(document: newskit.Document) -> list[str]:
    return [" … ".join(span.text for span in quote.content) for quote in document.quotes]


@pytest.mark.parametrize(("text", "wanted"), MARKS)
def test_what_marks_hold(kit: newskit.Kit, text: str, wanted: list[str]) -> None:
    assert contents(kit.extract(text)) == wanted


@pytest.mark.parametrize(("text", "source", "content"), SOURCES)
def test_whose_it_is(kit: newskit.Kit, text: str, source: str | None, content: str) -> None:
    document = kit.extract(text)
    (quote,) = document.quotes
    assert (quote.source and quote.source.text, *contents(document)) == (source, content)


def test_friends_of_somebody_are_no_one_speaker(kit: newskit.Kit) -> None:
    (quote,) = kit.extract("Friends of Draxler say he is ill.").quotes
    assert quote.speaker is None


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Amira Haddad told parliament the army would leave.", "parliament"),
        ("Amira Haddad told a crowd in Leeds the army would leave.", "a crowd in Leeds"),
        ("Amira Haddad told her staff the army would leave.", "her staff"),
    ],
)
def test_whom_a_clause_is_told(kit: newskit.Kit, text: str, addressee: str) -> None:
    (quote,) = kit.extract(text).quotes
    assert quote.addressee is not None
    assert quote.addressee.text == addressee
    assert [span.text for span in quote.content] == ["the army would leave"]


TRANSCRIPT = """The transcript follows:

"HALE: Let's start with the news. Will he be there?

"WEIR: Well, look, he thinks this is an episode of “Harbour Nights.” But it is serious.

"HALE: Will he be there?

"WEIR: He will not.

"The truth is that he has a way of speaking.

"HALE: Thank you."
"""


def test_a_transcript_in_marks_is_its_speakers_alone(kit: newskit.Kit) -> None:
    turns = [quote for quote in kit.extract(TRANSCRIPT).quotes if quote.rule == "name colon"]
    assert [(turn.source and turn.source.text, len(turn.content)) for turn in turns] == [
        ("HALE", 1),
        ("WEIR", 1),
        ("HALE", 1),
        ("WEIR", 2),
        ("HALE", 1),
    ]
    assert not [quote for quote in kit.extract(TRANSCRIPT).quotes if quote.cue and quote.cue.text == "follows"]


def test_an_editors_brackets_are_no_label(kit: newskit.Kit) -> None:
    document = kit.extract("“[Lopez] should stay in for now,” he added.\n\n“[Moreno] should go,” he added.")
    assert [quote.cue and quote.cue.text for quote in document.quotes] == ["added", "added"]


@pytest.mark.parametrize("surname", ["Abbot", "Sheriff", "Constable", "Clerk", "Vicar", "Cardinal", "Coach", "Bishop"])
def test_an_office_behind_a_given_name_is_a_surname(kit: newskit.Kit, surname: str) -> None:
    document = kit.extract(f"Helen {surname} sells fish. {surname} said it was fresh.")
    assert [quote.speaker and quote.speaker.name for quote in document.quotes] == [f"Helen {surname}"]


def test_an_office_behind_a_place_stays_one(kit: newskit.Kit) -> None:
    assert [title.span.text for title in kit.extract("Georgia Governor resigns after the vote.").titles] == [
        "Georgia Governor"
    ]
