"""A layer of a gold corpus scored: counted by document, added up, with intervals over the documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from attrs import frozen

from newskit.bench import confidence, dates, entities, not_speech, quotes, titles
from newskit.bench.annotated import LAYERS, Annotated, Layer, annotated
from newskit.bench.tally import Tally, f1_interval, total
from newskit.document import Document
from newskit.errors import InputError
from newskit.formats.json import to_dict

Scores = dict[str, object]
HEADLINES: Mapping[Layer, tuple[str, ...]] = {
    "quotes": (
        "char",
        *(f"{kind}.{measure}" for kind in quotes.KINDS for measure in ("exact", "near", "half", "attr", "attr_near")),
    ),
    "dates": dates.MEASURES,
    "entities": tuple(f"{label}.labelled" for label in ("all", *entities.LABELS)),
    "titles": tuple(f"{row}.{measure}" for row in titles.ROWS for measure in titles.MEASURES),
}
"""The measures that get an interval."""
_SCORES: Mapping[Layer, Callable[[dict[str, Tally]], Scores]] = {
    "quotes": quotes.scores,
    "dates": dates.scores,
    "entities": entities.scores,
    "titles": titles.scores,
}


@frozen
class Scored:
    """A gold article, what was predicted for it, and the counts of one layer."""

    gold: Annotated
    predicted: Annotated
    tallies: Mapping[str, Tally]


@frozen
class Evaluation:
    """One layer scored over a corpus; ``missing`` are the ids of gold articles without a prediction.

    These count as articles in which nothing was found.
    """

    layer: Layer
    documents: tuple[Scored, ...]
    missing: tuple[str, ...] = ()

    @property
    def sums(self) -> dict[str, Tally]:
        """The counts over all documents."""
        return total(each.tallies for each in self.documents)

    def scores(self) -> Scores:
        """Return the measures of the layer in per cent, rounded to one decimal place."""
        return _SCORES[self.layer](self.sums)

    def intervals(self) -> dict[str, tuple[float, float]]:
        """Return 95 % bootstrap intervals of F1 over documents, by measure."""
        return {name: f1_interval([each.tallies[name] for each in self.documents]) for name in HEADLINES[self.layer]}

    def matched(self) -> list[quotes.Matched]:
        """Return the pairings of quotes, article by article."""
        return [_matched(each.gold, each.predicted) for each in self.documents]

    def reliability(self) -> tuple[confidence.Bin, ...]:
        """Return the reliability table of the predicted quotes."""
        return confidence.reliability(quote for each in self.matched() for quote in confidence.judged(each))

    def at_thresholds(self) -> dict[float, Tally]:
        """Count direct and mixed quotes with the source right, those of at least some confidence only."""
        matched = self.matched()
        return {
            least: sum((confidence.at_threshold(each, least) for each in matched), Tally())
            for least in confidence.THRESHOLDS
        }

    def not_speech(self) -> Tally:
        """Count the not-speech class on short quoted stretches."""
        counts = (
            not_speech.tally(each.gold.text, each.gold.quotes or (), each.predicted.quotes or ())
            for each in self.documents
        )
        return sum(counts, Tally())


def _matched(gold: Annotated, predicted: Annotated) -> quotes.Matched:
    return quotes.match(gold.text, gold.quotes or (), predicted.quotes or ())


def _count(layer: Layer, gold: Annotated, predicted: Annotated) -> dict[str, Tally]:
    if layer == "quotes":
        return quotes.tallies(_matched(gold, predicted))
    if layer == "dates":
        return dates.tallies(gold.dates or (), predicted.dates or ())
    if layer == "titles":
        return titles.tallies(gold.text, gold.titles or (), predicted.titles or ())
    return entities.tallies(gold.entities or (), predicted.entities or ())


def evaluate(layer: Layer, golds: Iterable[Annotated], predict: Callable[[Annotated], Annotated | None]) -> Evaluation:
    """Score a layer of gold articles against what ``predict`` gives for each, None where it has nothing.

    Raises ``InputError`` for a corpus that is empty or has not the layer, and for a prediction on another text.
    """
    documents, missing = [], []
    for gold in golds:
        if getattr(gold, layer) is None:
            there = ", ".join(name for name in LAYERS if getattr(gold, name) is not None) or "no annotations"
            raise InputError(f"{gold.id}: the gold has no {layer}; there are {there}", field=layer)
        predicted = predict(gold)
        if predicted is None:
            missing.append(gold.id)
            predicted = Annotated(gold.id, gold.text)
        elif predicted.text != gold.text:
            raise InputError(f"{gold.id}: the prediction is on another text than the gold", field="text")
        documents.append(Scored(gold, predicted, _count(layer, gold, predicted)))
    if not documents:
        raise InputError("no article in the gold")
    return Evaluation(layer, tuple(documents), tuple(missing))


def of_document(document: Document) -> Annotated:
    """Return the annotations of a document as they are compared."""
    return annotated(to_dict(document))
