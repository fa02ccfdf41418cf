"""The command ``newskit bench``: measure accuracy and speed, and compare answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import orjson
import typer
from attrs import asdict
from rich.console import RenderableType

from newskit.article import Article
from newskit.bench import annotated
from newskit.bench.compare import compare as compare_records
from newskit.bench.compare_report import change_listing, change_table
from newskit.bench.corpora import by_id, checksum, read_corpus, read_gold, read_json_lines, sample
from newskit.bench.misses import misses
from newskit.bench.page import to_page
from newskit.bench.ratchet import check, checksum_of, read_ratchet, repinned, write_ratchet
from newskit.bench.report import ratchet_table, to_listing, to_record, to_tables
from newskit.bench.scoring import Evaluation, evaluate, of_document
from newskit.bench.sides import answers, needs_articles
from newskit.bench.speed import measure, peak_memory, start_up
from newskit.bench.speed_report import speed_record, speed_tables, warnings_of
from newskit.cli.help import Command, group_app
from newskit.cli.pages import check_not_read
from newskit.cli.rendering import rendered
from newskit.cli.shared import (
    SOME_FAILED,
    Config,
    configuration,
    counted,
    names,
    one_line_warnings,
    open_output,
    refuse,
    say,
    write,
    writing_to,
)
from newskit.errors import NewskitError
from newskit.hints import there
from newskit.kit import Kit

Predict = Callable[[annotated.Annotated], annotated.Annotated | None]
app = group_app()

_TOLD = 5
"""Failures that are told one by one."""
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


@app.callback()
def bench() -> None:
    """Measure accuracy against gold corpora, measure speed, compare answers."""


def _show(*blocks: RenderableType) -> None:
    write(rendered(*blocks, least=100))


def _write_json(record: object) -> None:
    write(orjson.dumps(record, option=orjson.OPT_INDENT_2).decode() + "\n")


@app.command(cls=Command)
def speed(
    corpora: Annotated[
        list[Path],
        typer.Argument(metavar="CORPUS...", help="JSON Lines, a text or a folder of texts, or a gold corpus."),
    ],
    *,
    every: Annotated[int, typer.Option(metavar="K", min=1, help="Take one article in K.")] = 1,
    rounds: Annotated[int, typer.Option(metavar="N", min=1, help="Take the medians of N rounds.")] = 5,
    warm_up: Annotated[int, typer.Option(metavar="N", min=0, help="Go over N articles of a corpus beforehand.")] = 500,
    batch: Annotated[int, typer.Option(metavar="N", min=1, help="Articles a batch.")] = 100,
    start: Annotated[bool, typer.Option("--start-up", help="Measure importing and the first article too.")] = False,
    config: Config = None,
    as_json: AsJson = False,
) -> None:
    r"""Measure articles, words and megabytes a second, calls a token, and bare token passes, on one core.

    Times are processor time, after a warm-up on articles that `--every` leaves out: the medians of the rounds, with
    95 % bootstrap intervals over batches. A bare pass collects the spans of `\w+|[^\w\s]` over the same batch just
    before and after it. Calls are counted, and so the same each time; the checksum of the answers tells whether two
    versions answer alike. Where an extractor fails no rate is printed, and the exit status is 1.

    **Examples**

    - `newskit bench speed articles.jsonl.gz --every 20`
    - `newskit bench speed story.txt --rounds 200 --start-up`
    """
    with one_line_warnings(failures=False), open_output():
        try:
            kit = configuration(config).kit()
            read = {str(path): sample(list(read_corpus(path)), every, warm_up) for path in corpora}
        except NewskitError as exc:
            refuse(str(exc))
        for path, (articles, _) in read.items():
            if not articles:
                refuse(f"{path}: no articles")
        before = peak_memory()
        measured = {
            path: measure(kit, articles, batch_size=batch, rounds=rounds, warm_up=others)
            for path, (articles, others) in read.items()
        }
        _refuse_failures([failure for each in measured.values() for failure in each.failures])
        for warning in warnings_of(measured):
            say(warning)
        memory = {"before": before, "after": peak_memory()}
        started = start_up() if start else None
        if as_json:
            _write_json({"newskit": version("newskit"), **speed_record(measured, memory, started)})
        else:
            _show(speed_tables(measured, memory, started))


def _refuse_failures(failures: Sequence[str]) -> None:
    """End without a rate where anything failed: what did nothing did it fast."""
    for failure in failures[:_TOLD]:
        say(failure)
    if failures:
        say(f"no rate is given: {counted(len(failures), 'failure')} in all")
        raise typer.Exit(SOME_FAILED)


@app.command(cls=Command)
def score(
    layer: Annotated[str, typer.Argument(metavar="LAYER", help="`quotes`, `dates`, `entities` or `titles`.")],
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="JSON Lines, PolNeAR's folder, or TimeML.")],
    predictions: Annotated[
        Path | None, typer.Argument(metavar="[PRED]", help="JSON Lines as newskit writes it [default: run the kit].")
    ] = None,
    *,
    errors: Annotated[
        int, typer.Option(metavar="N", min=0, help="Print N misses of each sort, from all over the corpus.")
    ] = 0,
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write articles and misses as a page.")] = None,
    config: Config = None,
    as_json: AsJson = False,
) -> None:
    """Score a layer against gold annotations, as the reference page on measures says.

    Predictions are matched by `id`; without them the kit runs on the gold's texts.

    **Examples**

    - `newskit bench score quotes polnear/dev.jsonl`
    - `newskit bench score dates TempEval-3/TimeBank --errors 20`
    - `newskit bench score quotes PolNeAR/data/dev --html misses.html`
    - `newskit bench score entities gold.jsonl.gz predicted.jsonl --json | jq .scores.person`
    """
    if layer not in annotated.LAYERS:
        refuse(f"no layer is named {layer!r}{there(layer, annotated.LAYERS)}")
    with one_line_warnings(failures=False), open_output():
        failed: list[str] = []
        try:
            if html is not None:
                check_not_read(html, [gold, predictions or gold])
            predict = _look_up(predictions, gold) if predictions else _run_kit(configuration(config).kit(), failed)
            evaluation = evaluate(layer, read_gold(gold), predict)
            whole = checksum(gold)
        except NewskitError as exc:
            refuse(str(exc))
        for message in failed:
            say(message)
        if evaluation.missing:
            say(f"not predicted, and counted as nothing found: {counted(len(evaluation.missing), 'article')}")
        if html is not None:
            page = to_page(evaluation, title=f"{layer} of {gold.name}")
            with writing_to(html):
                html.write_text(page, encoding="utf-8", errors="replace")
        if as_json:
            source = {"predictions": str(predictions)} if predictions else {"newskit": version("newskit")}
            _write_json({"gold": str(gold), "sha256": whole, **source, **to_record(evaluation)})
        else:
            _show(to_tables(evaluation))
        if errors:
            _list_misses(evaluation, errors, as_json=as_json)
        if failed:
            raise typer.Exit(SOME_FAILED)


@app.command(cls=Command)
def compare(
    old: Annotated[str, typer.Argument(metavar="OLD", help="Predictions, a configuration, `.`, or a Python.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The same.")],
    *,
    corpus: Annotated[list[Path] | None, typer.Option(metavar="PATH", help="What a side that runs, runs on.")] = None,
    every: Annotated[int, typer.Option(metavar="K", min=1, help="Take one article in K of the corpus.")] = 1,
    ignore: Annotated[str, typer.Option(metavar="A,B", help="Fields that do not count, such as `confidence`.")] = "",
    most: Annotated[int | None, typer.Option(metavar="N", min=0, help="List at most N changes of a sort.")] = None,
    as_json: AsJson = False,
) -> None:
    """List every answer that two versions, configurations or files of predictions give differently.

    A side is a file of predictions (`.jsonl`, `.jsonl.gz`), a kit's configuration (`.toml`), `.` for newskit as
    installed here, or the Python of an environment with another version; all but the first need `--corpus`. The exit
    status is 0 whether or not anything changed.

    **Examples**

    - `newskit bench compare before.jsonl after.jsonl --ignore confidence,rule`
    - `newskit bench compare . no-model.toml --corpus articles.jsonl.gz --every 10`
    - `newskit bench compare old-env/bin/python . --corpus articles.jsonl`
    """
    with one_line_warnings(), open_output():
        if not corpus and (needs_articles(old) or needs_articles(new)):
            refuse("--corpus: needed, since a side is not a file of predictions (.jsonl, .jsonl.gz)")
        try:
            articles = [article for path in corpus or () for article in read_corpus(path, every=every)]
            before, after = (answers(side, articles) for side in (old, new))
            changes = list(compare_records(before, after, ignore=names(ignore) or ()))
        except NewskitError as exc:
            refuse(str(exc))
        for side, here, there in ((old, before, after), (new, after, before)):
            if alone := len(here.keys() - there.keys()):
                say(f"{side}: {counted(alone, 'article')} that the other side does not have")
        articles_both = len(before.keys() & after.keys())
        if as_json:
            _write_json({"articles": articles_both, "changes": [asdict(change) for change in changes]})
        else:
            _show(change_table(changes, articles_both))
            write(change_listing(changes, most))


@app.command(cls=Command)
def ratchet(
    floors: Annotated[Path, typer.Argument(metavar="FLOORS.json", help="Gold files with checksums and floors of F1.")],
    *,
    gold: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Where the gold is [default: the folder of FLOORS.json].")
    ] = None,
    lift: Annotated[bool, typer.Option("--raise", help="Move floors up to just below what is reached now.")] = False,
    lower: Annotated[bool, typer.Option("--lower", help="Pin gold and floors anew, lower ones too.")] = False,
) -> None:
    """Fail where accuracy has fallen below its floor, or the gold is not the one that the floor was measured on.

    The exit status is 1 then. Floors are never lowered but by `--lower`.

    **Examples**

    - `newskit bench ratchet benchmarks/ratchet.json`
    - `newskit bench ratchet benchmarks/ratchet.json --raise`
    - `newskit bench ratchet benchmarks/ratchet_corpora.json --gold corpora/`
    """
    with one_line_warnings(failures=False), open_output():
        failed: list[str] = []
        folder = gold or floors.parent
        try:
            pinned = read_ratchet(floors)
            predict = cache(_run_kit(Kit(), failed))
            findings = [list(check(each, folder, predict, changed=lower)) for each in pinned]
            moved = tuple(
                repinned(each, of_gold, checksum_of(folder / each.path) if lower else each.sha256, lower=lower)
                for each, of_gold in zip(pinned, findings, strict=True)
            )
        except NewskitError as exc:
            refuse(str(exc))
        for message in failed:
            say(message)
        every = [finding for of_gold in findings for finding in of_gold]
        _show(ratchet_table(every))
        if lift or lower:
            with writing_to(floors):
                write_ratchet(floors, moved)
        if failed or not (lower or all(finding.holds for finding in every)):
            raise typer.Exit(SOME_FAILED)


def _list_misses(evaluation: Evaluation, most: int, *, as_json: bool) -> None:
    listing = to_listing(evaluation, list(misses(evaluation)), most)
    if as_json:
        typer.echo(listing, err=True, nl=False)
    else:
        write("\n" + listing)


def _look_up(path: Path, gold: Path) -> Predict:
    texts = {each.id: each.text for each in read_gold(gold)}
    found = by_id(((each.id, each) for each in read_json_lines(path, texts)), str(path))
    return lambda article: found.get(article.id)


def _run_kit(kit: Kit, failed: list[str]) -> Callable[[annotated.Annotated], annotated.Annotated]:
    def predict(gold: annotated.Annotated) -> annotated.Annotated:
        article = Article(
            gold.text, id=gold.id, published=gold.published, publisher=gold.publisher, language=gold.language
        )
        document = kit.extract(article)
        failed.extend(f"{each.article_id}: {each.extractor} failed: {each.error}" for each in document.failures)
        return of_document(document)

    return predict
