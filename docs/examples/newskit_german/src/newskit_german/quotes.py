"""Quotes of German: what stands in quotation marks, and what is reported in clauses."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from attrs import define, frozen

import newskit
from newskit_german.cues import RULES, Cue, cues
from newskit_german.frames import Frame, Quoted, frames
from newskit_german.people import Speakers
from newskit_german.phrases import phrase_end
from newskit_german.reports import is_hearsay, is_subjunctive, object_of, reported, without_stop
from newskit_german.speech import governing, is_alone, is_speech
from newskit_german.subjects import phrases, place

_WITH_CUE, _WITHOUT = 0.75, 0.45
"""How often a quote was right, source and all, on German Wikinews: with a cue, and without."""
_VIEWS = ("nach", "für")
"""How a sentence begins that says in whose view it holds: Für Ruiz ist die Brücke „ein Glück“."""
_TELLING = ("das", "dies", "diese", "dieser")


@newskit.extractor(newskit.Quote, reads=(newskit.Entity,), rules=RULES, languages=("de",))
def quotes(doc: newskit.Doc) -> list[newskit.Quote]:
    """Find quotes, frame by frame; what goes on without a source has that of the frame before."""
    return Reader(doc, Speakers(doc)).quotes()


@frozen(eq=False)
class Said:
    """What somebody says in a frame: the kind, the pieces of the content, the rule, who says it, and by which cue."""

    kind: newskit.QuoteKind
    pieces: list[newskit.Span]
    rule: str
    source: range
    cue: Cue | None = None


@define
class Reader:
    """An article as it is read from frame to frame, with who spoke last.

    ``last`` are the tokens of the source that spoke last, in ``paragraph``; ``report`` is
    the place of the report without a cue that the frame before was, or ended.
    """

    doc: newskit.Doc
    speakers: Speakers
    last: range = range(0)
    paragraph: int = -1
    report: int | None = None

    def quotes(self) -> list[newskit.Quote]:
        """Return the quotes of the article."""
        made: list[newskit.Quote] = []
        for frame, following in pairwise([*frames(self.doc), None]):
            if frame is None:
                break
            if frame.paragraph > self.paragraph + 1:
                self.last = range(0)
            if frame.paragraph != self.paragraph:
                self.report = None
            found = cues(frame)
            spoken = [*self._direct(frame, following, found)]
            direct = [self._quote(said, frame) for said in spoken]
            report = self._report(frame, found) or (None if found else self.going_on(frame))
            if report is None and not spoken:
                report = self.act(frame, found)
            if report:
                quote = self._quote(report, frame)
                goes_on = report.rule == "goes on"
                if goes_on and self.report is not None:
                    made[self.report] = self._merged(made[self.report], quote)
                else:
                    self.report = len(made) if goes_on else None
                    made.append(quote)
            else:
                self.report = None
            made += direct
            self._note(frame, found, [*spoken, *([report] if report else [])])
        return made

    def _note(self, frame: Frame, found: list[Cue], said: list[Said]) -> None:
        """Remember who spoke last in a frame, or whom one is about that nobody speaks in."""
        if said:
            self._remember(_last_source(said), frame)
        elif found:
            self._remember(next((cue.source for cue in found if cue.is_verb and cue.source), range(0)), frame)
        elif self.last:
            about = self._about(frame, frame.start)
            self._remember(about if frame.names_person(about) else range(0), frame)

    def _remember(self, source: range, frame: Frame) -> None:
        if source:
            self.last, self.paragraph = source, frame.paragraph

    def _quote(self, said: Said, frame: Frame) -> newskit.Quote:
        self._remember(said.source, frame)
        source = frame.span(said.source) if said.source else None
        cue = said.cue
        return newskit.Quote(
            said.kind,
            said.pieces,
            cue=frame.span(range(cue.head, cue.head + 1)) if cue else None,
            source=source,
            speaker=self.speakers.of(said.source),
            confidence=_WITH_CUE if cue else _WITHOUT,
            rule=said.rule,
        )

    def _direct(self, frame: Frame, following: Frame | None, found: list[Cue]) -> Iterator[Said]:
        goes_on = bool(self.last) and self._continues(frame)
        begin = frame.start
        for quoted in frame.quoted:
            cue = governing(frame, quoted, found)
            if is_speech(frame, quoted, cue, goes_on=goes_on):
                content = [self.doc.span(quoted.quotation.start, quoted.quotation.end)]
                if cue:
                    yield Said("direct", content, cue.rule, cue.source, cue)
                else:
                    yield self.uncued(frame, following, quoted, content, begin)
            begin = quoted.stop

    def uncued(
        self, frame: Frame, following: Frame | None, quoted: Quoted, content: list[newskit.Span], begin: int
    ) -> Said:
        """Say whose a quotation is that has no cue: theirs whom the frame, or the next one, is about, or the last's."""
        led = quoted.start > frame.start and frame.tokens.words[quoted.start - 1] == ":"
        alone = is_alone(frame)
        told = self._told_by(following, frame) if alone else range(0)
        view = frame.tokens.lower[begin] in _VIEWS
        if not told and not view and self.last and (alone or (self._continues(frame) and not led)):
            return Said("direct", content, "goes on", self.last)
        start = quoted.stop if quoted.start == begin else begin
        return Said("direct", content, "no cue", told or self._about(frame, start))

    def _continues(self, frame: Frame) -> bool:
        """Tell whether a frame may go on with what was said: in the subjunctive, and in a new paragraph of nobody."""
        here = frame.paragraph == self.paragraph or not frame.names_person(frame.indices)
        return here and (is_subjunctive(frame) or is_hearsay(frame))

    def _told_by(self, following: Frame | None, frame: Frame) -> range:
        """Return who the next sentence says has said it: „…“ Das räumte Ruiz ein."""
        if following is None or following.paragraph != frame.paragraph:
            return range(0)
        if following.tokens.lower[following.start] not in _TELLING:
            return range(0)
        told = next((cue.source for cue in cues(following) if cue.is_verb and cue.source), range(0))
        return told or self._about(following, following.start + 1)

    def _about(self, frame: Frame, begin: int) -> range:
        """Return whom a frame without cue is about: a person, a pronoun, else the first phrase of no preposition."""
        if begin >= frame.stop:
            return self.last
        lower = frame.tokens.lower
        if lower[begin] in _VIEWS:
            end = phrase_end(frame, begin + 1)
            if end > begin + 1:
                return range(begin + 1, end)
        lies = next((at for at in frame.indices if frame.is_in(at, "LIES") and not frame.quoted_at(at)), None)
        found = [*([place(frame, lies)] if lies is not None else ()), *phrases(frame, begin)]
        found = [each for each in found if each]
        people = (each for each in found if lower[each.start] in ("er", "sie") or frame.names_person(each))
        first = next(people, found[0] if found else range(0))
        own = first and lower[first.start] in ("seine", "sein", "ihre", "ihr")
        return self.last if own or not first else first

    def _report(self, frame: Frame, found: list[Cue]) -> Said | None:
        """Return what the first cue that reports something does report outside of quotation marks."""
        for cue in found:
            pieces = reported(frame, cue)
            if pieces:
                return Said(_kind(frame, pieces), list(map(frame.span, pieces)), cue.rule, cue.source, cue)
        return None

    def act(self, frame: Frame, found: list[Cue]) -> Said | None:
        """Return what somebody demands, expects or warns of, as the object of a verb that says so."""
        for cue in found:
            piece = object_of(frame, cue)
            if piece:
                return Said(_kind(frame, [piece]), [frame.span(piece)], "speech act", cue.source, cue)
        return None

    def going_on(self, frame: Frame) -> Said | None:
        """Return a frame in the subjunctive, behind what somebody has said in the same paragraph."""
        if not self.last or is_alone(frame) or not self._continues(frame):
            return None
        words = frame.tokens.words
        if any(each.start == frame.start or words[each.start - 1] == ":" for each in frame.quoted):
            return None
        pieces = [without_stop(frame)]
        return Said(_kind(frame, pieces), list(map(frame.span, pieces)), "goes on", self.last)

    def _merged(self, before: newskit.Quote, quote: newskit.Quote) -> newskit.Quote:
        """Return a report that goes on over two frames as one."""
        span = self.doc.span(before.content[0].start, quote.content[-1].end)
        kind: newskit.QuoteKind = "mixed" if "mixed" in (before.kind, quote.kind) else "indirect"
        return newskit.Quote(
            kind, [span], source=quote.source, speaker=quote.speaker, confidence=quote.confidence, rule=quote.rule
        )


def _last_source(said: list[Said]) -> range:
    """Return the source of the last cue."""
    by_cue = {each.cue.head: each.source for each in said if each.cue and each.source}
    return by_cue[max(by_cue)] if by_cue else range(0)


def _kind(frame: Frame, pieces: list[range]) -> newskit.QuoteKind:
    quoted = any(piece.start < each.stop and each.start < piece.stop for piece in pieces for each in frame.quoted)
    return "mixed" if quoted else "indirect"
