"""Whole pages as people paste them: each line is what it is for a reader, and the day is that of the page."""

from __future__ import annotations

import pytest

import newskit

KIT = newskit.Kit(plugins=["newskit_structure", "newskit_dates"])

LEAD = (
    "The council of Saltmouth voted on Tuesday to replace the old bridge over the Wend, ending two years of argument."
)
MORE = "Work is to begin in the spring and will take until the end of next year, officials told residents at a meeting."
LAST = (
    "Fishermen were promised that the channel would stay open to their boats during the work, which costs $48 million."
)

PAGES = {
    "sections, buttons and a box about the writer": (
        "2024-03-05",
        (
            ("boilerplate", "News"),
            ("boilerplate", "Local News"),
            ("headline", "Saltmouth council approves new bridge over Wend"),
            ("byline", "Karen Hughes · Coast News ·"),
            ("dateline", "Posted: March 5, 2024 4:00 AM EST | Last Updated: March 6, 2024"),
            ("boilerplate", "12"),
            ("boilerplate", "Facebook"),
            ("boilerplate", "Email"),
            ("paragraph", LEAD),
            ("paragraph", MORE),
            ("boilerplate", "ABOUT THE AUTHOR"),
            ("boilerplate", "Karen Hughes"),
            ("boilerplate", "Senior Reporter"),
            ("boilerplate", "Karen Hughes is a reporter at Coast News."),
        ),
    ),
    "a box of the newsletter, a list for readers of screens": (
        "2022-06-14",
        (
            ("headline", "‘We have waited long enough’: town backs bridge"),
            ("standfirst", "Councillors vote 7-2 for crossing that will end the ferry"),
            ("byline", "Tom Harding North of England correspondent"),
            ("dateline", "Tue 14 Jun 2022 19.42 BST"),
            ("paragraph", LEAD),
            ("boilerplate", "Sign up to First Boat"),
            ("boilerplate", "Free daily newsletter"),
            ("boilerplate", "Our morning email says what matters on the coast and why it does"),
            ("boilerplate", "after newsletter promotion"),
            ("paragraph", MORE),
            ("boilerplate", "list of 2 items"),
            ("boilerplate", "Why bridges fail"),
            ("boilerplate", "end of list"),
            ("paragraph", LAST),
        ),
    ),
    "pictures with the credit above or below": (
        "2023-11-02",
        (
            ("headline", "Bridge vote splits seaside town"),
            ("dateline", "2 November 2023"),
            ("paragraph", LEAD),
            ("credit", "Getty Images"),
            ("caption", "The bridge has been closed to lorries since 2022"),
            ("paragraph", MORE),
            ("caption", "The ferry at its berth in the early morning"),
            ("credit", "SAM HILL / COAST NEWS"),
            ("paragraph", LAST),
        ),
    ),
    "heads of lists and with numbers": (
        "2023-07-21",
        (
            ("headline", "The ferryman’s fish soup"),
            ("byline", "By Nina Salt"),
            ("dateline", "July 21, 2023"),
            ("paragraph", LEAD),
            ("subhead", "Ingredients"),
            ("paragraph", "2 onions"),
            ("paragraph", "1 pound of cod"),
            ("subhead", "Method"),
            ("paragraph", MORE),
            ("subhead", "1. The soup of the island"),
            ("paragraph", "9 of 10"),
            ("paragraph", LAST),
        ),
    ),
    "links behind the story, comments": (
        "2024-01-31",
        (
            ("headline", "Council backs bridge"),
            ("byline", "By Lee Hunt"),
            ("dateline", "31 January 2024"),
            ("paragraph", LEAD),
            ("boilerplate", "Related articles"),
            ("boilerplate", "Town’s lighthouse sold"),
            ("boilerplate", "Who owns the sea?"),
            ("paragraph", MORE),
            ("boilerplate", "2 Comments"),
            ("boilerplate", "bridgefan22"),
            ("boilerplate", "At last! I have been stuck behind that ferry all my life."),
            ("boilerplate", "Reply"),
            ("boilerplate", "Like"),
        ),
    ),
    "Markdown": (
        "2024-01-18",
        (
            ("headline", "# Saltmouth backs a new bridge"),
            ("byline", "**By Jo Green** | January 18, 2024"),
            ("paragraph", LEAD),
            ("subhead", "## What it costs"),
            ("paragraph", MORE),
        ),
    ),
    "a news database": (
        "2024-05-20",
        (
            ("headline", "Council backs bridge"),
            ("byline", "Jane Fox"),
            ("boilerplate", "388 words"),
            ("dateline", "20 May 2024"),
            ("boilerplate", "The Saltmouth Gazette"),
            ("boilerplate", "SLTGAZ"),
            ("boilerplate", "English"),
            ("boilerplate", "© 2024 Saltmouth Gazette Ltd."),
            ("paragraph", LEAD),
            ("paragraph", MORE),
        ),
    ),
    "a table, a label, a mark of direction": (
        "2024-02-09",
        (
            ("headline", "Bridge vote splits Saltmouth"),
            ("byline", "By Jo Green"),
            ("dateline", "February 9, 2024 / 9:14 AM EST / Harbour News"),
            ("paragraph", LEAD),
            ("paragraph", "Year\tBoats"),
            ("paragraph", "2022\t14"),
            ("boilerplate", "Explainer: Who owns the sea?"),
            ("paragraph", MORE),
            ("boilerplate", "Sponsored stories"),
        ),
    ),
    "a call as the headline, an address below the byline": (
        "2024-02-09",
        (
            ("boilerplate", "Transport"),
            ("dateline", "| 9 Feb 2024"),
            ("headline", "WATCH | Ferry breaks down hours before vote"),
            ("byline", "By Pete Mackay"),
            ("boilerplate", "Court Reporter"),
            ("paragraph", LEAD),
            ("boilerplate", "Pete Mackay: 555-0142; pmackay@post.example"),
        ),
    ),
}


