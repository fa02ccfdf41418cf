"""The extractor of parts: one pass over the paragraphs, by the form of each line and by its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import newskit
from newskit.text import classes
from newskit_structure.blocks import is_paper
from newskit_structure.captions import front_caption_rule, may_be_shown
from newskit_structure.dateline import dateline_end, is_place_line
from newskit_structure.front import headline_rule, is_kicker, is_person, signature_rule, standfirst_rule
from newskit_structure.furniture import form, forms
from newskit_structure.line import Form, Line, Story, names_section, plain, tabular
from newskit_structure.records import RULES, kinds
from newskit_structure.story import Place, is_beside_credit, story_rule

_SIGNING = frozenset(("byline", "dateline"))
_HEADED = _SIGNING | {"standfirst"}
_PARTING = _SIGNING | {"separator"}
_ABOVE, _BELOW = 8, 20_000
"""How many lines above a name its byline stands, and within how many characters below it the story tells of it."""
_HOUR = 10
"""The most characters of a clock time that heads an entry of a live report."""
_FEW = 3
"""The name of a section has fewer words than this, unless somebody signs below the line under it."""
_TITLE = 150
"""The most characters of a headline with a stop under the name of a section."""
_NEAR = 5
"""The day of publication is within so many lines of the writer's name."""
_TOLD = frozenset(("sign-off", "correction-note", "credit-line"))
"""The records by which a paragraph that a page has as such is something else."""
_PICTURES = frozenset(("caption", "credit"))


def _lines(doc: newskit.Doc, text: str) -> list[Line]:
    last = 0
    lines = []
    for paragraph in doc.paragraphs:
        written = text[paragraph.start : paragraph.end]
        breaks = text.count("\n", last, paragraph.start)
        lines.append(Line(paragraph.start, paragraph.end, written, written.lower(), breaks))
        last = paragraph.end
    return lines


def _is_byline(found: Form | None) -> bool:
    return found is not None and kinds()[found.record] == "byline"


