"""The languages of articles and extractors: who runs on what, and what is said where nobody does."""

import json
import subprocess
import sys
import warnings
from pathlib import Path
from types import SimpleNamespace

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import newskit
from newskit import Article, Entity, LanguageWarning, Part, PluginError, Quote, Span
from newskit.corpus import Job, extract_batch
from newskit.formats import read_articles, read_html
from newskit.languages import fits, is_tag

GERMAN = "Die Brücke sei zu, sagte Bürgermeisterin Ana Ruiz am Montag."
ENGLISH = "Mayor Ana Ruiz said on Monday that the bridge will reopen in May."


@pytest.mark.parametrize(
    ("language", "declared", "whether"),
    [
        ("en", ("en",), True),
        ("en-GB", ("en",), True),
        ("EN_us", ("en",), True),
        ("en", ("en-GB",), False),
        ("en-GB", ("en-GB",), True),
        ("enm", ("en",), False),
        ("de", ("en", "de"), True),
        ("de-Latn-CH", ("de",), True),
        ("de", ("en",), False),
        ("de", (), False),
        ("", ("en",), True),
        ("und", ("en",), True),
        ("eng", ("en",), True),
        ("English", ("en",), True),
    ],
)
def test_a_language_fits_what_is_declared(*, language: str, declared: tuple[str, ...], whether: bool) -> None:
    assert fits(language, declared) is whether


@pytest.mark.parametrize("tag", ["", "d", "de-", "de_CH", "deutsche", "de CH", "{{ lang }}", None, 5])
def test_what_is_no_tag(tag: object) -> None:
    assert is_tag(tag) is (tag == "deutsche")  # which has the form of one


class Words:
    """A plugin that makes parts, for the languages that it is told."""

    def __init__(self, *languages: str) -> None:
        self.__name__ = f"words_{'_'.join(languages) or 'any'}"

        @newskit.extractor(Part, languages=languages)
        def words(doc: newskit.Doc) -> list[Part]:
            return [Part("paragraph", doc.span(0, len(doc.text)), rule=self.__name__)]

        @newskit.hookimpl
        def newskit_extractors() -> list[newskit.Extractor]:
            return [words]

        self.newskit_extractors = newskit_extractors


def made_by(kit: newskit.Kit, language: str) -> list[str]:
    return [part.rule for part in kit.extract(Article("a b", language=language)).parts]


def test_an_extractor_runs_on_articles_in_its_languages_alone() -> None:
    kit = newskit.Kit(plugins=[], add=[Words("de", "nl"), Words("fr"), Words("en")])
    assert made_by(kit, "de-AT") == ["words_de_nl"]
    assert made_by(kit, "nl") == ["words_de_nl"]
    assert made_by(kit, "fr") == ["words_fr"]
    assert [part.rule for part in kit.extract("a b").parts] == ["words_en"]


def test_an_extractor_that_declares_no_language_runs_on_all_of_them() -> None:
    kit = newskit.Kit(plugins=[], add=[Words()])
    assert made_by(kit, "de") == made_by(kit, "zh-Hant") == ["words_any"]
    assert kit.covers("de")


def test_a_reviser_runs_on_articles_in_its_languages_alone() -> None:
    @newskit.reviser(Part, languages=["de"])
    def none(_: newskit.Doc) -> list[Part]:
        return []

    class Revising:
        @newskit.hookimpl
        def newskit_extractors(self) -> list[newskit.Extractor]:
            return [none]

    kit = newskit.Kit(plugins=[], add=[Words(), Revising()])
    assert (made_by(kit, "de"), made_by(kit, "en")) == ([], ["words_any"])


def test_a_language_that_nothing_is_made_for_is_told_and_not_guessed_at() -> None:
    kit = newskit.Kit()
    with pytest.warns(LanguageWarning, match=r"article 'a1' is in the language 'de', .*; those for en do not run"):
        document = kit.extract(GERMAN, id="a1", language="de")
    assert not any(document.layers.values())
    assert (kit.covers("de"), kit.covers("en-GB")) == (False, True)


