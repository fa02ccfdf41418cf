"""People across articles: who is one person, by which evidence, and the run over the tables of a corpus."""

from __future__ import annotations

import csv
import datetime as dt
import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

import newskit
from newskit import CorpusError, InputError
from newskit.cli import app
from newskit.corpus import Job
from newskit.people import People, Person, PersonRow, block_of, identify, identify_batch, read_row, schema
from newskit.people.identify import _Most
from newskit.people.names import agreement, parsed
from newskit.tables import rows as rows_of


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Ida Brandt", "Ida Brandt", "same"),
        ("Ida Brandt", "IDA BRANDT", "same"),
        ("José Marín", "Jose Marin", "same"),
        ("Ida M. Brandt", "Ida Brandt", "fuller"),
        ("Ida M. Brandt", "Ida Maria Brandt", "fuller"),
        ("Tony Weir", "Anthony Weir", "short form"),
        ("Bill Weir", "Will Weir", "short form"),
        ("I. Brandt", "Ida Brandt", "initial"),
        ("Brandt", "Ida Brandt", "surname"),
        ("Leyen", "Anna von der Leyen", "surname"),
        ("Smith", "Ida Brandt-Smith", "surname"),
        ("Zidane", "Zidane", "lone name"),
        ("Lucy", "Lucy", "given name"),
        ("I.M. Brandt", "I. M. Brandt", "same"),
        ("JK Brandt", "J.K. Brandt", "same"),
        ("J.K. Brandt", "Joanna Brandt", "initial"),
        ("IDA Brandt", "Ida Brandt", "same"),
        ("Ida-Marie Brandt", "Ida Marie Brandt", "same"),
        ("Ida-Marie Brandt", "Ida Brandt", "fuller"),
        ("I.-M. Brandt", "Ida-Marie Brandt", "initial"),
        ("Ida-Marie Brandt", "Ida-Luise Brandt", None),
        ("Omar al-Brandi", "Omar al Brandi", "same"),
        ("Al-Brandi", "Omar al-Brandi", "surname"),
        ("Van Brandt", "Ida van Brandt", "surname"),
        ("Van der Brandt", "Ida van der Brandt", "surname"),
        ("Van Brandt", "Jim Brandt", None),
        ("Al Brandt", "Albert Brandt", "short form"),
        ("Ida Brandt", "Olaf Brandt", None),
        ("Ida M. Brandt", "Ida K. Brandt", None),
        ("Paul Weir Jr.", "Paul Weir Sr.", None),
        ("Ida Brandt", "Ida Weir", None),
    ],
)
def test_how_names_agree(one: str, other: str, how: str | None) -> None:
    assert agreement(parsed(one), parsed(other)) == agreement(parsed(other), parsed(one)) == how


def row(article: str, name: str, **known: Any) -> PersonRow:
    company = frozenset(known.pop("company", ()))
    return PersonRow(article=article, entity=0, name=name, company=company, **known)


def groups(*rows: PersonRow) -> set[frozenset[str]]:
    return {frozenset(each.row.article for each in person.rows) for person in identify(rows)}


OFFICE = {"role": "harbour master", "organization": "Port Vell Authority"}
SINGER = {"role": "singer", "organization": "Coast Opera"}


def test_one_name_is_one_person() -> None:
    assert groups(row("a", "Ida Brandt", **OFFICE), row("b", "Ida Brandt")) == {frozenset("ab")}


def test_two_people_of_one_name_are_told_apart_by_office_company_and_pronoun() -> None:
    harbour = [
        row(f"h{at}", "Jo Brandt", pronouns="she", company=("Olaf Lind", "Port Vell Authority"), **OFFICE)
        for at in "12"
    ]
    opera = [row(f"o{at}", "Jo Brandt", pronouns="he", company=("Aya Mori", "Coast Opera"), **SINGER) for at in "12"]
    assert groups(*harbour, *opera) == {frozenset(("h1", "h2")), frozenset(("o1", "o2"))}


def test_a_surname_goes_to_the_one_that_fits_the_article() -> None:
    ida = [row(f"i{at}", "Ida Brandt", company=("Olaf Lind", "Port Vell Authority")) for at in "12"]
    jan = [row(f"j{at}", "Jan Brandt", company=("Aya Mori", "Coast Opera")) for at in "12"]
    lone = row("x", "Brandt", company=("Aya Mori", "Someone Else"))
    assert groups(*ida, *jan, lone) == {frozenset(("i1", "i2")), frozenset(("j1", "j2", "x"))}


