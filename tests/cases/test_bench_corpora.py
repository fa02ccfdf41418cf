from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from newskit.bench.annotated import Timex
from newskit.bench.corpora import checksum, read_gold, sample
from newskit.bench.scoring import evaluate
from newskit.errors import InputError

TEXT = "Budget passes\n\nMayor Ann Roe said that “we won the\nvote,” and she hoped for peace.\n"


def at(words: str) -> str:
    start = TEXT.index(words)
    return f"{start} {start + len(words)}"


def polnear(folder: Path, *lines: str, annotator: str = "a1") -> Path:
    for name in ("text", "attributions"):
        (folder / "dev" / name).mkdir(parents=True, exist_ok=True)
    (folder / "dev" / "text" / "daily_2016-05-06_budget.txt").write_bytes(TEXT.encode())
    file = folder / "dev" / "attributions" / f"daily_2016-05-06_budget_{annotator}.ann"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def test_polnear_is_read_as_published(tmp_path: Path) -> None:
    polnear(
        tmp_path,
        f"T1\tSource {at('Mayor Ann Roe')}\tMayor Ann Roe",
        f"T2\tCue {at('said')}\tsaid",
        f"T3\tContent {at('vote,')};{at('that “we won the')}\tvote that",
        "The note of a span may go on in a line that begins like a key",
        f"T4\tAttribution {at('said')}\tsaid",
        "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3",
        f"T5\tContent {at('for peace')}\tfor peace",
        f"T6\tCue {at('hoped')}\thoped",
        "E2\tAttribution-no-source:T6 Content:T5 Cue:T6",
    )
    polnear(tmp_path, annotator="b2")
    for folder in (tmp_path, tmp_path / "dev"):
        (article,) = read_gold(folder)
        assert (article.id, article.published, article.publisher) == (
            "polnear/daily_2016-05-06_budget",
            "2016-05-06",
            "daily",
        )
        assert article.text == TEXT
        said, hoped = article.quotes or ()
        assert [TEXT[slice(*piece)] for piece in said.content] == ["that “we won the", "vote,"]
        assert [TEXT[slice(*piece)] for piece in said.source] == ["Mayor Ann Roe"]
        assert (said.kind, hoped.kind, hoped.source) == ("mixed", "indirect", ())


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("T1\tContent 3 9999\tx", "no brat annotation"),
        ("T1\tContent 3\tx", "no brat annotation"),
        ("E1\tAttribution:T1 Content:T7", "'T7'"),
    ],
)
def test_a_broken_standoff_line_is_named(tmp_path: Path, line: str, message: str) -> None:
    file = polnear(tmp_path, f"T9\tCue {at('said')}\tsaid", line)
    with pytest.raises(InputError, match=message) as caught:
        list(read_gold(tmp_path))
    assert (caught.value.path, caught.value.line) == (str(file), 2)


TIMEML = """<?xml version="1.0" ?>
<TimeML>
<DCT><TIMEX3 tid="t0" type="TIME" value="1999-03-04T10:00" functionInDocument="CREATION_TIME">03/04</TIMEX3></DCT>
<TITLE>The <TIMEX3 tid="t9" type="DATE" value="1999">year</TIMEX3></TITLE>
<TEXT>R&amp;D <EVENT eid="e1">fell</EVENT> in <TIMEX3 tid="t1" type="DATE" value="1998">19<b>98</b></TIMEX3>.</TEXT>
<EXTRA>More.</EXTRA>
</TimeML>
"""


def test_timeml_is_the_text_element_with_its_timex3(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a1.tml").write_text(TIMEML, encoding="utf-8")
    for path in (tmp_path, tmp_path / "sub" / "a1.tml"):
        (document,) = read_gold(path)
        assert (document.id, document.text, document.published) == ("a1", "R&D fell in 1998.", "1999-03-04")
        assert document.dates == (Timex(12, 16, "DATE", "1998"),)
        assert document.quotes is None


def test_a_broken_timeml_file_is_named(tmp_path: Path) -> None:
    file = tmp_path / "a.tml"
    for content, message in (("<a>\n<b></a>", "mismatched tag"), ("<a/>", "no TEXT element")):
        file.write_text(content, encoding="utf-8")
        with pytest.raises(InputError, match=message) as caught:
            list(read_gold(tmp_path))
        assert caught.value.path == str(file)


def test_json_lines_may_be_packed_and_errors_name_the_line(tmp_path: Path) -> None:
    good = json.dumps({"id": 7, "text": "On Monday.", "dates": [{"start": 3, "end": 9, "type": "DATE"}]})
    packed = tmp_path / "gold.jsonl.gz"
    packed.write_bytes(gzip.compress(f"{good}\n\n".encode()))
    (article,) = read_gold(packed)
    assert (article.id, article.dates) == ("7", (Timex(3, 9, "DATE"),))
    plain = tmp_path / "gold.jsonl"
    plain.write_text(f'{good}\n{{"text": "x", "dates": 3}}\n', encoding="utf-8")
    with pytest.raises(InputError) as caught:
        list(read_gold(plain))
    assert (caught.value.path, caught.value.line, caught.value.field) == (str(plain), 2, "dates")
    packed.write_bytes(packed.read_bytes()[:-9])
    for path in (packed, tmp_path / "none.jsonl", tmp_path):
        with pytest.raises(InputError) as caught:
            list(read_gold(path))
        assert caught.value.path == str(path)


def test_a_checksum_is_of_names_and_contents_and_not_of_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1")
    (tmp_path / "b").write_text("2")
    first = checksum(tmp_path)
    (tmp_path / ".hidden").write_text("3")
    assert checksum(tmp_path) == first
    (tmp_path / "a").rename(tmp_path / "c")
    assert checksum(tmp_path) != first


def test_what_cannot_be_scored_is_refused(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"id": "a", "text": "On Monday.", "dates": []}\n', encoding="utf-8")
    (article,) = read_gold(gold)
    with pytest.raises(InputError, match="the gold has no quotes"):
        evaluate("quotes", [article], lambda gold: gold)
    with pytest.raises(InputError, match="another text"):
        evaluate("dates", [article], lambda gold: type(gold)(gold.id, "On Tuesday."))
    with pytest.raises(InputError, match="no article"):
        evaluate("dates", [], lambda gold: gold)
    assert evaluate("dates", [article], lambda _: None).missing == ("a",)


def test_a_sample_is_warmed_up_on_what_it_leaves_out() -> None:
    articles = list(range(20))
    assert sample(articles, 10, 3) == ([0, 10], [1, 7, 14])
    assert sample(articles, 10, 99) == ([0, 10], [*range(1, 10), *range(11, 20)])
    assert sample(articles, 1, 2) == (articles, [0, 10])
    assert sample([], 1, 5) == ([], [])
    assert sample(articles, 2, 0) == (articles[::2], [])
