"""The parts of an article together; what each rule finds is in its record, whose examples test_rules.py tries."""

from __future__ import annotations

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


def test_no_credit_begins_inside_a_word() -> None:
    credit = "photo: Jane Roe Poe-"
    line = f"The photo of the bridge is a tele{credit}{'R' * (90 - len(credit))}"
    assert [part.kind for part in KIT.extract(f"{LEAD}\n\n{line}\n\n{NEXT}").parts if part.kind == "credit"] == []


def test_given_parts_stand() -> None:
    given = (newskit.Part("caption", newskit.Span(0, 7, "Council"), "html"),)
    article = newskit.Article("Council votes for new bridge\n" + LEAD, parts=given)
    assert KIT.extract(article).parts == given


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
