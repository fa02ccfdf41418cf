"""The contract of an extractor, as a check for the tests of its plugin."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable
from itertools import takewhile
from typing import TypeVar

from attrs import frozen

from newskit.article import Article
from newskit.document import Document
from newskit.errors import LanguageWarning, PluginError, describe
from newskit.extraction import check_made
from newskit.extractor import Doc, Extractor
from newskit.formats.plain import writable
from newskit.guard import Guard, can_limit
from newskit.kit import Kit
from newskit.languages import ENGLISH
from newskit.merge import merge
from newskit.plan import Plan
from newskit.testing.hostile import HOSTILE, hostile_text
from newskit.text import Ground

T = TypeVar("T")
_SIZE = 600


def check_extractor(
    extractor: Extractor,
    *,
    articles: Iterable[Article | str] = (),
    kit: Kit | None = None,
    timeout: float | None = 60,
) -> tuple[tuple[object, ...], ...]:
    """Hold an extractor against the contract and return what it made of each of ``articles``.

    Texts are given to it as articles in the first language that it declares. On the articles, on an empty one and on
    every kind of hostile text it must raise nothing, ``SystemExit`` and its like included, end within ``timeout``
    seconds (where ``Kit`` can keep a limit), yield only the kind that it declares, give spans that fit the text, refer
    only to annotations that it was given, read only kinds that it declares, make what can be compared, shown and
    written as JSON, and give the same twice. What it reads comes from ``kit``, by default all installed plugins; a
    reviser is given its kind as it comes to it there. Raises ``AssertionError`` with the extractor, the beginning of
    the text and what is wrong.
    """
    if not isinstance(extractor, Extractor):
        msg = f"expected an extractor, got {extractor!r}; decorate it with newskit.extractor"
        raise AssertionError(msg)  # noqa: TRY004 - whatever breaks the contract is a failed assertion
    own = kit or Kit()
    check = _Check(extractor, own.planned(_around(extractor, own.plan)), timeout if can_limit() else None)
    made = [check.on(article) for article in articles]
    for kind in HOSTILE:
        check.on(hostile_text(kind, _SIZE))
    check.on("")
    return tuple(made)


def _around(extractor: Extractor, plan: Plan) -> Plan:
    """Return a plan without what is made from the extractor's kind, and without its own revision and later ones."""
    behind = {extractor.makes}
    steps = []
    for step in plan:
        if step.kind is extractor.makes:
            earlier = takewhile(lambda each: each.function is not extractor.function, step.revisers)
            steps.append(step._replace(revisers=tuple(earlier)))
        elif any(behind.intersection(each.reads) for each in (*step.makers, *step.revisers)):
            behind.add(step.kind)
        else:
            steps.append(step)
    return Plan(tuple(steps))


@frozen
class _Check:
    """An extractor, with what it is run in."""

    extractor: Extractor
    kit: Kit
    timeout: float | None

    def on(self, article: Article | str) -> tuple[object, ...]:
        """Return what the extractor makes of an article, having looked at it from all sides."""
        if isinstance(article, str):
            article = Article(article, language=(*self.extractor.languages, ENGLISH)[0])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", LanguageWarning)  # this extractor may be the only one for it
            given = self.kit.extract(article)
        made = self._run(given)
        _, raised = self._call(self._look_at, given, made)
        if raised is not None:
            raise self._failed(given, "breaks its contract", raised) from raised
        same, raised = self._call(lambda: made == self._run(given))
        if raised is not None:
            raise self._failed(given, "cannot be compared", raised) from raised
        if not same:
            raise self._failed(given, "gives other results the second time")
        return tuple(made)

    def _call(self, function: Callable[..., T], *args: object) -> tuple[T | None, BaseException | None]:
        with Guard(self.timeout) as guard:
            return guard.call(function, *args)

    def _run(self, given: Document) -> list[object]:
        made, raised = self._call(self._make, given)
        if raised is not None:
            broken = "breaks its contract" if isinstance(raised, PluginError) else "raises"
            raise self._failed(given, broken, raised) from raised
        return made or []

    def _make(self, given: Document) -> list[object]:
        made = list(self.extractor(Doc(given.article, Ground(given.text), given.layers, self.extractor)))
        check_made(self.extractor, made, given.text, given.layers)
        return made

    def _look_at(self, given: Document, made: list[object]) -> None:
        """Raise what uniting, showing and writing the annotations raises."""
        united = merge({self.extractor.qualified_name: made})
        repr(united)
        document = Document(given.article, {**given.layers, self.extractor.makes: united})
        for failure in writable(document).failures:
            raise PluginError(failure.error, plugin=self.extractor.plugin)

    def _failed(self, given: Document, what: str, raised: BaseException | None = None) -> AssertionError:
        why = f": {describe(raised)}" if raised is not None else ""
        return AssertionError(f"{self.extractor.name} {what} on {given.text[:60]!r}{why}")
