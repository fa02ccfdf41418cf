"""Where the content of reports begins and ends, and the clauses that tell."""

from __future__ import annotations

import pytest

import newskit
from newskit.extractor import Doc
from newskit.text import Ground
from newskit_quotes.clauses import Clauses
from newskit_quotes.columns import Columns
from newskit_quotes.ends import ends, fronted, main_clause
from newskit_quotes.features import as_values
from newskit_quotes.lexicon import lexicon

STRUCTURE = newskit.Kit(plugins=["newskit_structure"])


@pytest.fixture(scope="module")
def kit() -> newskit.Kit:
    return newskit.Kit(strict=True)


def clauses_of(text: str) -> Clauses:
    article = newskit.Article(text)
    quotes = newskit.Kit(plugins=["newskit_structure", "newskit_quotes"]).plan.steps[-1].makers[0]
    return Clauses(Columns(Doc(article, Ground(text), STRUCTURE.extract(article).layers, quotes), lexicon()))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("When Moe said that the roof leaked, the council closed the hall.", ["that the roof leaked"]),
        ("Because surveys showed that Lind was ahead, the party stopped its campaign.", ["that Lind was ahead"]),
        ("Since judges announced the verdict, the harbour has been empty.", ["the verdict"]),
        (
            "Experts said Lind, the first woman on the board, was ready.",
            ["Lind, the first woman on the board, was ready"],
        ),
        (
            "The party promised a law, if elected, starting with the ports.",
            ["a law, if elected, starting with the ports"],
        ),
        ("The bank announced Monday it was closing two branches.", ["it was closing two branches"]),
        ("The bank said Thursday's vote was final.", ["Thursday's vote was final"]),
        (
            "A van hit a rider on Dock Street, killing her, according to police.",
            ["A van hit a rider on Dock Street, killing her"],
        ),
        ("Moe told reporters the plan was dead.", ["the plan was dead"]),
        (
            "Moe said the harbour, which opened in 1990, was too small.",
            ["the harbour, which opened in 1990, was too small"],
        ),
        (
            "The firm said it would cut jobs, close plants and sell ships.",
            ["it would cut jobs, close plants and sell ships"],
        ),
    ],
)
def test_where_content_begins_and_ends(kit: newskit.Kit, text: str, wanted: list[str]) -> None:
    assert [span.text for quote in kit.extract(text).quotes for span in quote.content] == wanted


@pytest.mark.parametrize(
    ("text", "mark", "wanted"),
    [
        ("Moe said it was shut, and the mayor went.", ",", (",and", "SVBD", "went", "DET")),
        ("Moe said it was shut, and she went.", ",", (",and", "SVBD", "went", "she")),
        ("Moe said it was shut, but went.", ",", (",but", "vVBD", "went", "")),
        ("Moe said it was shut, which hurt.", ",", (",", "r:which", "which", "")),
        ("Moe said it was shut, while others left.", ",", (",", "c:while", "while", "")),
        ("Moe said it was shut - a heavy blow.", "-", ("-", "N", ".", "")),
        ("Moe said it was shut in May, on Dock Street.", ",", (",", "p:on", "on", "")),
        ("Moe said it was shut, “for now”.", ",", (",", "q", "“", "")),
    ],
)
def test_what_stands_behind_a_boundary(text: str, mark: str, wanted: tuple[str, str, str, str]) -> None:
    clauses = clauses_of(text)
    lower = clauses.columns.lower
    joint, follows, verb, subject = clauses.read(lower.index(mark), len(lower))
    assert (joint, follows, lower[min(verb, len(lower) - 1)], subject) == wanted


@pytest.mark.parametrize(
    ("text", "waiting"),
    [
        ("Moe said it was shut.", 0),
        ("People who said it was shut left.", 1),
        ("When Moe said it was shut, we left.", 1),
        ("The man said to be ill left.", 0),
    ],
)
def test_the_main_clause_waits_for_its_verb(text: str, waiting: int) -> None:
    clauses = clauses_of(text)
    head = clauses.columns.lower.index("said")
    assert clauses.pending(head, head + 1) == waiting


def test_a_clause_in_front_ends_at_its_comma_and_no_other() -> None:
    clauses = clauses_of("But when Moe said it was, in short, shut, the others went home.")
    lower = clauses.columns.lower
    head = lower.index("said")
    comma = len(lower) - 1 - lower[::-1].index(",")
    assert main_clause(clauses, head, head + 1, len(lower)) == comma
    assert fronted(clauses, head) != fronted(clauses_of("Moe said it was shut."), 1)
    behind = clauses_of("Lately, when it rained, Moe said it was shut, the others went.")
    at = behind.columns.lower.index("said")
    end = len(behind.columns.lower)
    assert main_clause(behind, at, at + 1, end) == end


def test_one_boundary_alone_has_no_values() -> None:
    clauses = clauses_of("Moe said it rained.")
    assert ends(clauses, 1, 2, 5, as_values) == ([4], [])
    boundaries, values = ends(clauses_of("Moe said it rained, and went."), 1, 2, 8, as_values)
    assert len(boundaries) == len(values) > 1
    assert len(set(map(len, values))) == 1
