"""Pages as people paste them: what stands above, within and below the story."""

from __future__ import annotations

import pytest

import newskit

KIT = newskit.Kit(plugins=["newskit_structure"], block=())
HEAD = "Council votes for new bridge"
LEAD = "The council voted for a new bridge over the river after months of talks with the people who live beside it."
NEXT = "Work is to begin in the spring, and the old bridge will be closed for two years, officials told reporters."


def kinds(*lines: str) -> list[tuple[str, str]]:
    return [(part.span.text, part.kind) for part in KIT.extract("\n\n".join(lines)).parts]


WITHIN = (
    ("Jane Roe at the quay. PHOTO / JANE DOE", "caption"),
    ("The old bridge (PTI photo)", "caption"),
    ("The old bridge at dusk. Picture supplied", "caption"),
    (f"FILE - {LEAD} {LEAD} {LEAD} {LEAD}", "caption"),
    ("Image source, Getty Images", "credit"),
    ("© AFP", "credit"),
    ("© Lima Post Ltd", "boilerplate"),
    ("For representation only", "credit"),
    ("Photographs by Jane Doe", "credit"),
    ("A correction was made on March 5, 2025: An earlier version of this article named the wrong river.", "correction"),
    ("We have corrected the name of the river.", "correction"),
    ("Editor’s note (5 March): The sum in the second paragraph has been changed.", "correction"),
    ("An earlier version of the bill was voted down, he said.", "paragraph"),
    ("View 3 images", "boilerplate"),
    ("0:00 / 4:12", "boilerplate"),
    ("Would you like to comment on this article?", "boilerplate"),
    ("Today's Paper | March 5, 2025", "boilerplate"),
    ("Don't want to see this? Remove ads", "boilerplate"),
    ("Author of the article:", "boilerplate"),
    ("Add Lima Post on Google", "boilerplate"),
    ("Choose Lima Post as your preferred source", "boilerplate"),
    ('By clicking "Accept All Cookies", you agree to the storing of cookies on your device.', "boilerplate"),
    ("Thank you for your feedback.", "boilerplate"),
    ("We and our 712 partners store and access data on your device. Click below to consent.", "boilerplate"),
    ("You can reach the reporter at jroe@lpc.example.", "boilerplate"),
    ("The old bridge at dusk, seen from the island. Jane Roe/LPC hide caption", "caption"),
    ("The ferry at the quay. Picture by Jane Roe", "caption"),
    ("Passengers wait for the ferry on Tuesday / Jane Roe", "caption"),
    ("If you have been affected by any of the issues in this story, call the helpline.", "boilerplate"),
    ("This report by The Lima Press was first published March 5, 2025.", "boilerplate"),
    ("Log in, register or subscribe to save articles for later.", "boilerplate"),
    ("Appeared in the March 6, 2025, print edition as 'Let the Ferries Go'.", "boilerplate"),
    ("Please read our comment policy before commenting.", "boilerplate"),
)


@pytest.mark.parametrize(("line", "kind"), WITHIN, ids=[line[:40] for line, _ in WITHIN])
def test_a_line_within_the_story(line: str, kind: str) -> None:
    found = kinds(HEAD, LEAD, line, NEXT)
    assert (line, kind) in found
    assert {(LEAD, "paragraph"), (NEXT, "paragraph")} <= set(found)


ABOVE = (
    ("Lima | Updated: March 5, 2025 08:12 IST", "dateline"),
    ("05.03.2025", "dateline"),
    ("Date: 05-03-2025", "dateline"),
    ("Published Mar 5, 2025 • Last updated 5 hours ago • 2 minute read", "dateline"),
    ("Wed, Mar 5, 2025, 7:40 AM·2 min read", "dateline"),
    ("March 5, 20257:40 AM ET", "dateline"),
    ("Posted Wed 5 Mar 2025 at 7:40amWednesday 5 Mar 2025 at 7:40am", "dateline"),
    ("March 5, 2025, 7:40 AM EST / Updated March 5, 2025, 9:05 AM EST", "dateline"),
    ("Jane Roe at Saltmouth Park", "byline"),
    ("Jane Roe in Puerto Maldonado", "byline"),
    ("Ketu Zorvel, PTI", "byline"),
    ("By political correspondent Jane Roe", "byline"),
    ("By&nbsp;Jane Roe", "byline"),
    ("ByJane Roe", "byline"),
    ("Jane Roe · Lima News · Posted: Mar 05, 2025 4:00 AM EDT | Last Updated: March 6", "byline"),
)


