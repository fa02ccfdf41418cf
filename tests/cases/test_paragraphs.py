"""What a paragraph is; ``¶`` stands for each border."""

from __future__ import annotations

import pytest

from newskit.text import Ground

PARAGRAPHS = {
    "01 a line each": "A bridge fell.¶\nTwo people were hurt.",
    "02 blank lines": "A bridge fell.¶\n\n\nTwo people were hurt.",
    "03 a blank line of spaces": "A bridge fell.¶\n \t\nTwo people were hurt.",
    "04 indented lines": "  A bridge fell.¶\n  Two people were hurt.",
    "05 a headline and a line": "Bridge falls¶\nA bridge fell on Monday, the mayor said.",
    "06 a list": "- a bridge¶\n- a road",
    "07 carriage returns": "A bridge fell.¶\r\nTwo people were hurt.¶\rThey live.",
    "08 Unicode line ends": "A bridge fell.¶\u2028Two people were hurt.¶\u2029They live.¶\x85Fine.",
    "09 wire lines": (
        "   A bridge fell on Monday after a truck ran into one of its\n"
        "piers and the road above it broke off, the police of the city\n"
        "said.¶\n"
        "   Two people were hurt and were taken to a hospital near the\n"
        "river, where they are said to be well."
    ),
    "10 long lines that end in the middle": (
        "A bridge fell on Monday after a truck ran into one of its piers and the road above it broke off, the mayor\n¶"
        "two people were hurt and were taken to a hospital near the river, where they are said to be well now, and\n¶"
        "the road is closed."
    ),
    "11 wire lines that begin with names": (
        "   Jane Roe, the head of the harbour board, told Jo Doe of the\n"
        "Ferry Workers that the board had met the mayors of Lima and\n"
        "Quito on Monday.¶\n"
        "   She said that the old ferry would go to the yard of the Roe\n"
        "Brothers in May."
    ),
    "12 short lines that begin with names": "Ferry to Lima¶\nRoe Brothers¶\nThe Harbour Board¶\nOld Bridge",
    "13 capitals above wire lines": (
        "FERRY TO GO IN MAY\n¶"
        "LIMA, March 3 - A bridge fell on Monday after a truck ran into\n"
        "one of its piers, the police said."
    ),
    "15 a headline, a byline and a day above lines broken by hand": (
        "Saltmouth to get bridge\n¶By Jo Green\n¶October 12, 2023\n¶"
        "The council of Saltmouth voted on Tuesday to replace\n"
        "the old bridge over the Wend, ending two years of\n"
        "argument. Work is to begin in the spring."
    ),
    "16 rows of a table": "Year\tBoats¶\n2021\t12¶\n2022\t14",
    "17 a numbered list": "What to do:\n¶1. Stay at home\n¶2. Save water\n¶3. Call the board",
    "14 indented rows": "Lima, March 3 -¶\n    Ferries 12 vs 14¶\n    Boats 4 vs 3",
    "15 entries below their clock times": (
        "Budget day\n¶"
        "10:42 am\n¶"
        "The chancellor has left her office and is on her way to the house.\n¶"
        "11:05 am\n¶"
        "The leader of the opposition says that he expects a rise.\n¶"
        "12:31 pm\n¶"
        "The chancellor has begun her speech."
    ),
}


@pytest.mark.parametrize("marked", PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_the_paragraphs_are(marked: str) -> None:
    text = marked.replace("¶", "")
    assert [text[each.start : each.end] for each in Ground(text).paragraphs] == [
        each.strip() for each in marked.split("¶")
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\r\t\u2028"])
def test_space_is_no_paragraph(text: str) -> None:
    assert Ground(text).paragraphs == ()
    assert Ground(text).sentences == ()
    assert Ground(text).quotations == ()
