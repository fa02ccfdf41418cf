"""Documents as spaCy's, for which spaCy is needed: `nox -s bridge` installs it."""

from __future__ import annotations

import importlib.util
import sys
from importlib import import_module
from typing import Any, ClassVar

import attrs
import pytest
from hypothesis import given

import newskit
from newskit import Article, Document, Quote, Span
from newskit.formats import to_dict, to_spacy
from newskit.testing.strategies import documents

TEXT = "Dr. Ida Brandt said on Monday  that the pier\nis safe. “We looked,” Brandt added."


def test_without_spacy_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(newskit.MissingExtraError, match=r"pip install 'newskit\[spacy\]'"):
        to_spacy(Document(Article("x")))


@pytest.mark.skipif(importlib.util.find_spec("spacy") is None, reason="needs spaCy: nox -s bridge")
@pytest.mark.filterwarnings("default")
class TestReal:
    """With spaCy itself."""

    def test_what_was_found_stands_in_groups(self, kit: newskit.Kit) -> None:
        document = kit.extract(TEXT, published="2025-02-18")
        doc = to_spacy(document)
        assert doc.text == TEXT
        assert [(each.text, each.label_) for each in doc.ents] == [("Ida Brandt", "PERSON"), ("Brandt", "PERSON")]
        assert [(each.text, each.label_, each.id_) for each in doc.spans["quotes"]] == [
            ("that the pier\nis safe", "indirect", "quotes-0"),
            ("“We looked,”", "direct", "quotes-1"),
        ]
        assert [each.text for each in doc.spans["cues"]] == ["said", "added"]
        assert [(each.text, each.label_) for each in doc.spans["dates"]] == [("Monday", "DATE")]
        assert doc.user_data["newskit"] == to_dict(document)

    def test_a_doc_bin_brings_it_back(self, kit: newskit.Kit) -> None:
        vocab = import_module("spacy").blank("en").vocab
        DocBin = import_module("spacy.tokens").DocBin  # noqa: N806 - a class
        doc = to_spacy(kit.extract(TEXT), vocab)
        assert doc.vocab is vocab
        stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
        (back,) = DocBin().from_bytes(stored).get_docs(vocab)
        assert back.text == TEXT
        assert [each.text for each in back.spans["quotes"]] == [each.text for each in doc.spans["quotes"]]
        assert back.user_data["newskit"]["text"] == TEXT

    def test_kinds_of_plugins_are_groups(self) -> None:
        @attrs.frozen
        class Hashtag:
            layer: ClassVar[str] = "hashtags"
            span: Span

        document = Document(Article("a#pier"), {Hashtag: (Hashtag(Span(2, 6, "pier")),)})
        doc = to_spacy(document)
        (found,) = doc.spans["hashtags"]
        assert (found.start_char, found.end_char, found.label_) == (2, 6, "Hashtag")

    def test_lone_surrogates_keep_their_places(self) -> None:
        text = "\ud800 safe \udc00"
        quote = Quote("direct", (Span(2, 6, "safe"),), rule="\ud800")
        doc = to_spacy(Document(Article(text), {Quote: (quote,)}))
        assert doc.text == "\ufffd safe \ufffd"
        assert doc.spans["quotes"][0].text == "safe"

    @given(documents())
    def test_no_offset_moves(self, document: Document) -> None:
        doc = to_spacy(document)
        assert doc.text == document.text

        def ranges(group: str) -> list[tuple[int, int]]:
            return [(each.start_char, each.end_char) for each in doc.spans.get(group, ())]

        def wanted(spans: Any) -> list[tuple[int, int]]:
            return [(span.start, span.end) for span in spans if span]

        assert ranges("quotes") == wanted(span for quote in document.quotes for span in quote.content)
        assert ranges("cues") == wanted(quote.cue for quote in document.quotes)
        assert ranges("sources") == wanted(quote.source for quote in document.quotes)
        assert ranges("dates") == wanted(date.span for date in document.dates)
        assert ranges("titles") == wanted(title.span for title in document.titles)
        assert ranges("parts") == wanted(part.span for part in document.parts)
