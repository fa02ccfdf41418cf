"""The layers of plugins' kinds as what JSON holds: by the values that are there, whatever their fields declare.

A layer that holds anything else, or that cannot be read, is left out with a ``Failure``, and everything else is
written; all writers leave out the same.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence

from attrs import evolve

from newskit.document import Document
from newskit.errors import Failure, FailureWarning
from newskit.formats.records import Positions, Record
from newskit.formats.walk import Place, Walk
from newskit.guard import Guard
from newskit.kinds import KINDS
from newskit.layers import layer_of

_Records = dict[type, list[Record]]


def writable(document: Document) -> Document:
    """Return a document without the layers of plugins' kinds that JSON cannot hold, each a failure in their place."""
    _, left_out = plugin_layers(document)
    if not left_out:
        return document
    layers = {kind: layer for kind, layer in document.layers.items() if kind not in left_out}
    return evolve(document, layers=layers, failures=(*document.failures, *left_out.values()))


def to_write(document: Document) -> Document:
    """Return what of a document is ``writable``; each layer that is not is a ``FailureWarning`` too."""
    kept = writable(document)
    tell(kept.failures[len(document.failures) :])
    return kept


def tell(failures: Sequence[Failure]) -> None:
    """Warn of layers that are left out."""
    for each in failures:
        warnings.warn(each.error, FailureWarning, stacklevel=4)


def plugin_layers(document: Document) -> tuple[_Records, dict[type, Failure]]:
    """Return the records of each kind that a plugin brought, and why a kind has none."""
    kinds = sorted((kind for kind in document.layers if kind not in KINDS), key=layer_of)
    left_out: dict[type, Failure] = {}
    records: _Records = {}
    while kinds:
        before = len(left_out)
        records = _written(document, kinds, left_out)
        if len(left_out) == before:
            break
    return records, left_out


def _written(document: Document, kinds: Sequence[type], left_out: dict[type, Failure]) -> _Records:
    """Write all kinds but those left out; adds those that cannot be written without them."""
    positions = Positions({kind: layer for kind, layer in document.layers.items() if kind not in left_out})
    records: _Records = {}
    with Guard() as guard:
        for kind in kinds:
            if kind in left_out:
                continue
            written, raised = guard.call(_layer, document.layers[kind], kind, positions)
            if raised is not None:
                left_out[kind] = failure(raised, kind, document)
            else:
                records[kind] = written or []
    return records


def failure(raised: BaseException, kind: type, document: Document, what: str = "cannot be written") -> Failure:
    """Record what came of a layer when it was written, for which no extractor is to blame."""
    failed = Failure.of(raised, extractor="", plugin="", article_id=document.article.id)
    name = f"{kind.__module__}.{kind.__qualname__}"
    return evolve(failed, error=f"layer {layer_of(kind)!r} of {name} {what}: {failed.error}")


def _layer(layer: Sequence[object], kind: type, positions: Positions) -> list[Record]:
    walk, name = Walk(positions), layer_of(kind)
    return [walk.record(each, Place(f"{name}[{place}]")) for place, each in enumerate(layer)]
