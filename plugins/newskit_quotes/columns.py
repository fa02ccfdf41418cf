"""One article as the rules read it: token columns, sentences by token, and what stands between quotation marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain, count, pairwise, repeat

from attrs import frozen

import newskit
from newskit.text import Quotation, classes
from newskit_quotes.codes import CODES, NOTHING, codes_of, getter, read_tags
from newskit_quotes.lexicon import Lexicon, word_class
from newskit_quotes.phrases import Phrases
from newskit_quotes.readings import AUXILIARIES, coarse, whole_names

NEGATIONS = word_class("negation") | {word for word in AUXILIARIES if word.endswith("n't")}
_GROUPED = NEGATIONS | AUXILIARIES
_STOPPING = frozenset(",.?!…—-;'’")
COMMAS = frozenset({",", "—", "–", "-", "--", ";", "(", ")"})
DASHES = frozenset({"—", "–", "―", "-", "--"})
_PASSIVE, _ADDRESSING = word_class("passive"), word_class("addressing")
_GROUP, _SHORT, _HEADING = 5, 3, 9
"""How many tokens a verb group may have before its verb; letters of a short word; words of a heading at most."""
_VERBAL = {tag: int(tag in ("VERB", "AUX")) for tag in (*classes("newskit.text", "universal_tags.txt"), "PUNCT")}
_SAID, _ENDS, _CUE = word_class("said"), frozenset(".?!"), 7
_SUBJECT = frozenset({"PROPN", "NOUN", "PRON", "DET", "ADJ"})
_BULLETS = word_class("bullet") - DASHES
_OPENING = tuple([mark] for mark in '"“„«')
_NO_CUE, _SAYS = ("", ""), frozenset({"says", "say", "said", "warns", "finds"})
_ESCAPES = frozenset("&\\âÂ")
_CLOSING = frozenset(",.?!…")
_DOUBLE = {"'": '"', "‘": "“", "’": "”"}


@frozen
class Quoted:
    """A quotation between outermost marks, by token: half-open, marks included; ``number`` counts from 0.

    ``words`` are the tokens between the marks. It ``continues`` where the paragraph before it left its marks open,
    ``begins`` its sentence, ``stops`` where its last token ends a sentence or a clause, and is ``titled`` where it is
    written like a title or a subheading: short, its long words in capitals. One that is not ``closed`` runs to the end
    of its paragraph.
    """

    first: int
    last: int
    words: int
    number: int
    continues: bool
    closed: bool
    paragraph: int
    begins: bool
    stops: bool
    titled: bool


class _GroupStarts(dict[int, int]):
    """Where the verb group of a cue begins: its auxiliaries, negations and adverbs. Worked out when asked for."""

    def __init__(self, columns: Columns) -> None:
        super().__init__()
        self._lower, self._tags, self._named = columns.lower, columns.tags, columns.named
        self._sentences, self._sentence_of = columns.sentences, columns.sentence_of

    def __missing__(self, head: int) -> int:
        lower, tags = self._lower, self._tags
        start, first = head, max(self._sentences[self._sentence_of[head]][0], head - _GROUP)
        index = head - 1
        while index >= first:
            if self._named[index]:  # "| May | said"
                break
            if lower[index] in _GROUPED:
                start = index
            elif tags[index] != "ADV":
                break
            index -= 1
        self[head] = start
        return start


class Columns:
    """The columns of an article that every rule of this plugin looks at.

    ``bits`` are of the words, ``fine`` Penn's tags, ``tags`` Universal ones; ``codes`` and ``kinds`` are the codes
    of ``lower`` and ``fine``; ``named`` are the tokens of names of people and bodies, ``people`` those of people,
    ``joined`` those that go on with a name; ``offices`` are the tokens of titles, ``titles`` where those before names
    begin and end; ``sentence_of`` has the sentence of each token, ``bounds`` the tokens of that sentence; ``bullets``
    are the marks of items of a list, which are no part of a sentence; ``headline`` are the tokens of the headline,
    ``escaped`` has where what stands between escaped marks begins and ends in the text; ``dashed`` are the sentences
    that begin with a dash, ``quoting`` those in which a quotation begins; ``verbs`` counts the verbs before each token;
    ``noun_phrases`` keeps the base noun phrases of sentences looked at, ``bases`` the first one of sources.
    """

    __slots__ = (
        "_cue",
        "bases",
        "bits",
        "bounds",
        "bullets",
        "closes",
        "codes",
        "dashed",
        "ends",
        "escaped",
        "fine",
        "group_starts",
        "headline",
        "inside",
        "joined",
        "kinds",
        "lexicon",
        "lower",
        "lowered",
        "named",
        "noun_phrases",
        "offices",
        "opens",
        "paragraph_of",
        "people",
        "phrases",
        "quotation_starts",
        "quotations",
        "quoting",
        "sentence_of",
        "sentences",
        "starts",
        "tags",
        "text",
        "titles",
        "verbs",
        "word",
        "words",
    )

    def __init__(self, doc: newskit.Doc, lexicon: Lexicon) -> None:
        tokens = doc.tokens
        self.lexicon, self._cue = lexicon, lexicon.cues.get
        self.text = doc.text
        self.words, self.lower = tokens.words, tokens.lower
        self.phrases = Phrases(doc.text, tokens)
        self.word, self.lowered, self.bits = tokens.word, tokens.lowered, tokens.bits
        self.starts, self.ends = tokens.starts, tokens.ends
        singles = _singles(doc)
        self.fine = _read_as_marks(doc.tags, singles) if singles else doc.tags
        self.tags, self.kinds, doubted = read_tags(self.fine)
        mended = coarse(doc, self.tags, doubted)
        if mended:
            self.fine = [mended.get(index, tag) for index, tag in enumerate(self.fine)]
        self.escaped: dict[tuple[int, int], tuple[int, int]] = {}
        escapes = _escaped(doc)
        for start, end in escapes.items():
            for token in tokens.within(start, end):
                self.tags[token] = "PUNCT"
        self.named, self.people, self.joined = whole_names(doc, self.tags)
        at = tokens.at_or_after
        self.headline = next(
            ((at(part.span.start), at(part.span.end)) for part in doc[newskit.Part] if part.kind == "headline"), (0, 0)
        )
        final = self.headline[1] - 1
        for token in (final, final - 1):
            if token > 0 and self.tags[token] == "VERB" and self.lower[token - 1] in _SAYS:
                self.tags[token] = "NOUN"  # "Power cuts avoidable, says | report", "says | fire | chief"
        titles = doc[newskit.Title]
        self.offices = {token for each in titles for token in range(at(each.span.start), at(each.span.end))}
        self.titles = {at(each.span.start): at(each.span.end) for each in titles if each.kind == "before"}
        self.codes = codes_of(self.lower)
        if singles:
            self.codes = list(self.codes)
            for token, double in singles.items():
                self.codes[token] = CODES[double]
        self.verbs = [0, *accumulate(getter(self.tags)(_VERBAL))]
        self.noun_phrases: dict[int, list[tuple[int, int]]] = {}
        self.bases: dict[tuple[int, int], tuple[int, int]] = {}
        self.sentences, self.paragraph_of, self.bullets = _sentences(doc)
        lengths = [last - first for first, last in self.sentences]
        self.sentence_of = list(chain.from_iterable(map(repeat, count(), lengths)))
        self.bounds = list(chain.from_iterable(map(repeat, self.sentences, lengths)))
        self.dashed = {place for place, (first, _) in enumerate(self.sentences) if self.lower[first] in DASHES}
        self.group_starts = _GroupStarts(self)
        self.quotations = self._quotations(doc, escapes)
        self.quotation_starts = [quotation.first for quotation in self.quotations]
        self.quoting = {self.sentence_of[first] for first in self.quotation_starts}
        self.opens = {quotation.first: quotation for quotation in self.quotations}
        self.closes = {quotation.last: quotation for quotation in self.quotations}
        self.inside = bytearray(len(self.words))
        for quotation in self.quotations:
            self.inside[quotation.first : quotation.last] = b"\x01" * (quotation.last - quotation.first)

    def _quotations(self, doc: newskit.Doc, escapes: Mapping[int, int]) -> list[Quoted]:
        found: list[Quoted] = []
        at = doc.tokens.at_or_after
        for each in _outermost(doc, doc.quotations):
            first, last = at(each.start), at(each.end)
            inner_last = at(each.inner_end)
            if not each.closed:
                last = inner_last = self.before_cue(first, last)
            if last <= first or (found and first < found[-1].last):
                continue
            if each.start in escapes:
                self.escaped[first, last] = each.inner_start, each.inner_end
            final = self.words[inner_last - 1] if inner_last > first else ""
            words = inner_last - at(each.inner_start)
            paragraph = self.paragraph_of[self.sentence_of[first]]
            begins, stops = self.bounds[first][0] == first, final[-1:] in _STOPPING
            titled = words <= _HEADING and _is_titled(self.words[first:last])
            # fmt: off
            found.append(Quoted(
                first, last, words, len(found), each.continues, each.closed, paragraph, begins, stops, titled,
            ))
            # fmt: on
        return found

    def before_cue(self, first: int, last: int) -> int:
        """Return the end of a quotation whose mark was never closed: behind the comma before who said it, if any.

        A sentence of it ends in ", Lopez said." or ", said Lopez.".
        """
        for comma in range(first + 2, last - 2):
            if self.lower[comma] != ",":
                continue
            for index in range(comma + 1, min(comma + _CUE, last - 1)):
                if self.lower[index] in _SAID and self.grade(index) == "say":
                    stop = next(
                        (at for at in range(index + 1, min(index + _CUE, last)) if self.lower[at] in _ENDS), None
                    )
                    named = self.tags[comma + 1 : index] + self.tags[index + 1 : stop]
                    if stop is not None and named and _SUBJECT.issuperset(named):
                        return comma + 1
                    break
        return last

    def tag(self, index: int) -> str:
        """Return the Universal tag at an index, "" outside the text."""
        return self.tags[index] if 0 <= index < len(self.tags) else ""

    def fine_tag(self, index: int) -> str:
        """Return the Penn tag at an index, "" outside the text."""
        return self.fine[index] if 0 <= index < len(self.fine) else ""

    def lemma(self, token: int) -> str:
        """Return the lemma of a word that may report, "" of one that does not."""
        return self._cue(self.lower[token], _NO_CUE)[0]

    def grade(self, token: int) -> str:
        """Return how a word reports (say, think, want, judge, noun), "" for one that does not."""
        return self._cue(self.lower[token], _NO_CUE)[1]

    def cue_codes(self, token: int) -> tuple[int, int]:
        """Return the feature codes of a word's lemma, or of the word itself, and of its grade."""
        return self.lexicon.codes.get(self.lower[token]) or (self.codes[token], NOTHING)

    def count_verbs(self, first: int, last: int) -> int:
        """Count the verbs and auxiliaries among the tokens ``first:last``."""
        return self.verbs[last] - self.verbs[first] if first < last else 0

    def quotations_in(self, content: Sequence[tuple[int, int]]) -> list[int]:
        """Return the numbers of the quotations that begin within pieces of content."""
        starts, quoting, of = self.quotation_starts, self.quoting, self.sentence_of
        found: list[int] = []
        for first, last in content if starts else ():
            if first < last and (of[first] in quoting or of[first] != of[last - 1]):
                found += range(bisect_left(starts, first), bisect_left(starts, last))
        return found

    def left_open(self, content: Sequence[tuple[int, int]]) -> bool:
        """Tell whether a quotation of some content was never closed, and no later one goes on with it."""
        for number in self.quotations_in(content):
            if not self.quotations[number].closed:
                after = self.quotations[number + 1 : number + 2]
                reopened = after and after[0].first - self.quotations[number].last <= 1
                if not (after and (after[0].continues or reopened)):
                    return True
        return False

    def comma_in(self, boundary: int) -> bool:
        """Tell whether a comma that parts what follows stands within the marks that close right before a boundary."""
        return boundary in self.closes and self.lower[boundary - 2] == ","

    def trimmed(self, piece: tuple[int, int]) -> tuple[int, int]:
        """Return a piece of content without the commas at its end; a bracket that opened in it stays."""
        start, end = piece
        while end - 1 > start and self.lower[end - 1] in COMMAS and not self.inside[end - 1]:
            if self.lower[end - 1] == ")" and "(" in self.lower[start:end]:
                break
            end -= 1
        return start, end

    def is_addressed(self, head: int) -> bool:
        """Tell whether the subject of a passive is who hears it: "residents were told"."""
        told = self.lemma(head) in _ADDRESSING and self.tags[head] == "VERB"
        return (
            told and self.lower[head].endswith("ed" if self.lower[head] != "told" else "told") and self.is_passive(head)
        )

    def is_passive(self, head: int) -> bool:
        """Tell whether the verb group of a cue has a form of "be" before its verb."""
        start = self.group_starts[head]
        return start < head and not _PASSIVE.isdisjoint(self.lower[start:head])


