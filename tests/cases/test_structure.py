"""The parts of an article together; what each rule finds is in its record, whose examples test_rules.py tries."""

from __future__ import annotations

import pytest

import newskit
from newskit.testing import check_extractor
from newskit_structure.parts import parts

KIT = newskit.Kit(plugins=["newskit_structure"], block=())

LEAD = "The council voted for a new bridge over the river after months of talks with the people who live beside it."
NEXT = "Work is to begin in the spring, and the old bridge will be closed for two years, officials told reporters."

ARTICLE = (
    ("boilerplate", "section-name", "Local News"),
    ("headline", "headline-without-stop", "Council votes for new bridge"),
    ("standfirst", "standfirst-before-furniture", "The ferry that has run for forty years will stop."),
    ("byline", "by-name", "By JANE ROE"),
    ("paragraph", "text", f"LIMA, March 3 (Reuters) - {LEAD}"),
    ("dateline", "dateline-before-text", "LIMA, March 3 (Reuters) -"),
    ("caption", "bracketed-credit", "Jane Roe, the mayor, beside the old bridge (Jane Doe/Reuters)"),
    ("credit", "bracketed-credit", "Jane Doe/Reuters"),
    ("subhead", "subhead-without-stop", "What the island says"),
    ("paragraph", "text", NEXT),
    ("separator", "end-mark", "-30-"),
)
"""The parts of an article; one inside another adds no line."""


def test_every_line_is_in_one_part() -> None:
    lines = [line for index, (*_, line) in enumerate(ARTICLE) if line not in ARTICLE[index - 1][2]]
    found = KIT.extract("\n".join(lines)).parts
    assert [(part.kind, part.rule, part.span.text) for part in found] == list(ARTICLE)


@pytest.mark.parametrize(
    ("usual", "odd"),
    [(" ", "\u00a0"), (" ", "\u202f"), (" ", "\u2009"), ("-", "\u2011"), ("-", "\u2010")],
    ids=["no break", "narrow", "thin", "hyphen that does not break", "hyphen"],
)
def test_spaces_and_hyphens_of_all_sorts_are_read_alike(usual: str, odd: str) -> None:
    lines = [line for index, (*_, line) in enumerate(ARTICLE) if line not in ARTICLE[index - 1][2]]
    found = KIT.extract("\n".join(lines).replace(usual, odd)).parts
    assert [(part.kind, part.rule, part.span.text.replace(odd, usual)) for part in found] == list(ARTICLE)


def test_no_credit_begins_inside_a_word() -> None:
    credit = "photo: Jane Roe Poe-"
    line = f"The photo of the bridge is a tele{credit}{'R' * (90 - len(credit))}"
    assert [part.kind for part in KIT.extract(f"{LEAD}\n\n{line}\n\n{NEXT}").parts if part.kind == "credit"] == []


def test_given_parts_stand() -> None:
    given = (newskit.Part("caption", newskit.Span(0, 7, "Council"), "html"),)
    article = newskit.Article("Council votes for new bridge\n" + LEAD, parts=given)
    assert KIT.extract(article).parts == given


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Reporting by Jane Roe, Editing by Ali Doe", "byline"),
        ("Correction: An earlier version of this article named the wrong river.", "correction"),
        ("Photo: Jane Roe", "credit"),
        ("Jane Roe, a reporter, was there.", "paragraph"),
    ],
)
def test_a_given_paragraph_that_signs_or_corrects_the_story_is_told(text: str, kind: str) -> None:
    given = [newskit.Part("paragraph", newskit.Span(0, len(text), text), "html")]
    assert [part.kind for part in KIT.extract(newskit.Article(text, parts=given)).parts] == [kind]


def test_the_dateline_in_a_given_paragraph_is_told() -> None:
    text = "SALTMOUTH, Feb. 18 - The council votes."
    paragraph = newskit.Part("paragraph", newskit.Span(0, len(text), text), "html")
    assert [(part.kind, part.span.text) for part in KIT.extract(newskit.Article(text, parts=[paragraph])).parts] == [
        ("paragraph", text),
        ("dateline", "SALTMOUTH, Feb. 18 -"),
    ]
    dateline = newskit.Part("dateline", newskit.Span(0, 9, "SALTMOUTH"), "html")
    assert len(KIT.extract(newskit.Article(text, parts=[paragraph, dateline])).parts) == 2


def test_the_contract_is_kept() -> None:
    (made,) = check_extractor(parts, articles=[f"Council votes for new bridge\n{LEAD}"], kit=KIT)
    assert len(made) == 2


