"""The ground that extractors share: paragraphs, sentences, tokens and quotation marks, all with exact offsets."""

from newskit.text.cache import Kept
from newskit.text.ground import Ground
from newskit.text.lexicon import classes, entries, words
from newskit.text.marks import Quotation
from newskit.text.paragraphs import Paragraph
from newskit.text.sentences import Sentence
from newskit.text.tokens import Tokens

__all__ = ["Ground", "Kept", "Paragraph", "Quotation", "Sentence", "Tokens", "classes", "entries", "words"]
