"""Who signs a story by the form of a line: "By Jane Roe", "Reporting by Jane Roe", and a note on the writer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newskit.text import begins_with, classes, closed_class, given_names
from newskit_structure.blocks import are_job, is_job
from newskit_structure.line import PACKAGE, Form, Line, phrases

_BYLINE = 150
"""The most characters of a byline."""
_ZONE = 5
"""The most letters of a time zone, and of the short name of a month or weekday."""
_LAST, _NOTE = 4, 400
"""How near the end a note on a writer who did not sign above stands, in lines, and its most characters."""
_SIGNED, _FRONT, _NAME = 50, 15, 40
"""Among so many first lines stands "By" with the writer's name, among so many the name alone, of at most so many
characters."""
_LEAD = 150
"""Below a paragraph longer than this nobody signs by the name alone."""
_FULL_NAME = range(2, 5)
_VERY_LAST = 2
_EMPLOYED = frozenset({"for", "at", "with"})
"""What stands before the paper of a writer."""
_RELEASE = 15
"""So many last lines of a release may tell of the firm."""
_STAFF = 5
"""The most words of a job without a name."""
_address = re.compile(r"\w@\w").search
_NAME_SHORT = "[a-z]{2,4}(?:-[a-z]{2,4})?"
_initials = re.compile(
    rf"(?:bur-)?{_NAME_SHORT}(?:/{_NAME_SHORT}){{1,5}}(?: \([A-Za-z]{{2,9}}(?:, [A-Za-z]{{2,9}}){{0,4}}\))?"
).fullmatch
_parted = re.compile(r" ?[|•·] ?").split
_year = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)").search
_MARKS = frozenset("•|·–—-,/")


@cache
def _joins() -> frozenset[str]:
    return classes(PACKAGE, "bylines.txt")["joins"] | closed_class("particle")


@cache
def _no_names() -> frozenset[str]:
    """Return words behind "by" in a sentence; May is a name too."""
    days = closed_class("weekday") | closed_class("month") - {"may"}
    return classes(PACKAGE, "bylines.txt")["not"] | days


def named(words_: list[str]) -> bool:
    """Tell whether a list of words is names: capitals, and small words that join names."""
    joins = _joins()
    bare = [word.strip(",;|/&()@.–—-•·") for word in words_]
    said = [word for word in bare if word]
    return bool(said) and said[0][0].isupper() and all(word[0].isupper() or word.lower() in joins for word in said)


def without_tail(text: str) -> str:
    """Return a byline without handle, day and time behind its names; the whole where something else is there.

    "By Jane Roe • March 5, 2024", "By Jane Roe @janeroe".
    """
    words = text.split()
    for at, word in enumerate(words):
        if at and (_is_mark(word) or _begins_tail(words, at)):
            if all(_in_tail(words, each) for each in range(at, len(words))):
                return " ".join(words[:at])
            if not _is_mark(word):
                return text
    return text


def _is_mark(word: str) -> bool:
    return all(character in _MARKS for character in word)


def _begins_tail(words: list[str], at: int) -> bool:
    """Tell whether a word begins what is behind the names: a handle, a number, a month or stamp before one."""
    word = words[at].lower().strip(",.:()")
    if "@" in word or word[:1].isdigit():
        return True
    dated = at + 1 < len(words) and any(map(str.isdigit, "".join(words[at + 1 : at + 3])))
    return dated and (_is_calendar(word) or word in classes(PACKAGE, "bylines.txt")["tail"])


def _is_calendar(word: str) -> bool:
    days = closed_class("month") | closed_class("weekday")
    return word in days or (2 < len(word) < _ZONE and any(day.startswith(word) for day in days))  # noqa: PLR2004 - "Jan"


def _in_tail(words: list[str], at: int) -> bool:
    word = words[at].strip(",.:;()|•·")
    lower = word.lower()
    if not word or _is_mark(word) or "@" in lower or lower[0].isdigit() or _is_calendar(lower):
        return True
    zone = (
        word.isupper() and len(word) <= _ZONE and at > 0 and any(map(str.isdigit, "".join(words[max(0, at - 2) : at])))
    )
    return zone or lower.replace(".", "") in classes(PACKAGE, "bylines.txt")["tail"]


def by_name(line: Line, *, opens: bool) -> Form | None:
    """Recognise a name with its day, and "By" and names where the line opens with one of the phrases for it."""
    if _signed_with_day(line):
        return Form("by-name")
    return _by(line) if opens else None


def _by(line: Line) -> Form | None:
    shift = len(line.text) - len(line.text.lstrip("*_"))
    opening = begins_with(line.lower[shift:], phrases("bylines.txt", "begins")) or _joined(line.text)
    if not opening or len(line.text) > _BYLINE:
        return None
    cut = shift + opening
    rest = _without_job(without_tail(_first_piece(line.text[cut:].strip(" *_"))).split())
    rest = [word for word in rest if word != "by"]  # "Story by Jane Roe, photos by Ali Doe"
    if _is_staff(rest):
        return Form("by-name")
    if not rest or not named(rest) or rest[0].strip(",").lower() in _no_names():
        return None
    return Form("by-name")


def _signed_with_day(line: Line) -> bool:
    """Tell whether a line is a writer's name, a paper and a day, parted: "Jane Roe · Lima News · March 5, 2025"."""
    text = line.text
    if not (" · " in text or " | " in text or " • " in text) or len(text) > _BYLINE or not _year(text):
        return False
    name, *rest = [piece.split() for piece in _parted(text) if piece]
    if len(name) not in _FULL_NAME or not named(name) or any(map(str.isdigit, "".join(name))):
        return False
    days = [piece for piece in rest if all(_in_tail(piece, at) for at in range(len(piece)))]
    papers = [piece for piece in rest if piece not in days]
    known = name[0].lower() in given_names() or any(
        piece[-1].lower() in classes(PACKAGE, "blocks.txt")["paper"] for piece in papers
    )
    return bool(days) and known and all(map(named, papers))