KINDS = (
    ("(This version of the story corrects the name of the ship)", "correction"),
    ("(This March 3 story has been corrected to fix the name of the ship)", "correction"),
    ("• This article was amended on 3 May to fix a name.", "correction"),
    ("The ferry at the quay on Monday. (Jane Roe for Saltmouth Post)", "caption"),
    ("Mayor Jane Roe speaks to reporters at the quay in Saltmouth on Monday, Feb. 3, 2025.", "caption"),
    ("From left: Jane Roe, John Poe and Ann Doe at the quay", "caption"),
    ("The ferry at the quay on Monday. [Jane Roe, Post]", "caption"),
    ("Representational image.", "caption"),
    ("Picture courtesy of the Harbour Museum", "credit"),
    ("(Photo by Jane Roe/AFP via Getty Images)", "credit"),
    ("SALTMOUTH FILE PHOTO", "credit"),
    ("AP PHOTO", "credit"),
    ("Picture: Supplied.", "credit"),
    ("Photo courtesy: Saltmouth Museum", "credit"),
    ("Courtesy of the Harbour Museum", "credit"),
    ("© Jane Roe/The Citizen", "credit"),
    ("[This story has been updated with what the mayor said.]", "correction"),
    ("UPDATED: This story was amended to add what the mayor said.", "correction"),
    ("(Adds what the mayor said in paragraph 4)", "correction"),
    ("“It is the law [of Saltmouth, Kent] that he broke.”", "paragraph"),
    ("Follow Saltmouth Post on Facebook", "boilerplate"),
    ("Listen (4 min)", "boilerplate"),
    ("News > Local", "boilerplate"),
    ("Reach Jane Roe at roe@post.example", "boilerplate"),
    ("Produced by Jane Roe and John Poe", "byline"),
    ("Produced by a trust and led by Jane Roe, the show tells of the ferry and its people.", "paragraph"),
    ("Make sure that all the ships of the harbour are fit for the winter; and", "paragraph"),
    ("Whoever climbs the tower gets a mug of cider courtesy of Saltmouth Brewery.", "paragraph"),
    ("The bridge as it was in 1950. Courtesy of Saltmouth Museum", "caption"),
    ("Listen to the people of the island, the mayor told the company.", "paragraph"),
)


@pytest.mark.parametrize(("line", "kind"), KINDS, ids=[kind + str(i) for i, (_, kind) in enumerate(KINDS)])
def test_a_line_within_the_story_is_what_its_form_says(line: str, kind: str) -> None:
    found = KIT.extract(f"Council votes for new bridge\n\n{LEAD}\n\n{line}\n\n{NEXT}").parts
    assert kind in [part.kind for part in found if part.span.text == line]


NO_CREDITS = (
    "32 Jana Horakova (Czech Republic)",
    "The harbour board is to blame for all of it, a paper wrote last week. (Saltmouth Times)",
    "The best of the songs is on the ferry and its people (Happy Times)",
    "The bridge is good for fish, a study found. [Smith, Jones]",
    "It is high time that the ferry was left to rust at the quay. [Ann Poe, Saltmouth]",
    "The mayor is ahead of her rival by ten points in May. [LPC, NBC/WSJ/Kent, ARG]",
    "The match is on at noon in the city. | Saltmouth | Wend",
)


@pytest.mark.parametrize("line", NO_CREDITS)
def test_what_ends_in_names_alone_is_no_caption(line: str) -> None:
    found = KIT.extract(f"Council votes for new bridge\n\n{LEAD}\n\n{line}\n\n{NEXT}").parts
    assert {"caption", "credit"}.isdisjoint(part.kind for part in found)


def test_a_subhead_with_an_article_is_no_writers_name() -> None:
    found = KIT.extract(f"Council votes for new bridge\n\n{LEAD}\n\nTHE COST\n\n{NEXT}\n\n{LEAD}").parts
    assert [part.kind for part in found] == ["headline", "paragraph", "subhead", "paragraph", "paragraph"]


CAPTIONS = (
    "Mayor Jane Roe at the old bridge in 2019.",
    "Mayor Jane Roe with the harbour master John Poe in 2019",
    "Jane Roe leads a walk over the old bridge of Saltmouth in March 2024.",
)
WITH_NAMES = (
    "The council will vote again in May, said Jane Roe, the mayor, and John Poe, who runs the harbour of Saltmouth."
)


@pytest.mark.parametrize("line", CAPTIONS)
def test_a_caption_is_told_by_the_weights_of_what_it_says(line: str) -> None:
    found = KIT.extract(f"Council votes for new bridge\n\n{LEAD}\n\n{line}\n\n{WITH_NAMES}").parts
    assert [part.rule for part in found if part.span.text == line] == ["caption-by-weights"]


