"""The extractor of parts: one pass over the paragraphs, by the form of each line and by its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import newskit
from newskit_structure.dateline import dateline_end
from newskit_structure.front import headline_rule, is_kicker, is_subhead, signature_rule, standfirst_rule
from newskit_structure.furniture import Form, form
from newskit_structure.line import Line

_PARTING: frozenset[newskit.PartKind] = frozenset(("separator", "byline", "dateline"))
_SIGNING: frozenset[newskit.PartKind] = frozenset(("byline", "dateline"))
_PICTURES: frozenset[newskit.PartKind] = frozenset(("caption", "credit"))


def _lines(doc: newskit.Doc) -> list[Line]:
    text, last = doc.text, 0
    lines = []
    for paragraph in doc.paragraphs:
        written = text[paragraph.start : paragraph.end]
        breaks = text.count("\n", last, paragraph.start)
        lines.append(Line(paragraph.start, paragraph.end, written, written.lower(), breaks))
        last = paragraph.end
    return lines


class _Front:
    """The lines above the story, told by their place; ``lead`` is the first line of the story among ``lines``."""

    def __init__(self, lines: list[Line], forms: list[Form | None]) -> None:
        self.lines, self.forms = lines, forms
        self.placed: dict[int, tuple[newskit.PartKind, str]] = {}
        self.left = [index for index, found in enumerate(forms) if found is None]
        if len(self.left) > 1 and dateline_end(lines[self.left[0]], lead=True) is None:
            self._kicker()
            self._headline()
        self.lead = self.left[0] if self.left else len(lines)

    def _take(self, kind: newskit.PartKind, rule: str) -> None:
        self.placed[self.left.pop(0)] = kind, rule

    def _two(self) -> tuple[Line, Line, set[newskit.PartKind]]:
        """Return the next two lines of text and the kinds of what lies between them."""
        first, second = self.left[:2]
        between = {found.kind for found in self.forms[first:second] if found}
        return self.lines[first], self.lines[second], between

    def _kicker(self) -> None:
        line, following, _ = self._two()
        if is_kicker(line, following):
            self._take("boilerplate", "section-name")

    def _headline(self) -> None:
        if len(self.left) < 2:  # noqa: PLR2004 - a headline and what it heads
            return
        line, following, between = self._two()
        signed = bool(between & _SIGNING) or dateline_end(following, lead=True) is not None or self._signs(following)
        rule = headline_rule(line, following, signed=signed)
        if rule:
            self._take("headline", rule)
            self._below()

    def _below(self) -> None:
        standfirst = False
        while len(self.left) > 1:
            line, following, between = self._two()
            starts_here = dateline_end(line, lead=True) is not None
            small = len(following) < len(line) and not self._signs(following)
            signature = None if starts_here or small else signature_rule(line)
            if signature:
                self._take("byline", signature)
                continue
            rule = None
            if not (standfirst or starts_here):
                rule = standfirst_rule(
                    line,
                    following,
                    parted=bool(between & _PARTING) or self._signs(following),
                    signed=dateline_end(following, lead=True) is not None,
                    pictured=bool(between & _PICTURES),
                )
            if rule is None:
                return
            self._take("standfirst", rule)
            standfirst = True

    def _signs(self, line: Line) -> bool:
        return signature_rule(line) in ("byline-job", "byline-name")


def _own(line: Line, found: Form) -> Iterator[tuple[newskit.PartKind, int, int, str]]:
    yield found.kind, line.start, line.end, found.rule
    if found.credit:
        start, end = found.credit
        yield "credit", line.start + start, line.start + end, found.rule


def _story(
    line: Line, before: Line | None, following: Line | None, *, lead: bool
) -> Iterator[tuple[newskit.PartKind, int, int, str]]:
    cut = dateline_end(line, lead=lead)
    if cut is not None and cut >= len(line):
        yield "dateline", line.start, line.end, "dateline-alone"
    elif cut is None and not lead and is_subhead(line, before, following):
        yield "subhead", line.start, line.end, "subhead-without-stop"
    else:
        yield "paragraph", line.start, line.end, "text"
        if cut is not None:
            yield "dateline", line.start, line.start + cut, "dateline-before-text"


def _forms(lines: list[Line]) -> list[Form | None]:
    """Return the forms of the lines.

    A note of correction that heads the text, without a stop, is its headline; one that is a label alone is about the
    line below.
    """
    forms = [form(line) for line in lines]
    noted = [index for index, found in enumerate(forms) if found and found.kind == "correction"]
    if noted and noted[0] == 0 and not lines[0].stopped:
        forms[0] = None
    for index in noted:
        if lines[index].text[-1] == ":" and index + 1 < len(lines) and forms[index + 1] is None:
            forms[index + 1] = Form("correction", "correction-below")
    return forms


def _found(doc: newskit.Doc) -> Iterator[tuple[newskit.PartKind, int, int, str]]:
    lines = _lines(doc)
    forms = _forms(lines)
    front = _Front(lines, forms)
    lead, left = front.lead, [*front.left[1:], None]
    before = None
    for index, (line, found) in enumerate(zip(lines, forms, strict=True)):
        if found:
            yield from _own(line, found)
            before = None
        elif index in front.placed:
            kind, rule = front.placed[index]
            yield kind, line.start, line.end, rule
        else:
            following = left.pop(0)
            yield from _story(line, before, None if following is None else lines[following], lead=index == lead)
            before = line


def _dateline(doc: newskit.Doc, given: Sequence[newskit.Part]) -> Iterator[newskit.Part]:
    """Yield the dateline in the first paragraph that was given, unless one was given."""
    first = next((part.span for part in given if part.kind == "paragraph"), None)
    if first is None or any(part.kind == "dateline" for part in given):
        return
    cut = dateline_end(Line(first.start, first.end, first.text, first.text.lower(), 0), lead=True)
    if cut is not None and cut < len(first.text):
        yield newskit.Part("dateline", doc.span(first.start, first.start + cut), "dateline-before-text")


@newskit.extractor(newskit.Part)
def parts(doc: newskit.Doc) -> Iterator[newskit.Part]:
    """Find the parts of an article.

    Those that a reader gave with it stand, and nothing is guessed but the dateline before its text, which is a part of
    the first paragraph in every markup.
    """
    if doc.article.parts:
        yield from doc.article.parts
        yield from _dateline(doc, doc.article.parts)
        return
    for kind, start, end, rule in _found(doc):
        yield newskit.Part(kind, doc.span(start, end), rule)