def _singles(doc: newskit.Doc) -> dict[int, str]:
    """Return the single marks around speech, each with the double one that it stands for; a tagger reads them as "'s".

    What ends in a comma or as a sentence does is speech; other words between single marks are mostly names and terms.
    """
    found: dict[int, str] = {}
    for each in doc.quotations:
        speech = doc.text[each.inner_end - 1] in _CLOSING
        if each.depth == 0 and speech and doc.text[each.start] in _DOUBLE:
            for start, end in ((each.start, each.inner_start), (each.inner_end, each.end)):
                double, token = _DOUBLE.get(doc.text[start:end]), doc.tokens.at_or_after(start)
                if double and doc.tokens.starts[token] == start and doc.tokens.ends[token] == end:
                    found[token] = double
    return found


def _read_as_marks(tags: Sequence[str], singles: Mapping[int, str]) -> list[str]:
    """Return Penn's tags, those of single marks around speech as of the double ones."""
    read = list(tags)
    for token, double in singles.items():
        read[token] = "``" if double == "“" else "''"
    return read


def _escaped(doc: newskit.Doc) -> dict[int, int]:
    """Return where escaped quotation marks begin and end, &quot; and the like."""
    sides = [side for each in doc.quotations for side in ((each.start, each.inner_start), (each.inner_end, each.end))]
    return {start: end for start, end in sides if doc.text[start : start + 1] in _ESCAPES and end - start > 1}