class _Front:
    """The lines above the story, told by their place; ``lead`` is the first line of the story among ``lines``."""

    def __init__(self, text: str, lines: list[Line], known: list[Form | None]) -> None:
        self.text, self.lines, self.known = text, lines, known
        self.placed: dict[int, str] = {}
        self.last = 0
        self.left = [index for index, found in enumerate(known) if found is None]
        if len(self.left) > 1 and dateline_end(lines[self.left[0]], lead=True) is None:
            self._kicker()
            self._signed_above()
            self._headline()
        self.lead = self.left[0] if self.left else len(lines)

    def _take(self, rule: str) -> None:
        self.last = self.left.pop(0)
        self.placed[self.last] = rule

    def _two(self) -> tuple[Line, Line, set[newskit.PartKind]]:
        """Return the next two lines of text and the kinds of what lies between them."""
        first, second = self.left[:2]
        return self.lines[first], self.lines[second], self._between(first, second)

    def _between(self, first: int, second: int) -> set[newskit.PartKind]:
        return {kinds()[found.record] for found in self.known[first:second] if found}

    def _kicker(self) -> None:
        """Take the names of sections above the headline: as many as come one right after the other."""
        count = 0
        while count + 2 < len(self.left) and names_section(self.lines[self.left[count]]):
            count += 1
        if count and self._heads(count):
            for _ in range(count):
                self._take("section-name")

    def _signed_above(self) -> None:
        """Take a writer's name in capitals that stands right above the text, where the headline was not pasted."""
        line, following, _ = self._two()
        if line.text.isupper() and following.stopped and len(following) > _TITLE and is_person(line.text.split()):
            self._take("byline-name")

    def _heads(self, at: int) -> bool:
        """Tell whether a line is the headline under the names of sections."""
        section, line = (self.lines[self.left[each]] for each in (at - 1, at))
        sure = len(section.text.split()) < _FEW or not section.text.isupper()
        if sure and is_kicker(section, line):
            return True
        if at + 1 >= len(self.left):
            return False
        below = self.left[at + 1]
        signed = bool(self._between(self.left[at], below) & _SIGNING) or (sure and self._signs(self.lines[below]))
        return signed and len(line) <= _TITLE and len(line.text.split()) > len(section.text.split())

    def _headline(self) -> None:
        if len(self.left) < 2:  # noqa: PLR2004 - a headline and what it heads
            return
        line, following, between = self._two()
        signed = bool(between & _SIGNING) or dateline_end(following, lead=True) is not None or self._signs(following)
        rule = headline_rule(line, following, signed=signed)
        if rule:
            self._take(rule)
            self._below()

    def _below(self) -> None:
        """Take the lines between the headline and the story."""
        told = set[newskit.PartKind]()
        while len(self.left) > 1:
            rule = self._rule_below(told)
            if rule is None:
                return
            self._take(rule)
            told.add(kinds()[rule])

    def _rule_below(self, told: set[newskit.PartKind]) -> str | None:
        """Return the rule of the next line below the headline, where such kinds of lines stood; None for the story."""
        line, following, between = self._two()
        if tabular(line, following) or self._is_entry():
            return None
        beside = self._beside(line)
        if beside or dateline_end(line, lead=True) is not None:
            return beside
        small = len(following) < len(line) and not (
            self._signs(following) or self._dated_near() or is_place_line(following)
        )
        signature = signature_rule(line)
        if signature and (signature == "byline-job" or not small):
            return "caption-above-story" if signature == "byline-name" and self._is_shown(line) else signature
        above, standfirst, pictured = self._between(self.last, self.left[0]), "standfirst" in told, "caption" in told
        caption = self._shown(line, following, above | told, above | (told & {"standfirst"}))
        if caption and (caption == "caption-beside-credit" or not pictured):
            return caption
        if standfirst:
            return None
        dated = "dateline" in above and between & _PARTING == {"dateline"}
        return standfirst_rule(
            line,
            following,
            parted=(bool(between & _PARTING) and not dated)
            or self._signs(following)
            or self._is_signed_picture(self.left[1]),
            signed=dateline_end(following, lead=True) is not None,
            pictured=bool(between & _PICTURES),
        )

    def _shown(
        self, line: Line, following: Line, told: set[newskit.PartKind], above: set[newskit.PartKind]
    ) -> str | None:
        """Return the rule by which a line is a caption below a signature or standfirst, of those ``told`` so far.

        ``above`` are those right above it, by which one without a credit is told.
        """
        if not told.isdisjoint(_HEADED) and self._is_credited(self.left[0]) and may_be_shown(line):
            return "caption-beside-credit"
        standfirst = "standfirst" in above
        return (
            None if above.isdisjoint(_HEADED) else front_caption_rule(line, following, self.text, standfirst=standfirst)
        )

    def _is_signed_picture(self, at: int) -> bool:
        """Tell whether a line is what a picture shows, with its credit and then the byline below."""
        below = at + 2
        if below >= len(self.lines) or not (self._is_credited(at) and may_be_shown(self.lines[at])):
            return False
        return _is_byline(self.known[below]) or self._signs(self.lines[below])

    def _is_credited(self, at: int) -> bool:
        """Tell whether a credit alone stands right below a line."""
        below = self.known[at + 1] if at + 1 < len(self.known) else None
        return below is not None and below.record == "credit-line"

    def _beside(self, line: Line) -> str | None:
        """Return the rule by which a line is what the one above it tells: the paper below a name, a caption."""
        above = self.known[self.left[0] - 1]
        if above is not None and above.record == "credit-line" and is_beside_credit(line):
            return "caption-beside-credit"
        placed = self.placed.get(self.last, "")
        if not (placed.startswith("byline") or "byline" in self._between(self.last, self.left[0])):
            return None
        if is_paper(line):
            return "furniture-block"
        if is_place_line(line):
            return "dateline-alone"
        return "section-name" if line.lower in classes("newskit.text", "furniture.txt")["section"] else None

    def _is_entry(self) -> bool:
        """Tell whether the next line is the first entry of a live report: below one of several clock times."""
        between = any(self.is_hour(at) for at in range(self.last + 1, self.left[0]))
        return between and any(self.is_hour(at) for at in range(self.left[0] + 1, len(self.lines)))

    def is_hour(self, at: int) -> bool:
        """Tell whether a line is a clock time alone."""
        found = self.known[at] if at >= 0 else None
        return found is not None and found.record == "date-line" and len(self.lines[at]) <= _HOUR

    def _dated_near(self) -> bool:
        """Tell whether a line with nothing but a day stands right above the next line, or soon below it."""
        near = self.known[self.last + 1 : self.left[0] + _NEAR]
        return any(found is not None and found.record == "date-line" for found in near)

    def _is_shown(self, line: Line) -> bool:
        """Tell whether a name below "By Jane Roe" is of somebody else, whom the story tells of."""
        near = range(max(0, self.left[0] - _ABOVE), self.left[0])
        above = [self.lines[at].text for at in near if _is_byline(self.known[at])]
        told = self.text.find(line.text, line.end, line.end + _BELOW) >= 0
        return told and bool(above) and not any(line.text.lower() in each.lower() for each in above)

    def _signs(self, line: Line) -> bool:
        return signature_rule(line) in ("byline-job", "byline-name")


