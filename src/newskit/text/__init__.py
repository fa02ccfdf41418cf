"""The ground that extractors share: paragraphs, sentences, tokens and quotation marks, all with exact offsets."""

from newskit.text.attributes import once
from newskit.text.bits import CAPITAL, CAPITALS, FIGURE, LETTER, lower_case, word_bit
from newskit.text.cache import Kept, WordTest
from newskit.text.closed import closed_class, is_former, may_be_trade
from newskit.text.furniture import furniture, may_be_button
from newskit.text.gazetteer import cities, female_share, given_names, places, surnames, widely_given, without_accents
from newskit.text.ground import Ground
from newskit.text.lazy import lazy_pattern
from newskit.text.lexicon import SortedTable, SortedWords, classes, entries, pairs, rows, words
from newskit.text.marks import Quotation
from newskit.text.nicknames import formal_names, is_short_for
from newskit.text.paragraphs import Paragraph
from newskit.text.phrases import begins_with, holds_phrase
from newskit.text.sentences import Sentence
from newskit.text.tokens import Tokens
from newskit.text.universal import UNIVERSAL_TAGS

__all__ = [
    "CAPITAL",
    "CAPITALS",
    "FIGURE",
    "LETTER",
    "UNIVERSAL_TAGS",
    "Ground",
    "Kept",
    "Paragraph",
    "Quotation",
    "Sentence",
    "SortedTable",
    "SortedWords",
    "Tokens",
    "WordTest",
    "begins_with",
    "cities",
    "classes",
    "closed_class",
    "entries",
    "female_share",
    "formal_names",
    "furniture",
    "given_names",
    "holds_phrase",
    "is_former",
    "is_short_for",
    "lazy_pattern",
    "lower_case",
    "may_be_button",
    "may_be_trade",
    "once",
    "pairs",
    "places",
    "rows",
    "surnames",
    "widely_given",
    "without_accents",
    "word_bit",
    "words",
]
