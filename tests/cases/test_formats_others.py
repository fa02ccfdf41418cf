"""Documents for other programs: brat standoff, Web Annotation and schema.org, from the command too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, ClassVar

import attrs
import pytest
from typer.testing import CliRunner

import newskit
from newskit import Article, Document, Entity, Mention, Part, Quote, Span, TimeExpression
from newskit.cli import app
from newskit.formats import to_brat, to_json_ld, to_web_annotation

TEXT = """Pier is safe
OSLO, March 14, 2019 (Herald) — Dr. Ida Brandt, head of the Port Office, said on Monday that the pier is safe.
"We have looked at it," Brandt told the Gazette.
"""


@pytest.fixture(scope="session")
def document(kit: newskit.Kit) -> Document:
    article = Article(TEXT, id="pier 1.txt", published="2019-03-15", publisher="Herald")
    return kit.extract(article)


SAID = [
    {"@type": "PropertyValue", "propertyID": "reports", "value": "speech"},
    {"@type": "PropertyValue", "propertyID": "status", "value": "asserted"},
]
"""What schema.org has no words for."""


def test_brat_ties_speech_by_an_event_at_the_cue(document: Document) -> None:
    lines = to_brat(document).splitlines()
    found = {line.split("\t")[0]: line.split("\t")[1:] for line in lines}
    start = TEXT.index("told")
    (attribution,) = (key for key, fields in found.items() if fields[0] == f"Attribution {start} {start + 4}")
    (event,) = (key for key, fields in found.items() if fields[0].startswith(f"Attribution:{attribution} "))
    roles = dict(role.split(":") for role in found[event][0].split())
    assert {role: found[bound][1] for role, bound in roles.items()} == {
        "Attribution": "told",
        "Content": '"We have looked at it,"',
        "Cue": "told",
        "Source": "Brandt",
        "Addressee": "the Gazette",
        "Speaker": "Ida Brandt",
    }
    assert [f"Kind {event} direct"] in found.values()
    notes = {fields[0].split()[1]: fields[1] for key, fields in found.items() if key.startswith("#")}
    assert notes[event].endswith("; rule: quotation then cue")
    assert notes[roles["Speaker"]] == "name: Ida Brandt; rule: full name"


def test_brat_ties_mentions_and_titles_to_their_bearer(document: Document) -> None:
    lines = to_brat(document).splitlines()
    words = {line.split("\t")[0]: line.split("\t")[2] for line in lines if line.startswith("T")}
    (equal,) = (line.split("\t")[1] for line in lines if line.startswith("*") and "Ida" in words[line.split()[2]])
    assert [words[key] for key in equal.split()[1:]] == ["Ida Brandt", "Brandt"]
    held = [line.split()[2:] for line in lines if line.startswith("R")]
    assert ["Ida Brandt", "head of the Port Office"] in [
        [words[argument.partition(":")[2]] for argument in arguments] for arguments in held
    ]


def test_brat_cuts_a_span_at_the_ends_of_lines() -> None:
    text = "“One,\r\ntwo\tthree”"
    quote = Quote("direct", (Span(0, len(text), text),))
    lines = to_brat(Document(Article(text), {Quote: (quote,)})).splitlines()
    assert lines[0] == "T1\tContent 0 5;7 10;11 17\t“One, two three”"
    assert lines[2] == "E1\tAttribution:T2 Content:T1"


def test_a_span_of_nothing_but_line_ends_is_no_line_in_brat() -> None:
    quote = Quote("direct", (Span(1, 3, "\n\n"),))
    assert to_brat(Document(Article("a\n\nb"), {Quote: (quote,)})) == ""


@attrs.frozen
class Größe:  # noqa: PLC2401 - brat wants ASCII
    layer: ClassVar[str] = "sizes"
    span: Span
    rule: str = ""


def test_kinds_of_plugins_are_written_too() -> None:
    document = Document(Article("3 m wide"), {Größe: (Größe(Span(0, 3, "3 m"), "metres"),)})
    assert to_brat(document) == "T1\tGr__e 0 3\t3 m\n#1\tAnnotatorNotes T1\trule: metres\n"
    (item,) = json.loads(to_web_annotation(document))["items"]
    assert (item["id"], item["body"][0]["value"], item["newskit:rule"]) == ("#sizes-0", "Größe", "metres")


def test_a_web_annotation(document: Document) -> None:
    page = json.loads(to_web_annotation(document))
    (quote,) = (each for each in page["items"] if each.get("newskit:kind") == "direct")
    start = TEXT.index('"We')
    assert quote["target"] == [
        {
            "type": "SpecificResource",
            "source": "pier%201.txt",
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": start + 23},
                {
                    "type": "TextQuoteSelector",
                    "exact": '"We have looked at it,"',
                    "prefix": TEXT[start - 32 : start],
                    "suffix": TEXT[start + 23 :][:32],
                },
            ],
        }
    ]
    assert [(body["purpose"], body["value"]) for body in quote["body"]] == [
        ("classifying", "direct quote"),
        ("identifying", "Ida Brandt"),
    ]
    (speaker,) = (each for each in page["items"] if each["id"] == quote["newskit:speaker"]["id"])
    assert speaker["newskit:role"] == "head"
    assert [target["newskit:rule"] for target in speaker["target"]] == ["full name", "surname"]


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ({"url": "https://news.example/a?b=1#c", "id": "x"}, "https://news.example/a?b=1#c"),
        ({"id": "a b/ü.txt"}, "a%20b/%C3%BC.txt"),
        ({}, "ni:///sha-256;LXEWQrcmsEQBYnyp-6wy9chTD7GQPMTbAiWHF5IaSIE"),
    ],
    ids=["URL", "id", "neither"],
)
def test_an_article_always_has_an_address(given: dict[str, Any], address: str) -> None:
    quote = Quote("direct", (Span(0, 1, "x"),))
    document = Document(Article("x", **given), {Quote: (quote,)})
    assert json.loads(to_web_annotation(document))["items"][0]["target"][0]["source"] == address
    assert json.loads(to_json_ld(document))["@id"] == address


@pytest.mark.parametrize("rule", ["part in a work", "partisan", "nation of the article"])
def test_what_is_no_body_is_no_organization(rule: str) -> None:
    person = Entity("person", "x", [Mention(Span(0, 1, "x"), "")], affiliation="x", affiliation_rule=rule)
    (node,) = json.loads(to_json_ld(Document(Article("x"), {Entity: (person,)})))["mentions"]
    assert "affiliation" not in node


def test_schema_org(document: Document) -> None:
    node = json.loads(to_json_ld(document))
    (ida,) = (each for each in node["mentions"] if each["name"] == "Ida Brandt")
    assert {key: value for key, value in ida.items() if key != "@id"} == {
        "@type": "Person",
        "name": "Ida Brandt",
        "honorificPrefix": "Dr.",
        "jobTitle": "head",
        "affiliation": {"@type": "Organization", "name": "Port Office"},
    }
    assert node["hasPart"] == [
        {
            "@type": "Claim",
            "text": "that the pier is safe",
            "author": {"@id": ida["@id"]},
            "dateCreated": "2019-03-11",
            "additionalProperty": SAID,
        },
        {
            "@type": "Quotation",
            "text": '"We have looked at it,"',
            "spokenByCharacter": {"@id": ida["@id"]},
            "additionalProperty": SAID,
        },
    ]
    known = ("headline", "datePublished", "publisher", "inLanguage", "dateline")
    assert [node[name] for name in known] == [
        "Pier is safe",
        "2019-03-15",
        {"@type": "Organization", "name": "Herald"},
        "en",
        "OSLO, March 14, 2019 (Herald) —",
    ]


@pytest.mark.parametrize(
    ("meta", "author"),
    [
        ({}, "By Ana Ruiz"),
        ({"authors": []}, "By Ana Ruiz"),
        ({"authors": 3}, "By Ana Ruiz"),
        ({"authors": ["Ana Ruiz", "", None]}, [{"@type": "Person", "name": "Ana Ruiz"}]),
    ],
)
def test_authors_are_those_of_the_page_else_the_byline(meta: dict[str, Any], author: Any) -> None:
    byline = Part("byline", Span(0, 11, "By Ana Ruiz"))
    node = json.loads(to_json_ld(Document(Article("By Ana Ruiz", meta=meta), {Part: (byline,)})))
    assert node["author"] == author


@pytest.mark.parametrize(
    ("kind", "type_", "role"),
    [
        ("direct", "Quotation", "spokenByCharacter"),
        ("mixed", "Quotation", "spokenByCharacter"),
        ("indirect", "Claim", "author"),
    ],
)
def test_what_is_in_marks_is_a_quotation_and_else_a_claim(kind: Any, type_: str, role: str) -> None:
    quote = Quote(kind, (Span(13, 15, "so"),), source=Span(0, 7, "Sources"))
    (said,) = json.loads(to_json_ld(Document(Article("Sources said so."), {Quote: (quote,)})))["hasPart"]
    assert said == {"@type": type_, "text": "so", role: "Sources", "additionalProperty": SAID}


def test_what_is_reported_and_how_stand_in_every_format() -> None:
    told = {"reports": "thought", "status": "not said", "speaker_confidence": 0.5, "extra": {"status": "ours"}}
    quote = Quote("indirect", (Span(13, 15, "so"),), **told)
    document = Document(Article("Sources said so."), {Quote: (quote,)})
    (node,) = json.loads(to_json_ld(document))["hasPart"]
    assert [each["value"] for each in node["additionalProperty"]] == ["thought", "not said", "ours"]
    (item,) = json.loads(to_web_annotation(document))["items"]
    assert (item["newskit:reports"], item["newskit:status"]) == ("thought", "not said")
    assert item["newskit:speaker_confidence"] == 0.5
    lines = to_brat(document).splitlines()
    assert any(line.endswith("Reports E1 thought") for line in lines)
    assert any(line.endswith("Status E1 not_said") for line in lines)
    assert "speaker confidence: 0.50" in lines[-1]


def test_a_day_of_the_utterance_is_one_day() -> None:
    may = Article("", published="2025-05-01").published, Article("", published="2025-05-31").published
    date = TimeExpression(Span(5, 8, "May"), "DATE", "2025-05", first=may[0], last=may[1])
    quote = Quote("indirect", (Span(0, 1, "I"),), said_on=date)
    node = json.loads(to_json_ld(Document(Article("I in May"), {TimeExpression: (date,), Quote: (quote,)})))
    assert "dateCreated" not in node["hasPart"][0]


def test_around_the_edges_of_the_text_less_is_quoted() -> None:
    text = "So " + "x" * 40
    quote = Quote("indirect", (Span(0, 2, "So"),), cue=Span(3, 43, "x" * 40))
    (item,) = json.loads(to_web_annotation(Document(Article(text), {Quote: (quote,)})))["items"]
    first, last = item["target"][0]["selector"][1], item["newskit:cue"]["selector"][1]
    assert (first["prefix"], first["suffix"], last["prefix"], last["suffix"]) == ("", " " + "x" * 31, "So ", "")


def test_whose_speaker_is_unknown_speaks_as_the_source_is_written() -> None:
    text = "Sources said so."
    quote = Quote("indirect", (Span(13, 15, "so"),), source=Span(0, 7, "Sources"))
    (claim,) = json.loads(to_json_ld(Document(Article(text), {Quote: (quote,)})))["hasPart"]
    assert claim["author"] == "Sources"


@pytest.mark.parametrize("form", ["html", "brat", "web-annotation", "json-ld"])
def test_the_command_writes_it(form: str, tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(TEXT, encoding="utf-8")
    done = CliRunner().invoke(app, ["extract", str(story), "--format", form])
    assert (done.exit_code, done.stderr) == (0, "")
    assert "We have looked at it," in done.stdout.replace("&quot;", '"')


def test_json_ld_ends_no_script_element_that_it_stands_in() -> None:
    text = "</script><!-- <script>alert(1)</script> & \u2028\u2029 ]]>"
    written = to_json_ld(Document(Article(text, id=text, url=text, publisher=text, meta={"authors": [text]})))
    assert not set("<>&\u2028\u2029") & set(written)
    record = json.loads(written)
    assert record["articleBody"] == record["publisher"]["name"] == record["author"][0]["name"] == text
