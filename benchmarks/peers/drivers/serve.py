"""The loop that every driver of a peer runs: batches of articles in, answers and the seconds they took out.

Standard library only, for it runs in each peer's own environment. One JSON object a line on standard input holds
``articles``, each with ``id``, ``text`` and ``published``; one a line on standard output answers with ``documents``,
``failed`` and ``seconds``, which is processor time of this process and its children, without reading or writing.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from typing import Any

Article = dict[str, Any]
Answers = dict[str, Any]


def _used() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def serve(work: Callable[[list[Article]], list[Any]], tell: Callable[[Article, Any], Answers]) -> None:
    """Answer batches: ``work`` is timed and gives what was found by article, an exception for one that failed.

    ``tell`` is not timed and turns what was found into layers by name.
    """
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # a peer that prints must not spoil the answers
    for line in sys.stdin:
        articles = json.loads(line)["articles"]
        start = _used()
        found = work(articles)
        seconds = _used() - start
        documents, failed = [], []
        for article, each in zip(articles, found, strict=True):
            if isinstance(each, Exception):
                failed.append(f"{article['id']}: {type(each).__name__}: {each}")
                documents.append({"id": article["id"]})
            else:
                documents.append({"id": article["id"], **tell(article, each)})
        json.dump({"seconds": seconds, "failed": failed, "documents": documents}, answers)
        answers.write("\n")
        answers.flush()


def each(function: Callable[[Article], Any]) -> Callable[[list[Article]], list[Any]]:
    """Turn a function of one article into one of a batch that keeps what an article raised."""

    def guarded(article: Article) -> Any:  # noqa: ANN401 - whatever the peer gives
        try:
            return function(article)
        except Exception as exc:
            return exc

    return lambda articles: [guarded(article) for article in articles]
