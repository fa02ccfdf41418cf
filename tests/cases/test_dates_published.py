"""The day of publication that a text tells: where it stands, what it is told apart from, and what the document says."""

from __future__ import annotations

import json

import pytest

from newskit import Document, Kit
from newskit.formats import from_json, to_json

KIT = Kit(plugins=["newskit_dates", "newskit_structure"])
HEADLINES = ("Ferry stops", "Ferry stops after 60 years", "Ferry stopped in 2023", "Ferry stops for good.", "Ferry 10")
LINES = (
    ("May 6, 2024", "line"),
    ("6 May 2024", "line"),
    ("Monday, May 6, 2024", "line"),
    ("2024-05-06", "line"),
    ("2024-05-06T09:14:00Z", "line"),
    ("05/06/2024", "line"),
    ("May 6, 2024, 9:14 AM", "line"),
    ("May 6, 2024, 9:14 AM ET", "line"),
    ("9:14 AM ET, May 6, 2024", "line"),
    ("6 May 2024 09.14 BST", "line"),
    ("May 6, 2024 | 3 min read", "line"),
    ("Published May 6, 2024 9:14am EST", "stamp"),
    ("PUBLISHED MON, MAY 6 2024 9:14 AM EDT", "stamp"),
    ("Posted on May 6, 2024 at 9:14 a.m.", "stamp"),
    ("First published on Mon 6 May 2024 09.14 BST", "stamp"),
    ("Published: 06 May 2024, 09:14 | Updated: 07 May 2024, 10:00", "stamp"),
    ("Updated 8 May 2024, published 6 May 2024", "stamp"),
    ("Published May 6, 2024 by Ana Ruiz", "stamp"),
    ("Updated 9:14 PM GMT, May 6, 2024", "update"),
    ("Last modified on Mon 6 May 2024 09.14 BST", "update"),
    ("By Ana Ruiz • May 6, 2024", "byline"),
    ("By Ana Ruiz May 6, 2024 9:14 am", "byline"),
    ("Ana Ruiz | Harbour Post | 6 May 2024", "byline"),
    ("Harbour Post, 6 May 2024", "byline"),
    ("SALTMOUTH, May 6, 2024", "byline"),
    ("May 6, 2024 / 9:14 AM EDT / Harbour News", "byline"),
    ("May 6, 2024,9:14am EDT", "line"),
    ("May 6, 20249:14 AM ET", "line"),
    ("09:14, 6 MAY 2024UPDATED 10:02, 7 MAY 2024", "line"),
    ("6 May '24", "line"),
    ("Added: 6 May 2024", "stamp"),
)


def read(line: str, headline: str = "Ferry stops", published: str | None = None) -> Document:
    text = f"{headline}\n\n{line}\n\nThe company voted on Tuesday to stop the ferry, and the mayor is against it."
    return KIT.extract(text, published=published)


@pytest.mark.parametrize(("line", "why"), LINES, ids=[row[0] for row in LINES])
def test_a_line_tells_the_day_of_publication_and_why(line: str, why: str) -> None:
    for headline in HEADLINES:
        document = read(line, headline)
        found = document.publication_day
        assert found
        assert (str(found.day), found.source) == ("2024-05-06", why)
        assert found.expression
        assert found.expression.span.text in line
        assert [date.value for date in document.dates if date.span.text == "Tuesday"] == ["2024-04-30"]


def test_the_line_may_stand_below_the_headline_without_a_blank_one() -> None:
    document = KIT.extract("Ferry stops\nMay 6, 2024\nThe company voted on Tuesday to stop the ferry.")
    assert document.dates[-1].value == "2024-04-30"


NONE = (
    "The company was founded on May 6, 2024, by two brothers.",
    "On May 6, 2024",
    "Ferry Festival May 6, 2024",
    "May 2024",
    "Monday",
    "Published in 2024",
)


