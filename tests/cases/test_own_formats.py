"""The formats that plugins bring, and the tables of their kinds, in a run and from the command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

import attrs
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import newskit
from newskit.cli import app
from newskit.corpus import Job, extract_batch, schema
from newskit.corpus.rows import writer
from newskit.formats.registry import formats

PLUGIN = """
import attrs, newskit, re
from typing import ClassVar

@attrs.frozen
class Money:
    layer: ClassVar[str] = "money"
    span: newskit.Span
    amount: int

@newskit.extractor(Money)
def money(doc):
    for match in re.finditer(r"€([0-9]+)", doc.text):
        yield Money(doc.span(*match.span()), int(match[1]) if match[1] != "13" else "thirteen")

def amounts(document):
    if document.article.id == "worse":
        raise RuntimeError("no luck")
    return "".join(f"{document.article.id}\\t{each.amount}\\n" for each in document["money"])

@newskit.hookimpl
def newskit_extractors(config):
    return [money]

@newskit.hookimpl
def newskit_formats():
    return [
        newskit.Format("amounts", amounts, head="article\\tamount\\n"),
    ]
"""
ARTICLES = {"one": "It cost €5, then €6.", "none": "Nothing.", "odd": "It cost €13.", "worse": "It cost €7."}


@pytest.fixture
def corpus(demo: Callable[[str], None], tmp_path: Path) -> Path:
    demo(PLUGIN)
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in ARTICLES.items()), "utf-8")
    return path


def run(corpus: Path, form: str) -> tuple[Path, list[dict[str, Any]]]:
    """Run a job and return the file of its rows, and what failed."""
    out = corpus.with_name(f"out-{form}")
    Job(inputs=[corpus], out=out, format=form, plugins=["demo"], block=()).run(workers=1)
    failed = [line for path in out.glob("_failures/*") for line in path.read_text("utf-8").splitlines()]
    (rows,) = out.glob("part-*")
    assert rows.name == f"part-000000.{'money.csv' if form == 'csv-money' else form}"
    return rows, [json.loads(line) for line in failed]


def test_a_run_writes_the_format_of_a_plugin(corpus: Path) -> None:
    rows, failed = run(corpus, "amounts")
    assert rows.read_text("utf-8") == "article\tamount\none\t5\none\t6\nodd\tthirteen\n"
    ((worse, error),) = ((each["article_id"], each["error"]) for each in failed)
    assert (worse, error) == ("worse", "PluginError: format 'amounts' of plugin demo failed: RuntimeError: no luck")


def test_a_run_writes_a_table_of_a_kind(corpus: Path) -> None:
    rows, failed = run(corpus, "csv-money")
    assert rows.read_text("utf-8") == (
        "article,position,start,end,text,amount\none,0,8,10,€5,5\none,1,17,19,€6,6\nworse,0,8,10,€7,7\n"
    )
    assert [each["article_id"] for each in failed] == ["odd"]
    assert "'money[0].amount': expected a whole number of 64 bits" in failed[0]["error"]


def test_a_run_writes_typed_columns(corpus: Path) -> None:
    rows, failed = run(corpus, "parquet")
    table = pq.read_table(rows)
    assert table.schema == schema(plugins=["demo"], block=())
    assert table.schema.field("money").type.value_type.field("amount").type == pa.int64()
    money = [row and [each["amount"] for each in row] for row in table.column("money").to_pylist()]
    assert money == [[5, 6], [], None, [7]]
    others = [each and json.loads(each)["money"][0]["amount"] for each in table.column("other_layers").to_pylist()]
    assert others == [None, None, "thirteen", None]
    assert [(each["article_id"], "money[0].amount" in each["error"]) for each in failed] == [("odd", True)]
    articles = pa.RecordBatch.from_pylist([{"id": name, "text": text} for name, text in ARTICLES.items()])
    assert extract_batch(articles, plugins=["demo"], block=()).to_pylist() == table.to_pylist()


def test_a_format_that_makes_no_rows_is_refused(corpus: Path) -> None:
    out = corpus.with_name("out")
    wrong = "expected one of jsonl, parquet, csv-parts, .*, csv-money, amounts, got 'html'"
    with pytest.raises(newskit.InputError, match=wrong) as refused:
        Job(inputs=[corpus], out=out, format="html", plugins=["demo"], block=()).run(workers=1)
    assert refused.value.field == "format"
    assert not out.exists()


def test_a_layer_that_no_file_can_be_named_by_is_refused() -> None:
    @attrs.frozen
    class Odd:
        layer: ClassVar[str] = "a/b"

    odd = newskit.extractor(Odd)(lambda _: ())
    kit = newskit.Kit(plugins=(), add=[SimpleNamespace(newskit_extractors=newskit.hookimpl(lambda: [odd]))])
    with pytest.raises(newskit.InputError, match="'csv-a/b' cannot end the name of a file"):
        writer("csv-a/b", kit)


def test_extract_writes_the_head_once(corpus: Path, capfd: pytest.CaptureFixture[str]) -> None:
    def extract(form: str) -> SimpleNamespace:
        with pytest.raises(SystemExit) as ended:
            app(["extract", str(corpus), "--plugins", "demo", "--format", form], prog_name="newskit")
        out, err = capfd.readouterr()
        return SimpleNamespace(status=ended.value.code or 0, out=out, err=err)

    assert extract("csv-money").out == (
        "article,position,start,end,text,amount\none,0,8,10,€5,5\none,1,17,19,€6,6\nworse,0,8,10,€7,7\n"
    )
    done = extract("amounts")
    assert (done.status, done.out) == (1, "article\tamount\none\t5\none\t6\nodd\tthirteen\n")


def test_a_plugin_cannot_have_the_column_of_other_layers(kit: newskit.Kit) -> None:
    kind = attrs.frozen(type("Kind", (), {"layer": "other_layers"}))
    wrong = attrs.evolve(newskit.extractor(kind)(lambda _: ()), plugin="acme")
    with pytest.raises(newskit.PlanError, match="a field of every document"):
        newskit.plan.make_plan([wrong])
    assert "csv-quotes" in formats(kit.registry)