def test_each_language_is_told_once_a_kit() -> None:
    kit = newskit.Kit()
    articles = [
        Article(GERMAN, id=str(number), language=language) for number, language in enumerate(("de", "de", "fr"))
    ]
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        list(kit.pipe(articles))
    assert [str(each.message).partition(",")[0] for each in told] == [
        "article '0' is in the language 'de'",
        "article '2' is in the language 'fr'",
    ]


def test_an_article_that_says_no_language_is_english() -> None:
    expected = newskit.extract(ENGLISH).quotes
    assert len(expected) == 1
    assert newskit.extract(ENGLISH, language="en-GB").quotes == expected
    assert newskit.extract(Article(ENGLISH, language="")).quotes == expected


def test_parts_that_a_reader_gave_stand_in_every_language() -> None:
    parts = (Part("headline", Span(0, 3, GERMAN[:3]), rule="html"),)
    with pytest.warns(LanguageWarning):
        document = newskit.Kit().extract(Article(GERMAN, language="de", parts=parts))
    assert document.parts == parts
    assert (document[Entity], document[Quote]) == ((), ())


def test_given_parts_with_a_dateline_are_none_of_them_dropped_in_english() -> None:
    text = "LONDON, March 3 (Courier) - The bridge is shut."
    document = newskit.extract(Article(text, parts=(Part("paragraph", Span(0, len(text), text)),)))
    assert [part.kind for part in document.parts] == ["paragraph", "dateline"]
    assert document.dropped == ()


@pytest.mark.parametrize("languages", ["de", ["de", ""], ["de_CH"], [5], ["German (Swiss)"]])
def test_languages_that_are_none_are_refused(languages: object) -> None:
    with pytest.raises(PluginError, match=r"\(?'de"):
        newskit.extractor(Part, languages=languages)(lambda _: [])  # type: ignore[arg-type]


def written(path: Path, *records: dict[str, str]) -> str:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return str(path)


MANY = ({"text": "a", "id": "1"}, {"text": "b", "id": "2", "language": "fr"}, {"text": "c", "id": "3", "language": ""})


def test_a_default_is_for_articles_that_do_not_say_their_language(tmp_path: Path) -> None:
    lines = written(tmp_path / "a.jsonl", *MANY)
    table = tmp_path / "a.csv"
    table.write_text("text,id,language\na,1,\nb,2,fr\nc,3,und\n", encoding="utf-8")
    array = tmp_path / "a.json"
    array.write_text(json.dumps(MANY), encoding="utf-8")
    plain = tmp_path / "a.txt"
    plain.write_text("a", encoding="utf-8")
    for path in (lines, table, array):
        assert [each.language for each in read_articles(path, language="de-CH")] == ["de-CH", "fr", "de-CH"]
        assert [each.language for each in read_articles(path)] == ["en", "fr", "en"]
    assert [each.language for each in read_articles(plain, language="de")] == ["de"]


def test_a_default_is_for_rows_that_do_not_say_their_language(tmp_path: Path) -> None:
    table = pa.table({"text": ["a", "b", "c"], "language": [None, "fr", ""]})
    pq.write_table(table, tmp_path / "a.parquet")
    assert [each.language for each in read_articles(tmp_path / "a.parquet", language="de")] == ["de", "fr", "de"]
    with pytest.warns(LanguageWarning):
        made = extract_batch(table.to_batches()[0], language="de")
    assert made.column("language").to_pylist() == ["de", "fr", "de"]
    with pytest.raises(newskit.InputError, match="expected a tag as in BCP 47"):
        extract_batch(table.to_batches()[0], language="de_CH")


def test_a_default_that_is_no_tag_is_refused() -> None:
    with pytest.raises(newskit.InputError, match=r"'language': expected a tag as in BCP 47, .* got 'de_CH'"):
        list(read_articles(language="de_CH"))


PAGE = "<html{}><body><h1>Die Brücke</h1>{}</body></html>"
STORY = "<p>Die alte Brücke über den Fluss wird im Frühjahr für mehrere Monate gesperrt und danach saniert.</p>" * 3