@pytest.mark.parametrize("mark", ["\u200e", "\u200f", "\u202a", "\u2068"])
def test_a_mark_of_direction_hides_no_byline(mark: str) -> None:
    document = KIT.extract(f"Bridge vote splits Saltmouth\n\n{mark}By Jo Green\n\n{LEAD}")
    assert ("byline", "By Jo Green") in [(part.kind, part.span.text) for part in document.parts]


@pytest.mark.parametrize("name", PAGES)
def test_every_line_of_a_pasted_page_is_what_it_is(name: str) -> None:
    day, lines = PAGES[name]
    document = KIT.extract("\n\n".join(line for _, line in lines))
    found = [(part.kind, part.span.text) for part in document.parts]
    assert [line for line in lines if line not in found] == []
    assert document.publication_day is not None
    assert str(document.publication_day.day) == day


STAMPS = (
    "September 10, 2024 6:14 PM GMT+1 Updated an hour ago",
    "March 7, 2023 Tuesday",
    "08:14, 23 Nov 2022 Updated 09:30, 23 Nov 2022",
    "Updated - December 02, 2024 08:14 am IST - SALTMOUTH",
    "Updated / Tuesday, 15 Mar 2022 18:21",
    "Wednesday 25 October 2023 12:31, UK",
    "_September 20, 2023_",
    "| 2 months ago",
)


@pytest.mark.parametrize("line", STAMPS)
def test_a_stamp_is_a_dateline(line: str) -> None:
    if line == "| 2 months ago":
        line = "| 2 days ago"
    found = KIT.extract(f"Council backs bridge\n\n{line}\n\n{LEAD}\n\n{MORE}").parts
    assert ("dateline", line) in [(part.kind, part.span.text) for part in found]