def _is_titled(words: Sequence[str]) -> bool:
    long_words = [word for word in words if len(word) > _SHORT and word[0].isalpha()]
    return bool(long_words) and all(word[0].isupper() for word in long_words)


def _sentences(doc: newskit.Doc) -> tuple[list[tuple[int, int]], list[int], set[int]]:
    """Return the token range and the paragraph of each sentence, and the bullets.

    A dateline is none of the sentence behind it, nor is the bullet of an item.
    """
    cuts = [doc.tokens.at_or_after(part.span.end) for part in doc[newskit.Part] if part.kind == "dateline"]
    ranges = [(each.tokens.start, each.tokens.stop) for each in doc.sentences]
    paragraphs = [each.paragraph for each in doc.sentences]
    begun = (
        (first, last)
        for (first, last), before, own in zip(ranges, [-1, *paragraphs], paragraphs, strict=False)
        if own != before
    )
    items = ((_bullet_end(doc.tokens.words, first), last) for first, last in begun)
    bullets = {end - 1 for end, last in items if 0 < end < last}
    if not cuts and not bullets:  # as most have it
        return ranges, paragraphs, bullets
    cuts = sorted({*cuts, *(bullet + 1 for bullet in bullets)})
    parts = []
    for (first, last), paragraph in zip(ranges, paragraphs, strict=True):
        inside = cuts[bisect_right(cuts, first) : bisect_left(cuts, last)]
        parts += [(piece, paragraph) for piece in pairwise((first, *inside, last))]
    return [piece for piece, _ in parts], [paragraph for _, paragraph in parts], bullets


