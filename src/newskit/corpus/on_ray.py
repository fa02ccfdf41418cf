"""The shards of a run, worked on by Ray Data: on this machine or on a cluster that shares the folders of the run."""

from __future__ import annotations

import logging
import pickle
from collections.abc import Iterable, Iterator
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import Any

from newskit.corpus.listing import Entry
from newskit.corpus.shards import Shard
from newskit.corpus.sources import Source
from newskit.corpus.work import Order, Tally, work
from newskit.corpus.workers import GivenUp, cannot_write
from newskit.errors import InputError, MissingExtraError, NewskitError, UnfinishedError, describe


def check_for_ray(rows: str, inputs: Iterable[Entry]) -> None:
    """Refuse what the engine cannot do, before anything is written.

    ``rows`` is the format of the rows. Raises ``MissingExtraError`` where Ray is not installed, and ``InputError`` for
    rows and inputs that are not Parquet.
    """
    _ray()
    if rows != "parquet":
        raise InputError("the engine ray writes Parquet; expected parquet", field="format")
    for entry in inputs:
        if isinstance(entry.source, Source) and entry.source.form != "parquet":
            raise InputError("the engine ray reads Parquet", path=entry.source.path)


def _ray() -> tuple[ModuleType, ModuleType]:
    try:
        return import_module("ray"), import_module("ray.data")
    except ImportError:
        raise MissingExtraError("ray", extra="ray") from None


def run_on_ray(order: Order, shards: Iterable[Shard], workers: int) -> Iterator[tuple[Shard, Tally | GivenUp]]:
    """Work on shards of Parquet files with as many Ray tasks at once as ``workers`` says.

    The cluster is the one that ``RAY_ADDRESS`` names or that Ray is already connected to, else this machine. What a
    task needs travels as the places of rows, not as text, so inputs and rows have to lie where every node sees them,
    under the same path. Ray tries a task again whose worker dies.

    Raises ``MissingExtraError`` where Ray is not installed, and ``UnfinishedError`` where rows cannot be written and
    where Ray gives up.
    """
    ray, data = _ray()
    by_name = {shard.name: shard for shard in shards}
    if not by_name:
        return
    _start(ray)
    # A block a shard: a task that dies costs no more than the shard that it was at.
    items = [{"shard": pickle.dumps(shard)} for shard in by_name.values()]
    todo = data.from_items(items, override_num_blocks=len(items))
    done = todo.map(partial(_work, order=order), compute=data.TaskPoolStrategy(size=workers))
    try:
        for row in done.iter_rows():
            yield by_name[row["name"]], _result(row, by_name[row["name"]])
    except NewskitError:
        raise
    except Exception as exc:
        raise UnfinishedError(f"Ray gave up: {exc}; what is finished stays, start again to go on") from exc


def _start(ray: ModuleType) -> None:
    if not ray.is_initialized():
        ray.init(logging_level="WARNING", log_to_driver=False)
    # The run says itself how far it is, and what failed.
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    ray.data.DataContext.get_current().enable_progress_bars = False


def _work(row: dict[str, Any], order: Order) -> dict[str, Any]:
    """Work on a shard in one of Ray's processes; what went wrong comes back as a row too."""
    shard: Shard = pickle.loads(row["shard"])  # noqa: S301 - this run's own
    tally, error, stop = Tally(), "", False
    try:
        tally = work(order, shard)
    except OSError as exc:
        error, stop = str(cannot_write(exc, order)), True
    except Exception as exc:
        error, stop = describe(exc), isinstance(exc, NewskitError)
    return {"name": shard.name, "tally": pickle.dumps(tally), "error": error, "stop": stop}


def _result(row: dict[str, Any], shard: Shard) -> Tally | GivenUp:
    if row["stop"]:
        raise UnfinishedError(row["error"])
    if row["error"]:
        return GivenUp(shard.name, shard.place, row["error"])
    tally: Tally = pickle.loads(row["tally"])  # noqa: S301 - this run's own
    return tally
