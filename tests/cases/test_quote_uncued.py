"""Quotations without a cue in their sentence: alone in a paragraph, behind a sentence about somebody, before a tag."""

from __future__ import annotations

import pytest

import newskit

KIT = newskit.Kit(plugins=("newskit_structure", "newskit_dates", "newskit_titles", "newskit_names", "newskit_quotes"))
OWNERS = [
    ("behind a report", "Lena Moss said the mill would close.\n\n“We had no choice.”", "Lena Moss"),
    (
        "behind a report before the last sentence",
        "Lena Moss said it would close. It was cold.\n\n“We had no choice.”",
        "Lena Moss",
    ),
    ("behind a report in a report", "Lena Moss says Erik Roe hopes it will close.\n\n“We had no choice.”", "Lena Moss"),
    ("behind what somebody did", "Lena Moss closed the mill in May.\n\n“We had no choice.”", "Lena Moss"),
    ("behind a body's report", "Norwell Police said the mill was closed.\n\n“We had no choice.”", "Norwell Police"),
    (
        "behind a paragraph that names nobody",
        "Lena Moss said so.\n\nThe mill is old.\n\n“We had no choice.”",
        "Lena Moss",
    ),
    ("closed by an opening mark", "Lena Moss said the mill would close.\n\n“We had no choice.“", "Lena Moss"),
    ("in low marks", "Lena Moss said the mill would close.\n\n„We had no choice.“", "Lena Moss"),
    ("over two paragraphs", "Lena Moss said it would close.\n\n“We had no choice.\n\n“It was cold.”", "Lena Moss"),
    ("in the same paragraph, of itself", "Lena Moss, 61, closed the mill. “I had no choice.”", "Lena Moss"),
    ("before a name and a verb", "“We had no choice.” Lena Moss says.", "Lena Moss"),
    ("before a verb and a name", "“We had no choice.” Says Lena Moss.", "Lena Moss"),
    ("before them and many blanks", "“We had no choice.”    Lena Moss added.", "Lena Moss"),
]
NOBODY = [
    ("behind nobody", "The mill was closed in May.\n\n“We had no choice.”"),
    ("not about the person", "Lena Moss closed the mill. “Old River” is its name."),
    ("never closed", "Lena Moss said the mill would close.\n\n“We had no choice. It was cold.\n\nThe mill is old."),
    ("a heading in marks", "Lena Moss said the mill would close.\n\n“The Old Mill”\n\nIt was cold."),
    ("with a label of its own", "Lena Moss said the mill would close.\n\n“ROE: We had no choice.”"),
    (
        "a pull quote",
        "Lena Moss said so.\n\n“We had no choice but to go home.”\n\n“We had no choice but to go home,” Erik Roe said.",
    ),
    ("after somebody else", "Lena Moss said it would close.\n\nIn May came Erik Roe.\n\n“We had no choice.”"),
]


def _owner(text: str) -> str | None:
    quotes = [each for each in KIT.extract(text).quotes if "no choice" in each.text]
    return quotes[0].speaker.name if quotes and quotes[0].speaker else None


@pytest.mark.parametrize(("text", "name"), [each[1:] for each in OWNERS], ids=[each[0] for each in OWNERS])
def test_whose_a_quotation_without_a_cue_is(text: str, name: str) -> None:
    assert _owner(text) == name


@pytest.mark.parametrize("text", [each[1] for each in NOBODY], ids=[each[0] for each in NOBODY])
def test_whose_it_is_not(text: str) -> None:
    assert "quotation without a cue" not in [each.rule for each in KIT.extract(text).quotes]


def test_it_is_less_sure_the_farther_its_speaker_is() -> None:
    texts = [each[1] for each in (OWNERS[0], OWNERS[1], OWNERS[3], OWNERS[5])]
    found = [next(each.confidence for each in KIT.extract(text).quotes if "no choice" in each.text) for text in texts]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == len(found)


def test_two_paragraphs_without_a_cue_are_one_quote() -> None:
    text = next(each[1] for each in OWNERS if each[0] == "over two paragraphs")
    (quote,) = (each for each in KIT.extract(text).quotes if "no choice" in each.text)
    assert [piece.text for piece in quote.content] == ["“We had no choice.", "“It was cold.”"]
    assert quote.rule == "quotation without a cue"
    assert quote.cue is None
