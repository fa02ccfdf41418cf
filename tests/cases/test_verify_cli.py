"""`newskit verify`: what it writes, its exit status, and what bad claims and sources cost."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import pytest

Run = Callable[..., SimpleNamespace]

STORY = "Ida Brandt said on Monday: “The pier is not safe.”\nHe left… “We won’t stay,” Jon Roe said.\n"


@pytest.fixture
def sources(tmp_path: Path) -> str:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "story.txt").write_text(STORY, "utf-8")
    (tmp_path / "sources" / "more.jsonl").write_text('{"id":"a1","text":"“Ducks may swim,” Ann Bell said."}\n', "utf-8")
    (tmp_path / "sources" / "page.html").write_text(
        "<html><body><article><h1>Tide</h1><p>The tide was high on Monday morning, and the harbour was closed to ships "
        "of every size until the evening, the harbour master said in a statement.</p></article></body></html>",
        "utf-8",
    )
    return "sources"


@pytest.fixture
def claims(tmp_path: Path) -> Callable[..., str]:
    def write(*lines: object) -> str:
        text = "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines)
        (tmp_path / "claims.jsonl").write_text(text, "utf-8")
        return "claims.jsonl"

    return write


def test_what_an_empty_cell_says_is_not_known(run: Run, sources: str, claims: Callable[..., str]) -> None:
    result = run("verify", claims({"quote": "The pier is not safe.", "speaker": "", "source": " "}), sources)
    assert result.status == 0, result


def test_the_listing_says_where_what_differs_and_whose_it_is(
    run: Run, sources: str, claims: Callable[..., str]
) -> None:
    path = claims(
        {"quote": "The pier is not safe.", "speaker": "Ida Brandt"},
        {"quote": "The pier is safe", "id": 7},
        {"quote": "We won't stay", "speaker": "Ida Brandt"},
        {"quote": "Zebras cross the street"},
    )
    result = run("verify", path, sources)
    assert (result.status, result.err) == (1, "")
    assert result.out == (
        "exact   claims.jsonl:1  The pier is not safe.\n"
        "        at sources/story.txt:28-49\n"
        "        Ida Brandt: attributed; direct, rule: cue then quotation, 86%\n"
        "altered 7  The pier is safe\n"
        "        at sources/story.txt:28-48\n"
        "        omitted (negation): “not”\n"
        "folded  claims.jsonl:3  We won't stay\n"
        "        at sources/story.txt:61-74\n"
        "        Ida Brandt: to another: Jon Roe; direct, rule: quotation then cue, 92%\n"
        "absent  claims.jsonl:4  Zebras cross the street\n"
        "4 quotes: exact 1 · folded 1 · altered 1 · absent 1\n"
    )


@pytest.mark.parametrize(
    ("claim", "options", "status"),
    [
        ({"quote": "The pier is not safe."}, (), 0),
        ({"quote": "Ducks may swim", "source": "a1", "speaker": "Ann Bell"}, (), 0),
        ({"quote": "Ducks may swim", "speaker": "Jon Roe"}, (), 1),
        ({"quote": "The pier is not safe", "source": "story.txt"}, (), 0),
        ({"quote": "The pier is not safe", "source": "sources/story.txt"}, (), 0),
        ({"quote": "The pier is not safe", "source": "a1"}, (), 1),
        ({"quote": "The pier [there] is not safe"}, (), 0),
        ({"quote": "The pier [there] is not safe"}, ("--strict",), 1),
        ({"quote": "The pier … safe"}, (), 1),
        ({"quote": "The tide was high on Monday morning"}, (), 0),
    ],
)
def test_the_exit_status_says_whether_all_stand_there(
    run: Run, sources: str, claims: Callable[..., str], claim: object, options: tuple[str, ...], status: int
) -> None:
    assert run("verify", claims(claim), sources, *options).status == status


def test_json_lines_have_everything(run: Run, sources: str, claims: Callable[..., str]) -> None:
    path = claims(
        {"quote": "The pier is safe \ud800", "speaker": "Brandt", "id": "b", "desk": "news"}, {"quote": "No such words"}
    )
    first, second = map(json.loads, run("verify", path, sources, "--format", "jsonl").out.splitlines())
    assert (first["id"], first["match"], first["verbatim"], first["supported"]) == ("b", "altered", False, False)
    assert (first["source"], first["meta"], first["quote"]) == (
        "sources/story.txt",
        {"desk": "news"},
        "The pier is safe \ud800",
    )
    assert all(STORY[span["start"] : span["end"]] == span["text"] for span in first["spans"])
    assert first["differences"][0] == {
        "change": "omitted",
        "matter": "negation",
        "claim": {"start": 11, "end": 11, "text": ""},
        "source": {"start": 40, "end": 43, "text": "not"},
        "edit": "",
        "turns": "",
    }
    assert first["attribution"]["answer"] == "attributed"
    assert first["attribution"]["quote"]["rule"] == "cue then quotation"
    assert (second["match"], second["source"], second["spans"], second["attribution"]) == ("absent", None, [], None)


class Page(HTMLParser):
    """What a page says, and the elements in it."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.said = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not {name for name, _ in attrs if name.startswith("on")}
        self.elements.append(tag)

    def handle_data(self, data: str) -> None:
        self.said += data


