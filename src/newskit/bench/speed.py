r"""How fast a kit is: microseconds and calls a token, articles, words and bytes a second, and bare token passes.

A bare pass collects the spans of ``\w+|[^\w\s]`` with the regex package over the same text. What a machine does besides
can double either time within one process, so that the ratio of two single times says little: bare pass and kit take
turns, batch by batch over several rounds, and what counts of a batch is the median of its rounds. Stages are timed in a
pass of their own over the batch: the whole can be more than their sum in the first round, which meets words for the
first time. All times are processor time of this process.
"""

from __future__ import annotations

import cProfile
import hashlib
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import regex
from attrs import field, frozen

from newskit.article import Article
from newskit.bench.tally import bootstrap
from newskit.document import Document
from newskit.errors import describe
from newskit.extraction import check_made
from newskit.extractor import Doc
from newskit.formats.json import to_json
from newskit.guard import Guard
from newskit.kit import Kit
from newskit.merge import merge
from newskit.text import Ground

_BARE = regex.compile(r"\w+|[^\w\s]")
_WORD = regex.compile(r"\w+")
GROUND, REST = "shared ground", "checks and merging"
_MEGABYTE = 1e6


@frozen
class Batch:
    """The size of a batch of articles, and the seconds that it took in each round, by stage too."""

    articles: int
    words: int
    tokens: int
    bytes: int
    rounds: list[Round] = field(factory=list)

    @property
    def bare(self) -> float:
        """The seconds of a bare pass."""
        return statistics.median(each.bare for each in self.rounds)

    @property
    def kit(self) -> float:
        """The seconds of the kit."""
        return statistics.median(each.kit for each in self.rounds)

    def stage(self, name: str) -> float:
        """Return the seconds of a stage."""
        return statistics.median(each.stages.get(name, 0.0) for each in self.rounds)


@frozen
class Round:
    """The seconds that a batch took once: the mean of the bare passes before and after, the kit, and its stages."""

    bare: float
    kit: float
    stages: dict[str, float]


@frozen
class Figure:
    """A measured figure with its 95 % bootstrap interval over batches."""

    value: float
    low: float
    high: float


@frozen
class Speed:
    """The speed of a kit on a corpus, the calls of functions that it made, and the SHA-256 of its answers.

    ``calls`` are those of a pass over all the articles after the rounds, as the standard library's profiler counts
    them: of Python's functions and of built-in ones by these. They do not depend on the machine.
    """

    batches: tuple[Batch, ...]
    calls: int = 0
    answers: str = ""
    failures: tuple[str, ...] = ()

    def _figure(self, above: Callable[[Batch], float], below: Callable[[Batch], float]) -> Figure:
        rows = [(above(batch), below(batch)) for batch in self.batches]
        value = sum(row[0] for row in rows) / sum(row[1] for row in rows)
        return Figure(value, *bootstrap(rows, lambda sums: sums[0] / sums[1]))

    @property
    def microseconds_a_token(self) -> Figure:
        """Microseconds of the kit for each of its tokens."""
        return self._figure(lambda batch: 1e6 * batch.kit, lambda batch: batch.tokens)

    @property
    def calls_a_token(self) -> float:
        """Calls of functions for each token."""
        return self.calls / sum(batch.tokens for batch in self.batches)

    @property
    def bare_passes(self) -> Figure:
        """The time of the kit over that of a bare pass."""
        return self._figure(lambda batch: batch.kit, lambda batch: batch.bare)

    def stage_passes(self, stage: str) -> Figure:
        """Return the time of one extractor, or of the shared ground, over that of a bare pass."""
        return self._figure(lambda batch: batch.stage(stage), lambda batch: batch.bare)

    @property
    def stages(self) -> tuple[str, ...]:
        """The shared ground, the extractors as they ran, and what the kit does with what they made."""
        return tuple(dict.fromkeys(stage for batch in self.batches for each in batch.rounds for stage in each.stages))

    @property
    def articles_a_second(self) -> Figure:
        """Articles a second."""
        return self._figure(lambda batch: batch.articles, lambda batch: batch.kit)

    @property
    def words_a_second(self) -> Figure:
        r"""Words, which are runs of ``\w``, a second."""
        return self._figure(lambda batch: batch.words, lambda batch: batch.kit)

    @property
    def megabytes_a_second(self) -> Figure:
        """Megabytes of UTF-8, of a million bytes each, a second."""
        return self._figure(lambda batch: batch.bytes / _MEGABYTE, lambda batch: batch.kit)

    def __add__(self, other: Speed) -> Speed:
        answers = hashlib.sha256(f"{self.answers}{other.answers}".encode()).hexdigest()
        failures = self.failures + other.failures
        return Speed(self.batches + other.batches, self.calls + other.calls, answers, failures)