def _joined(text: str) -> int:
    """Return how long "By" is that touches the name: "ByJane Roe"."""
    return 2 * (text[:2] in ("By", "by") and text[2:3].isupper() and text[3:4].islower())


def _without_job(words: list[str]) -> list[str]:
    """Return a byline without the job in small letters before its name: "political correspondent Jane Roe"."""
    listed = classes(PACKAGE, "blocks.txt")
    at = next((at for at, word in enumerate(words) if not (word in listed["rank"] or word in listed["job"])), 0)
    return words[at:] if at and words[at - 1] in listed["job"] else words


def _is_staff(words: list[str]) -> bool:
    """Tell whether words are a paper, or its people without a name: "the Associated Press", "our foreign staff"."""
    lower = " ".join(words).lower().rstrip(".")
    if not 1 < len(words) <= _STAFF:
        return False
    listed = classes(PACKAGE, "bylines.txt")
    owned = words[0].lower() in listed["owned"] and lower.endswith(phrases("bylines.txt", "job"))
    return owned or lower in listed["alone"] or lower in classes(PACKAGE, "credits.txt")["source"]


def _first_piece(text: str) -> str:
    """Return a byline up to a stroke or dot behind which an address, a name or a day stands; else the whole.

    "By Jane Roe | jroe@post.example | Saltmouth Post".
    """
    pieces = _parted(text)
    rest = [piece.split() for piece in pieces[1:] if piece.strip(" *_")]
    fit = all("@" in piece[0] or named(piece) or all(_in_tail(piece, at) for at in range(len(piece))) for piece in rest)
    return pieces[0] if len(pieces) > 1 and fit else text


