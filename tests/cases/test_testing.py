"""What plugin authors test with."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any, ClassVar

import attrs
import pytest
from hypothesis import Phase, find, given, settings

import newskit
from newskit import Doc, Entity, InputError, Part
from newskit.formats import from_json, to_json
from newskit.leaves import leaves
from newskit.testing import HOSTILE, check_extractor, hostile_text, marked
from newskit.testing.strategies import articles, documents, texts

MARKED: dict[str, tuple[str, str, list[tuple[int, int, str]]]] = {
    "one": ("He [said] so.", "He said so.", [(3, 7, "said")]),
    "two": ("[He] [said]", "He said", [(0, 2, "He"), (3, 7, "said")]),
    "nested": ("[the [old] mayor]", "the old mayor", [(0, 13, "the old mayor"), (4, 7, "old")]),
    "none": ("He said.", "He said.", []),
    "brackets of the text": (r"He \[[said]\].", "He [said].", [(4, 8, "said")]),
    "another backslash": (r"a\b [c]", r"a\b c", [(4, 5, "c")]),
    "code points": ("👩‍👩‍👧 [é]", "👩‍👩‍👧 é", [(6, 7, "é")]),
}


@pytest.mark.parametrize(("written", "text", "spans"), MARKED.values(), ids=MARKED)
def test_brackets_become_spans(written: str, text: str, spans: list[tuple[int, int, str]]) -> None:
    found = marked(written)
    assert found.text == text
    assert [(span.start, span.end, span.text) for span in found.spans] == spans


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("[a", r"1 '\[' without"),
        ("a]", "']' at 1 closes nothing"),
        ("[[a]", r"1 '\[' without"),
        ("a[]b", "span 1:1 does not fit"),
    ],
)
def test_odd_brackets_are_refused(wrong: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        marked(wrong)


@pytest.mark.parametrize("kind", ["capitals", "Bank of"])
def test_a_hostile_text_has_the_size_asked_for(kind: str) -> None:
    assert len(hostile_text(kind, 1001)) == 1001
    assert hostile_text(kind, 1001).startswith(HOSTILE[kind] * 3)


@newskit.extractor(Part)
def lines(doc: Doc) -> Iterator[Part]:
    for paragraph in doc.paragraphs:
        yield Part("paragraph", doc.span(paragraph.start, paragraph.end))


def test_a_good_extractor_passes_and_its_annotations_come_back() -> None:
    ((one,), two) = check_extractor(lines, articles=["One.", newskit.Article("One.\nTwo.")])
    assert isinstance(one, Part)
    assert len(two) == 2


@pytest.mark.parametrize("name", ["structure", "dates", "titles", "names", "quotes"])
def test_the_first_party_extractors_keep_the_contract(kit: newskit.Kit, seed_text: str, name: str) -> None:
    (info,) = (each for each in kit.registry.plugins if each.name == f"newskit_{name}")
    for extractor in info.extractors:
        (made,) = check_extractor(extractor, articles=[seed_text], kit=kit)
        assert made


def only_raising(doc: Doc) -> Iterator[Part]:
    if "‘" in doc.text:
        raise KeyError(doc.text)
    yield from ()


def only_outside(_: Doc) -> Iterator[Part]:
    yield Part("caption", newskit.Span(0, 1, "\uffff"))


def only_another_kind(doc: Doc) -> Iterator[object]:
    yield doc.text


def only_undeclared(doc: Doc) -> Iterator[Part]:
    for _ in doc[Entity]:
        yield Part("caption", doc.span(0, 1))


NUMBERS = count()


def only_once(doc: Doc) -> Iterator[Part]:
    if doc.text:
        yield Part("caption", doc.span(0, 1), rule=str(next(NUMBERS)))


def only_leaving(_: Doc) -> Iterator[Part]:
    raise SystemExit(0)


def only_waiting(doc: Doc) -> Iterator[Part]:
    while "‘" in doc.text:
        pass
    yield from ()


def only_backwards(_: Doc) -> Iterator[Part]:
    yield Part("caption", None)  # type: ignore[arg-type]


@attrs.frozen(eq=False)
class Heavy:
    layer: ClassVar[str] = "heavies"
    what: Any

    def __eq__(self, other: object) -> bool:
        if self.what == "eq":
            raise SystemExit(5)
        return isinstance(other, Heavy)

    def __hash__(self) -> int:
        if self.what == "hash":
            raise GeneratorExit
        return 1


@pytest.mark.parametrize(
    ("what", "message"),
    [
        (object(), r"breaks its contract on .*layer 'heavies' .* cannot be written: .*JSON cannot hold a object"),
        (float("inf"), "breaks its contract on .*JSON cannot hold inf"),
        ("eq", "SystemExit: 5"),
        ("hash", "breaks its contract on .*GeneratorExit"),
        ([newskit.Span(0, 1, "\uffff")], "breaks its contract on .* says"),
    ],
    ids=["object", "infinite", "eq", "hash", "spans in a list"],
)
def test_what_it_makes_must_be_of_use(what: object, message: str) -> None:
    @newskit.extractor(Heavy)
    def heavy(_: Doc) -> list[Heavy]:
        return [Heavy(what), Heavy(what)]

    with pytest.raises(AssertionError, match=message):
        check_extractor(heavy, articles=["A line."])


BROKEN: dict[str, tuple[Any, str]] = {
    "raises on hostile text": (only_raising, "only_raising raises on .*KeyError"),
    "a span of other text": (only_outside, "breaks its contract .* says"),
    "another kind": (only_another_kind, "breaks its contract .* yielded str, declares Part"),
    "leaves the program": (only_leaving, "only_leaving raises on .*SystemExit: 0"),
    "never ends": (only_waiting, "only_waiting raises on .*TimeoutError: stopped at the time limit of 1 s"),
    "makes what is none": (only_backwards, "only_backwards raises on .*field 'span': expected a Span, got None"),
    "reads what it does not declare": (only_undeclared, "reads Entity, but declares nothing"),
    "other results the second time": (only_once, "gives other results the second time"),
}


@pytest.mark.parametrize(("function", "message"), BROKEN.values(), ids=BROKEN)
def test_a_broken_extractor_is_named_with_what_is_wrong(function: Any, message: str) -> None:
    with pytest.raises(AssertionError, match=message):
        check_extractor(newskit.extractor(Part)(function), articles=["A line."], timeout=1)


def test_a_bare_function_is_no_extractor() -> None:
    with pytest.raises(AssertionError, match=r"decorate it with newskit\.extractor"):
        check_extractor(only_once)  # type: ignore[arg-type]


@given(documents())
def test_documents_are_as_extractors_would_make_them(doc: newskit.Document) -> None:
    present = {id(annotation) for layer in doc.layers.values() for annotation in layer}
    for layer in doc.layers.values():
        for annotation in layer:
            for leaf in leaves(annotation):
                if isinstance(leaf, newskit.Span):
                    assert doc.text[leaf.start : leaf.end] == leaf.text
                else:
                    assert id(leaf) in present


@pytest.mark.parametrize(
    "holds",
    [
        lambda doc: any(entity.ids and entity.extra for entity in doc.entities),
        lambda doc: any(isinstance(value, int) for quote in doc.quotes for value in quote.extra.values()),
        lambda doc: any(dropped.spans for dropped in doc.dropped),
        lambda doc: any(revised.change == "changed" for revised in doc.revised),
    ],
    ids=["entities", "quotes", "dropped", "revised"],
)
def test_documents_are_drawn_with_all_that_they_can_hold(holds: Callable[[newskit.Document], bool]) -> None:
    find(documents(), holds, settings=settings(max_examples=2000, deadline=None, phases=[Phase.generate]))


@given(documents())
def test_documents_come_back_from_json(doc: newskit.Document) -> None:
    assert from_json(to_json(doc)) == doc


@given(texts(surrogates=False), articles(surrogates=False))
def test_texts_without_surrogates_can_be_encoded(text: str, article: newskit.Article) -> None:
    assert text.encode("utf-8").decode("utf-8") == text
    assert article.text.encode("utf-8").decode("utf-8") == article.text


def test_without_hypothesis_only_the_strategies_are_missing() -> None:
    program = (
        "import sys; sys.modules['hypothesis'] = None\n"
        "import newskit.testing\n"
        "try:\n    import newskit.testing.strategies\n"
        "except newskit.MissingExtraError as error: print(error)\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "hypothesis is not installed; run: pip install 'newskit[testing]'"
