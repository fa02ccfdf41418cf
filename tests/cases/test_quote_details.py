"""What is said of a quote beside source, cue and content: rule, speaker, addressee, venue, day, outlet, source type."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

import newskit

RULES = [
    ("quotation then cue", "“The bridge is safe,” Lopez said."),
    ("quotation round its cue", "“The bridge,” Lopez said, “is safe.”"),
    ("cue then quotation", "Lopez said: “The bridge is safe.”"),
    ("cue then report", "Lopez said that the bridge was safe."),
    ("report then cue", "The bridge was safe, Lopez said."),
    ("report round its cue", "The bridge, according to Lopez, was never checked."),
    ("quotation dash name", "“The river takes what it wants.” – Maria Lopez"),
    ("name colon", "LOPEZ: Is the bridge safe?\n\nMORENO: It was safe when we left.\n\nLOPEZ: Then who closed it?"),
]

SPEAKERS = [
    (
        "for somebody",
        "Maria Lopez sells shoes. A representative for the Maria Lopez brand said that sales were good.",
        None,
    ),
    ("surname", "Maria Lopez runs the port. “We are ready,” Lopez said.", "Maria Lopez"),
    ("pronoun", "Maria Lopez runs the port. “We are ready,” she said.", "Maria Lopez"),
    ("his", "Mr. John Moreno opened the port. He said that the river was low.", "John Moreno"),
    (
        "nominal",
        "Jane Roe, a spokeswoman for Oxfam, met reporters. “We are ready,” the spokeswoman said.",
        "Jane Roe",
    ),
    ("organisation", "The World Bank said that growth would slow.", "World Bank"),
    (
        "named in what is said",
        "Carl Baker is running against Tom Lewis.\n\nBaker spoke on Friday. “Mayor Lewis loves debt,” he said.",
        "Carl Baker",
    ),
    (
        "named by another",
        "“It is fair,” said Sandra Sutton. Ann Moreno came late. “Pay is equal,” she said.",
        "Ann Moreno",
    ),
    ("object", "Maria Lopez met Ann Moreno on Monday. “We are ready,” she said.", "Maria Lopez"),
    ("supporters", "Maria Lopez lost. Lopez supporters said that the count was wrong.", None),
    (
        "stranger",
        "Mr. John Moreno met reporters. An official said that the river was low. He said that it would rain.",
        None,
    ),
    ("preposition", "Opposition leader Per Haug (Labour) said the plan was unsafe.", "Per Haug"),
    ("unnamed", "Residents said that the water was dirty.", None),
    ("they", "Maria Lopez met John Moreno. They said that the talks were over.", None),
]

DETAILS = [
    ("addressee", "Maria Lopez told the Senate that the bridge was safe.", "addressee", "the Senate"),
    ("statement", "Maria Lopez said in a statement that the bridge was safe.", "venue", "statement"),
    ("interview", "“The bridge is safe,” Maria Lopez said in an interview.", "venue", "interview"),
    ("social media", "Maria Lopez wrote on Facebook that the bridge was safe.", "venue", "social media"),
    ("three words", "In a video posted on X, Maria Lopez said that she was leaving.", "venue", "social media"),
    ("a time is nobody", "Maria Lopez warned last week that the bridge was unsafe.", "addressee", None),
    ("outlet", "Maria Lopez told CNN that the bridge was safe.", "reported_by", "CNN"),
    ("who quotes", '"It is over," the Courier quoted one trader as saying.', "reported_by", "the Courier"),
    ("day", "Maria Lopez said on Monday that the bridge was safe.", "said_on", "2025-02-17"),
    ("person", "Maria Lopez said that the bridge was safe.", "source_type", "named person"),
    ("body", "The World Bank said that growth would slow.", "source_type", "named organization"),
    ("document", "The report said that the bridge was safe.", "source_type", "document"),
    ("group", "Residents said that the water was dirty.", "source_type", "unnamed group"),
    ("body of people", "The government said that taxes would rise.", "source_type", "unnamed group"),
    ("year of the utterance", "In 1987 the minister wrote that the canal was doomed.", "said_on", "1987"),
    ("year of another clause", "The firm, which began in 1987 as a bakery, said it would close.", "said_on", None),
    ("now", "The company now says it will close the mill.", "said_on", None),
    (
        "compound before a name",
        "He told the Saudi state-owned Al-Arabiya that the talks had failed.",
        "addressee",
        "the Saudi state-owned Al-Arabiya",
    ),
    ("man", "A driver said that the water was dirty.", "source_type", "unnamed person"),
    (
        "anonymous",
        "An official, who spoke on condition of anonymity, said that the bridge was safe.",
        "source_type",
        "anonymous source",
    ),
    (
        "reason",
        "An official, who spoke on condition of anonymity, said that the bridge was safe.",
        "anonymity_reason",
        "condition of anonymity",
    ),
    ("named", "Maria Lopez said that the bridge was safe.", "anonymity_reason", None),
    ("no venue", "Maria Lopez said that the bridge was safe.", "venue", None),
]


def only_quote(kit: newskit.Kit, text: str) -> newskit.Quote:
    (quote,) = kit.extract(text, published="2025-02-18").quotes
    return quote


@pytest.mark.parametrize(("rule", "text"), RULES, ids=[rule for rule, _ in RULES])
def test_each_rule_has_its_example(kit: newskit.Kit, rule: str, text: str) -> None:
    quotes = kit.extract(text).quotes
    assert quotes
    assert {quote.rule for quote in quotes} == {rule}


@pytest.mark.parametrize(("text", "speaker"), [each[1:] for each in SPEAKERS], ids=[each[0] for each in SPEAKERS])
def test_the_speaker_is_the_entity_behind_the_source(kit: newskit.Kit, text: str, speaker: str | None) -> None:
    found = kit.extract(text).quotes[-1].speaker
    assert (found and found.name) == speaker


@pytest.mark.parametrize(("text", "field", "value"), [each[1:] for each in DETAILS], ids=[each[0] for each in DETAILS])
def test_the_detail_is_found(kit: newskit.Kit, text: str, field: str, value: str | None) -> None:
    found = getattr(only_quote(kit, text), field)
    if isinstance(found, newskit.Span):
        found = found.text
    elif isinstance(found, newskit.TimeExpression):
        found = found.value
    assert found == value


def test_a_dateline_is_no_part_of_what_is_said(kit: newskit.Kit) -> None:
    text = "LIMA, April 25 (Reuters) - The bridge is safe, the mayor said on Tuesday."
    assert only_quote(kit, text).text == "The bridge is safe"


def test_a_crumb_of_a_clause_is_no_content(kit: newskit.Kit) -> None:
    text = (
        "Rosa Hill, who was named in spring as a captain of the crew, left. Mr. Cole won the endorsement of the farmer."
    )
    assert all(len(quote.text) > len("the") for quote in kit.extract(text).quotes)


def test_a_mention_that_begins_within_a_word_costs_nothing() -> None:
    text = 'Lopez said: "No." Supper'

    @newskit.extractor(newskit.Entity)
    def odd(doc: newskit.Doc) -> list[newskit.Entity]:
        return [newskit.Entity("person", "Per", [newskit.Mention(doc.span(len(text) - 3, len(text)))])]

    plugin = SimpleNamespace(__name__="odd", newskit_extractors=newskit.hookimpl(lambda: [odd]))
    document = newskit.Kit(plugins=["newskit_structure", "newskit_quotes"], add=[plugin]).extract(text)
    assert document.failures == ()
    assert len(document.quotes) == 1


def test_without_its_model_the_plugin_goes_by_rule() -> None:
    kit = newskit.Kit(options={"newskit_quotes": {"model": False}})
    assert only_quote(kit, "Maria Lopez said that the bridge was safe.").rule == "cue then report"
