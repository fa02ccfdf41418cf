"""Whose words they are where no name stands beside them: interviews, lines that sign, "he said", a surname of two.

Each quote is told as content and speaker.
"""

from __future__ import annotations

import pytest

import newskit

KIT = newskit.Kit(strict=True)
INTERVIEWS = [
    (
        "Ann Poe leads the choir.\n\nHow many sing?\n\n“Forty.”\n\n“It was ten once.”\n\nWho pays?\n\n“The church.”",
        ["“Forty.” “It was ten once.” | Ann Poe", "“The church.” | Ann Poe"],
    ),
    (
        "Ian Roe left. We spoke to Ann Poe, his heir.\n\nHow many sing?\n\n“Forty.”\n\nWho pays?\n\n“The church.”",
        ["“Forty.” | Ann Poe", "“The church.” | Ann Poe"],
    ),
    ("Ian Roe met Ann Poe.\n\nHow many sing?\n\n“Forty.”\n\nWho pays?\n\n“The church.”", []),
    ("Ann Poe leads the choir.\nQ1: Who pays?\nA1: The church.", ["Who pays? | -", "The church. | Ann Poe"]),
    ("Ann Poe met Ian Roe.\nQ: Who pays?\nA: The church.", ["Who pays? | -", "The church. | -"]),
]
LINES = [
    ("“The well is dry and deep.”\n\nAnn Poe, 31\n\nIt rained.", ["“The well is dry and deep.” | Ann Poe"]),
    ("“The well is dry and deep.”\n\nAnn Poe\nFarmer\n\nIt rained.", ["“The well is dry and deep.” | Ann Poe"]),
    (
        "Ann Poe, 31\n\n“The well is dry and deep.”\n\nIan Roe, 40\n\n“The well is wet and deep.”\n\nIt rained.",
        ["“The well is dry and deep.” | Ann Poe", "“The well is wet and deep.” | Ian Roe"],
    ),
    ("“The well is dry and deep.”\n\nAnn Poe dug it\n\nIt rained.", []),
    ("“The well is dry and deep.”\n\nThat was the answer of Ann Poe.", ["“The well is dry and deep.” | Ann Poe"]),
    ("Ann Poe, a farmer, piped up. “The well is dry.”", ["“The well is dry.” | Ann Poe"]),
]
GOING_ON = [
    # The one whom the quotation names is not who goes on.
    (
        "Ann Poe said that Eva Roe left. “Eva Roe is 60. She is tired,” she said.",
        ["that Eva Roe left | Ann Poe", "“Eva Roe is 60. She is tired,” | Ann Poe"],
    ),
    (
        "“It is late,” Ann Poe said. “It is dark.” She said that it rained.",
        ["“It is late,” “It is dark.” | Ann Poe", "that it rained | Ann Poe"],
    ),
    # Whom the article calls "she" does not go on as "he".
    (
        "It was up to Robin Poe and Robin Roe. Mrs. Poe said that it rained. He said that it was dry.",
        ["that it rained | Robin Poe", "that it was dry | Robin Roe"],
    ),
    (
        "Ann Poe, 24, was third behind Eva Lind and Ida Roe. “It was late,” she said.",
        ["“It was late,” | Ann Poe"],
    ),
]
SURNAMES = [
    ("Ian Poe met his son Tom Poe. Poe said that it rained.", ["that it rained | -"]),
    ("Ian Poe is 70. Poe met his son Tom Poe. Poe said that it rained.", ["that it rained | Ian Poe"]),
    ("Ann Poe met her son Tom Poe. Mrs Poe said that it rained.", ["that it rained | Ann Poe"]),
    # Words that are surnames too.
    ("Augustus May is a vet. May said that it rained.", ["that it rained | Augustus May"]),
    ("Eva Day is a vet. Day said that it rained.", ["that it rained | Eva Day"]),
    ("Yvonne So is a vet. So said that it rained.", ["that it rained | Yvonne So"]),
    ("An Seo-yeon is a vet. “It rained,” said An.", ["“It rained,” | An Seo-yeon"]),
    ("Marcus Judge is a vet. Judge said that it rained.", ["that it rained | Marcus Judge"]),
    ("Marcus Judge met Tom Judge. Judge said that it rained.", ["that it rained | -"]),
]
HEADS = [
    (
        "“We lost it all”: Roe rages after vote\n\nBy Ann Poe\n\nCoach Ian Roe was late.",
        ["“We lost it all” | Ian Roe"],
    ),
    (
        "Port Not Safe, Captain Ian Roe Tells Court\n\nBy Ann Poe\n\nRoe was late.",
        ["Port Not Safe | Ian Roe"],
    ),
    ("Eva Roe, 70, sold the mill. “It was big,” the widow said.", ["“It was big,” | Eva Roe"]),
    ("Ana dos Reis Lind sings. Dos Reis said that it rained.", ["that it rained | Ana dos Reis Lind"]),
    ("Benjamin (“Ben”) Roe said that it rained.", ["that it rained | Benjamin (“Ben”) Roe"]),
    (
        "The Beacon: You began as a clown.\n\nIan Roe: On the street.\n\nThe Beacon: Why?\n\nIan Roe: I was poor.",
        ["You began as a clown. | -", "On the street. | Ian Roe", "Why? | -", "I was poor. | Ian Roe"],
    ),
    ("The last word went to Eva Roe: “It rained.”", ["“It rained.” | Eva Roe"]),
]
OPEN = [
    ('Lopez said: "It is late. We go. Lopez dug the well in May.', ['"It is late. We go. | Lopez']),
    ('Residents said: "It is late. We go. Poe dug it.', ['"It is late. We go. Poe dug it. | -']),
    ('Ann Poe said: "It is late. We go. Poe dug the well in May.', ['"It is late. We go. | Ann Poe']),
]
NOUNS = [
    ('Ann Poe was frank: "The well is dry."', ['"The well is dry." | Ann Poe']),
    ('Ann Poe ended with an appeal to us: "Save the well."', ['"Save the well." | Ann Poe']),
    ('Ann Poe said in a reply: "Save the well."', ['"Save the well." | Ann Poe']),
]