def test_a_surname_with_its_particle_comes_after_the_full_name_of_a_later_day() -> None:
    first, second = row("1", "Van Brandt", day="2024-01-01", **OFFICE), row("2", "Ida van Brandt", **OFFICE)
    assert groups(first, second, row("3", "Olaf van Brandt", **SINGER)) == {frozenset("12"), frozenset("3")}


def test_a_surname_that_fits_nobody_is_nobody_of_the_others() -> None:
    people = [row("a", "Ida Brandt"), row("b", "Jan Brandt"), row("x", "Brandt")]
    assert frozenset("x") in groups(*people)


def test_a_surname_of_one_who_is_named_often_is_that_person() -> None:
    often = [row(str(at), "Ida Brandt") for at in range(30)]
    (person,) = identify([*often, row("x", "Brandt")])
    (lone,) = (each for each in person.rows if each.row.article == "x")
    assert lone.evidence == ("surname",)
    assert lone.confidence < 0.9


def test_two_of_a_given_name_are_two() -> None:
    assert groups(row("a", "Lucy"), row("b", "Lucy")) == {frozenset("a"), frozenset("b")}


def test_the_evidence_is_told() -> None:
    first = row("a", "Ida Brandt", day="2025-01-01", company=("Olaf Lind",), **OFFICE)
    (person,) = identify([first, row("b", "Ida Brandt", day="2025-01-02", company=("Olaf Lind", "Aya Mori"), **OFFICE)])
    told = ("same name", "office: master, port, vell", "with: Olaf Lind")
    assert [each.evidence for each in person.rows] == [("first of the name",), told]
    assert person.id.startswith("ida-brandt-")


@given(st.lists(st.integers(0, 400), max_size=900), st.integers(0, 5))
def test_those_with_most_articles_are_the_first_of_all_in_that_order(picks: list[int], spread: int) -> None:
    everybody: list[Person] = []
    most = _Most()
    for pick in [*range(201 + spread), *picks]:
        if pick >= len(everybody):
            everybody.append(Person(row("a", "Ida Brandt"), place=len(everybody)))
        person = everybody[min(pick, len(everybody) - 1)]
        person.profile.articles += 1
        most.take(person)
    ranked = sorted(everybody, key=lambda each: -each.profile.articles)
    assert most.people == ranked[:200]


NAMES = ("Ida Brandt", "I. Brandt", "Brandt", "Jan Brandt", "Jan M. Brandt", "Jan K. Brandt", "Jan Brandt Jr.", "Lucy")
ROWS = st.lists(
    st.builds(
        lambda name, role, pronoun, company: {"name": name, "role": role, "pronouns": pronoun, "company": company},
        st.sampled_from(NAMES),
        st.sampled_from(("", "singer", "harbour master")),
        st.sampled_from(("", "he", "she")),
        st.sets(st.sampled_from(("Olaf Lind", "Aya Mori", "Coast Opera")), max_size=3),
    ),
    max_size=25,
)


@given(ROWS, st.randoms(use_true_random=False))
def test_the_answer_does_not_depend_on_the_order_and_loses_no_row(
    given_rows: list[dict[str, Any]], chance: random.Random
) -> None:
    rows = [row(f"a{at:02}", **dict(each)) for at, each in enumerate(given_rows)]
    shuffled = list(rows)
    chance.shuffle(shuffled)

    def told(people: list[Person]) -> list[tuple[str, str, float, tuple[str, ...]]]:
        return [(each.person, each.row.article, each.confidence, each.evidence) for one in people for each in one.rows]

    found = told(identify(rows))
    assert told(identify(shuffled)) == found
    assert sorted(article for _, article, _, _ in found) == [each.article for each in rows]
    assert all(0 <= confidence <= 1 for _, _, confidence, _ in found)


def test_what_the_table_of_people_says_is_read() -> None:
    text = "Ida Brandt, harbour master of the Port Vell Authority, met Olaf Lind. She said it was late."
    document = newskit.extract(text, published="2025-02-18")
    brandt, lind = (read_row(each) for each in rows_of(document, "people"))
    assert (brandt.name, brandt.day, brandt.pronouns) == ("Ida Brandt", "2025-02-18", "she")
    assert brandt.role_nouns == {"master"}
    assert brandt.bodies == {"port", "vell"}
    assert "Olaf Lind" in brandt.company
    assert "Ida Brandt" in lind.company


