"""The audit of sources: what is counted, as JSON and as a page, of tables and of documents alike."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from typer.testing import CliRunner

import newskit
from newskit import Article, InputError
from newskit.cli import app
from newskit.corpus import Job
from newskit.report import Report, read_facts
from newskit.report.facts import Facts

ARTICLES = [
    {
        "id": "a1",
        "publisher": "The Echo",
        "url": "https://echo.example/1",
        "published": "2025-01-18",
        "text": 'Ida Brandt, harbour master of the Port Vell Authority, said: "Pier 4 is safe." She said it was open.',
    },
    {
        "id": "a2",
        "publisher": "The Star",
        "published": "2025-02-03",
        "text": 'Ida Brandt denied that the pier was closed. "It is open," Brandt said. Olaf Lind said it was closed.',
    },
    {
        "id": "a3",
        "publisher": "The Star",
        "published": "2025-02-04",
        "text": "One official, who spoke on condition of anonymity, said the pier was closed.",
    },
]


def facts() -> Facts:
    found = Facts()
    for article in ARTICLES:
        found.add(newskit.extract(Article(**article)))
    return found


@pytest.fixture(scope="module")
def report() -> Report:
    return Report.of(facts())


def test_people_of_several_articles_are_one(report: Report) -> None:
    brandt = next(each for each in report.speakers if each.name == "Ida Brandt")
    assert (brandt.quotes, brandt.direct, brandt.indirect, brandt.articles) == (3, 2, 1, 2)
    assert (brandt.first, brandt.last) == ("2025-01-18", "2025-02-03")
    assert (brandt.office, brandt.organization) == ("harbour master of the Port Vell Authority", "Port Vell Authority")
    assert brandt.pronouns == "she"
    assert brandt.publishers in ("The Echo, The Star", "The Star, The Echo")
    assert [report.quotes[place]["article"] for place in brandt.quoted] == ["a1", "a1", "a2"]
    lind = next(each for each in report.speakers if each.name == "Olaf Lind")
    assert lind.pronouns == "not told"


def test_what_is_no_statement_is_left_out_and_counted(report: Report) -> None:
    assert report.left_out == {"denied": 1}
    assert report.total.quotes == 5


def test_groups_add_up(report: Report) -> None:
    for groups in (report.publishers, report.months):
        assert sum(each.quotes for each in groups) == report.total.quotes
        assert sum(each.articles for each in groups) == report.total.articles == 3
    assert [each.name for each in report.months] == ["2025-01", "2025-02"]
    assert report.total.direct + report.total.mixed + report.total.indirect == report.total.quotes
    assert sum(report.sources.values()) == report.total.quotes
    assert (report.total.she, report.total.he, report.total.pronouns_not_told) == (3, 0, 1)


def test_anonymous_sources_and_their_reasons_are_counted(report: Report) -> None:
    assert report.total.anonymous == 1
    assert list(report.anonymity_reasons) == ["condition of anonymity"]


def test_concentration_is_the_share_of_the_ten_quoted_most() -> None:
    found = Facts()
    names = ["Ida Brandt", "Olaf Lind", "Aya Mori", "Lena Moss", "Paul Weir", "Ana Ruiz", "Jan Falk", "Eva Holm"]
    names += ["Tom Berg", "Nils Strand", "Kim Vale", "Rosa Pine"]
    for name in names:
        found.add(newskit.extract(Article(f'{name} said: "It rains."', id=name)))
    assert Report.of(found).total.share_of_ten == round(10 / 12, 4)


def test_a_least_confidence_leaves_out_what_is_below() -> None:
    assert Report.of(facts(), least=1.0).total.quotes == 0
    assert "confidence below 1" in Report.of(facts(), least=1.0).left_out


def test_the_page_says_in_words_what_is_left_out_the_most_first() -> None:
    left_out = {"act": 2, "asked": 1, "confidence below 0.8": 1200, "denied": 1}
    page = evolve(Report.of(Facts()), left_out=left_out).to_html()
    assert "Left out: 1,200 of a confidence below 0.8, 2 done rather than said, 1 asked, 1 denied." in page


def test_a_corpus_without_quotes_has_a_report() -> None:
    report = Report.of(Facts())
    assert report.total.quotes == 0
    assert report.to_dict()["speakers"] == []
    page = report.to_html()
    assert "No quotes were counted." in page
    assert "0%" not in page.partition("<dl")[2].partition("</dl>")[0]


def test_a_share_is_neither_none_nor_all_by_rounding_alone() -> None:
    found = Facts()
    text = 'Ida Brandt said: "It is safe." ' * 300 + "A source who asked not to be named said it was not."
    found.add(newskit.extract(text))
    figures = Report.of(found).to_html().partition("<dl")[2].partition("</dl>")[0]
    assert "anonymous sources</dt><dd>&lt;1%<" in figures
    assert "named sources</dt><dd>&gt;99%<" in figures


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("report")
    (place / "articles.jsonl").write_text("\n".join(map(json.dumps, ARTICLES)), "utf-8")
    for out, options in {
        "csv": {"tables": ["quotes", "people"]},
        "parquet": {"tables": ["quotes", "people"], "table_format": "parquet"},
        "documents": {},
    }.items():
        Job(inputs=[str(place / "articles.jsonl")], out=place / out, **options).run(workers=1)  # type: ignore[arg-type]
    return place


@pytest.mark.parametrize("form", ["csv", "parquet", "documents"])
def test_tables_and_documents_say_the_same(folder: Path, report: Report, form: str) -> None:
    assert Report.read(folder / form).to_dict() == report.to_dict()


def test_one_file_of_documents_is_enough(folder: Path, report: Report) -> None:
    assert Report.read(folder / "documents" / "part-000000.jsonl").to_dict() == report.to_dict()


def test_a_document_that_cannot_be_read_costs_itself(folder: Path, tmp_path: Path) -> None:
    lines = (folder / "documents" / "part-000000.jsonl").read_text("utf-8").splitlines()
    (tmp_path / "part-000000.jsonl").write_text("\n".join([lines[0], "{", lines[2]]), "utf-8")
    told: list[str] = []
    assert read_facts(tmp_path, on_error=lambda error: told.append(str(error))).articles == 2
    assert len(told) == 1
    assert told[0].startswith(f"{tmp_path / 'part-000000.jsonl'}:2")
    with pytest.raises(InputError):
        read_facts(tmp_path)


def data_of(page: str) -> Any:
    (found,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    return json.loads(found)


def test_the_page_holds_what_the_report_does(report: Report) -> None:
    page = report.to_html(title="Pier & sources")
    assert "<h1>Pier &amp; sources</h1>" in page
    data = data_of(page)
    speakers = next(table for table in data["tables"] if table["id"] == "speakers")
    assert [row[0] for row in speakers["rows"]] == [each.name for each in report.speakers]
    assert data["quoted"] == [each.quoted for each in report.speakers]
    assert data["quotes"]["content"] == [row["content"] for row in report.quotes]
    assert page.count("<svg") == 4
    assert "<figcaption>Who is quoted most<" in page
    assert "The 15 who" not in page


def test_the_page_runs_its_own_script_alone_and_asks_nobody() -> None:
    hostile = "</script><img src=x onerror=alert(1)>"
    article = Article(
        f'Ida Brandt said: "{hostile} is safe."', id=hostile, publisher=hostile, url="javascript:alert(1)"
    )
    found = Facts()
    found.add(newskit.extract(article))
    page = Report.of(found).to_html(title=hostile)
    assert hostile not in page
    assert page.count("<script") == page.count("</script>") == 2
    assert "script-src 'sha256-" in page
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//""", page)
    assert data_of(page)["quotes"]["article"] == [hostile]