def told(quote: newskit.Quote) -> str:
    return f"{' '.join(span.text for span in quote.content)} | {quote.speaker.name if quote.speaker else '-'}"


@pytest.mark.parametrize(("text", "expected"), [*INTERVIEWS, *LINES, *GOING_ON, *SURNAMES, *HEADS, *OPEN, *NOUNS])
def test_who_says_it(text: str, expected: list[str]) -> None:
    assert [told(quote) for quote in KIT.extract(text).quotes] == expected


def last(text: str) -> newskit.Quote:
    return KIT.extract(text).quotes[-1]


def test_a_quote_is_no_surer_than_its_speaker() -> None:
    quote = last("Mayor Ana Ruiz met Eva Lind and Ida Roe in Oslo. It was May. “The bridge is safe,” she said.")
    assert quote.speaker_confidence is not None
    assert quote.speaker_confidence < 0.9
    assert quote.confidence == quote.speaker_confidence


def test_somebody_unknown_between_makes_a_speaker_less_sure() -> None:
    plain = last("Ann Poe met Ian Roe. It was May. “It is dark,” she said.")
    other = last("Ann Poe met Ian Roe. “It is late,” the billionaire said. “It is dark,” she said.")
    assert (plain.speaker_confidence or 0) > (other.speaker_confidence or 0)


def test_pronouns_that_disagree_make_a_speaker_less_sure() -> None:
    one = "Kim Poe runs the port. She is 60. She said that it was late."
    two = "Kim Poe runs the port. He is 60. She said that it was late."
    assert (last(one).speaker_confidence or 0) > (last(two).speaker_confidence or 0)
