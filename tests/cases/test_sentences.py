"""Where sentences end; ``|`` stands at each cut."""

from __future__ import annotations

import pytest

from newskit.text import Ground

CUTS = {
    "01 a title before a name": "He met Mr. Roe. |He left.",
    "02 an abbreviation before a starter": "She lives in the U.S. |She works.",
    "03 an abbreviation before a name": "The U.S. Senate met.",
    "04 initials": "J. R. Roe spoke. |J. Doe left.",
    "04 the initial I": "Ann I. Roe spoke. |I. J. Doe left with Tom I. Poe.",
    "04 a person who speaks or a ruler": "So do I. |Roe left King Charles I. |Poe left.",
    "05 a decimal": "It cost $1.5 million. |Nobody paid.",
    "06 a clock time before a weekday": "At 3 p.m. Tuesday they met.",
    "07 a clock time at the end": "It was 5 a.m. |Nobody came.",
    "08 straight marks": '"Go home." |She left.',
    "09 curly marks and a cue": "“Go home!” he said. |“Now.”",
    "10 a question with its cue": "“Why?” asked Roe.",
    "11 wire marks": "She said ``go.'' |He went.",
    "12 an ellipsis in a sentence": "Wait... what? |No.",
    "13 an ellipsis at the end": "He said... |Nothing came.",
    "14 one sign for an ellipsis": "He said that… |She left.",
    "15 a dateline": "WASHINGTON (AP) — The bill passed. |It did.",
    "16 a month before a number": "They met on Jan. 5. |They ate.",
    "17 a number sign": "No. 5 is here. |He said no. |She said yes.",
    "18 brackets": "(He left.) |She stayed.",
    "19 a company": "The firm is Roe Inc. |It sells.",
    "20 a company in the middle": "Roe Inc. said so. |Fine.",
    "21 a saint": "He came from St. Paul. |Then he left.",
    "22 two ranks": "Gen. Ali and Lt. Gov. Roe met.",
    "22 a rank once held": "They met then-Gov. Roe and ex-Sen. Ali.",
    "23 et cetera": "He ate apples, pears, etc. |She drank.",
    "24 a party and a state": "Sen. Roe, R-Ohio, left.",
    "25 a line of small letters after a stop": "The site example.com is down. |Fine.",
    "26 quotation after quotation": "He said, “No.” |“Yes,” she said.",
    "27 a stop in a name that goes on in small letters": "Yahoo! said it grew. |Good.",
    "28 no space": "One.Two",
    "29 versus": "It is Roe vs. Doe. |Fine.",
    "30 a line end": "A bridge fell\n\n|Two people were hurt.",
    "31 a number after a year": "It began in 1990. |20 people came.",
    "32 many stops": "What?! |Nothing!!! |Yes.",
    "33 spaced dots in a sentence": "He went . . . to the bridge. |She stayed.",
    "34 spaced dots at the end": "He went home. . . . |Nobody came.",
    "35 spaced dots that open a quotation": 'He went home. |". . . Nobody came," she said.',
    "36 dots that open a quotation": "“… Nobody came,” she said.",
    "37 dots behind a stop": "He went home. ... |Nobody came.",
    "38 words left out between brackets": "He went home [...] |Nobody came.",
    "39 a mark apart at the end": '"He went home. "',
    "40 a body that is written as a title is": "He wrote to the SEC. |The ferry ran.",
    "42 a bracket apart": "(He went home ... ). |She stayed.",
    "41 a title in capitals": "THE FERRY OF GEN. THE ELDER",
}


@pytest.mark.parametrize("marked", CUTS.values(), ids=CUTS)
def test_sentences_end(marked: str) -> None:
    text = marked.replace("|", "")
    assert [text[each.start : each.end] for each in Ground(text).sentences] == [
        each.strip() for each in marked.split("|")
    ]
