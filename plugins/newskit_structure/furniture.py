"""What a line is by its own form: a separator, boilerplate, a correction, a byline, a caption or a credit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from newskit.text import begins_with, classes, furniture, holds_phrase
from newskit_structure.blocks import blocks
from newskit_structure.captions import opens_caption, opens_dated_caption
from newskit_structure.credit_ends import (
    CREDIT,
    STORY_CREDIT,
    agency_credit,
    bracketed,
    bracketed_credit,
    credit_words,
    trailing_credit,
)
from newskit_structure.credits import (
    NAME_WORDS,
    is_source,
    labelled,
    slashed,
    source_only,
)
from newskit_structure.dateline import is_date_line
from newskit_structure.line import SHORT, Form, Line, names_section, phrases
from newskit_structure.signed import (
    by_name,
    firm_notes,
    header_lines,
    named,
    names_below,
    sign_off,
    signatures,
    writer_notes,
)

_LOOK = 80
"""A line with no letter or digit so far in is a separator."""
_SIGNED_LINE = 60
"""The least characters of a last sentence that an agency signs."""
_OF_PICTURES = frozenset(
    [
        "photo",
        "image",
        "images",
        "picture",
        "file",
        "archive",
        "handout",
        "supplied",
        "courtesy",
        "provided",
        "submitted",
    ]
)
_END_MARK, _WORDED = 12, 250
"""The most characters of an end mark, and of a caption told by its words alone."""
_BULLETS = "•·*–—-([ "
"""What may stand before a note of correction."""
_ENDS = frozenset(("credit-line", "agency-credit"))
_TOP = 5
"""A call is the headline where only names of sections and furniture stand above it, in so many lines."""
_SLASHED = 40
"""A slash of a credit is within this many characters of its end."""
_WORD = re.compile(r"[a-z]+")


def form(line: Line) -> Form | None:
    """Recognise a line by its form alone; None where it could be text, a headline or a subhead."""
    if not (line.text[0].isalnum() or any(map(str.isalnum, line.text[:_LOOK]))):
        return Form("marks-only") if not any(map(str.isalnum, line.text)) else None
    if (
        len(line.text) <= _END_MARK
        and line.lower.strip("-—–_*#=~ .[]()") in classes("newskit.text", "furniture.txt")["end"]
    ):
        return Form("end-mark")
    if line.text[1:2].isupper() and opens_caption(line):
        return Form("caption-opening")
    if len(line.text) > SHORT:
        return None
    said = _WORD.findall(line.lower)
    opens = _may_open(line, said)
    telling = opens or not _any_telling_word().isdisjoint(said)  # most lines have no such word
    told = (note(line) if opens else None) or date_line(line) or boilerplate(line, said)
    if not told and (telling or "reported" in said or "/" in line.text or line.text[0] in "-–—"):
        told = sign_off(line, opens=opens)
    told = told or by_name(line, opens=opens)
    may_credit = telling or bracketed(line) or "©" in line.text or (not line.stopped and _may_be_signed(line))
    return told or (_picture(line, said) if may_credit else None)


def _may_be_signed(line: Line) -> bool:
    """Tell at one look whether a name or a photographer's paper may stand at the end of a line without a stop."""
    tail = line.text[-CREDIT:]
    return "/" in tail[-_SLASHED:] or ". " in tail or ".” " in tail or '." ' in tail


def forms(lines: list[Line]) -> list[Form | None]:
    """Return the forms of the lines of an article.

    A note of correction or a call that heads the text, without a stop, is its headline; a note that is a label alone is
    about the line below.
    """
    found = list(map(form, lines))
    for at in list(_of_story(lines, found)):
        found[at] = None
    noted = [index for index, each in enumerate(found) if each and each.record == "correction-note"]
    if noted and noted[0] == 0 and not lines[0].stopped:
        found[0] = None
    for index in noted:
        if lines[index].text[-1] == ":" and index + 1 < len(lines) and found[index + 1] is None:
            found[index + 1] = Form("correction-below")
    found_below = dict.fromkeys(_captions_below(lines, found), "caption-opening")
    for index, record in (found_below | dict.fromkeys(names_below(lines, found), "by-name")).items():
        found[index] = Form(record)
    for index in (*header_lines(lines), *signatures(lines), *writer_notes(lines, found)):
        found[index] = found[index] or Form("about-the-writer")
    for index in firm_notes(lines, found):
        found[index] = Form("about-the-firm")
    for index in blocks(lines, found):
        found[index] = Form("furniture-block")
    return found


