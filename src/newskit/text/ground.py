"""What every extractor of an article shares, each computed once and only where somebody asks."""

from __future__ import annotations

from collections.abc import Sequence

from newskit.text.attributes import once
from newskit.text.marks import Quotation, quotations
from newskit.text.paragraphs import Paragraph, paragraphs
from newskit.text.sentences import Sentence, sentences
from newskit.text.tags import tags
from newskit.text.tokens import Tokens, tokenize


class Ground:
    """Paragraphs, sentences, tokens, their tags, and quotations of one text."""

    def __init__(self, text: str) -> None:
        self.text = text

    @once
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs in the order of the text."""
        return paragraphs(self.text)

    @once
    def tokens(self) -> Tokens:
        """The tokens of the whole text."""
        return tokenize(self.text)

    @once
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of every paragraph."""
        return sentences(self.text, self.tokens, self.paragraphs)

    @once
    def tags(self) -> Sequence[str]:
        """The part of speech of each token: Penn Treebank tags (``VBD``, ``NNS`` …)."""
        return tags(self.tokens, self.sentences)

    @once
    def quotations(self) -> tuple[Quotation, ...]:
        """What stands between quotation marks."""
        return quotations(self.text, self.paragraphs)
