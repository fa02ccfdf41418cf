"""German quotes, people and dates, on sentences of our own."""

import pytest
from hypothesis import given, settings

import newskit
import newskit_german
from newskit.examples import wrong_examples
from newskit.testing import HOSTILE, check_extractor, marked, steep_lines
from newskit.testing.strategies import articles

KIT = newskit.Kit(plugins=[], add=[newskit_german], strict=True)


def extract(text: str, published: str | None = "2025-02-18") -> newskit.Document:
    return KIT.extract(text, published=published, language="de")


def test_the_examples_of_the_rules_come_out() -> None:
    assert wrong_examples("newskit_german", add=[newskit_german]) == ()


@pytest.mark.parametrize("extractor", newskit_german.newskit_extractors(), ids=lambda extractor: extractor.name)
def test_the_extractors_keep_the_contract(extractor: newskit.Extractor) -> None:
    text = "Am Montag sagte Anna Berger: „Die Brücke ist sicher.“ Sie werde im Mai geöffnet."
    ((first, *_),) = check_extractor(extractor, articles=[text], kit=KIT)
    assert type(first) is extractor.makes


@given(articles(languages=["de", "de-CH"]))
@settings(deadline=None)
def test_nothing_fails_on_any_text(article: newskit.Article) -> None:
    KIT.extract(article)


@pytest.mark.parametrize("kind", HOSTILE)
def test_twice_the_text_takes_twice_the_steps(kind: str) -> None:
    assert steep_lines(lambda text: KIT.extract(text, language="de"), kind) == []


@pytest.mark.parametrize(
    ("written", "kind", "source"),
    [
        ("[„Wir öffnen im Mai“], sagte Berger.", "direct", "Berger"),
        ("[»Wir öffnen im Mai«], sagte Berger.", "direct", "Berger"),
        ("[„Sie rief: ‚Komm‘, und ging“], sagte Berger.", "direct", "Berger"),
        ('[„Wir öffnen im Mai"], so die Sprecherin der Stadt.', "direct", "die Sprecherin der Stadt"),
        (
            "Berger, die Leiterin des Bauamts, erklärte: [„Wir öffnen im Mai.“]",
            "direct",
            "Berger, die Leiterin des Bauamts",
        ),
        ("Gegenüber dem Kurier sagte der Bürgermeister: [„Wir öffnen im Mai.“]", "direct", "der Bürgermeister"),
        ("[„Wir öffnen im Mai“], fügte er am Abend hinzu.", "direct", "er"),
        ("In dem Schreiben heißt es: [„Wir öffnen im Mai.“]", "direct", "dem Schreiben"),
        ("[„Wir öffnen im Mai“], wird Berger zitiert.", "direct", "Berger"),
        ("Der Verein nannte die Sperrung [„überflüssig“].", "direct", "Der Verein"),
        ("Berger teilte mit, [dass die Brücke sicher sei].", "indirect", "Berger"),
        ("Berger sagte, [die Brücke werde im Mai geöffnet].", "indirect", "Berger"),
        ("Die Stadt kündigte an, [die Brücke am 3. März zu öffnen].", "indirect", "Die Stadt"),
        ("[Die Brücke sei sicher], betonte die Leiterin.", "indirect", "die Leiterin"),
        ("[Die Brücke ist sicher], wie Berger am Montag mitteilte.", "indirect", "Berger"),
        ("Nach Angaben der Polizei [wurde niemand verletzt].", "indirect", "Angaben der Polizei"),
        ("Laut dem Bericht [wurde niemand verletzt].", "indirect", "dem Bericht"),
        ("Dem Bericht zufolge [wurde niemand verletzt].", "indirect", "Dem Bericht"),
        ("In einer Erklärung der Stadt hatte es geheißen: [„Wir warten.“]", "direct", "einer Erklärung der Stadt"),
        ("In der Halle standen die Gäste und riefen: [„Wir bleiben!“]", "direct", "die Gäste"),
        ("Als ein Gast zu Hilfe eilte, winkte der Wirt und rief: [„Komm!“]", "direct", "der Wirt"),
        ("Der Verein würdigte Anna Bergers Einsatz als [„große Leistung“].", "direct", "Der Verein"),
        ("Die Stadt warf der Ministerin [„Wortbruch“] vor.", "direct", "Die Stadt"),
        ("Ein [„schöner Sieg“], so urteilte Berger.", "direct", "Berger"),
        ("Einige meinen, [die Brücke sei sicher].", "indirect", "Einige"),
        ("Es teilte mit, [dass die Brücke sicher sei].", "indirect", "Es"),
        ("Die Ministerin ist der Auffassung, [dass die Brücke sicher ist].", "indirect", "Die Ministerin"),
        ("Berger verlangte am Montag [eine Sperrung der Brücke].", "indirect", "Berger"),
        ("[Vor einem Einsturz der Brücke] hat Berger am Montag gewarnt.", "indirect", "Berger"),
    ],
)
def test_a_quote(written: str, kind: str, source: str) -> None:
    text, (content,) = marked(written)
    (quote,) = extract(text).quotes
    assert (quote.kind, quote.content) == (kind, (content,))
    assert quote.source
    assert quote.source.text == source


def test_marked_words_of_a_report_are_a_quote_of_their_own() -> None:
    outer, inner = extract("Berger sagte, die Brücke sei „in einem guten Zustand“.").quotes
    assert (outer.kind, outer.text) == ("mixed", "die Brücke sei „in einem guten Zustand“")
    assert (inner.kind, inner.text) == ("direct", "„in einem guten Zustand“")


