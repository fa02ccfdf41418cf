"""An evaluation as one self-contained HTML page: each article with gold and predicted spans, and its misses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from importlib.resources import files
from itertools import pairwise

from newskit.bench.annotated import Annotated, Layer, Range
from newskit.bench.entities import label_of
from newskit.bench.misses import SORTS, Miss, misses, words
from newskit.bench.scoring import Evaluation
from newskit.formats.text import printable

_EVERYTHING = 400


def to_page(evaluation: Evaluation, *, title: str) -> str:
    """Return the page; it needs no network, and works without scripts but for choosing what to see."""
    by_article: dict[str, list[Miss]] = {}
    for miss in misses(evaluation):
        by_article.setdefault(miss.id, []).append(miss)
    counts = Counter(miss.sort for found in by_article.values() for miss in found)
    shown = "\n".join(
        _article(each.gold, each.predicted, evaluation.layer, by_article.get(each.gold.id, []))
        for each in evaluation.documents
    )
    parts: Mapping[str, str] = {
        "title": escape(title),
        "style": files("newskit.bench").joinpath("page.css").read_text("utf-8"),
        "script": files("newskit.bench").joinpath("page.js").read_text("utf-8"),
        "scores": _scores(evaluation),
        "sorts": "\n".join(
            f'<label><input type="checkbox" value="{escape(sort)}" checked> {escape(sort)} '
            f"<b>{counts[sort]}</b></label>"
            for sort in SORTS[evaluation.layer]
        ),
        "articles": shown,
    }
    template = files("newskit.bench").joinpath("page.html").read_text("utf-8")
    for name, value in parts.items():
        head, mark, tail = template.partition(f"<!--{name}-->")
        template = f"{head}{value}{tail}" if mark else template
    return template


def _scores(evaluation: Evaluation) -> str:
    rows = []
    intervals = evaluation.intervals()
    for name, (low, high) in intervals.items():
        figures = evaluation.sums[name].to_dict()
        rows.append(
            f"<tr><th>{escape(name)}</th><td>{figures['P']:.1f}</td><td>{figures['R']:.1f}</td>"
            f"<td><b>{figures['F']:.1f}</b></td><td>{low:.1f}–{high:.1f}</td></tr>"
        )
    return "".join(rows)


def _spans(annotated: Annotated, layer: Layer) -> list[Range]:
    if layer == "quotes":
        return [each for quote in annotated.quotes or () for each in quote.content]
    if layer == "dates":
        return [(timex.start, timex.end) for timex in annotated.dates or ()]
    if layer == "titles":
        return [(title.start, title.end) for title in annotated.titles or ()]
    return [(name.start, name.end) for name in annotated.entities or () if label_of(name.label)]


def _article(gold: Annotated, predicted: Annotated, layer: Layer, found: Sequence[Miss]) -> str:
    marked = "".join(_marked(gold.text, _spans(gold, layer), _spans(predicted, layer), found, gold.id))
    listed = "".join(_listed(gold.text, miss, gold.id, place) for place, miss in enumerate(found))
    return (
        f'<article data-misses="{len(found)}"><h2>{escape(gold.id)} <small>{escape(gold.published or "")}</small></h2>'
        f'<div class="both"><div class="text">{marked}</div><ol>{listed}</ol></div></article>'
    )


def _key(article: str, place: int) -> str:
    return escape(f"{article}-{place}")


def _marked(
    text: str, gold: Sequence[Range], predicted: Sequence[Range], found: Sequence[Miss], article: str
) -> Iterator[str]:
    """Cut the text wherever a span begins or ends, and say of each piece on which sides it is marked."""
    cuts = sorted({0, len(text), *(place for span in (*gold, *predicted) for place in span if place <= len(text))})
    anchors: dict[int, list[int]] = {}
    for place, miss in enumerate(found):
        anchors.setdefault((*miss.gold, *miss.predicted)[0][0], []).append(place)
    for start, end in pairwise(cuts):
        sides = [
            name
            for name, spans in (("gold", gold), ("found", predicted))
            if any(low <= start and end <= high for low, high in spans)
        ]
        yield from (f'<a id="{_key(article, place)}"></a>' for place in anchors.get(start, ()))
        piece = escape(text[start:end])
        yield f'<mark class="{" ".join(sides)}">{piece}</mark>' if sides else piece


def _listed(text: str, miss: Miss, article: str, place: int) -> str:
    lines = [f"<b>{escape(miss.sort)}</b> {escape(miss.kind)}"]
    if miss.gold:
        lines.append(f'<q class="gold">{escape(printable(words(text, miss.gold, _EVERYTHING)))}</q>')
    if miss.predicted and miss.predicted != miss.gold:
        lines.append(f'<q class="found">{escape(printable(words(text, miss.predicted, _EVERYTHING)))}</q>')
    lines += [f"<i>{escape(printable(each))}</i>" for each in (miss.note, miss.rule and f"rule {miss.rule}") if each]
    return f'<li data-sort="{escape(miss.sort)}"><a href="#{_key(article, place)}">{"<br>".join(lines)}</a></li>'
