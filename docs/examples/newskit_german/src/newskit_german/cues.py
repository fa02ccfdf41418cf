"""Cues of German and their sources: verbs that report, and laut, nach, zufolge and so."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

import newskit
from newskit.rules import Found, Rule, Rules, Vocabulary, Word
from newskit.text import Tokens
from newskit_german.frames import Frame, word_class
from newskit_german.phrases import phrase_end
from newskit_german.subjects import agent, clause_end, first_phrase, link_of, main_clause, place, subject

_VERBS = ("verb of saying", "verb and particle", "participle", "opinion", "view")
_BEFORE = 25
"""How many tokens before a participle its auxiliary is looked for."""
_CLAUSES = 3
"""Clauses in which the particle of a verb is looked for: an apposition in commas may lie between."""
_MARKS = frozenset(",:;–—-")


@frozen(eq=False)
class Cue:
    """A word that attributes: its rule and token, the finite verb that its subject stands by, the tokens of its source.

    ``lemma`` is that of a verb, and empty for one whose particle stands apart.
    """

    rule: str
    head: int
    verb: int
    source: range
    lemma: str = ""

    @property
    def is_verb(self) -> bool:
        """Tell whether it is a verb, which has clauses and objects of its own."""
        return self.rule in _VERBS


@frozen(eq=False)
class Clause(Found):
    """A match with the frame that it lies in, for the tests of the records."""

    frame: Frame

    def end(self) -> int:
        """Return where the clause ends that the match is in."""
        return clause_end(self.frame, self.stop)


def _has_particle(found: Clause) -> bool:
    """Tell whether the particle of a verb ends its clause: teilte der Sprecher am Montag mit."""
    particles = (found.value("SPLIT") or "").split("|")
    stop = found.end()
    for _ in range(_CLAUSES):
        if stop - 1 > found.start and found.tokens.lower[stop - 1] in particles:
            return True
        if stop >= found.frame.stop:
            return False
        quoted = found.frame.quoted_at(stop)
        stop = clause_end(found.frame, quoted.stop if quoted else stop + 1)
    return False


def _auxiliary(found: Clause) -> int | None:
    """Return the auxiliary that a participle goes with: before it, or right behind it at the end of its clause."""
    frame, helpers = found.frame, word_class("HAVE")
    follows = found.tokens.lower[found.stop] if found.stop < frame.stop else ""
    if follows in helpers and follows not in ("haben", "werden", "worden"):
        return found.stop
    for index in range(found.start - 1, max(frame.start, found.start - _BEFORE) - 1, -1):
        if frame.is_in(index, "HAVE") and not frame.quoted_at(index):
            return index
        if found.tokens.words[index] in ";:":
            break
    return found.stop if follows in helpers else None


def _of_words(found: Clause) -> bool:
    """Tell whether words in marks stand behind für, als, in, mit or ein in the clause: hält sie für „sicher“."""
    starts = (each.start - 1 for each in found.frame.quoted if found.stop < each.start <= found.stop + _BEFORE)
    return any(found.frame.is_in(at, "AS") for at in starts)


def _copula(found: Clause) -> int | None:
    """Return the form of sein that an opinion is said with: ist der Meinung, …, der Meinung ist."""
    frame = found.frame
    if found.stop < frame.stop and frame.is_in(found.stop, "BE"):
        return found.stop
    for index in range(found.start - 1, max(frame.start, found.start - _BEFORE) - 1, -1):
        if frame.is_in(index, "BE") and not frame.quoted_at(index):
            return index
        if found.tokens.words[index] in _MARKS:
            break
    return None


def _source(found: Clause) -> range:
    """Return the tokens of the source that stands by a preposition or by "so", an empty range where there is none."""
    frame, begin = found.frame, found.start + 1
    if found.rule.name == "zufolge":
        starts = range(max(frame.start, found.start - _BEFORE), found.start)
        start = next((at for at in starts if phrase_end(frame, at, apposition=False) == found.start), found.start)
        return range(start, found.start)
    if found.has("OWN") and any(word.startswith("eigen") for word in found.tokens.lower[begin : found.stop]):
        return first_phrase(frame, frame.start, frame.stop)  # nach eigenen Angaben: its own, whom the sentence is about
    end = phrase_end(frame, begin)
    return range(0) if found.rule.name == "so" and not _is_aside(found, end) else range(begin, end)


def _is_aside(found: Clause, end: int) -> bool:
    """Tell whether "so" and a phrase are all that stands between marks: „…“, so die Ministerin."""
    frame, words, before = found.frame, found.tokens.words, found.start - 1
    if RULES.word(found.tokens.word(found.start + 1)).label in ("SAY", "SPLIT"):
        return False  # so urteilte die Ministerin
    if found.start > frame.start and words[before] not in _MARKS and not frame.quoted_at(before):
        return False
    if end >= frame.stop or words[end] in ",.:;–!?)(" or frame.quoted_at(end):
        return True
    return frame.is_in(end, "PREPOSITION") or words[end] in ("weiter", "wörtlich")


def _attributive(found: Clause) -> bool:
    """Tell whether a form stands before a noun, as an adjective: mit dem neu formulierten Recht."""
    before, after = found.tokens.lowered(found.start - 1), found.tokens.word(found.stop)
    leads = before in word_class("ARTICLE") or before in word_class("PREPOSITION") or before in ("neu", "oft", "näher")
    return leads and after[:1].isupper()


def _naming(found: Clause) -> bool:
    """Tell whether a verb gives a name and reports nothing: der Platz heißt „…“, das heißt."""
    if found.value("SAY") not in ("heißen", "lauten"):
        return False
    stop = found.end()
    leads = stop < found.frame.stop and found.tokens.words[stop] == ":"
    return found.tokens.lowered(found.stop) != "es" and not leads


def _told(quote: newskit.Quote, rule: Rule) -> Iterator[tuple[newskit.Span, str]]:
    """Tell a quote as the records write it: kind, source and cue, a stroke between them; of further pieces "…"."""
    del rule
    source, cue = (each.text if each else "" for each in (quote.source, quote.cue))
    yield quote.content[0], f"{quote.kind} | {source} | {cue}".strip()
    for piece in quote.content[1:]:
        yield piece, "…"


RULES = Rules(
    "newskit_german",
    "quotes.txt",
    vocabulary=Vocabulary("newskit_german", "verbs.txt"),
    tests={
        "particle": _has_particle,
        "auxiliary": lambda found: _auxiliary(found) is not None,
        "words": _of_words,
        "copula": lambda found: _copula(found) is not None,
        "attributive": _attributive,
        "naming": _naming,
        "source": lambda found: bool(_source(found)),
    },
    parts={"": _told},
)


def cues(frame: Frame) -> list[Cue]:
    """Find the cues of a frame outside of its quotations, in the order of the text."""

    def make(rule: Rule, tokens: Tokens, start: int, stop: int, words: tuple[Word, ...]) -> Clause:
        return Clause(rule, tokens, start, stop, words, frame)

    doc = frame.doc
    return list(RULES.find(doc.text, doc.tokens, take=_cue, make=make, within=frame.indices))


def _cue(found: Clause, _: object) -> Cue | None:
    frame, rule = found.frame, found.rule.name
    if frame.quoted_at(found.start):
        return None
    if rule not in _VERBS:
        return Cue(rule, found.start, found.start, _source(found))
    link = link_of(frame, found.start)
    if link is not None and frame.is_in(link, "ASIDE"):
        return None
    if rule == "view":
        return Cue(rule, found.start, found.start, subject(frame, found.start), found.value("SEE") or "halten")
    if rule == "opinion":
        verb = _copula(found) or found.start
        return Cue(rule, found.stop - 1, verb, subject(frame, verb))
    lemma = found.value("SAY", "SAID") or ""
    helper = _auxiliary(found) if rule == "participle" or _may_be_participle(found) else None
    verb = found.start if helper is None else helper
    source = _who(found, helper, lemma)
    passive = helper is not None and frame.is_in(helper, "PASSIVE")
    if not source and not passive:  # what is said in the passive with no agent has no source
        source = first_phrase(frame, main_clause(frame, found.start, frame.start), found.start)
    return Cue(rule, found.start, verb, source, lemma)


def _may_be_participle(found: Clause) -> bool:
    """Tell whether a verb ends its clause, as a participle of the same form does: wird … zitiert."""
    stop = found.end()
    ends = stop == found.stop or (stop == found.stop + 1 and found.frame.is_in(found.stop, "HAVE"))
    return ends and found.tokens.words[found.start].endswith("t")


def _who(found: Clause, helper: int | None, lemma: str) -> range:
    """Return the source of a verb: its subject; of the passive whom "von" names; of a citation who is cited."""
    frame = found.frame
    if helper is not None:
        if lemma == "heißen":
            return place(frame, helper)
        passive = frame.is_in(helper, "PASSIVE") and lemma != "zitieren"
        return agent(frame, helper, found.start) if passive else subject(frame, helper)
    if lemma == "zitieren":
        cited = first_phrase(frame, found.stop, found.end(), beyond="man", oblique=True)
        return cited or subject(frame, found.start)
    return subject(frame, found.start)