def command(*asked: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["report", *asked])
    return result.exit_code, result.stderr


def test_the_command_writes_page_and_json(folder: Path, tmp_path: Path, report: Report) -> None:
    page, audit = tmp_path / "r.html", tmp_path / "r.json"
    asked = (str(folder / "csv"), "-o", str(page), "--json", str(audit))
    assert command(*asked) == (0, "newskit: 5 quotes of 2 speakers\n")
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert json.loads(audit.read_text("utf-8")) == json.loads(json.dumps(report.to_dict()))


def test_json_alone_makes_no_page(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert command(str(folder / "csv"), "--json", "r.json")[0] == 0
    assert [path.name for path in tmp_path.iterdir()] == ["r.json"]


def test_wrong_use_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert command("nowhere") == (2, "newskit: nowhere: no such file or folder\n")
    status, told = command(".")
    assert status == 2
    assert "neither tables of quotes and people nor documents" in told


def test_the_audit_goes_to_standard_output(folder: Path, tmp_path: Path, report: Report) -> None:
    done = CliRunner().invoke(app, ["report", str(folder / "csv"), "--json", "-"])
    assert json.loads(done.stdout)["total"]["quotes"] == report.total.quotes
    assert done.stderr == "newskit: 5 quotes of 2 speakers\n"
    assert not (tmp_path / "-").exists()


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("notes.txt",), "expected documents that newskit wrote"),
        (("articles.jsonl",), "articles.jsonl:1, field 'schema': missing; expected documents that newskit wrote"),
        (("counted/quotes/part-000000.csv",), "a table alone: name the folder of the run"),
        (("counted/quotes",), "a table alone: name the folder of the run"),
        (("counted", "-o", "notes.txt"), "--out: expected the name of a page, FILE.html, got 'notes.txt'"),
        (("counted", "--json", "notes.txt"), "--json: expected a name FILE.json, or - for standard output"),
        (("facts.json", "--json", "facts.json"), "facts.json is read, and would be replaced"),
    ],
)
def test_what_is_no_report_replaces_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, ...], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(folder / "csv", "counted")
    shutil.copy(folder / "documents" / "part-000000.jsonl", "facts.json")
    shutil.copy(folder / "articles.jsonl", ".")
    for name in ("notes.txt", "report.html"):
        Path(name).write_text("mine", "utf-8")
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    status, said = command(*asked)
    assert status == 2
    assert told in said
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before


def test_layers_of_plugins_and_empty_lines_cost_no_document(folder: Path, tmp_path: Path, report: Report) -> None:
    documents = (folder / "documents" / "part-000000.jsonl").read_text("utf-8").splitlines()
    tagged = [json.dumps({**json.loads(line), "hashtags": [{"span": {"start": 0, "end": 1}}]}) for line in documents]
    (tmp_path / "facts.jsonl").write_text("\n\n".join(tagged) + "\n\n", "utf-8")
    assert Report.read(tmp_path / "facts.jsonl").to_dict() == report.to_dict()
    (tmp_path / "facts.jsonl.gz").write_bytes(gzip.compress((tmp_path / "facts.jsonl").read_bytes()))
    assert Report.read(tmp_path / "facts.jsonl.gz").to_dict() == report.to_dict()