def test_the_page_shows_hostile_text_as_text(run: Run, sources: str, claims: Callable[..., str]) -> None:
    path = claims({"quote": "The pier is not <script>alert(1)</script> safe\0", "id": "<img src=x onerror=y>"})
    result = run("verify", path, sources, "--format", "html")
    page = Page()
    page.feed(result.out)
    assert "script" not in page.elements
    assert "img" not in page.elements
    assert {"html", "title", "main", "h1", "table", "th", "del", "ins"} <= set(page.elements)
    assert "<script>alert(1)</script>" in page.said
    assert "Quotes checked" in page.said
    assert "1 in all: altered 1" in page.said


def test_a_claim_that_cannot_be_read_costs_itself(run: Run, sources: str, claims: Callable[..., str]) -> None:
    path = claims(
        {"quote": 5},
        {"quoted": "x"},
        "nonsense",
        "",
        {"quote": "x", "speaker": []},
        {"quote": "x", "id": True},
        {"quote": "x", "source": "stary.txt"},
        {"quote": " "},
        {"quote": "We won't stay"},
    )
    result = run("verify", path, sources)
    assert result.status == 1
    assert result.out.endswith("1 quote: folded 1\n")
    told = result.err.splitlines()
    assert [line.partition(": ")[2].partition(":")[0] for line in told] == ["claims.jsonl"] * 7
    assert [line.split(":")[2].split(",")[0] for line in told] == ["1", "2", "3", "5", "6", "7", "8"]
    assert "field 'quote': expected a string, got a number" in told[0]
    assert "field 'quote': missing" in told[1]
    assert "field 'source': no source has the id 'stary.txt'" in told[5]
    assert "field 'quote': expected words, got nothing" in told[6]
    page = Page()
    page.feed(run("verify", path, sources, "--format", "html").out)
    assert "1 in all: folded 1" in page.said
    assert "Not checked, 7:" in page.said
    assert all(line.removeprefix("newskit: ") in page.said for line in told)


def test_claims_in_the_folder_of_the_sources_are_no_source(
    run: Run, sources: str, claims: Callable[..., str], tmp_path: Path
) -> None:
    (tmp_path / claims({"quote": "Ducks may swim"})).rename(tmp_path / sources / "claims.jsonl")
    result = run("verify", "sources/claims.jsonl", sources)
    assert (result.status, result.err) == (0, "")


def test_claims_may_be_packed(run: Run, sources: str) -> None:
    line = b'{"quote":"We won\'t stay"}\n'
    Path("claims.jsonl.gz").write_bytes(gzip.compress(line))
    result = run("verify", "claims.jsonl.gz", sources)
    assert (result.status, result.err) == (0, "")
    Path("claims.jsonl.gz").write_bytes(gzip.compress(line) + gzip.compress(line * 100)[:-9])
    result = run("verify", "claims.jsonl.gz", sources)
    assert result.status == 1
    assert result.out.startswith("folded  claims.jsonl.gz:1  We won't stay\n")
    assert "claims.jsonl.gz: cannot be unpacked" in result.err


def test_claims_are_in_the_encoding_that_is_named(run: Run) -> None:
    Path("claims.jsonl").write_text('{"quote":"Die Brücke"}\n\n{"quote":"ist zu"}\n', "utf-16")
    Path("a.txt").write_text("Die Brücke ist zu.\n", "utf-16")
    result = run("verify", "claims.jsonl", "a.txt", "--encoding", "utf-16")
    assert (result.status, result.err) == (0, "")
    assert "claims.jsonl:3  ist zu" in result.out
    assert result.out.endswith("2 quotes: exact 2\n")