def measure(
    kit: Kit, articles: Sequence[Article], *, batch_size: int = 100, rounds: int = 1, warm_up: Sequence[Article] = ()
) -> Speed:
    """Measure a kit on articles in batches, each once a round, after a warm-up on others.

    Failures of extractors are kept as messages, those on the warm-up too: where there are any, the figures say
    nothing. Raises ``ValueError`` where there are no articles.
    """
    if not articles:
        raise ValueError("no articles to measure")
    failures: list[str] = []
    for article in warm_up:
        failures += _failed(kit.extract(article))
        _bare_pass([article])
    cut = list(_batches(articles, batch_size))
    batches = [_sized(batch) for batch in cut]
    answers = hashlib.sha256()
    for number in range(rounds):
        for articles_of, batch in zip(cut, batches, strict=True):
            documents: list[Document] = []
            batch.rounds.append(_round(kit, articles_of, documents, failures))
            if not number:
                for document in documents:
                    answers.update(to_json(document).encode("utf-8", errors="surrogatepass"))
    calls = 0 if failures else _calls(kit, articles)
    return Speed(tuple(batches), calls, answers.hexdigest(), tuple(failures))


def _sized(articles: Sequence[Article]) -> Batch:
    return Batch(
        articles=len(articles),
        words=sum(len(_WORD.findall(article.text)) for article in articles),
        tokens=sum(len(Ground(article.text).tokens) for article in articles),
        bytes=sum(len(article.text.encode("utf-8", errors="replace")) for article in articles),
    )


def _calls(kit: Kit, articles: Sequence[Article]) -> int:
    """Count the calls of a kit that has met the articles before, so that the number is the same each time."""
    profile = cProfile.Profile()
    for article in articles:
        profile.runcall(kit.extract, article)
    return sum(each.callcount for each in profile.getstats())


def _batches(articles: Sequence[Article], size: int) -> Iterator[tuple[Article, ...]]:
    # What is left over joins the batch before it: a small batch would weigh as much in the bootstrap as a whole one.
    *whole, last = (tuple(articles[start : start + size]) for start in range(0, len(articles), size))
    if whole and len(last) < size:
        last = (*whole.pop(), *last)
    yield from (*whole, last)


def _seconds(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


def _bare_pass(articles: Sequence[Article]) -> None:
    for article in articles:
        _ = [match.span() for match in _BARE.finditer(article.text)]


def _round(kit: Kit, articles: Sequence[Article], documents: list[Document], failures: list[str]) -> Round:
    """Time a batch once, and keep what it gave."""
    before = _seconds(lambda: _bare_pass(articles))
    whole = _seconds(lambda: documents.extend(kit.pipe(articles)))
    after = _seconds(lambda: _bare_pass(articles))
    failures += (message for document in documents for message in _failed(document))
    stages: dict[str, float] = {}
    for document in documents:
        with Guard() as guard:
            timed, raised = guard.call(lambda: list(_stages(kit, document)))  # noqa: B023 - called at once
        for stage, seconds in timed or []:
            stages[stage] = stages.get(stage, 0.0) + seconds
        if raised is not None:
            failures.append(f"{document.article.id}: failed when run again: {describe(raised)}")
    return Round((before + after) / 2, whole, stages)


def _failed(document: Document) -> Iterator[str]:
    return (f"{each.article_id}: {each.extractor} failed: {each.error}" for each in document.failures)


def _stages(kit: Kit, document: Document) -> Iterator[tuple[str, float]]:
    """Yield each stage and its seconds, what it reads being there already; what fails has been counted before."""
    article, ground = document.article, Ground(document.text)
    yield GROUND, _seconds(lambda: (ground.paragraphs, ground.sentences, ground.quotations, ground.tags))
    failed = {failure.extractor for failure in document.failures}
    for step in kit.plan:
        outputs: dict[str, list[object]] = {}
        for maker in step.makers:
            if maker.qualified_name not in failed:
                made: list[object] = []
                doc = Doc(article, ground, document.layers, maker)
                yield maker.qualified_name, _seconds(lambda to=made, maker=maker, doc=doc: to.extend(maker(doc)))  # type: ignore[misc]
                yield REST, _seconds(partial(check_made, maker, made, document.text, document.layers))
                outputs[maker.qualified_name] = made
        yield REST, _seconds(partial(merge, outputs))


def peak_memory() -> float | None:
    """Return the most memory that this process has had, in megabytes; None where the system does not tell."""
    try:
        import resource  # noqa: PLC0415 - Unix only
    except ImportError:
        return None
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / _MEGABYTE if sys.platform == "darwin" else most * 1024 / _MEGABYTE


_IMPORTS = """
import time
start = time.process_time(); import attrs, pluggy, regex; before = time.process_time() - start
start = time.process_time(); import newskit; after = time.process_time() - start
start = time.process_time(); newskit.extract("One line."); first = time.process_time() - start
print(before, after, first)
"""


@frozen
class StartUp:
    """Seconds of importing attrs, pluggy and regex, of importing newskit after them, and of the first article.

    The kit is made at the first article, which is counted with it.
    """

    before: float
    importing: float
    first_article: float

    @property
    def import_ratio(self) -> float:
        """The time of importing newskit with what it needs over that of importing attrs, pluggy and regex alone."""
        return (self.before + self.importing) / self.before


def start_up(*, runs: int = 15) -> StartUp:
    """Measure fresh interpreters; the median of each figure."""
    measured = [tuple(map(float, _output([sys.executable, "-c", _IMPORTS]).split())) for _ in range(runs)]
    return StartUp(*map(statistics.median, zip(*measured, strict=True)))


def _output(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 - this interpreter