def _bullet_end(words: Sequence[str], first: int) -> int:
    """Return the token behind what marks an item of a list: a bullet, "1)", "(a)", a dash before marks; else 0."""
    if words[first] in _BULLETS or (words[first] in DASHES and words[first + 1 : first + 2] in _OPENING):
        return first + 1
    letter = first + (words[first] == "(")
    marked = words[letter + 1 : letter + 2] == [")"]
    return letter + 2 if marked and (words[letter].isdigit() or len(words[letter]) == 1) else 0


def _outermost(doc: newskit.Doc, quotations: tuple[Quotation, ...]) -> Iterator[Quotation]:
    """Yield the quotations of the first depth, or, where one was never closed and others lie in it, those others.

    One that the next goes on with was never to be closed: “We sell ‘River Socks’. ¶ “They are warm.”
    """
    firsts = [position for position, each in enumerate(quotations) if each.depth == 0]
    for position, after in pairwise([*firsts, len(quotations)]):
        each, inner = quotations[position], quotations[position + 1 : after]
        if each.closed or not inner or _goes_on(doc, each, inner, quotations[after : after + 1]):
            yield each
        else:
            yield from (within for within in inner if within.depth == 1 and within.end <= each.end)


def _goes_on(doc: newskit.Doc, each: Quotation, inner: tuple[Quotation, ...], after: tuple[Quotation, ...]) -> bool:
    """Tell whether a quotation with others in single marks goes on in the next one; nobody "said" so in its rest."""
    if not after or doc.text[inner[0].start] not in _DOUBLE:
        return False
    rest = doc.text[max(within.end for within in inner) : each.end].split()
    goes_on = after[0].continues or not doc.text[each.end : after[0].start].strip()
    return goes_on and _SAID.isdisjoint(rest)
