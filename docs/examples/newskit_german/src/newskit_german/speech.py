"""Which quotations of German are speech, and which cue they go with."""

from __future__ import annotations

from newskit_german.cues import Cue
from newskit_german.frames import Frame, Quoted, word_class
from newskit_german.subjects import clause_end

_SURE, _LIKELY = 7, 4
"""Words of a quotation that is speech almost always, and of one that often is."""
_NEAR = 3


def is_alone(frame: Frame) -> bool:
    """Tell whether a frame is a quotation and nothing else."""
    return not any(frame.tokens.words[at][0].isalnum() and not frame.quoted_at(at) for at in frame.indices)


def is_adjacent(frame: Frame, quoted: Quoted, cue: Cue) -> bool:
    """Tell whether nothing but marks lies between a quotation and the cue behind it: „…“, sagte Ruiz."""
    first = min(cue.head, cue.verb)
    return first >= quoted.stop and not any(
        word[0].isalnum() and word != "so" for word in frame.tokens.words[quoted.stop : first]
    )


def governing(frame: Frame, quoted: Quoted, cues: list[Cue]) -> Cue | None:
    """Return the cue of a quotation: right behind it, else the last before it, else the next behind it."""
    behind = next((cue for cue in cues if cue.head >= quoted.stop), None)
    if behind and is_adjacent(frame, quoted, behind):
        return behind
    before = [cue for cue in cues if cue.head < quoted.start]
    strong = [cue for cue in before if cue.is_verb or cue.rule == "so"]
    return (strong or before)[-1] if before else behind


def is_speech(frame: Frame, quoted: Quoted, cue: Cue | None, *, goes_on: bool) -> bool:
    """Tell speech from names and words that are only mentioned.

    ``goes_on`` says that the frame goes on with what somebody said in the subjunctive.
    """
    words = [word for word in frame.tokens.words[quoted.start : quoted.stop] if word[0].isalnum()]
    if not words or (cue and quoted.start in cue.source) or _is_name(frame, quoted, cue, words):
        return False
    spoken = _is_sentence(frame, quoted, words)
    calls = cue is not None and cue.head < quoted.start and _calls(frame, quoted, cue)
    if len(words) >= _LIKELY:
        behind_article = quoted.start > frame.start and frame.is_in(quoted.start - 1, "ARTICLE")
        small = any(word[0].islower() for word in words)
        return spoken or calls or (cue is not None and small and not behind_article)
    if cue is None:
        return words[0][0].islower() and (goes_on or frame.tokens.lower[frame.start] == "für")
    return spoken or calls or is_adjacent(frame, quoted, cue) or _in_report(frame, quoted, cue)


def _calls(frame: Frame, quoted: Quoted, cue: Cue) -> bool:
    """Tell whether a cue takes words as its object: nannte sie „klug“, warf ihr „Wortbruch“ vor."""
    if cue.rule == "verb and particle":
        return quoted.stop < frame.stop and clause_end(frame, quoted.stop) == quoted.stop + 1
    return cue.lemma in word_class("CALLS")


def _in_report(frame: Frame, quoted: Quoted, cue: Cue) -> bool:
    """Tell whether a verb in the subjunctive stands beside a quotation behind its cue: …, sie sei eine „Schande“."""
    beside = range(max(cue.head, quoted.start - _NEAR), min(quoted.stop + _NEAR - 1, frame.stop))
    return cue.head < quoted.start and any(frame.is_in(at, "SUBJUNCTIVE") for at in beside)


def _is_sentence(frame: Frame, quoted: Quoted, words: list[str]) -> bool:
    """Tell whether a quotation is a sentence or a part of one: begun in small, with a stop, with a verb, with ich."""
    if words[0][0].islower() or _is_closed(frame, quoted):
        return True
    return any(word.lower() in word_class(name) for word in words for name in ("SPEAKING", "FINITE", "SUBJUNCTIVE"))


def _is_closed(frame: Frame, quoted: Quoted) -> bool:
    return frame.doc.text[quoted.quotation.inner_end - 1] in ".!?"


def _is_name(frame: Frame, quoted: Quoted, cue: Cue | None, words: list[str]) -> bool:
    """Tell whether a quotation is the name of what stands before it, or one that somebody gives himself."""
    before = quoted.start - 1
    if quoted.start > frame.start and frame.is_in(before, "TITLE"):
        return True
    if cue is not None and _is_called(frame, quoted, cue):
        return True
    if len(words) >= _SURE or quoted.start == frame.start:
        return False
    return frame.is_in(before, "NAMED") or (
        not _is_closed(frame, quoted) and _stands_as_name(frame, quoted, cue, words)
    )


def _stands_as_name(frame: Frame, quoted: Quoted, cue: Cue | None, words: list[str]) -> bool:
    """Tell whether a quotation stands as a name does: behind a noun, or, all in capitals, behind an article."""
    if cue is not None and cue.rule == "verb and particle" and _calls(frame, quoted, cue):
        return False
    before = quoted.start - 1
    if words[0][0].isupper() and frame.tokens.words[before][0].isupper() and before > frame.start:
        return True
    return frame.is_in(before, "DEFINITE") and not any(word[0].islower() for word in words)


def _is_called(frame: Frame, quoted: Quoted, cue: Cue) -> bool:
    """Tell whether a verb of naming has nobody who names: wird als „Sonnenwind“ bezeichnet, nennt sich „…“."""
    if not cue.source and cue.lemma in ("nennen", "bezeichnen"):
        return True
    return cue.lemma == "nennen" and _names_itself(frame, quoted, cue)


def _names_itself(frame: Frame, quoted: Quoted, cue: Cue) -> bool:
    """Tell whether somebody is called so by everybody, or calls himself so: die sich „Freunde der Brücke“ nennen."""
    first, last = min(cue.head, quoted.start), max(cue.head, quoted.stop)
    near = (*range(max(frame.start, first - _NEAR), first), *range(last, min(frame.stop, last + _NEAR)))
    near = (*near, *range(max(frame.start, cue.head - _NEAR), min(frame.stop, cue.head + _NEAR)))
    return any(frame.tokens.lower[at] in ("man", "sich") and not frame.quoted_at(at) for at in near)