def _signed_end(lines: list[Line], found: list[Form | None]) -> int | None:
    """Return the last line of the story, where an agency in brackets signs it."""
    last = max((at for at, each in enumerate(found) if each is None or each.record == "bracketed-credit"), default=0)
    return last if last and _signs_story(lines[last], found[last]) else None


def _signs_story(line: Line, known: Form | None) -> bool:
    """Tell whether an agency in brackets behind the last sentence of a text signs the story: "…, he said. (PTI)"."""
    if (
        known is None
        or known.credit is None
        or len(line) < _SIGNED_LINE
        or _says_picture(line, _WORD.findall(line.lower))
    ):
        return False
    begin, end = known.credit
    agency = line.text[begin:end]
    bare = "/" not in agency and "," not in agency and _OF_PICTURES.isdisjoint(agency.lower().split())
    ends = line.text[: begin - 1].rstrip()[-1:] in '.!?"”' or line.text[end + 1 :] == "."  # "…, he said (PTI)."
    return bare and is_source(agency.lower()) and ends


def _of_story(lines: list[Line], found: list[Form | None]) -> Iterator[int]:
    """Yield the lines whose place makes them part of the story against their form."""
    for at in (_call_above(lines, found), _signed_end(lines, found)):
        if at is not None:
            yield at
    if len(found) > 1 and found[1] and found[1].record == "credit-line" and ", " in lines[1].text:
        yield 1  # below the headline it signs the story: "Jane Roe, Associated Press"
    if found and found[0] and found[0].record in _ENDS and lines[0].text.isupper():
        yield 0  # a headline: "WHEAT/SUGAR TRADE"


def _captions_below(lines: list[Line], found: list[Form | None]) -> list[int]:
    """Return the lines below a credit that begin as the captions of agencies do."""
    below = (at for at, above in enumerate(found[:-1], start=1) if above and above.record == "credit-line")
    return [at for at in below if found[at] is None and opens_dated_caption(lines[at])]


def _call_above(lines: list[Line], found: list[Form | None]) -> int | None:
    """Return the call without a stop above which names of sections and furniture stand alone: "Watch: Ferry stops"."""
    for at, line in enumerate(lines[:_TOP]):
        if found[at] is None:
            if not names_section(line):
                return None
        elif line.lower.startswith(phrases("bylines.txt", "calls")) and line.bare_end not in ".…":
            return at
    return None


@cache
def _any_telling_word() -> frozenset[str]:
    """Return the words of which a line has one if it has a phrase of captions and credits inside."""
    return _telling_words() | _telling("credits.txt", "source")


def _may_open(line: Line, said: list[str]) -> bool:
    """Tell at one look whether a line may begin with one of the phrases that tell notes, boilerplate and bylines."""
    alone, pairs = _first_words()
    if not "a" <= line.lower[0] <= "z" or said[0] in alone or tuple(said[:2]) in pairs:
        return True
    return said[0][:2] == "by" and line.text[2:3].isupper()  # "ByJane Roe"


@cache
def _first_words() -> tuple[frozenset[str], frozenset[tuple[str, ...]]]:
    """Return the words that are such a phrase by themselves, and the first two words of the others."""
    lists = (
        phrases("corrections.txt", "begins"),
        phrases("bylines.txt", "signs"),
        phrases("bylines.txt", "begins"),
    )
    first = [tuple(_WORD.findall(phrase)[:2]) for phrase in chain(*lists)]
    return frozenset(each[0] for each in first if len(each) == 1), frozenset(each for each in first if len(each) > 1)


@cache
def _telling(name: str, label: str) -> frozenset[str]:
    """Return a word for each phrase of a list that every line with the phrase has."""
    return frozenset(map(_longest, phrases(name, label)))


def _longest(phrase: str) -> str:
    found: list[str] = _WORD.findall(phrase)
    return max(reversed(found), key=len)


