"""Where in a line the credit of its picture stands: in brackets, behind a label, behind the last sentence."""

from __future__ import annotations

from newskit.text import classes, lazy_pattern
from newskit_structure.credits import hired, is_source, signed_for, slashed, supplied, took
from newskit_structure.line import PACKAGE, SPEECH_MARKS, Line, phrases
from newskit_structure.signed import named

CREDIT = 90
"""The most characters of a credit."""
STORY_CREDIT = 160
"""A bracketed agency after more text than this signs the story rather than a picture."""
_OPENING_BRACKETS = {")": "(", "]": "["}
_STATE = 2
"""In so few letters a source is in capitals, else it is a state: "PA", not "Pa."."""
_PARTS = ".!?/|"
"""Behind these a name alone is whose the picture is: "… on the quay / Jane Roe", not "… on the quay - Jane Roe"."""
_FIRST = 20
"""Where the name of a photographer follows, the sentence before is longer than this."""
_QUOTES = SPEECH_MARKS | frozenset("'‘")
_LAST_SENTENCE = lazy_pattern(r"[.!?][\"'”’)]?+ ++(?=[^.!?]*+$)")
_LAST_PART = lazy_pattern(r"\s[|/–—-]\s++(?=[^|–—]{3,60}+$)")
"""What parts a credit from its caption: "… at dusk | Jane Roe/AP"."""
_CREDIT_WORDS = 8


def bracketed(line: Line) -> bool:
    """Tell whether a line ends in brackets."""
    return line.text[-2:].rstrip(".")[-1:] in _OPENING_BRACKETS


def bracketed_credit(line: Line) -> tuple[int, int] | None:
    """Return where the credit in brackets at the end of a line stands."""
    end = len(line.text) - (line.text[-1] == ".")
    opening = _OPENING_BRACKETS.get(line.text[end - 1 : end], "")
    start = line.text.rfind(opening, 0, end) + 1 if opening else 0
    written = line.text[start : end - 1].strip(" .")
    told = is_source(line.lower[start : end - 1]) or slashed(written) or hired(written) or supplied(written)
    told = told or (opening == "[" and signed_for(written))
    if 1 < start < end - 1 and end - start <= CREDIT and told:
        return (start, end - 1) if len(written) > _STATE or written.isupper() else None
    return None


def trailing_credit(line: Line) -> tuple[int, int] | None:
    """Find a credit without brackets at the end: "… on Monday. Photo: Jane Roe", "… via Getty Images"."""
    low = max(0, len(line.text) - CREDIT)
    tail = line.lower[low:]
    for label in phrases("credits.txt", "label"):
        at = tail.rfind(label)
        start = low + at
        if at < 0 or start == 0 or line.lower[start - 1].isalnum():
            continue
        rest = line.text[start + len(label) :].rstrip(". ")
        fits = label[-1] in ":/.…" or rest[:1] == " "
        if label.startswith("courtesy") and line.text[start].islower():  # "treated to a drink courtesy of the club"
            continue
        if fits and credit_words(label, rest.strip()):
            return _whose(line.text[:start]) if label == "via" else start, start + len(label) + len(rest)
    return None


def _whose(before: str) -> int:
    """Return where the names right before "via" begin: "… on Monday. Jane Roe/AFP via Getty Images"."""
    last = _LAST_SENTENCE.search(before, max(0, len(before) - CREDIT))
    signed = last is not None and named(before[last.end() :].replace("/", " ").split())
    return last.end() if last and signed else len(before)


def credit_words(label: str, rest: str) -> bool:
    """Tell whether words behind a label are whose a picture is."""
    if not rest or ". " in rest or len(rest.split()) > _CREDIT_WORDS:
        return False
    weak = not (
        label[-1] == ":" or label.startswith(("photo", "image", "picture", "ap ", "afp ", "courtesy", "credit"))
    )
    return is_source(rest.lower()) or (not weak and named(rest.split()))


def agency_credit(line: Line) -> tuple[int, int] | None:
    """Find a credit without a label at the end: "… on Monday. Jane Roe/Post", "… the old bridge Getty Images"."""
    end = len(line.text)
    last = _LAST_PART.search(line.text, max(0, end - CREDIT)) or _LAST_SENTENCE.search(line.text, max(0, end - CREDIT))
    written = line.text[last.end() :] if last else ""
    if last and "/" in last[0] and written.isupper():  # "… on the quay / JANE ROE"
        written = written.title()
    if (
        last
        and last.start() <= STORY_CREDIT
        and took(
            written,
            alone=last.start() > _FIRST and last[0].strip()[0] in _PARTS and line.text[0] not in _QUOTES,
        )
    ):
        return last.end(), end
    owned = line.text.rfind("©", max(1, end - CREDIT))
    if owned > 0 and named(line.text[owned + 1 :].split()):
        return owned, end
    agencies = phrases("credits.txt", "agency")
    if not line.lower.endswith(agencies):
        return None
    start = end - max(len(agency) for agency in agencies if line.lower.endswith(agency))
    before = line.lower[:start].split()
    loose = line.lower.endswith(" ", 0, start) and before[-1] not in classes(PACKAGE, "credits.txt")["before"]
    return (start, end) if loose else None