def _found(doc: newskit.Doc) -> Iterator[newskit.Part]:
    def part(rule: str, start: int, end: int, kind: newskit.PartKind | None = None) -> newskit.Part:
        return newskit.Part(kind or kinds()[rule], doc.span(start, end), rule)

    text = plain(doc.text)
    lines = _lines(doc, text)
    known, story = forms(lines), Story(text, lines)
    front = _Front(text, lines, known)
    lead, left = front.lead, [*front.left[1:], None]
    credits_ = {at for at, found in enumerate(known) if found is not None and found.record == "credit-line"}
    before, above = None, ""
    for index, (line, found) in enumerate(zip(lines, known, strict=True)):
        if found:
            yield part(found.record, line.start, line.end)
            if found.credit:
                yield part(found.record, line.start + found.credit[0], line.start + found.credit[1], "credit")
            before, above = None, ""
        elif index in front.placed:
            yield part(front.placed[index], line.start, line.end)
        else:
            following = left.pop(0)
            cut = dateline_end(line, lead=index == lead)
            below = None if following is None else lines[following]
            place = Place(before, below, above, index == lead, index + 1 in credits_, front.is_hour(index - 1))
            rule = story_rule(line, place, cut, story)
            yield part(rule, line.start, line.end)
            if cut is not None and cut < len(line):
                yield part("dateline-before-text", line.start, line.start + cut)
            before, above = line, _standing(line, rule, above)


def _standing(line: Line, rule: str, above: str) -> str:
    """Return what a line of the story is to the one below it, in the words of ``Place``."""
    if rule == "subhead-without-stop":
        return "subhead"
    if line.stopped:
        return "stop"
    return "row" if above in ("open", "row") else "open"


def _by_its_words(part: newskit.Part) -> newskit.Part:
    """Return a part that was given, a paragraph that its own words tell to be none as what it is."""
    if part.kind != "paragraph" or not part.span.text:
        return part
    found = form(_line_of(part.span))
    told = found is not None and found.record in _TOLD
    return newskit.Part(kinds()[found.record], part.span, found.record) if found and told else part


def _line_of(span: newskit.Span) -> Line:
    text = plain(span.text)
    return Line(span.start, span.end, text, text.lower(), 0)


def _dateline(doc: newskit.Doc, given: Sequence[newskit.Part]) -> Iterator[newskit.Part]:
    """Yield the dateline in the first paragraph that was given, unless one was given there."""
    first = next((part.span for part in given if part.kind == "paragraph"), None)
    if first is None or any(part.kind == "dateline" and first.start <= part.span.start < first.end for part in given):
        return
    cut = dateline_end(_line_of(first), lead=True)
    if cut is not None and cut < len(first.text):
        yield newskit.Part("dateline", doc.span(first.start, first.start + cut), "dateline-before-text")


@newskit.extractor(newskit.Part, rules=RULES, languages=("en",))
def parts(doc: newskit.Doc) -> Iterator[newskit.Part]:
    """Find the parts of an article.

    Those that a reader gave with it stand, but for paragraphs that sign or correct the story or credit a picture by
    their own words, and nothing else is guessed but the dateline before its text: markup says neither.
    """
    if doc.article.parts:
        yield from map(_by_its_words, doc.article.parts)
        yield from _dateline(doc, doc.article.parts)
        return
    yield from _found(doc)