def note(line: Line) -> Form | None:
    """Recognise a note on a correction or a change."""
    openings = phrases("corrections.txt", "begins")
    told = begins_with(line.lower, openings) or begins_with(line.lower.lstrip(_BULLETS), openings)
    dated = line.lower.startswith("(this ") and holds_phrase(line.lower, phrases("corrections.txt", "holds"))
    return Form("correction-note") if told or dated else None


def date_line(line: Line) -> Form | None:
    """Recognise a line that is nothing but a date."""
    return Form("date-line") if is_date_line(line) else None


def boilerplate(line: Line, said: list[str]) -> Form | None:
    """Recognise furniture of the page, what it says to its readers, or a legal notice."""
    found = furniture(line.text, said=said)
    pictured = (
        found and line.text[0] == "©" and (is_source(line.lower[1:]) or slashed(line.text[1:].strip()))
    )  # "© AFP"
    return Form(found) if found and not pictured else None


@cache
def _telling_words() -> frozenset[str]:
    """Return the words of which a line has one if it has a phrase of credits or captions."""
    return frozenset(chain(*(_telling("credits.txt", label) for label in ("label", "picture", "caption"))))


def _picture(line: Line, said: list[str]) -> Form | None:
    told = bracketed(line) or not _telling_words().isdisjoint(said) or not (line.stopped or len(line.text) > _WORDED)
    told = told or "©" in line.text
    if not told and (len(line.text) > CREDIT or _telling("credits.txt", "source").isdisjoint(said)):
        return None
    return credit_line(line) or credited(line, said) or worded(line, said)


def credit_line(line: Line) -> Form | None:
    """Recognise a line that is nothing but a credit."""
    lower = line.lower.strip("()[]© ")
    if len(lower) > CREDIT:
        return None
    cut = begins_with(lower, phrases("credits.txt", "label"))
    rest = lower[cut:].strip()
    offset = line.lower.find(lower) + cut
    who = line.text[offset:].replace(" via ", " ").strip().removeprefix("the ").split()
    told = not line.stopped or (lower[cut - 1] == ":" and len(who) < NAME_WORDS.stop)
    if cut and rest and told and (named(who) or labelled(lower[:cut], rest)):
        return Form("credit-line")
    if (cut and rest) or (line.stopped and not lower.rstrip(".").endswith(phrases("credits.txt", "agency"))):
        return None
    written = line.text.strip("()[]©. ")
    if (
        line.text[0] in "[("
        and bracketed(line)
        and ("," in written or ":" in written)
        and credit_words("photo:", written)
    ):
        return Form("credit-line")  # "[Jane Roe, Lima Post]"
    if (is_source(lower) and source_only(written)) or slashed(written):
        return Form("credit-line")
    return None


def credited(line: Line, said: list[str]) -> Form | None:
    """Recognise a caption by the credit at its end."""
    bracketed = bracketed_credit(line)
    if bracketed:
        rest = line.text[: bracketed[0] - 1].rstrip()
        if len(rest) > STORY_CREDIT and rest[-1] in '.!?"”' and not _says_picture(line, said):
            return None
        return Form("bracketed-credit", bracketed)
    trailing = None if _telling("credits.txt", "label").isdisjoint(said) else trailing_credit(line)
    if trailing:
        return Form("trailing-credit", trailing)
    agency = None if line.stopped or len(line.text) > _WORDED else agency_credit(line)
    return Form("agency-credit", agency) if agency else None


def _says_picture(line: Line, said: list[str]) -> bool:
    if _telling("credits.txt", "picture").isdisjoint(said):
        return False
    padded = " " + line.lower.replace(",", " ,")
    return holds_phrase(
        padded, (f" {phrase}".replace(",", " ,").replace("  ", " ") for phrase in phrases("credits.txt", "picture"))
    )


def worded(line: Line, said: list[str]) -> Form | None:
    """Recognise a caption by its words."""
    if begins_with(line.lower, phrases("credits.txt", "caption")):
        return Form("caption-opening")
    pointed = len(line.text) > _WORDED and line.lower.find(" (left)") + line.lower.find(" (right)") > 0
    if (len(line.text) <= _WORDED or pointed) and _says_picture(line, said):
        return Form("picture-words")
    return None