def sign_off(line: Line, *, opens: bool) -> Form | None:
    """Recognise who worked on the story: "Editing by Jane Roe", "Jane Roe in Lima contributed to this report."."""
    dashed = line.lower.lstrip("-–— ")
    if _initials(line.text) or (dashed != line.lower and dashed in classes(PACKAGE, "bylines.txt")["alone"]):
        return Form("sign-off")  # at the end of an agency's story: "jr/am/kel", "-Staff writer"
    cut = begins_with(line.lower.lstrip("([—–-_ "), phrases("bylines.txt", "signs")) if opens else 0
    if cut and not _tells(line, cut):
        return Form("sign-off")
    if " reported from " in line.text and all(map(_was_there, line.text.rstrip(".").split(". "))):
        return Form("sign-off")
    bare = line.text.rstrip(" .)]")
    if not bare.lower().endswith(phrases("bylines.txt", "helped")):
        return None
    return Form("sign-off") if all(map(_helped, bare.split(". "))) else None


def _helped(sentence: str) -> bool:
    """Tell whether a sentence says no more than who helped: "Jane Roe in Lima contributed reporting"."""
    if not sentence.lower().endswith(phrases("bylines.txt", "helped")):
        return False
    return named(sentence[: sentence.lower().rindex("contributed")].lstrip("([—–-_ ").split())


def _was_there(sentence: str) -> bool:
    """Tell whether a sentence says no more than where writers were: "Roe reported from Lima, Moe from Quito"."""
    names, _, places = sentence.partition(" reported from ")
    return named(names.split()) and named(places.replace(" from ", " ").split())


def _tells(line: Line, cut: int) -> bool:
    """Tell whether a participle begins a sentence: "Produced by a trust and led by Jane Roe, the show tells …"."""
    written = line.text.lstrip("([—–-_ ")
    if not written.partition(" ")[0].endswith("ed"):
        return False
    known = _joins() | {word for phrase in phrases("bylines.txt", "signs") for word in phrase.split()}
    said = (word.strip(",;|/&()@.–—-•·:") for word in written[cut:].split())
    return any(word[:1].islower() and word not in known for word in said)


def names_below(lines: list[Line], found: list[Form | None]) -> Iterator[int]:
    """Yield the lines that are names below "By" alone."""
    labels = classes(PACKAGE, "blocks.txt")["name_below"]
    for at in [at for at, line in enumerate(lines[:-1], start=1) if line.lower in labels]:
        line = lines[at]
        if found[at] is None and not line.stopped and len(line) <= _BYLINE:
            names = without_tail(line.text).split()
            if named(names) and names[0].strip(",").lower() not in _no_names():
                yield at