@pytest.mark.parametrize(
    "line",
    [
        "He said Jane Roe was at the old bridge in 2019.",
        "“Jane Roe was never at the bridge,” John Poe said on Tuesday.",
        "Jane Roe said repairs would cost $3 million.",
        "But Saltmouth has waited for it since 2019.",
        "Work will begin in May.",
    ],
)
def test_a_short_paragraph_of_the_story_is_no_caption(line: str) -> None:
    for above in (LEAD, "By Ann Doe"):
        found = KIT.extract(f"Council votes for new bridge\n\n{above}\n\n{line}\n\n{WITH_NAMES}").parts
        assert [part.kind for part in found if part.span.text == line] != ["caption"]


TOPS = (
    ("Watch: Ferry stops for good", "headline"),
    ("Podcast: The last ferry", "headline"),
    ("Jane Roe, Associated Press", "byline"),
    ("By Jane Roe – Saltmouth Post", "byline"),
    ("By Jane Roe, Special to the Saltmouth Post", "byline"),
    ("Fact check: Does the ferry still run?", "headline"),
    ("From Jane Roe, Lima", "byline"),
    ("Jane Roe (Lima)", "byline"),
    ("Jane Roe, The Citizen", "byline"),
    ("Jane Roe — The Citizen", "byline"),
    ("Jane Roe - Lima News, Saltmouth", "byline"),
    ("Story by Jane Roe, photos by Ann Doe", "byline"),
    ("Updated by Jane Roe", "byline"),
    ("Exclusive by Jane Roe", "byline"),
    ("March 4, 2025 5 min read", "dateline"),
    ("5m ago", "dateline"),
    ("2h ago", "dateline"),
)


@pytest.mark.parametrize(("line", "kind"), TOPS, ids=[line for line, _ in TOPS])
def test_a_line_above_the_story_is_what_its_form_says(line: str, kind: str) -> None:
    above = line if kind == "headline" else f"Council votes for new bridge\n\n{line}"
    assert (kind, line) in [(part.kind, part.span.text) for part in KIT.extract(f"{above}\n\n{LEAD}\n\n{NEXT}").parts]


def test_the_dateline_of_an_agency_between_strokes_ends_with_its_stop() -> None:
    found = KIT.extract(f"Council votes for new bridge\n\nMOSCOW, March 3. /TASS/. {LEAD}").parts
    assert ("dateline", "MOSCOW, March 3. /TASS/.") in [(part.kind, part.span.text) for part in found]


def test_the_head_of_a_forwarded_message_is_above_the_headline() -> None:
    head = (
        "---------- Forwarded message ---------\nFrom: Jane Roe <roe@post.example>\nSubject: The bridge\nTo: John Poe"
    )
    found = KIT.extract(f"{head}\n\nCouncil votes for new bridge\n\n{LEAD}\n\n{NEXT}").parts
    assert [part.span.text for part in found if part.kind == "headline"] == ["Council votes for new bridge"]


LIKE_TEXT = (
    ("caption-with-day", "Ann Doe, who runs the ferry, welcomed the vote in Saltmouth on Monday, 3 March 2025."),
    (
        "caption-with-day",
        (
            "Fishermen of the whole coast push a boat into the Wend near the old pier of Saltmouth, on 3 March 2025. "
            "According to the board, it is one of forty that are left, and it will be sold with the ferry once the new "
            "bridge is open to all."
        ),
    ),
    ("caption-names-thing", "Saltmouth: still without a bridge"),
    ("picture-words", f"Ann Doe, the {'harbour master of the island and ' * 8}mayor (left), at the quay of Saltmouth"),
)


@pytest.mark.parametrize(("rule", "line"), LIKE_TEXT)
def test_a_caption_that_reads_like_the_story_is_told(rule: str, line: str) -> None:
    found = KIT.extract(f"Council votes for new bridge\n\n{LEAD}\n\n{line}\n\n{WITH_NAMES}").parts
    assert [part.rule for part in found if part.span.text == line] == [rule]


def test_what_the_story_says_again_is_a_caption_but_for_speech_and_what_takes_up() -> None:
    told = "The harbour board, long for a bridge, closed the pier of Saltmouth for good after cracks were found in May."
    again = "Harbour board of Saltmouth closed the pier for good after cracks."
    for line, kind in (
        (again, "caption"),
        (f"However, the {again[0].lower()}{again[1:]}", "paragraph"),
        (again.replace("closed", "said it closed"), "paragraph"),
        ("Shops of the town closed the market in May after rain.", "paragraph"),
    ):
        for story in (f"{line}\n\n{told}", f"{told}\n\n{line}\n\n{NEXT}"):
            found = KIT.extract(f"Council votes for new bridge\n\n{LEAD}\n\n{story}").parts
            assert [part.kind for part in found if part.span.text == line] == [kind], line
