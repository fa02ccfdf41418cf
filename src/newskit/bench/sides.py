"""What can stand on a side of a comparison: predictions, a configuration, or another version of newskit."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import orjson

from newskit.article import Article
from newskit.bench.corpora import by_id, read_records
from newskit.configuration import read_configuration
from newskit.errors import InputError, reason
from newskit.formats.json import loads, to_dict
from newskit.formats.records import Record
from newskit.kit import Kit
from newskit.paths import is_file

INSTALLED = "."
_WRONG_USE = 2


def needs_articles(side: str) -> bool:
    """Tell whether a side answers by running, and so needs a corpus."""
    return not side.endswith((".jsonl", ".jsonl.gz"))


def answers(side: str, articles: Sequence[Article]) -> dict[str, Record]:
    """Return the records of a side by article id.

    ``side`` is a file of predictions (``.jsonl``, ``.jsonl.gz``), a kit's configuration (``.toml``), ``.`` for newskit
    as it runs now, or the path of a Python in whose environment another version is installed. Raises ``InputError``.
    """
    if not needs_articles(side):
        return by_id(((str(record["id"]), dict(record)) for _, record in read_records(Path(side))), side)
    if side == INSTALLED or side.endswith(".toml"):
        kit = Kit() if side == INSTALLED else read_configuration(Path(side)).kit()
        return by_id(((article.id, to_dict(kit.extract(article))) for article in articles), side)
    return _run_other(side, articles)


def _run_other(python: str, articles: Sequence[Article]) -> dict[str, Record]:
    lines = b"\n".join(
        orjson.dumps({name: getattr(each, name) for name in ("id", "text", "published", "language")})
        for each in articles
    )
    # A path counts from where the user stands; it stays unresolved, for a link may stand for an environment.
    program = str(Path(python).absolute()) if is_file(python) else python
    command = [program, "-m", "newskit", "extract", "-", "--input-format", "jsonl", "--format", "jsonl"]
    # Neither a folder named newskit where we stand nor one on our own path must be taken for it.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    with tempfile.TemporaryDirectory() as elsewhere:
        try:
            done = subprocess.run(  # noqa: S603 - the program that the user names
                command, input=lines, capture_output=True, cwd=elsewhere, env=environment, check=False
            )
        except OSError as exc:
            raise InputError(f"no predictions, configuration or Python: {reason(exc)}", path=python) from None
    if done.returncode >= _WRONG_USE or done.returncode < 0 or (done.returncode and not done.stdout):
        message = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise InputError(f"its newskit failed: {message}", path=python)
    records = [loads(line) for line in done.stdout.splitlines() if line.strip()]
    return {str(record["id"]): record for record in records if isinstance(record, dict)}
