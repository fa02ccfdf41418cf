"""A check of quotes on any text: offsets are the originals', typography is folded, and no other word ever is."""

from __future__ import annotations

import importlib.util
import unicodedata
from random import Random
from types import ModuleType

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from pages import ROOT

from newskit.testing.strategies import texts
from newskit.verify import Source, SourceIndex, Verdict
from newskit.verify.fold import Folded

PIECES = [
    *"abA1 .,;:?!-–—…⋯'\"“”‘’`()[]\n\t\u00a0\u200b\u0301éﬁ²",
    "\ud800",
    "not ",
    " million ",
]
MARKED = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
WORDS = (
    "the",
    "a",
    "river",
    "bank",
    "house",
    "won't",
    "may",
    "Ruiz",
    "Hale",
    "5",
    "1.5",
    "million",
    "sells",
    "sold",
    "in",
)
PLAIN = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14)


def check_offsets(verdict: Verdict, quote: str, text: str) -> None:
    for span in verdict.spans:
        assert text[span.start : span.end] == span.text
    for each in verdict.differences:
        assert quote[each.claim.start : each.claim.end] == each.claim.text
        assert text[each.source.start : each.source.end] == each.source.text
        assert each.claim.text or each.source.text
    starts = [span.start for span in verdict.spans]
    assert starts == sorted(starts)


@given(MARKED | texts(surrogates=False), MARKED | texts(surrogates=False))
@example("[]", "a")
@example("a [ ] a", "a a")
def test_offsets_are_those_of_the_originals(quote: str, text: str) -> None:
    source = Source(text)
    check_offsets(source.check(quote), quote, text)


@given(st.data(), MARKED | texts(surrogates=False))
def test_offsets_hold_for_a_stretch_of_the_source_that_was_changed(data: st.DataObject, text: str) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    middle = data.draw(st.integers(start, end))
    quote = text[start:middle] + data.draw(MARKED) + text[middle:end]
    verdict = Source(text).check(quote)
    check_offsets(verdict, quote, text)
    assert verdict.match != "exact" or quote.strip() in text


@given(st.lists(MARKED | texts(), min_size=1, max_size=3), st.data())
def test_an_index_finds_what_any_of_its_sources_holds(sources: list[str], data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(sources))
    start = data.draw(st.integers(0, len(text)))
    quote = text[start : data.draw(st.integers(start, len(text)))] + data.draw(st.sampled_from(["", " … ", "[x]", "İ"]))
    verdicts = [Source(each).check(quote) for each in sources]
    index = SourceIndex({str(number): each for number, each in enumerate(sources)})
    best = min(verdicts, key=lambda each: ("exact", "folded", "edited", "altered", "absent").index(each.match))
    found = index.check(quote)
    assert (found.match, found.spans) == (best.match, best.spans) or found.match == best.match == "altered"


@given(MARKED | texts())
@example("ŉ")  # whose plain form has a typographic apostrophe
@example("a\u200b\u0301")
@example("\u1112\u200b\u1161")
def test_folding_keeps_the_order_and_is_done_once(text: str) -> None:
    folded = Folded.of(text)
    last = 0
    for place in range(len(folded.text)):
        start, end = folded.span(place, place + 1)
        assert last <= start < end <= len(folded.original)
        last = start
    assert [each for each in folded.text if each.isalpha()] == [
        each for each in Folded.of(folded.text).text if each.isalpha()
    ]