def test_claims_that_are_no_text_are_told_once(run: Run, sources: str) -> None:
    Path("claims.jsonl").write_bytes(b"\0\xff\n\xfe\n\xfd\n")
    result = run("verify", "claims.jsonl", sources)
    assert result.status == 1
    assert result.err == "newskit: claims.jsonl: no text: the file holds NUL bytes, as programs and pictures do\n"


def test_a_field_that_may_be_a_slip_is_told_once(run: Run, sources: str, claims: Callable[..., str]) -> None:
    line = {"quote": "We won't stay", "spaeker": "Ida Brandt", "desk": "city"}
    result = run("verify", claims(line, line), sources)
    assert result.status == 0
    assert result.err == "newskit: claims.jsonl:1, field 'spaeker': not read; did you mean 'speaker'?\n"


def test_sources_without_an_article_are_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "none.jsonl").touch()
    result = run("verify", "--quote", "We won't stay", "--source", "empty", "--source", "none.jsonl")
    assert (result.status, result.out) == (2, "")
    assert result.err == "newskit: empty, none.jsonl: nothing to look into: there are no articles\n"


def test_a_source_that_cannot_be_read_is_told_and_the_others_are_looked_into(run: Run, sources: str) -> None:
    Path(sources, "bad.txt").write_bytes(b"caf\xe9")
    Path(sources, "two.txt").write_text("x", "utf-8")
    Path(sources, "two.jsonl").write_text('{"id":"sources/two.txt","text":"y z"}\n', "utf-8")
    result = run("verify", "--quote", "We won't stay", "--source", sources)
    assert (result.status, result.out.splitlines()[0]) == (1, "folded  --quote  We won't stay")
    assert "bad.txt: not UTF-8" in result.err
    assert "two sources have the id 'sources/two.txt'; the later is called 'sources/two.txt#2'" in result.err


def test_one_quote_and_one_source_of_standard_input(run: Run) -> None:
    arguments = ("verify", "--quote", "the pier is not safe", "--source", "-", "--speaker", "Brandt")
    result = run(*arguments, stdin=STORY.encode())
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith("folded  --quote  the pier is not safe\n        at <stdin>:28-48\n")


def test_claims_of_standard_input(run: Run, sources: str) -> None:
    result = run("verify", "-", sources, stdin=b'{"quote":"We won\'t stay"}\n{"quote":1}\n')
    assert result.status == 1
    assert result.out.startswith("folded  <stdin>:1  We won't stay\n")
    assert "<stdin>:2, field 'quote'" in result.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "expected a file of claims and at least one source, or --quote and --source"),
        (("claims.jsonl",), "expected a file of claims and at least one source"),
        (("claims.jsonl", "nowhere"), "nowhere: no such file"),
        (("nowhere", "sources"), "nowhere: no such file"),
        (("sources", "sources"), "sources: a directory, expected a file of claims"),
        (("-", "-"), "standard input can be read once"),
        (("claims.jsonl", "sources", "--speaker", "x"), "--source and --speaker are for --quote"),
        (("--quote", "x"), "--quote needs --source"),
        (("--quote", " ", "--source", "sources"), "--quote: expected words, got nothing"),
        (("--quote", "x", "--source", "sources", "--speaker", ""), "--speaker: expected a name, got nothing"),
        (("claims.jsonl", "--quote", "x", "--source", "sources"), "claims.jsonl: --quote is checked instead"),
        (("claims.jsonl", "sources", "--encoding", "utf-9"), "--encoding: no text encoding is named 'utf-9'"),
        (("claims.jsonl", "sources", "--input-format", "pdf"), "--input-format: expected one of text"),
        (("claims.jsonl", "sources", "--format", "pdf"), "Invalid value for '--format'"),
    ],
)
def test_wrong_use_is_refused_before_anything_is_read(
    run: Run, sources: str, claims: Callable[..., str], arguments: tuple[str, ...], told: str
) -> None:
    claims({"quote": "x"})
    result = run("verify", *arguments)
    assert (result.status, result.out) == (2, "")
    assert told in result.err
    assert sources


def test_the_page_says_where_exact_words_are_of_another(run: Run, claims: Callable[..., str], sources: str) -> None:
    path = claims({"quote": "We won’t stay", "speaker": "Ida Brandt"}, {"quote": "We won’t stay", "speaker": "Jon Roe"})
    page = run("verify", path, sources, "--format", "html").out
    assert page.count("exact<br><small>of another</small>") == 1
