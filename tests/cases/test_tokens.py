"""What a token is."""

from __future__ import annotations

import pytest

from newskit.text import Ground, tokens

TOKENS = {
    "01 verbs with not": ("don't can’t won't", ["don't", "can’t", "won't"]),
    "02 the possessive": ("Japan's Aa’s", ["Japan", "'s", "Aa", "’s"]),
    "03 the possessive of a plural": ("the Joneses' house", ["the", "Joneses", "'", "house"]),
    "04 names with an apostrophe": ("O'Neill d’Artagnan", ["O'Neill", "d’Artagnan"]),
    "05 abbreviations": ("U.S. p.m. a.k.a.", ["U.S.", "p.m.", "a.k.a."]),
    "06 an initial": ("J. Roe", ["J", ".", "Roe"]),
    "07 numbers": ("1,000.5 3.5%", ["1,000.5", "3.5", "%"]),
    "08 money": ("$1.2bn £3m", ["$", "1.2bn", "£", "3m"]),
    "09 hyphens": ("nation-building U.S.-led", ["nation-building", "U.S.", "-", "led"]),
    "10 dashes part": ("Aa–Bb Cc—Dd", ["Aa", "–", "Bb", "Cc", "—", "Dd"]),
    "11 wire marks": ("``Go,''", ["``", "Go", ",", "''"]),
    "12 dots": ("so... on…", ["so", "...", "on", "…"]),
    "13 numbers with letters": ("1990s 20th '90s", ["1990s", "20th", "'", "90s"]),
    "14 letters of two code points": ("e\u0301te\u0301", ["e\u0301te\u0301"]),
    "15 a date in figures": ("9/11 3-2 12:30", ["9", "/", "11", "3-2", "12", ":", "30"]),
    "16 other scripts": ("قال الوزير、はい", ["قال", "الوزير", "、", "はい"]),
    "17 nothing": (" \n\t", []),
    "18 a lone surrogate": ("a\ud800b", ["a", "\ud800", "b"]),
    "19 control characters of space": ("a\x1fb", ["a", "b"]),
    "20 NUL": ("a\0", ["a", "\0"]),
    "21 signs set for an apostrophe": (
        "it‘s Roe`s can´t Roe′s Roeʼs",
        ["it", "’s", "Roe", "’s", "can’t", *("Roe", "’s") * 2],
    ),
    "22 the same signs before a name": ("O‘Neill D`Souza Cafe\u0301´s", ["O’Neill", "D’Souza", "Cafe\u0301", "’s"]),
    "23 the same signs that open": ("said‘The it‘a", ["said", "‘", "The", "it", "‘", "a"]),
    "24 the same signs elsewhere": ("‘it ``so'' 5′ Roe´", ["‘", "it", "``", "so", "''", "5", "′", "Roe", "´"]),
}


@pytest.mark.parametrize(("text", "words"), TOKENS.values(), ids=TOKENS)
def test_the_tokens_are(text: str, words: list[str]) -> None:
    assert list(Ground(text).tokens.words) == words


def test_offsets_count_code_points() -> None:
    tokens = Ground("👩‍👩‍👧 naïve Roe").tokens
    assert (tokens.starts[-1], tokens.ends[-1]) == (12, 15)
    assert len(tokens) == len(tokens.words)


def test_nothing_stands_outside_the_text() -> None:
    tokens = Ground("Ann Poe").tokens
    assert [tokens.word(index) for index in range(-3, 4)] == ["", "", "", "Ann", "Poe", "", ""]
    assert [tokens.lowered(index) for index in range(-3, 4)] == ["", "", "", "ann", "poe", "", ""]
    assert Ground("").tokens.word(0) == Ground("").tokens.lowered(-1) == ""


@pytest.mark.parametrize("around", ["{}", "a{}b", "{0}{0}", "9{}9", "'{}s", "{}.{}.", "a-{}"])
def test_latin_text_has_the_tokens_that_any_text_has(around: str) -> None:
    latin = [sign for sign in map(chr, range(0x3000)) if not tokens._beyond_latin().search(sign)]
    assert len(latin) > 0x250
    for sign in latin:
        text = around.replace("{}", "{0}").format(sign)
        assert tokens._latin().split(text) == tokens._any().split(text)