@pytest.mark.parametrize("line", NONE[:1] + NONE[2:])
def test_other_lines_tell_no_day_of_publication(line: str) -> None:
    document = read(line)
    assert document.publication_day is None
    assert document.dates[-1].value == "XXXX-WXX-2"


def test_a_date_that_ends_a_sentence_on_a_line_of_its_own_is_no_date_line() -> None:
    document = KIT.extract("The warrants were due to lapse in June and will now lapse on\nDecember 5, 2024.")
    assert document.publication_day is None


DATELINES = (
    "CAIRO – 6 May 2024: The company voted on Tuesday to stop the ferry, and the mayor is against it.",
    "Cairo - May 6, 2024 - The company voted on Tuesday to stop the ferry, and the mayor is against it.",
    "Gulu & Jinja, Uganda , May 6 2024 (IPS) - The company voted on Tuesday to stop the ferry.",
)


@pytest.mark.parametrize("text", DATELINES)
def test_the_dateline_tells_the_day_behind_a_dash_and_for_two_places(text: str) -> None:
    document = KIT.extract(text)
    assert document.publication_day
    assert (str(document.publication_day.day), document.publication_day.source) == ("2024-05-06", "dateline")
    assert document.dates[-1].value == "2024-04-30"


def test_today_with_its_date_tells_the_day() -> None:
    document = KIT.extract(
        "Police today (May 6, 2024) shut the pier. The company had voted on Tuesday to stop the ferry."
    )
    assert document.publication_day
    assert (str(document.publication_day.day), document.publication_day.source) == ("2024-05-06", "today")
    assert document.publication_day.expression
    assert document.publication_day.expression.span.text == "May 6, 2024"
    assert [date.value for date in document.dates] == ["2024-05-06", "2024-05-06", "2024-04-30"]


@pytest.mark.parametrize("gloss", ["May 2024", "Monday", "page 6, 2024", "since May 6, 2024", "May 6"])
def test_today_with_anything_else_tells_none(gloss: str) -> None:
    assert KIT.extract(f"Police today ({gloss}) shut the pier.").publication_day is None


def test_a_stamp_below_the_text_counts_and_a_bare_date_there_does_not() -> None:
    story = "Ferry stops\n\n" + "The company voted on Tuesday to stop the ferry. " * 90
    stamped, dated = (KIT.extract(f"{story}\n\n{line}") for line in ("First published 6 May 2024", "6 May 2024"))
    assert stamped.publication_day
    assert stamped.publication_day.source == "stamp"
    assert dated.publication_day is None


def test_the_surest_line_wins() -> None:
    line = "By Ana Ruiz | May 8, 2024\n\nUpdated May 9, 2024\n\nMay 7, 2024\n\nPublished May 6, 2024"
    found = read(line).publication_day
    assert found
    assert (str(found.day), found.source) == ("2024-05-06", "stamp")


def test_a_given_day_wins() -> None:
    document = read("May 6, 2024", published="2024-05-10")
    assert document.publication_day
    assert document.publication_day.source == "given"
    assert document.publication_day.expression is None
    assert all(date.publication is None for date in document.dates)
    assert document.dates[-1].value == "2024-05-07"


def test_json_says_the_day_and_reads_it_back() -> None:
    document = read("Published May 6, 2024")
    written = json.loads(to_json(document))
    assert written["published"] is None
    assert written["publication_day"] == {"day": "2024-05-06", "source": "stamp", "date": 0}
    assert written["dates"][0]["publication"] == "stamp"
    assert from_json(to_json(document)).publication_day == document.publication_day
    assert json.loads(to_json(KIT.extract("It rained.")))["publication_day"] is None


def test_a_name_and_a_day_below_the_lead_tell_no_day_of_publication() -> None:
    text = "Ferry stops\n\nThe company voted on Tuesday to stop it.\n\nSaltmouth, 6 May 2021\n\nThe mayor objects."
    assert KIT.extract(text).publication_day is None
