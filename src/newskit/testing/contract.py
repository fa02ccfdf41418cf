"""The contract of an extractor, as a check for the tests of its plugin."""

from __future__ import annotations

from collections.abc import Iterable

from newskit.errors import PluginError, describe
from newskit.extractor import Doc, Extractor
from newskit.kinds import Article
from newskit.kit import Kit, check_made
from newskit.testing.hostile import HOSTILE, hostile_text
from newskit.text import Ground

_SIZE = 600


def check_extractor(
    extractor: Extractor, *, articles: Iterable[Article | str] = (), kit: Kit | None = None
) -> tuple[tuple[object, ...], ...]:
    """Hold an extractor against the contract and return what it made of each of ``articles``.

    On the articles, on an empty one and on every kind of hostile text it must raise nothing, yield only the kind that
    it declares, give spans that fit the text, refer only to annotations that it was given, read only kinds that it
    declares, and give the same twice. What it reads comes from ``kit``, by default all installed plugins. Raises
    ``AssertionError`` with the extractor, the beginning of the text and what is wrong.
    """
    if not isinstance(extractor, Extractor):
        msg = f"expected an extractor, got {extractor!r}; decorate it with newskit.extractor"
        raise AssertionError(msg)  # noqa: TRY004 - whatever breaks the contract is a failed assertion
    kit = kit or Kit()
    made = [_check(extractor, article, kit) for article in articles]
    for kind in HOSTILE:
        _check(extractor, hostile_text(kind, _SIZE), kit)
    _check(extractor, "", kit)
    return tuple(made)


def _check(extractor: Extractor, article: Article | str, kit: Kit) -> tuple[object, ...]:
    given = kit.extract(article)
    runs = []
    for _ in range(2):
        try:
            made = list(extractor(Doc(given.article, Ground(given.text), given.layers, extractor)))
            check_made(extractor, made, given.text, given.layers)
        except Exception as exc:
            broken = "breaks its contract" if isinstance(exc, PluginError) else "raises"
            msg = f"{extractor.name} {broken} on {given.text[:60]!r}: {describe(exc)}"
            raise AssertionError(msg) from exc
        runs.append(made)
    if runs[0] != runs[1]:
        msg = f"{extractor.name} gives other results the second time on {given.text[:60]!r}"
        raise AssertionError(msg)
    return tuple(runs[0])