@pytest.mark.parametrize(("line", "kind"), ABOVE, ids=[line for line, _ in ABOVE])
def test_a_line_between_headline_and_story(line: str, kind: str) -> None:
    assert kinds(HEAD, line, LEAD, NEXT) == [
        (HEAD, "headline"),
        (line, kind),
        (LEAD, "paragraph"),
        (NEXT, "paragraph"),
    ]


def test_who_signs_before_a_stamp_is_no_place() -> None:
    assert ("Jane Roe | Updated: March 5, 2025", "byline") in kinds(
        HEAD, "Jane Roe | Updated: March 5, 2025", LEAD, NEXT
    )


def test_a_name_with_its_day_signs_within_the_story_too() -> None:
    assert ("Jane Roe · Lima News · March 5, 2025", "byline") in kinds(
        HEAD, LEAD, NEXT, "Jane Roe · Lima News · March 5, 2025", LEAD, NEXT
    )
    played = "Saltmouth United | Premier League | March 5, 2025"
    assert (played, "byline") not in kinds(HEAD, LEAD, NEXT, played, LEAD, NEXT)


def test_a_team_and_its_ground_sign_nothing() -> None:
    assert ("Lima United at Saltmouth Park", "byline") not in kinds(HEAD, "Lima United at Saltmouth Park", LEAD, NEXT)


def test_the_navigation_of_a_site_is_above_its_headline() -> None:
    found = kinds("Lima Post", "News  Sport  Business  Opinion", HEAD, "By Jane Roe", LEAD, NEXT)
    assert [kind for _, kind in found] == ["boilerplate", "boilerplate", "headline", "byline", "paragraph", "paragraph"]


def test_the_paper_below_a_name_and_a_word_alone_are_no_standfirst() -> None:
    assert ("The Lima Post", "boilerplate") in kinds(HEAD, "Jane Roe", "The Lima Post", LEAD, NEXT)
    assert ("The Lima Post", "boilerplate") in kinds(HEAD, "By Jane Roe", "The Lima Post", LEAD, NEXT)
    assert ("Politics", "boilerplate") in kinds(HEAD, "By Jane Roe", "Politics", LEAD, NEXT)
    assert ("Gone", "boilerplate") not in kinds(HEAD, "By Jane Roe", "Gone", LEAD, NEXT)
    assert ("Photography by Ann Doe", "credit") in kinds(HEAD, "By Jane Roe", "Photography by Ann Doe", LEAD, NEXT)


def test_what_is_below_a_credit_above_the_story_is_its_caption() -> None:
    line = "People crossed the old bridge for the last time on Sunday"
    assert (line, "caption") in kinds(HEAD, "Reuters", line, LEAD, NEXT)


def test_an_entry_of_a_live_report_is_neither_caption_nor_standfirst() -> None:
    found = kinds(f"{HEAD}: live", "10:42", "Mayor arrives", LEAD, "10:15", "Road shut", NEXT)
    assert {kind for _, kind in found} <= {"headline", "dateline", "paragraph", "subhead"}


def test_a_line_that_shows_nothing_parts_no_standfirst_from_the_story() -> None:
    found = dict(kinds(HEAD, "By Jane Roe", "\u200b", LEAD, NEXT))
    assert (found[LEAD], found[NEXT]) == ("paragraph", "paragraph")


def test_a_name_below_by_alone_signs() -> None:
    assert ("Jane Roe and Ann Doe", "byline") in kinds(HEAD, LEAD, NEXT, "By", "Jane Roe and Ann Doe", NEXT)
    assert ("Jane Roe said so", "byline") not in kinds(HEAD, LEAD, NEXT, "By", "Jane Roe said so", NEXT)


def test_titles_below_their_label_are_links_and_a_subhead_is_none() -> None:
    link = "Three bridges that nobody needed, and why they stand"
    assert (link, "boilerplate") in kinds(HEAD, LEAD, NEXT, LEAD, "Read more", link, NEXT)
    assert ("What the island says", "subhead") in kinds(
        HEAD, LEAD, NEXT, LEAD, "Read more", "What the island says", NEXT
    )


def test_a_short_headline_may_have_several_sentences() -> None:
    assert ("Fire. Flood. Storm.", "headline") in kinds("Fire. Flood. Storm.", LEAD, NEXT)
    said = "It rained. It poured. The river rose, and the bridge was shut at noon."
    assert (said, "headline") not in kinds(said, LEAD, NEXT)


def test_a_story_of_short_paragraphs_has_links_below_its_label_too() -> None:
    short = "The council voted for a new bridge over the river on Monday, officials said."
    found = kinds(HEAD, short, short, short, short, "More on this story", "Who pays for the bridge?", "The last ferry")
    assert found[-2:] == [("Who pays for the bridge?", "boilerplate"), ("The last ferry", "boilerplate")]


