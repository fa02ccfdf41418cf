"""Quotation marks of any text."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from newskit.testing.strategies import texts
from newskit.text import Ground

MARKS = "\"“”„‟«»‘’‚‛‹›'＂「」『』`"
RUNS = st.text(st.sampled_from([*MARKS, "a", "s", " ", ".", ",", "(", "9", "\n", "—"]), max_size=60)


@given(RUNS | texts())
def test_quotations_lie_in_one_paragraph_and_nest(text: str) -> None:
    ground = Ground(text)
    around: list[int] = []
    last = -1
    for quotation in ground.quotations:
        assert 0 <= quotation.start <= quotation.inner_start < quotation.inner_end <= quotation.end <= len(text)
        assert any(each.start <= quotation.start and quotation.end <= each.end for each in ground.paragraphs)
        assert quotation.start >= last
        last = quotation.start
        while around and around[-1] <= quotation.start:
            around.pop()
        assert not around or quotation.end <= around[-1]
        around.append(quotation.end)


@given(RUNS | texts())
def test_the_marks_at_the_edges_are_the_marks(text: str) -> None:
    for quotation in Ground(text).quotations:
        opening = text[quotation.start : quotation.inner_start]
        closing = text[quotation.inner_end : quotation.end]
        assert bool(opening) == quotation.opened
        assert bool(closing) == quotation.closed
        assert set(opening + closing) <= set(MARKS)


@given(RUNS)
@example("'.'9")
def test_what_a_paragraph_says_does_not_change_the_marks_of_the_one_before(text: str) -> None:
    paragraph = text.replace("\n", " ").strip() or "a"
    alone = Ground(paragraph).quotations
    followed = Ground(f"{paragraph}\n\nAnd he went home.").quotations
    assert [(each.start, each.end, each.depth) for each in followed] == [
        (each.start, each.end, each.depth) for each in alone
    ]


@given(st.text(st.sampled_from("ab ,.;"), min_size=1, max_size=30), st.sampled_from(("“”", '""', "«»", "「」")))
def test_a_plain_pair_is_found_whatever_it_holds(inner: str, pair: str) -> None:
    words = "a" + inner + "b."
    text = f"She said: {pair[0]}{words}{pair[1]}"
    (quotation,) = Ground(text).quotations
    assert text[quotation.inner_start : quotation.inner_end] == words
    assert (quotation.opened, quotation.closed, quotation.depth) == (True, True, 0)
