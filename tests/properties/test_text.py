"""Paragraphs, tokens and sentences of any text."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from newskit.testing.strategies import texts
from newskit.text import Ground, lower_case
from newskit.text.tokens import _any, _beyond_latin, _latin, _with_apostrophes


def positions(stretches: list[tuple[int, int]]) -> list[int]:
    return [place for start, end in stretches for place in range(start, end)]


def written(text: str) -> list[int]:
    return [place for place, sign in enumerate(text) if not sign.isspace()]


@given(texts())
@example("a\x1cb\x1fc\x85d")
def test_paragraphs_hold_everything_but_space_in_order_without_overlap(text: str) -> None:
    paragraphs = [(each.start, each.end) for each in Ground(text).paragraphs]
    held = positions(paragraphs)
    assert held == sorted(set(held))
    assert set(written(text)) <= set(held)
    for start, end in paragraphs:
        assert text[start:end].strip() == text[start:end] != ""


@given(texts())
@example("a_b\x1f c_\u200bd‿e")
@example("it‘s Roe`s, they´re ʼn")
def test_tokens_are_the_text_without_its_space(text: str) -> None:
    tokens = Ground(text).tokens
    held = positions(list(zip(tokens.starts, tokens.ends, strict=True)))
    assert held == sorted(set(held))
    assert set(written(text)) <= set(held)
    for start, end, word, lower in zip(tokens.starts, tokens.ends, tokens.words, tokens.lower, strict=True):
        assert _with_apostrophes(text)[start:end] == word
        assert lower_case(word) == lower
        assert not any(sign.isspace() for sign in word)


@given(texts())
@example("\n a")
@example("a\t b")
@example("a   b\n\n\nc \n d\r\ne")
@example("a \u00a0 b\u2003 c ")
@example("a\x1f b")
def test_stretches_are_cut_as_the_whole_text_is(text: str) -> None:
    tokens = Ground(text).tokens
    read = _with_apostrophes(text)
    pieces = (_any() if _beyond_latin().search(read) else _latin()).split(read)
    assert list(tokens.words) == pieces[1::2]
    assert [read[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)] == pieces[1::2]


@given(texts())
def test_sentences_hold_every_token_once_and_stay_in_their_paragraph(text: str) -> None:
    ground = Ground(text)
    tokens, sentences, paragraphs = ground.tokens, ground.sentences, ground.paragraphs
    assert [index for sentence in sentences for index in sentence.tokens] == list(range(len(tokens)))
    for sentence in sentences:
        assert (sentence.start, sentence.end) == (tokens.starts[sentence.tokens[0]], tokens.ends[sentence.tokens[-1]])
        paragraph = paragraphs[sentence.paragraph]
        assert paragraph.start <= sentence.start < sentence.end <= paragraph.end


@given(texts())
def test_the_ground_is_laid_once(text: str) -> None:
    ground = Ground(text)
    assert ground.tokens is ground.tokens
    assert ground.sentences is ground.sentences
    assert ground.paragraphs is ground.paragraphs
    assert ground.quotations is ground.quotations


@given(texts())
def test_within_gives_the_tokens_that_lie_inside(text: str) -> None:
    tokens = Ground(text).tokens
    for start, end in ((0, len(text)), (1, len(text) - 1), (len(text) // 3, len(text) // 2)):
        inside = [index for index in range(len(tokens)) if start <= tokens.starts[index] and tokens.ends[index] <= end]
        assert list(tokens.within(start, end)) == inside
        after = [index for index in range(len(tokens)) if tokens.starts[index] >= start]
        assert tokens.at_or_after(start) == (after[0] if after else len(tokens))


@given(st.text(st.sampled_from(["a", "A", " ", ".", "?", ")", '"', ","]), max_size=80), st.integers(1, 40))
def test_no_sentence_is_longer_than_any_that_people_write(unit: str, times: int) -> None:
    assert all(len(sentence.tokens) <= 256 for sentence in Ground(unit * times).sentences)