@given(PLAIN, st.data())
def test_plain_words_are_verbatim_exactly_where_they_stand(words: list[str], data: st.DataObject) -> None:
    claimed = data.draw(st.just(words) | PLAIN)
    change = data.draw(st.sampled_from(["stretch", "drop", "swap", "move", "other"]))
    start = data.draw(st.integers(0, len(claimed) - 1))
    if change == "stretch":
        claimed = claimed[start : data.draw(st.integers(start + 1, len(claimed)))]
    elif change == "drop":
        claimed = claimed[:start] + claimed[start + 1 :]
    elif change == "swap":
        claimed = [*claimed[:start], data.draw(st.sampled_from(WORDS)), *claimed[start + 1 :]]
    elif change == "move":
        rest = claimed[:start] + claimed[start + 1 :]
        place = data.draw(st.integers(0, len(rest)))
        claimed = [*rest[:place], claimed[start], *rest[place:]]
    assume(claimed)
    verdict = Source(" ".join(words)).check(" ".join(claimed))
    stands = any(words[place : place + len(claimed)] == claimed for place in range(len(words)))
    # A capital may be the claim's own at its start; a number may not lose its million, nor a million its number.
    turned = [claimed[0].swapcase() if claimed[0].islower() else claimed[0].lower(), *claimed[1:]]
    might = stands or any(words[place : place + len(claimed)] == turned for place in range(len(words)))
    assert might or not verdict.verbatim
    if stands and "million" not in words:
        assert verdict.match == "exact"


TURNED = ("not", "never", "no", "hardly", "won't", "unless", "may", "nobody")


@given(st.lists(st.sampled_from(["we", "build", "the", "bridge", "soon", *TURNED]), min_size=3, max_size=12), st.data())
def test_no_ellipsis_drops_what_turns_the_meaning(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(1, len(words) - 2))
    end = data.draw(st.integers(start + 1, len(words) - 1))
    dropped = words[start:end]
    verdict = Source(" ".join(words)).check(f"{' '.join(words[:start])} … {' '.join(words[end:])}")
    if verdict.match == "edited":  # where the parts stand nearer to each other elsewhere, that is what is left out
        told = " ".join(each.source.text for each in verdict.differences).split()
        assert not set(TURNED) & set(told)
    assert verdict.match != "exact"
    assert verdict.match != "folded" or not dropped or not verdict.differences


@given(
    st.lists(st.sampled_from(["We", "go", "café", "it's", "office", "now", "x"]), min_size=2, max_size=10),
    st.data(),
)
def test_other_typography_is_folded(words: list[str], data: st.DataObject) -> None:
    joints = [" ", ", ", " — ", " … ", "; ", ": "]
    forms = {
        " ": [" ", "  ", "\u00a0", "\n", " \u200b"],
        ", ": [", ", " , ", ",\n"],
        " — ": ["—", " – ", " -- ", " - "],
        " … ": ["…", "...", " . . . ", " [...] "],
        "; ": ["; "],
        ": ": [": "],
    }
    text = quote = words[0]
    for word in words[1:]:
        joint = data.draw(st.sampled_from(joints))
        text += joint + word
        quote += data.draw(st.sampled_from(forms[joint])) + word
    quote = unicodedata.normalize(data.draw(st.sampled_from(["NFC", "NFD"])), quote)
    quote = quote.replace("'", data.draw(st.sampled_from("'’‘"))).replace(
        "ffi", data.draw(st.sampled_from(["ffi", "ﬃ"]))
    )
    quote = data.draw(st.sampled_from(["{}", "“{}”", '"{}."', "‘{},’", "« {} »"])).format(quote)
    verdict = Source(f"He said: “{text}.” It rained.").check(quote)
    assert verdict.verbatim
    check_offsets(verdict, quote, f"He said: “{text}.” It rained.")


def mutants() -> ModuleType:
    spec = importlib.util.spec_from_file_location("verify_mutants", ROOT / "benchmarks" / "verify_mutants.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MUTANTS = mutants()


@pytest.fixture(scope="module")
def source(seed_text: str) -> Source:
    return Source(seed_text)


@pytest.mark.parametrize("sort", ["word", "negation", "number", "name", "tense", "dropped", "moved", "letter"])
@given(data=st.data(), chance=st.randoms(use_true_random=False))
def test_no_mutant_of_a_quote_is_verbatim(sort: str, source: Source, data: st.DataObject, chance: Random) -> None:
    quote = data.draw(st.sampled_from(MUTANTS.quotes_of(source.text)))
    new = MUTANTS.Mutator(chance, source.text).sorts[sort](quote)
    there = f" {' '.join(MUTANTS.words_of(source.text))} "
    assume(new is not None and f" {' '.join(MUTANTS.words_of(new))} " not in there)
    verdict = source.check(new)
    assert not verdict.verbatim
    check_offsets(verdict, new, source.text)