def header_lines(lines: list[Line]) -> list[int]:
    """Return the lines above a story that head a message: two and more of "From: …", "Sent: …", "Subject: …"."""
    heads = phrases("bylines.txt", "header")
    first = int(bool(lines) and "forwarded message" in lines[0].lower and len(lines[0]) <= _BYLINE // 2)
    count = first
    while count < len(lines) and begins_with(lines[count].lower.lstrip("> *"), heads):
        count += 1
    return list(range(first, count)) if count > first + 1 else []


def signatures(lines: list[Line]) -> list[int]:
    """Return the short lines below two hyphens at the end of a message: name, paper and number of who sends it."""
    for at in range(len(lines) - 2, max(-1, len(lines) - 8), -1):
        if lines[at].text == "--":
            named_below = not any(len(line) > _BYLINE // 2 or line.stopped for line in lines[at + 1 :])
            return list(range(at + 1, len(lines))) if named_below else []
    return []


def firm_notes(lines: list[Line], found: list[Form | None]) -> Iterator[int]:
    """Yield what a firm says of itself at the end of its release: "About Kelvo", what is below, "SOURCE Kelvo Inc."."""
    for at in range(max(_VERY_LAST, len(lines) - _RELEASE), len(lines)):
        line = lines[at]
        if line.lower.rstrip(":") in classes(PACKAGE, "bylines.txt")["notes"]:
            yield from range(at, len(lines))
            return
        if found[at] is not None or len(line) > _BYLINE:
            continue
        if line.text.startswith("SOURCE") and named(line.text.removeprefix("SOURCE").lstrip(":").split()):
            yield at
        elif _is_about_firm(line, lines[at + 1 : at + 2]):
            yield from (at, at + 1)


def _is_about_firm(line: Line, below: list[Line]) -> bool:
    """Tell whether "About" and a name head a paragraph that begins with the name: "About Kelvo", "Kelvo Inc. makes"."""
    about, *name = line.text.rstrip(":").split()
    if about.lower() != "about" or line.bare_end in ".?!" or not (below and name and named(name)):
        return False
    words = below[0].lower.removeprefix("the ").split()
    return below[0].stopped and words[:1] == [name[name[0].lower() == "the" and len(name) > 1].lower()]


def writer_notes(lines: list[Line], found: list[Form | None]) -> list[int]:
    """Return the last lines that begin with the name of who signed above: "Jane Roe is a reporter at the Post."."""
    marked = zip(lines[:_SIGNED], found, strict=False)
    signed = [line.text for line, form in marked if form and form.record == "by-name"]
    names = {" ".join(text.split()[1:3]).strip(",") for text in signed} - {""}
    for line in lines[:_FRONT]:
        if line.end - line.start > _NAME:
            if line.stopped and line.end - line.start > _LEAD:
                break
        elif _may_sign(line):
            names.add(_parted(without_tail(line.text))[0])
    openings = tuple(sorted(names)) if names else ()
    titled = tuple(f"{title} {name.split()[-1]}" for name in openings for title in ("Mr.", "Ms.", "Mrs.", "Dr."))
    boxed = _named_above_notes(lines, found, names)
    return boxed + [
        index
        for index, line in enumerate(lines)
        if index
        and found[index] is None
        and (
            (line.text.startswith(openings) and _is_note(line, openings))
            or (index >= len(lines) - _LAST and line.text.startswith(titled) and _is_note(line, titled))
            or (not openings and index >= len(lines) - _VERY_LAST and _is_own_note(line))
            or (
                index >= len(lines) - _LAST
                and len(line) <= _NOTE
                and begins_with(line.lower.lstrip("*_-–— "), phrases("bylines.txt", "about"))
            )
        )
    ]


def _named_above_notes(lines: list[Line], found: list[Form | None], names: set[str]) -> list[int]:
    """Return the lines of boxes below a story that are the name of who signed it above the job, and the job."""
    boxed = list[int]()
    for at, line in enumerate(lines[_FRONT:-1], start=_FRONT):
        if line.text in names and found[at] is None and is_job(lines[at + 1]):
            boxed += (at, at + 1)
    return boxed


def _may_sign(line: Line) -> bool:
    """Tell whether a line may be a writer's name and no more."""
    words = _parted(without_tail(line.text))[0].split()
    return len(words) in _FULL_NAME and not line.stopped and all(word[0].isupper() for word in words)


def _is_own_note(line: Line) -> bool:
    """Tell whether a line is a note on a writer who did not sign above: "Jane Roe covers transport for the Post."."""
    words = line.text.rstrip(".").split()
    size = next((at for at, word in enumerate(words) if word[0].islower()), 0)
    if len(line) > _BYLINE or size not in _FULL_NAME or words[0].lower() not in given_names():
        return False
    rest = words[size:]
    end = next((at for at, word in enumerate(rest) if word in _EMPLOYED), 0)
    named = rest[end + 1 :] and (rest[end + 1][0].isupper() or rest[end + 1 : end + 3][-1][:1].isupper())
    if not named:  # "covers the costs for her sons"
        return False
    if rest[0] == "covers":
        return end > 1
    return rest[0] == "is" and end > 2 and are_job([word.lower() for word in rest[2:end]])  # noqa: PLR2004 - "is a"


def _is_note(line: Line, openings: tuple[str, ...]) -> bool:
    """Tell whether a line that begins with one of some names goes on as a note on a writer does."""
    cut = max(len(name) for name in openings if line.text.startswith(name))
    told = line.lower[cut + 1 :].startswith(phrases("bylines.txt", "note")) or _address(line.text) is not None
    return len(line) <= _NOTE and told and not line.text[cut : cut + 1].isalnum()
