"""One article taken through a plan: what each extractor makes is checked, united, revised, and what fails is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import GeneratorType
from typing import Any

from newskit.article import Article
from newskit.as_seen import AsSeen
from newskit.document import Document, Dropped, Revised
from newskit.errors import ExtractorError, Failure, PluginError
from newskit.extractor import Doc, Extractor
from newskit.guard import Guard
from newskit.kinds import Part
from newskit.leaves import leaves
from newskit.merge import changes, merge
from newskit.plan import Plan, Step
from newskit.spans import Span
from newskit.text import Ground


def extracted(article: Article, plan: Plan, *, strict: bool, timeout: float | None) -> Document:
    """Return the document of an article; ``strict`` and ``timeout`` are those of ``Kit``.

    Extractors read the text as it is seen; what they make has the offsets of the article's own text. Raises
    ``ExtractorError`` in strict mode.
    """
    seen = AsSeen(article)
    work = _Work(seen.article, strict=strict)
    with Guard(timeout) as guard:
        for step in plan:
            work.run(step, guard)
        if not seen.same:
            work.move(plan, seen, guard)
    return Document(article, work.layers, tuple(work.failures), tuple(work.dropped), tuple(work.revised))


def told(failure: Failure) -> str:
    """Return a failure as warnings and errors tell it."""
    return f"{failure.extractor} failed on {named(failure.article_id)}: {failure.error}"


def named(article_id: str) -> str:
    """Return what messages call an article."""
    return f"article {article_id!r}" if article_id else "the article"


class _Work:
    """One article with what was made of it so far, and what failed."""

    def __init__(self, article: Article, *, strict: bool) -> None:
        self.article = article
        self.layers: dict[type, tuple[object, ...]] = {}
        self.failures: list[Failure] = []
        self.dropped: list[Dropped] = []
        self.revised: list[Revised] = []
        self._strict = strict
        self._ground = Ground(article.text)

    def run(self, step: Step, guard: Guard) -> None:
        """Run the makers of a kind, unite what they made, and run its revisers, one on what another has left."""
        outputs: dict[str, list[object]] = {}
        language = self.article.language
        makers = [each for each in step.makers if each.fits(language)]
        for maker in makers:
            made, raised = guard.call(self._make, maker)
            if raised is not None:
                self._record(raised, maker)
            else:
                outputs[maker.qualified_name] = made or []
        given = self.article.parts if step.kind is Part and not makers else ()  # what a reader knows is no guess
        self.layers[step.kind] = given or self._united(step, outputs, guard)
        for reviser in (each for each in step.revisers if each.fits(language)):
            revision, raised = guard.call(self._revise, reviser)
            if raised is not None:
                self._record(raised, reviser)
            elif revision is not None:
                self.layers[step.kind], revised = revision
                self.revised += revised

    def move(self, plan: Plan, seen: AsSeen, guard: Guard) -> None:
        """Give what was made of an article as it is seen the offsets of its own text, kind by kind."""
        from newskit.moved import Moved  # noqa: PLC0415 - import time, for the few texts that hold what shows nothing

        moved = Moved(seen.there)
        for step in plan:
            made, raised = guard.call(moved, self.layers.get(step.kind, ()))
            self.layers[step.kind] = made or ()
            if raised is not None:  # a plugin's own object that cannot be copied
                self._record(raised, (*step.makers, *step.revisers)[-1])
        self.dropped, self.revised = moved(self.dropped), moved(self.revised)

    def _revise(self, reviser: Extractor) -> tuple[tuple[object, ...], list[Revised]]:
        """Return the whole of a kind as a reviser gives it back, and what it did to it."""
        before = self.layers[reviser.makes]
        after = merge({reviser.qualified_name: self._make(reviser)})
        return after, changes(before, after, reviser)

    def _make(self, maker: Extractor) -> list[object]:
        made = list(_returned(maker, Doc(self.article, self._ground, self.layers, maker)))
        if made:
            check_made(maker, made, self.article.text, self.layers)
        return made

    def _united(self, step: Step, outputs: dict[str, list[object]], guard: Guard) -> tuple[object, ...]:
        """Unite what several made; where a kind's instances cannot be compared, without those that cannot be added."""
        dropped: list[Dropped] = []
        united, raised = guard.call(merge, outputs, dropped)
        fitting: dict[str, list[object]] = {}
        for maker in step.makers if raised is not None else ():
            name = maker.qualified_name
            if name in outputs:
                dropped_now: list[Dropped] = []
                more, raised = guard.call(merge, {**fitting, name: outputs[name]}, dropped_now)
                if raised is not None:
                    self._record(raised, maker)
                else:
                    fitting[name], united, dropped = outputs[name], more, dropped_now
        self.dropped += dropped
        return united or ()

    def _record(self, exc: BaseException, maker: Extractor) -> None:
        failure = Failure.of(exc, extractor=maker.qualified_name, plugin=maker.plugin, article_id=self.article.id)
        if self._strict:
            where = {"extractor": failure.extractor, "plugin": failure.plugin, "article_id": failure.article_id}
            raise ExtractorError(told(failure), **where) from exc
        self.failures.append(failure)


def _returned(maker: Extractor, doc: Doc) -> Iterable[object]:
    returned = maker(doc)
    if not isinstance(returned, (GeneratorType, list, tuple, Iterable)):  # the last is slow to tell
        msg = f"returned {type(returned).__name__}, expected an iterable of {maker.makes.__name__}"
        raise PluginError(msg, plugin=maker.plugin)
    return returned


def check_made(maker: Extractor, made: list[object], text: str, layers: Mapping[type, tuple[object, ...]]) -> None:
    """Hold what an extractor made against its declaration, the text, and the annotations made before.

    Raises ``PluginError`` for a wrong kind, a span that does not fit and a reference to what is not in the document.
    """
    known: dict[type, set[int]] = {}
    makes = maker.makes
    leaf: Any
    for annotation in made:
        if type(annotation) is not makes:
            msg = f"yielded {type(annotation).__name__}, declares {makes.__name__}"
            raise PluginError(msg, plugin=maker.plugin)
        for leaf in leaves(annotation):
            kind = type(leaf)
            if kind is Span:
                if not text.startswith(leaf.text, leaf.start):
                    raise _misfit(leaf, text, maker)
                continue
            if isinstance(leaf, Span):  # it may say of itself what it likes
                msg = f"{makes.__name__} holds a {kind.__name__}, expected newskit.Span itself"
                raise PluginError(msg, plugin=maker.plugin)
            if kind not in known:  # what a kind refers to is made before it: a reviser's own would be the old one
                known[kind] = set(map(id, layers.get(kind, ()) if kind is not makes else ()))
            if id(leaf) not in known[kind]:
                msg = f"{makes.__name__} refers to a {kind.__name__} that is not in the document"
                raise PluginError(msg, plugin=maker.plugin)


def _misfit(span: Span, text: str, maker: Extractor) -> PluginError:
    found = text[span.start : span.end]
    msg = f"span {span.start}:{span.end} says {span.text!r}, but the text there is {found!r}"
    return PluginError(msg, plugin=maker.plugin)
