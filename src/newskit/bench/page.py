"""An evaluation as one self-contained HTML page: each article with gold and predicted spans, and its misses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from newskit.bench.annotated import Annotated, Layer, Range
from newskit.bench.entities import label_of
from newskit.bench.misses import SORTS, Miss, misses, words
from newskit.bench.scoring import Evaluation
from newskit.formats.html.marks import letters, pieces
from newskit.formats.html.page import data, fill, page_style
from newskit.formats.text import printable

_HERE = "newskit.bench"
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
    parts = {
        "title": letters(title),
        "style": page_style("page.css", _HERE),
        "script": data("page.js", _HERE),
        "scores": _scores(evaluation),
        "sorts": "\n".join(
            f'<label><input type="checkbox" value="{letters(sort)}" checked> {letters(sort)} '
            f"<b>{counts[sort]}</b></label>"
            for sort in SORTS[evaluation.layer]
        ),
        "articles": shown,
    }
    return fill(data("page.html", _HERE), parts)


def _scores(evaluation: Evaluation) -> str:
    rows = []
    intervals = evaluation.intervals()
    for name, (low, high) in intervals.items():
        figures = evaluation.sums[name].to_dict()
        rows.append(
            f"<tr><th>{letters(name)}</th><td>{figures['P']:.1f}</td><td>{figures['R']:.1f}</td>"
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
        f'<article data-misses="{len(found)}">'
        f"<h2>{letters(gold.id)} <small>{letters(gold.published or '')}</small></h2>"
        f'<div class="both"><div class="text">{marked}</div><ol>{listed}</ol></div></article>'
    )


def _key(article: str, place: int) -> str:
    return letters(f"{article}-{place}")


def _marked(
    text: str, gold: Sequence[Range], predicted: Sequence[Range], found: Sequence[Miss], article: str
) -> Iterator[str]:
    """Say of each piece of the text on which sides it is marked."""
    anchors: dict[int, list[int]] = {}
    for place, miss in enumerate(found):
        anchors.setdefault((*miss.gold, *miss.predicted)[0][0], []).append(place)
    sides = [(start, end, side) for side, spans in (("gold", gold), ("found", predicted)) for start, end in spans]
    for start, end, marked in pieces(sides, len(text)):
        yield from (f'<a id="{_key(article, place)}"></a>' for place in anchors.get(start, ()))
        piece = letters(text[start:end])
        yield f'<mark class="{" ".join(dict.fromkeys(marked))}">{piece}</mark>' if marked else piece


def _listed(text: str, miss: Miss, article: str, place: int) -> str:
    lines = [f"<b>{letters(miss.sort)}</b> {letters(miss.kind)}"]
    if miss.gold:
        lines.append(f'<q class="gold">{letters(printable(words(text, miss.gold, _EVERYTHING)))}</q>')
    if miss.predicted and miss.predicted != miss.gold:
        lines.append(f'<q class="found">{letters(printable(words(text, miss.predicted, _EVERYTHING)))}</q>')
    lines += [f"<i>{letters(printable(each))}</i>" for each in (miss.note, miss.rule and f"rule {miss.rule}") if each]
    return f'<li data-sort="{letters(miss.sort)}"><a href="#{_key(article, place)}">{"<br>".join(lines)}</a></li>'