@pytest.mark.parametrize(
    ("lang", "language"),
    [(' lang="de"', "de"), (' lang="de-CH"', "de"), (' lang="de_DE"', "de"), ("", "fr"), (' lang="{{ lang }}"', "fr")],
)
def test_the_language_of_a_page(lang: str, language: str) -> None:
    pytest.importorskip("trafilatura")
    assert read_html(PAGE.format(lang, STORY), language="fr").language == language


def newskit_command(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "newskit", *arguments], capture_output=True, text=True, check=False)


def test_the_command_tells_each_article_in_a_language_of_nobody(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", *MANY)
    done = newskit_command("extract", path, "--language", "de", "--format", "jsonl")
    assert (done.returncode, [json.loads(line)["language"] for line in done.stdout.splitlines()]) == (
        0,
        ["de", "fr", "de"],
    )
    assert [line.partition(",")[0] for line in done.stderr.splitlines()] == [
        "newskit: article '1' is in the language 'de'",
        "newskit: article '2' is in the language 'fr'",
        "newskit: article '3' is in the language 'de'",
    ]
    wrong = newskit_command("extract", path, "--language", "German (Swiss)")
    assert (wrong.returncode, wrong.stderr[:44]) == (2, "newskit: --language: expected a tag as in BC")


def test_a_measure_tells_a_language_of_nobody_once(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    rows = ({"text": GERMAN, "id": str(number), "language": "de", "quotes": []} for number in range(2))
    gold.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    done = newskit_command("bench", "score", "quotes", str(gold))
    assert done.returncode == 0
    assert done.stderr.count("is in the language 'de'") == 1


def test_a_run_counts_articles_in_a_language_of_nobody(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", *MANY, {"text": "d", "id": "4", "language": "en"})
    done = newskit_command("run", path, "-o", str(tmp_path / "out"), "--language", "de", "--workers", "1")
    assert done.returncode == 0
    assert "newskit: 3 articles in a language for which no extractor is made: de 2, fr 1" in done.stderr.splitlines()


def test_the_count_is_in_the_summary(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", *MANY)
    summary = Job(inputs=[path], out=tmp_path / "out", language="de").run(workers=1)
    assert summary.tally.other_languages == {"de": 2, "fr": 1}
    with pytest.raises(newskit.CorpusError, match='language was "de", is "en"'):
        Job(inputs=[path], out=tmp_path / "out").run(workers=1)


def test_the_list_of_plugins_and_the_plan_show_languages() -> None:
    listed = newskit_command("plugins", "--plugins", "newskit_quotes,newskit_structure").stdout
    assert "(en)" in listed
    plan = newskit_command("plugins", "--plan", "--plugins", "newskit_titles,newskit_structure").stdout
    assert [(line.split()[2], line.split()[-1]) for line in plan.splitlines()[1:]] == [
        ("newskit_structure.parts", "en"),
        ("newskit_titles.titles", "en"),
    ]
    as_json = json.loads(newskit_command("plugins", "--json", "--plugins", "newskit_structure").stdout)
    (active,) = [each for each in as_json["plugins"] if each["status"] == "active"]
    assert {each["name"]: each["languages"] for each in active["extractors"]} == {"parts": ["en"]}


@pytest.mark.parametrize("declared", ["en", "EN", "eng", "English", "und"])
def test_what_an_article_may_call_english_an_extractor_may_too(declared: str) -> None:
    @newskit.extractor(newskit.Part, languages=[declared])
    def parts(doc: newskit.Doc) -> list[newskit.Part]:
        return [newskit.Part("headline", doc.span(0, 3))]

    acme = SimpleNamespace(__name__="acme", newskit_extractors=newskit.hookimpl(lambda: [parts]))
    kit = newskit.Kit(plugins=(), add=[acme])
    assert [len(kit.extract("Yes.", language=each).parts) for each in ("en", "", "English", "en-GB")] == [1] * 4
    assert not kit.covers("de")
    assert kit.covers("en")
