"""Rules as records: read from a plugin's file, checked, applied to tokens, listed and tried by their examples."""

from newskit.rules.conditions import joined, line_start, sentence_start
from newskit.rules.found import Found
from newskit.rules.record import Example, Line, Place, Rule
from newskit.rules.rules import Rules
from newskit.rules.vocabulary import OTHER, Vocabulary, Word

__all__ = [
    "OTHER",
    "Example",
    "Found",
    "Line",
    "Place",
    "Rule",
    "Rules",
    "Vocabulary",
    "Word",
    "joined",
    "line_start",
    "sentence_start",
]