def test_a_head_below_the_credit_of_the_picture_above_it_is_no_caption() -> None:
    found = kinds(
        HEAD, LEAD, "The old bridge from the island", "Jane Roe/Getty Images", "What people beside it say", NEXT
    )
    assert ("The old bridge from the island", "caption") in found
    assert ("What people beside it say", "subhead") in found


def test_what_is_offered_with_its_price_is_no_caption() -> None:
    offers = (
        "Roe Trail Boots for Women: was $89.95 now $59.95 at Doe Outdoors",
        "Save a third on boots that last for years.",
    )
    assert (offers[0], "subhead") in kinds(HEAD, LEAD, NEXT, *offers)


def test_a_box_with_the_name_and_the_job_of_who_signed_is_furniture() -> None:
    story = [LEAD, NEXT] * 8
    found = kinds(HEAD, "By Jane Roe", *story, "Jane Roe", "Senior Reporter", "Anna Doe", "Nobody else was there.")
    assert found[-4:-2] == [("Jane Roe", "boilerplate"), ("Senior Reporter", "boilerplate")]
    assert ("Anna Doe", "boilerplate") not in found


def test_what_is_below_a_clock_time_heads_the_entry_of_a_live_report() -> None:
    found = kinds(HEAD, "Jane Roe", "14:32", "Power out on the islands", LEAD, "14:10", "Ferries halted", NEXT)
    assert {("Power out on the islands", "subhead"), ("Ferries halted", "subhead")} <= set(found)


@pytest.mark.parametrize("place", ["LIMA", "Lima", "New Delhi, March 4"])
def test_a_place_alone_below_a_byline_is_the_dateline(place: str) -> None:
    assert kinds(HEAD, "STAFF REPORTER", place, LEAD, NEXT)[:4] == [
        (HEAD, "headline"),
        ("STAFF REPORTER", "byline"),
        (place, "dateline"),
        (LEAD, "paragraph"),
    ]


def test_an_agency_inside_the_last_sentence_signs_the_story() -> None:
    last = "The party will name a successor on Friday, a spokesman said (dpa)."
    assert (last, "paragraph") in kinds(HEAD, LEAD, NEXT, last)


def test_the_links_that_end_an_article_are_no_part_of_it() -> None:
    assert kinds(HEAD, "The council voted.", "Tags:", "Bridges", "Lima")[2:] == [
        ("Tags:", "boilerplate"),
        ("Bridges", "boilerplate"),
        ("Lima", "boilerplate"),
    ]


def test_a_numbered_line_above_the_story_heads_it() -> None:
    assert kinds(HEAD, "By Jane Roe", "1. Walk the wall", LEAD, "2. Eat at the quay", NEXT)[2] == (
        "1. Walk the wall",
        "subhead",
    )


def test_a_picture_with_its_credit_stands_between_standfirst_and_byline() -> None:
    shown = "The raft at Poe carries up to 12 people at a time."
    told = "When the river took the crossing, the people of Poe built a raft."
    assert kinds(HEAD, told, shown, "Credit...Jane Roe", "By Ali Doe", LEAD, NEXT)[1:4] == [
        (told, "standfirst"),
        (shown, "caption"),
        ("Credit...Jane Roe", "credit"),
    ]


def test_the_notes_to_editors_end_a_release() -> None:
    found = kinds(HEAD, LEAD, NEXT, "ENDS", "Notes to editors", "1. The bridge will cost 12 million.")
    assert found[-2:] == [("Notes to editors", "boilerplate"), ("1. The bridge will cost 12 million.", "boilerplate")]


def test_several_who_helped_sign_one_line() -> None:
    line = "Ali Doe contributed reporting. Ana Ruiz contributed research."
    assert (line, "byline") in kinds(HEAD, LEAD, NEXT, line)


def test_who_signed_is_told_of_by_a_title_below_the_story() -> None:
    note = "Ms. Roe is a fellow at the Lima Institute."
    assert (note, "boilerplate") in kinds(HEAD, "By Jane Roe", LEAD, NEXT, note)
    assert (note, "paragraph") in kinds(HEAD, "By Ali Doe", LEAD, NEXT, note)


@pytest.mark.parametrize("line", ["-Staff writer", "jr/am/kel", "jr/am (LPA, LPC)"])
def test_who_wrote_signs_at_the_end(line: str) -> None:
    assert (line, "byline") in kinds(HEAD, LEAD, NEXT, line)


def test_agencies_sign_with_their_place() -> None:
    assert kinds(HEAD, "Agencies in Lima", LEAD, NEXT)[1] == ("Agencies in Lima", "byline")
