"""Claims with an editor's marks: parts that stand in the source in their order, with what is between them.

An ellipsis skips at most 300 characters, brackets stand for at most 60. Where what was left out or put in turns the
meaning, the difference says so by its word.
"""

from __future__ import annotations

from itertools import chain, islice, pairwise

import regex
from attrs import frozen

from newskit.verify.claim import Claim, Edit, Part, Parts
from newskit.verify.fold import is_of_word
from newskit.verify.source import Text
from newskit.verify.verdict import Change, Difference, EditMark, Matter
from newskit.verify.words import is_affix, is_name, is_number, is_small, turning

_BRACKETS = frozenset("()[]")
_STEM = 3
"""Letters that forms of a word share at least."""
MOST_ELIDED, MOST_BRACKETED = 300, 60
"""Characters of the folded source that an ellipsis and brackets may stand for, the latter beside their content."""
_MOST_TRIED, _MOST_SEARCHES = 200, 2000
"""Occurrences of the first part from which the others are looked for, and searches in all: time stays linear."""
_SENTENCES = regex.compile(r"(?<=[.!?][\"'”’)]?)\s++(?=[\p{Lu}\p{N}\"“'‘])|\n")
_WORDS = regex.compile(r"[\p{L}\p{N}\p{M}]++")
_REST_BEHIND, _BEHIND = regex.compile(r"[\p{L}\p{N}\p{M}'-]*+"), regex.compile(r" ?[\p{L}\p{N}\p{M}'-]*+")


@frozen
class Chain:
    """Where each part of a claim stands in the folded source, and what is between them."""

    places: tuple[tuple[int, int], ...]
    differences: tuple[Difference, ...]

    @property
    def turns(self) -> bool:
        """Whether an edit turns the meaning."""
        return any(each.turns for each in self.differences)


def chain_of(claim: Claim, source: Text) -> Chain | None:
    """Return where the parts of a claim stand: the first chain of them whose edits turn nothing, else the first."""
    first: Chain | None = None
    if claim.parts is None or _is_mostly_edits(claim.parts):
        return None
    tries = max(_MOST_SEARCHES // len(claim.parts.parts), 1)
    for place in _starts(claim.parts.parts[0], source)[:tries]:
        found = _from(claim.parts, claim, source, place)
        if found and not found.turns:
            return found
        first = first or found
    return first


def _is_mostly_edits(split: Parts) -> bool:
    """Tell whether an editor's words are more than twice as long as those that are quoted."""
    put_in = sum(len(edit.content) for edits in split.edits for edit in edits)
    return put_in > 2 * sum(len(part.text) for part in split.parts)


def _starts(part: Part, source: Text) -> list[int]:
    found = (
        islice(source.occurrences(text, head=part.head, tail=part.tail), _MOST_TRIED) for text in _cases(part.text)
    )
    return sorted(chain.from_iterable(found))


def _cases(text: str) -> tuple[str, ...]:
    """Return words with their first letter as it is, and in the other case."""
    other = other_case(text)
    return (text, other) if other else (text,)


def other_case(text: str) -> str:
    """Return words with their first letter in the other case, "" where it has none."""
    turned = text[:1].swapcase()
    return turned + text[1:] if len(turned) == 1 and turned != text[:1] else ""


def _from(split: Parts, claim: Claim, source: Text, place: int) -> Chain | None:
    parts, edits = split.parts, split.edits
    places = [(place, place + len(parts[0].text))]
    for part, between in zip(parts[1:], edits[1:], strict=False):
        end = places[-1][1]
        reach = sum(MOST_ELIDED if edit.mark == "ellipsis" else MOST_BRACKETED + len(edit.content) for edit in between)
        within = end, min(end + reach + len(part.text), len(source.text))
        texts = _cases(part.text) if between[-1].mark == "ellipsis" else (part.text,)
        found = [
            at for text in texts for at in islice(source.occurrences(text, *within, head=part.head, tail=part.tail), 1)
        ]
        if not found:
            return None
        places.append((min(found), min(found) + len(part.text)))
    gaps = [
        _before(source.text, places[0][0], parts[0]),
        *((end, start) for (_, end), (start, _) in pairwise(places)),
        _behind(source.text, places[-1][1], parts[-1]),
    ]
    joints = [(each, _trimmed(source.text, *gap)) for each, gap in zip(edits, gaps, strict=True) if each]
    own = any(_has_own_brackets(each, source.text[slice(*gap)]) for each, gap in joints)
    if own or (edits[0] and _closes(source.text, gaps[0][0])) or (edits[-1] and _opens(source.text, gaps[-1][1])):
        return None
    differences = [_difference(claim, source, each, gap) for each, gap in joints]
    # A bracket may stand for a part of a word, which is quoted as a whole: [W]e, say[s].
    places[0] = places[0] if parts[0].head else (gaps[0][0], places[0][1])
    places[-1] = places[-1] if parts[-1].tail else (places[-1][0], gaps[-1][1])
    return Chain(tuple(places), tuple(each for each in differences if each))


def _has_own_brackets(edits: list[Edit], dropped: str) -> bool:
    """Tell whether the source has brackets of its own where a claim has some: those are no editor's."""
    return any(edit.mark == "brackets" for edit in edits) and not _BRACKETS.isdisjoint(dropped)


def _closes(text: str, place: int) -> bool:
    return text[max(place - 2, 0) : place].rstrip(" ")[-1:] in (")", "]")


def _opens(text: str, place: int) -> bool:
    return text[place : place + 2].lstrip(" ")[:1] in ("(", "[")


def _before(text: str, place: int, part: Part) -> tuple[int, int]:
    """Return what a bracket before the first part may stand for: the rest of a word, or the word before."""
    start = place - 1 if part.head and text[place - 1 : place] == " " else place
    while start > max(place - MOST_BRACKETED, 0) and (is_of_word(text[start - 1]) or text[start - 1] in "'-"):
        start -= 1
    return start, place


def _behind(text: str, place: int, part: Part) -> tuple[int, int]:
    pattern = _BEHIND if part.tail else _REST_BEHIND
    found = pattern.match(text, place, place + MOST_BRACKETED)
    return place, found.end() if found else place


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] == " ":
        start += 1
    while start < end and text[end - 1] == " ":
        end -= 1
    return start, end