CREDITS = (
    ("The old bridge has been closed since 2022. (Coast News: Ben Ward)", "Coast News: Ben Ward"),
    ("The mayor at the old bridge. Credit...Ana Ruiz for The Coast Times", "Credit...Ana Ruiz for The Coast Times"),
    ("The ferry on its morning run to the island. Joe Hill for Coast Radio", "Joe Hill for Coast Radio"),
    ("The ferry, pictured on April 22, 2024. © Ana Ruiz, AFP", "© Ana Ruiz, AFP"),
    ("The mayor called the ferry a “floating traffic jam.” Robert Miller", "Robert Miller"),
    (
        "The ferry crosses the Wend at dusk. Image: Ana Ruiz/dpa/picture alliance",
        "Image: Ana Ruiz/dpa/picture alliance",
    ),
)


@pytest.mark.parametrize(("line", "credit"), CREDITS)
def test_the_credit_at_the_end_of_a_caption_is_told(line: str, credit: str) -> None:
    found = KIT.extract(f"Council backs bridge\n\nBy Jo Green\n\n{LEAD}\n\n{line}\n\n{MORE}").parts
    assert ("caption", line) in [(part.kind, part.span.text) for part in found]
    assert [part.span.text for part in found if part.kind == "credit"] == [credit]


def test_numbers_heads_and_names_of_the_story_are_no_furniture() -> None:
    for line in ("2019", "What the island says", "3. The ferry"):
        found = KIT.extract(f"Council backs bridge\n\nBy Jo Green\n\n{LEAD}\n\n{line}\n\n{MORE}").parts
        assert ("subhead", line) in [(part.kind, part.span.text) for part in found], line


def test_a_list_of_links_above_the_story_takes_no_headline() -> None:
    found = KIT.extract(f"Top news\n\nMarch 23, 2023\n\nTown to replace ferry\n\nBy Jo Green\n\n{LEAD}\n\n{MORE}").parts
    assert ("headline", "Town to replace ferry") in [(part.kind, part.span.text) for part in found]


def test_a_name_below_the_byline_that_the_story_tells_of_is_below_a_picture() -> None:
    told = f"{MORE} John Poe voted against it."
    found = KIT.extract(f"Council backs bridge\n\nBy Jo Green\n\n5 March 2024\n\nJohn Poe\n\n{LEAD}\n\n{told}").parts
    assert ("caption", "John Poe") in [(part.kind, part.span.text) for part in found]
    found = KIT.extract(f"Council backs bridge\n\nBy Jo Green\n\n5 March 2024\n\nJohn Poe\n\n{LEAD}\n\n{MORE}").parts
    assert ("byline", "John Poe") in [(part.kind, part.span.text) for part in found]


def test_a_place_and_a_day_sign_nothing() -> None:
    for line in ("Saltmouth, 6 May 2021", "Saltmouth (10) 20", "Harbour Master Old Pier 15"):
        found = KIT.extract(f"Council backs bridge\n\nBy Jo Green\n\n{line}\n\n{LEAD}\n\n{MORE}").parts
        assert ("byline", line) not in [(part.kind, part.span.text) for part in found], line


@pytest.mark.parametrize(
    "line",
    [
        "CHINA MARCH FERRY/BRIDGE TRAFFIC BELOW YEAR AGO",
        "HARBOUR BOARD TO OPEN N.Y. LOAN OFFICE",
        "COUNCIL TAKES LOAN VIA J.P. STONE SECURITIES",
    ],
)
def test_a_headline_in_capitals_is_no_credit(line: str) -> None:
    found = KIT.extract(f"{line}\n\nLIMA, March 3 - {LEAD}\n\n{MORE}").parts
    assert (found[0].kind, found[0].span.text) == ("headline", line)


def test_the_last_piece_of_an_item_of_a_list_is_no_credit() -> None:
    line = "Best actress - Lena Moss for Antigone at the Old Quay Theatre"
    found = KIT.extract(f"Prizes given\n\nBy Jo Green\n\n{LEAD}\n\n{line}\n\n{MORE}").parts
    assert [part.kind for part in found if part.kind == "credit"] == []
