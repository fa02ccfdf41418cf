"""What stands around a subject, by which a phrase that names nobody is one."""

from __future__ import annotations

import regex

from newskit.linking.words import one_of
from newskit.text import lazy_pattern

SUBJECT = lazy_pattern(
    r"(?:\s\(\p{Lu}[\p{Lu}\d&-]{1,9}\))?+"
    rf"(?:(?:\s++(?:{one_of('subject_adverb')}|\p{{Ll}}++ly))*+\s++[“\"‘']?+"
    rf"(?:{one_of('subject_verb')}|(?!{one_of('participle')}\b)\p{{Ll}}{{2,}}+(?<=ed|[^s]s))\b|\s++{one_of('auxiliary')}\s)"
)
"""What stands behind a subject: its verb, in quotation marks too, and the short form of its body."""
SUBJECT_AGED = lazy_pattern(rf"(?:,\s++(?:aged?\s++)?+\d{{1,3}}+,)?+{SUBJECT.pattern}")
"""What stands behind a name that is the subject: "Ann Poe, 52, | was"."""
_PART = r"[^,.;:!?\n]{1,100}+"
SUBJECT_TOLD = lazy_pattern(
    rf"(?:(?:,\s++(?:aged?\s++)?+\d{{1,3}}+(?=,))?+"
    rf"(?:,(?!{SUBJECT.pattern})\s++(?=\p{{Ll}}){_PART}(?:,(?!{SUBJECT.pattern}){_PART}){{0,3}}+)?+,)?+{SUBJECT.pattern}"
)
"""The same, and "Ann Poe, a nurse from Lima, | was", "Ann Poe, 52, of Mill Lane, Lima, | was"."""
SUBJECT_MODIFIED = lazy_pattern(rf"\s++(?:who|whose|\p{{Ll}}++(?<=ing))\b|{SUBJECT.pattern}")
"""What stands behind an indefinite subject: "A baker | who lost his shop", "A baker | living in Lima"."""
SUBJECT_WHO = lazy_pattern(rf"(?:,\s++(?:who|an?|the|of|now)\b[^,.;:!?\n]{{1,150}}+,)?+{SUBJECT.pattern}")
"""What stands behind a definite one: "The baker|, who is 52, said", "The anchor of Acme TV|, a channel, said"."""
SAID_BY = lazy_pattern(rf"(?:[,?!]?[\"”’']|,|»,?)\s++{one_of('said_by')}\s++\Z|\b[Aa]ccording\s++to\s++\Z")
"""What stands before a subject behind its verb: "…," said | the baker."""
LONGEST_SAID = 20
"""Characters that it takes up at most."""
SPEAKS = lazy_pattern(rf"\s(?:has\s|had\s)?+{one_of('said_by')}\b")
"""What stands behind somebody who speaks."""
_STYLED = r"(?:Mrs?|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness)\.?+"
LED = lazy_pattern(rf"(?:[\s\"“‘']*+{_STYLED})?+[\s\"“‘']*+")
"""What may stand between the beginning of a sentence and its first name."""
OPENED = lazy_pattern(rf"(?:\s*+(?:\p{{Lu}}{{2,}}+[^\n—–-]{{0,40}}+)?+[—–-]++(?=\s))?+{LED.pattern}")
"""The same, and the place of a report: "LIMA — | The mayor"."""
TELLS = lazy_pattern(rf"\s++(?:(?:has|had|also)\s++)?+(?:{one_of('said_by')}|told|tells)\b")
"""What stands behind somebody who speaks, or tells somebody."""
OWNER = lazy_pattern(r"['’]s?\s++\Z")
"""What stands before a name that something owns: "Acme's | Ann Poe"."""
BEHIND_COMMA = lazy_pattern(r",\s++(?:(?:Mrs?|Ms|Miss|Dr|Sir|Dame)\.?+\s++)?+")
"""What stands between the title that opens a sentence and the name of its holder: "As mayor|, Ms | Poe said"."""
GOVERNED = lazy_pattern(rf"\b{one_of('governing')}\s++\Z")
"""What stands before one who is no subject: "a meeting with | the banker"."""
LONGEST_GOVERNING = 10
"""Characters that it takes up at most."""
BEHIND = lazy_pattern(
    rf"(?<!according\s)(?<!said\s)\b{one_of('governing')}\s++(?:(?:his|her|their|an?|the)\s++)?+(?:\p{{Ll}}++\s++)?+\Z"
)
"""What stands before somebody named aside: "there with his wife | Ann Poe"."""
LONGEST_BEHIND = 40
"""Characters that it takes up at most."""
HE_BEHIND = lazy_pattern(r",?\s++(he|she)\b")
"""The pronoun behind a title that opens its clause: "As mayor|, she | wept"."""
HE_BEFORE = lazy_pattern(r"(?i)\b(he|she|his|her|him)\b")
"""A pronoun before a title."""
HE_ANYWHERE = lazy_pattern(r"\b(he|she|his|hers?|him|(?:him|her)self)\b", regex.IGNORECASE)
"""A pronoun or possessive of one person."""
CLAUSE = lazy_pattern(rf"[,;:—–“”\"]|\s-\s|\b(?:{one_of('clause')}|who|whether|by|in|as)\b")
"""What parts two clauses."""
COORDINATED = lazy_pattern(r"[,;:—–“”\"]|\b(?:and|but|or|so)\b")
"""What begins another clause or phrase, in which a subject can be named again."""
JOINED = lazy_pattern(r"(?:\b(?:and|or|both|including|like|than)|,)\s++\Z")
"""What stands before one of several, or in an apposition: "Ann Poe and | the striker"."""
TOLD_BEHIND = lazy_pattern(r"\s++(?:who|that|whose|most)\b")
"""What stands behind one who is told apart by it: "the striker | who scored"."""
MET = lazy_pattern(rf"\b(?:{one_of('prosecuting')}|{one_of('dying')}\s++of)\s++\Z")
"""What stands before somebody whom a lead only describes: "a jury convicted | a baker", "the murder of | a baker"."""
AGED = lazy_pattern(r",\s(?:aged\s)?+\d{1,3}+,")
"""An age behind a name: "Ann Poe|, 52,"."""
IDENTIFIED = lazy_pattern(r"\b(?:identified|named)\s(?:by\s(?:the\s)?+police\s)?+as\s\Z")
"""What stands before who has been described: "He has been identified as | Al Roe"."""
LONGEST_MET = 40
"""Characters that these take up at most."""