def test_words_in_marks_beside_a_subjunctive_are_speech() -> None:
    outer, inner = extract("Berger sagte, die Sperrung sei ein „Fehler“.").quotes
    assert (outer.text, inner.text) == ("die Sperrung sei ein „Fehler“", "„Fehler“")


def test_the_last_who_spoke_in_a_sentence_goes_on_speaking() -> None:
    text = "Anna Berger äußerte, die Brücke sei sicher, „und das bleibt so“, sagte Tom Roth. „Wir warten nicht länger.“"
    assert extract(text).quotes[-1].source == extract(text).quotes[1].source


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("Berger sagte, die Brücke sei sicher.\n\nSie werde im Mai geöffnet.", "Sie werde im Mai geöffnet"),
        ("Berger sagte, die Brücke sei sicher.\n\nTom Roth werde sie im Mai öffnen.", None),
        ("Berger sagte, die Brücke sei alt. Sie soll 1950 gebaut worden sein.", "Sie soll 1950 gebaut worden sein"),
        ("Berger sagte, die Brücke sei alt. Sie soll im Mai öffnen.", None),
        ("Berger sagte, die Brücke sei alt. Ihr drohe der Abriss.", "Ihr drohe der Abriss"),
    ],
)
def test_what_goes_on_with_a_report(text: str, goes_on: str | None) -> None:
    assert [quote.text for quote in extract(text).quotes[1:]] == ([goes_on] if goes_on else [])


def test_the_passive_without_an_agent_has_no_source() -> None:
    (quote,) = extract("Am Montag wurde berichtet, die Brücke sei sicher.").quotes
    assert (quote.text, quote.source) == ("die Brücke sei sicher", None)


@pytest.mark.parametrize(
    "text",
    [
        "Das Schiff „Alte Liebe“ liegt im Hafen.",
        "Die sogenannte „Lange Nacht“ beginnt um acht.",
        "Der Platz heißt „Am Alten Markt“.",
        "Sie nennen sich „Freunde der Brücke“.",
        "Der Verein, der sich selbst „Freunde der alten Brücke über den Fluss“ nennt, traf sich.",
        "Dieser Strom wird allgemein als „Sonnenwind“ bezeichnet.",
        "Sie demonstrierten unter dem Motto „Wir wollen unsere Brücke sofort wieder haben“.",
        "Die Stadt fordert die Hilfe der Nachbarn an.",
        "Die Musik war laut und die Straße so leer wie nie.",
        "Am 3. März war die Brücke gesperrt. Es gab Staus.",
    ],
)
def test_no_quote(text: str) -> None:
    assert extract(text).quotes == ()


def test_a_report_that_goes_on_is_one_quote() -> None:
    _, goes_on = extract(
        "Berger sagte, die Brücke sei sicher. Sie werde im Mai geöffnet. Das Fest müsse warten."
    ).quotes
    assert goes_on.text == "Sie werde im Mai geöffnet. Das Fest müsse warten"
    assert (goes_on.rule, goes_on.cue) == ("goes on", None)


def test_speakers_are_people_also_by_surname_and_pronoun() -> None:
    text = "Anna Berger sagte: „Wir öffnen.“ „Im Mai“, sagte sie. „Das Fest kommt“, so Berger. „Gut“, sagte Tom Roth."
    document = extract(text)
    assert [quote.speaker and quote.speaker.name for quote in document.quotes] == ["Anna Berger"] * 3 + ["Tom Roth"]
    berger, _ = document.entities
    assert [mention.span.text for mention in berger.mentions] == ["Anna Berger", "Berger"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna von der Heide kam. Heide lachte.", ["Anna von der Heide"]),
        ("Jan-Peter Roth und Tom J. Berger kamen.", ["Jan-Peter Roth", "Tom J. Berger"]),
        ("Anna Bergers Rede gefiel. Anna Berger ging.", ["Anna Berger"]),
        ("An der Brücke stand Tom Berger. Er winkte.", ["Tom Berger"]),
        ("Die US-Regierung schwieg Ende Mai. Im Mai Ruhe.", []),
    ],
)
def test_people(text: str, names: list[str]) -> None:
    assert [person.name for person in extract(text).entities] == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("am 3. März 2024", [("3. März 2024", "2024-03-03")]),
        ("am Dienstag, dem 4. Februar,", [("Dienstag, dem 4. Februar", "2025-02-04")]),
        ("am Dienstag und am Mittwoch", [("Dienstag", "2025-02-18"), ("Mittwoch", "2025-02-12")]),
        ("gestern und vorgestern", [("gestern", "2025-02-17"), ("vorgestern", "2025-02-16")]),
        ("voriges Jahr, im nächsten Monat", [("voriges Jahr", "2024"), ("nächsten Monat", "2025-03")]),
        ("am 31. Juni, 30.02.2024", [("Juni", "2024-06")]),
        ("seit Ende 2019", [("Ende 2019", "2019")]),
    ],
)
def test_dates(text: str, found: list[tuple[str, str]]) -> None:
    assert [(date.span.text, date.value) for date in extract(text).dates] == found


def test_without_a_day_of_publication_what_hangs_on_it_is_left_out() -> None:
    assert [date.value for date in extract("gestern, am Montag, am 3. März", published=None).dates] == ["XXXX-03-03"]