@pytest.mark.parametrize(
    ("record", "field"),
    [
        ({"entity": 0, "name": "A B"}, "article"),
        ({"article": "a", "entity": 0, "name": ""}, "name"),
        ({"article": "a", "entity": "x", "name": "A B"}, "entity"),
    ],
)
def test_a_row_that_is_none_names_the_column(record: Mapping[str, Any], field: str) -> None:
    with pytest.raises(InputError) as caught:
        read_row(record, path="p.csv", line=3)
    assert (caught.value.path, caught.value.line, caught.value.field) == ("p.csv", 3, field)


HEAD = ["article", "entity", "day", "name", "role", "organization", "pronouns", "company", "quotes"]


def table(folder: Path, *lines: tuple[str, ...]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "part-000000.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEAD, *lines])
    return folder


LINES = (
    ("a", "0", "2025-01-02", "Ida Brandt", "harbour master", "Port Vell Authority", "she", "Olaf Lind", "2"),
    ("b", "1", "2025-01-01", "Ida Brandt", "", "", "", "Olaf Lind; Aya Mori", "1"),
    ("b", "0", "2025-01-01", "Olaf Lind", "", "", "", "Ida Brandt", "0"),
)


def read(folder: Path) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    for file in sorted(folder.glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as opened:
            found.extend(csv.DictReader(opened))
    return found


def test_a_run_writes_people_and_their_mentions(tmp_path: Path) -> None:
    facts = table(tmp_path / "facts" / "people", *LINES).parent
    summary = People(tables=[facts], out=tmp_path / "out").run()
    assert (summary.rows, summary.people, summary.failed) == (3, 2, 0)
    brandt, _ = read(tmp_path / "out" / "people")
    assert brandt["name"] == "Ida Brandt"
    assert (brandt["articles"], brandt["quotes"], brandt["first"], brandt["last"]) == (
        "2",
        "3",
        "2025-01-01",
        "2025-01-02",
    )
    assert brandt["company"] == "Olaf Lind (2); Aya Mori (1)"
    mentions = read(tmp_path / "out" / "mentions")
    assert [(each["article"], each["entity"]) for each in mentions if each["person"] == brandt["person"]] == [
        ("b", "1"),
        ("a", "0"),
    ]
    assert not (tmp_path / "out" / "_rows").exists()


def test_parquet_in_and_out_says_the_same(tmp_path: Path) -> None:
    csv_in = table(tmp_path / "csv", *LINES)
    records = [dict(zip(HEAD, line, strict=True)) for line in LINES]
    for each in records:
        each.update(day=dt.date.fromisoformat(each["day"]), entity=int(each["entity"]), quotes=int(each["quotes"]))  # type: ignore[call-overload]
    (tmp_path / "parquet").mkdir()
    pq.write_table(pa.Table.from_pylist(records), tmp_path / "parquet" / "part.parquet")
    People(tables=[csv_in], out=tmp_path / "one").run()
    People(tables=[tmp_path / "parquet"], out=tmp_path / "two", format="parquet").run()
    typed = pq.read_table(tmp_path / "two" / "mentions").to_pylist()
    assert [(each["person"], each["article"]) for each in typed] == [
        (each["person"], each["article"]) for each in read(tmp_path / "one" / "mentions")
    ]


def test_a_run_that_was_stopped_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newskit.people.folder._BYTES_OF_A_BUCKET", 64)
    given_table = table(tmp_path / "in", *LINES)
    run = People(tables=[given_table], out=tmp_path / "out")
    run.run()
    whole = {path.name: path.read_bytes() for path in (tmp_path / "out" / "people").iterdir()}
    assert len(whole) > 1
    for path in sorted((tmp_path / "out" / "people").iterdir())[1:]:
        path.unlink()
    run.run()
    assert {path.name: path.read_bytes() for path in (tmp_path / "out" / "people").iterdir()} == whole


def test_a_second_run_in_the_same_folder_loses_no_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given_table = table(tmp_path / "in", *LINES)
    People(tables=[given_table], out=tmp_path / "alone").run()
    run, begun = People(tables=[given_table], out=tmp_path / "out"), False

    def meanwhile(name: str) -> str:
        nonlocal begun
        if not begun:
            begun = True
            run.run()
        return block_of(name)

    monkeypatch.setattr("newskit.people.folder.block_of", meanwhile)
    run.run()
    for name in ("people", "mentions"):
        assert read(tmp_path / "out" / name) == read(tmp_path / "alone" / name)
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == ["_manifest.json", "mentions", "people"]


def test_of_many_other_tables_the_first_is_told(tmp_path: Path) -> None:
    files = [table(tmp_path / f"in-{number}", *LINES) for number in range(40)]
    People(tables=files[:1], out=tmp_path / "out").run()
    with pytest.raises(CorpusError, match="tables was null, is ") as told:
        People(tables=files, out=tmp_path / "out").run()
    assert "in-1" in str(told.value)
    assert "in-2" not in str(told.value)


def test_another_table_is_another_run(tmp_path: Path) -> None:
    given_table = table(tmp_path / "in", *LINES)
    People(tables=[given_table], out=tmp_path / "out").run()
    table(tmp_path / "in", *LINES[:1])
    with pytest.raises(CorpusError, match="belongs to another run"):
        People(tables=[given_table], out=tmp_path / "out").run()


def test_a_folder_of_the_other_command_is_refused_without_its_manifest(tmp_path: Path) -> None:
    given_table = table(tmp_path / "in", *LINES)
    People(tables=[given_table], out=tmp_path / "who").run()
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("The pier is safe.")
    with pytest.raises(CorpusError, match=r"who is a folder of newskit people\. Choose a new folder$"):
        Job(inputs=[str(tmp_path / "articles")], out=tmp_path / "who").run()
    Job(inputs=[str(tmp_path / "articles")], out=tmp_path / "facts", plugins=["newskit_dates"]).run(workers=1)
    with pytest.raises(CorpusError, match=r"facts is a folder of newskit run\. Choose a new folder$"):
        People(tables=[given_table], out=tmp_path / "facts").run()


def test_a_row_that_cannot_be_read_is_told_and_costs_itself(tmp_path: Path) -> None:
    given_table = table(tmp_path / "in", LINES[0], ("b", "0", "", "", "", "", "", "", "0"), LINES[2])
    told: list[str] = []
    summary = People(tables=[given_table], out=tmp_path / "out").run(on_error=lambda error: told.append(str(error)))
    assert (summary.rows, summary.failed) == (2, 1)
    assert told == [f"{given_table / 'part-000000.csv'}:3, field 'name': a row of the table people has it"]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (["nowhere"], "nowhere: no such file or folder"),
        (["empty"], "empty: no table is in it: newskit run --tables people writes one"),
        (["in", "--format", "xls"], "--format: expected one of csv, parquet, got 'xls'"),
    ],
)
def test_wrong_use_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: list[str], message: str) -> None:
    monkeypatch.chdir(tmp_path)
    table(tmp_path / "in", *LINES)
    (tmp_path / "empty").mkdir()
    result = CliRunner().invoke(app, ["people", *asked, "-o", "out"])
    assert (result.exit_code, result.stderr) == (2, f"newskit: {message}\n")


def test_the_command_says_what_it_did(tmp_path: Path) -> None:
    given_table = table(tmp_path / "in", *LINES, ("c", "0", "", "", "", "", "", "", "0"))
    result = CliRunner().invoke(app, ["people", str(given_table), "-o", str(tmp_path / "out")])
    assert result.exit_code == 1
    assert result.stderr.startswith("newskit: 3 rows, 2 people\nnewskit: ")
    result = CliRunner().invoke(app, ["people", str(given_table), "-o", str(tmp_path / "out")])
    assert (result.exit_code, result.stderr) == (0, "newskit: 0 rows, 0 people (1 of 1 file done before)\n")


def test_the_arrow_function_gives_a_row_for_each() -> None:
    document = newskit.extract("Ida Brandt met Olaf Lind.", published="2025-02-18")
    batch = newskit.tables.to_batch([document], "people")
    found = identify_batch(batch)
    assert found.schema == schema()
    assert {(each["article"], each["entity"]) for each in found.to_pylist()} == {("", 0), ("", 1)}
    assert {block_of(each["name"]) for each in found.to_pylist()} == {"brandt", "lind"}