def _difference(claim: Claim, source: Text, edits: list[Edit], gap: tuple[int, int]) -> Difference | None:
    dropped = source.text[slice(*gap)]
    content = " ".join(edit.content for edit in edits if edit.mark == "brackets")
    mark: EditMark = "brackets" if any(edit.mark == "brackets" for edit in edits) else "ellipsis"
    if content.lower() in ("sic", "") and not dropped:
        return None
    if dropped.casefold() == content.casefold():  # [W]e: an editor owns up to a capital
        return None
    start, end = edits[0].start, edits[-1].end
    stretch = source.stretch(*gap)
    turns = _turns(dropped, stretch.text, content, mark, attached=_attached(claim.text, start, end))
    change: Change = "replaced" if dropped and content else "omitted" if dropped else "added"
    return Difference(change, _matter(turns), claim.stretch(start, end), stretch, mark, turns)


def _attached(text: str, start: int, end: int) -> bool:
    sides = text[start - 1 : start] + text[end : end + 1]
    return any(side.isalnum() for side in sides)


def _turns(dropped: str, raw: str, content: str, mark: EditMark, *, attached: bool) -> str:
    """Return the word that turns the meaning where it is dropped or brought; "" where none is."""
    if mark == "ellipsis":
        # Whole sentences that are left out say nothing of those that stay; the rest of those that stay does.
        sentences = _SENTENCES.split(raw)
        near = (sentences[0], sentences[-1]) if len(sentences) > 1 else sentences
        return next(filter(None, map(turning, near)), "")
    gone, come = turning(dropped), turning(content)
    if gone.lower() != come.lower():
        return gone or come
    if attached and (is_affix(dropped) or is_affix(content)):
        return dropped if is_affix(dropped) else content
    if attached or not content:
        return ""
    kept = {word.casefold() for word in _WORDS.findall(content)}
    lost = (word for word in _WORDS.findall(dropped) if word.casefold() not in kept)
    return next((word for word in lost if not _may_go(word, kept)), "")


def _may_go(word: str, kept: set[str]) -> bool:
    """Tell whether brackets may stand for a word: for a small one, or for another form of a word that is in them."""
    if is_number(word) or is_name(word):
        return False
    lowered = word.casefold()
    return is_small(lowered) or any(lowered[:_STEM] == each[:_STEM] for each in kept)


def _matter(turns: str) -> Matter:
    if not turns:
        return "word"
    if turning(turns) or is_affix(turns):
        return "negation"
    if is_number(turns):
        return "number"
    return "name" if is_name(turns) else "word"
