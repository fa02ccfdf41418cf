"""Is this quote in that source? What a stranger would try, with the answer that it ought to get."""

from __future__ import annotations

import sys

import pytest

import newskit
from newskit.errors import InputError, MissingExtraError
from newskit.testing import HOSTILE, count_steps, hostile_text
from newskit.verify import Source, SourceIndex, Verdict
from newskit.verify.altered import indel

BRIDGE = "We will build the new bridge near the river by May."
WON = "“We lost,” she said. “But we fight on.”"
FAR = f"Alpha beta gamma. {'filler words go here ' * 40}Delta epsilon zeta."

PAIRS = [
    # typography
    ("She said: “It’s over.”", "It's over", "folded"),
    ('She said: "It\'s over."', "It's over.", "exact"),
    ("She said: “It’s over.”", "“It’s over.”", "exact"),
    ("She said: “It’s over.”", "  It’s over  ", "exact"),
    ("We won — again — and left.", "We won -- again -- and left", "folded"),
    ("We won - again - and left.", "We won—again—and left.", "folded"),
    ("From 1990–1995 he ruled.", "from 1990-1995 he ruled", "folded"),
    ("It fell 5 – 10 points.", "It fell 5-10 points", "folded"),
    ("A well-known man spoke.", "A well‑known man spoke", "folded"),
    ("A well-known man spoke.", "a well known man spoke", "altered"),
    ("I was... tired of it.", "I was … tired of it", "folded"),
    ("I was. . . tired of it.", "I was... tired of it", "folded"),
    ("I was… tired of it.", "I was tired of it", "altered"),
    ("The café is open now.", "The cafe\u0301 is open now", "folded"),
    ("The café is open now.", "The cafe is open now", "altered"),
    ("The ofﬁce was closed.", "The office was closed", "folded"),
    ("An area of 10² metres.", "An area of 102 metres", "altered"),
    ("He ate ½ of the cake.", "He ate 1/2 of the cake", "altered"),
    ("It had １２ rooms in it.", "It had 12 rooms in it", "folded"),
    ("He said\u00a0yes to\nit all.", "He said yes to it all", "folded"),
    ("He said ye\u00ads to it all.", "He said yes to it all", "folded"),
    ("“First part.\n\n“Second part,” he said.", "First part. Second part", "folded"),
    ("He called it 'a win' today.", "He called it “a win” today", "folded"),
    ("The workers' rights matter here.", "The workers’ rights matter here", "folded"),
    ("He paid $5 million for it.", "He paid $5 million for it", "exact"),
    ("It rose 25 % in a year.", "It rose 25% in a year", "folded"),
    ("It rose 25% in a year.", "It rose 25\u00a0% in a year", "folded"),
    ("It rose 25 % in a year.", "It rose 25 in a year", "altered"),
    ("It rose 25 % in a year.", "It rose 25", "altered"),
    ("It cost £ 5 to get in.", "It cost £5 to get in", "folded"),
    ("It cost 5€ to get in.", "It cost 5 € to get in", "folded"),
    ("He gave 5 £10 notes to them.", "He gave 5£10 notes to them", "altered"),
    ("It was 25 °C in the shade.", "It was 25°C in the shade", "folded"),
    ("They met in 2004\n\n€ rises again, they said.", "They met in 2004", "exact"),
    ("The US is ready to talk.", "The us is ready to talk", "altered"),
    ("the bridge is safe and open", "The bridge is safe and open.", "folded"),
    ("The bridge is safe and open.", "the bridge is safe and open", "folded"),
    # what cuts a word or a number
    ("We can't go there now.", "We can", "altered"),
    ("We can go to the theatre today.", "go to the the", "altered"),
    ("It rose 1.5 percent in May.", "It rose 1", "altered"),
    ("It cost 5 million euros.", "It cost 5", "altered"),
    ("It cost five million euros.", "It cost five", "altered"),
    ("It cost 5 million—too much.", "It cost 5", "altered"),
    ("He gave 5 million people hope.", "million people hope", "altered"),
    ("It fell to -5 degrees overnight.", "5 degrees overnight", "altered"),
    ("That is un-American of him.", "American of him", "altered"),
    ("They paid $40 a head there.", "They paid 40 a head there", "altered"),
    ("Profits rose 5% last year.", "Profits rose 5 last year", "altered"),
    ("We met at 10:30 sharp.", "We met at 10", "altered"),
    ("AT&T will pay for it.", "T will pay for it", "altered"),
    ("Prices rose 3 to 5 percent.", "Prices rose 3 to 5", "altered"),
    # other words
    ("We will not raise taxes now.", "We will raise taxes now", "altered"),
    ("We will raise taxes now.", "We won't raise taxes now", "altered"),
    ("Ann Roe met Jon Hale in Lima.", "Jon Hale met Ann Roe in Lima", "altered"),
    ("He was seen in March 2019 there.", "He was seen in March 2018 there", "altered"),
    ("They have agreed to sign it.", "They had agreed to sign it", "altered"),
    ("He has 1,000 men with him.", "He has 1000 men with him", "altered"),
    ("The committee agreed on the new plan.", "Penguins live in the far south", "absent"),
    ("Let's eat, grandma, said the wolf.", "Let's eat grandma, said the wolf", "altered"),
    ("Is it safe? Yes.", "It is safe", "altered"),
    # what a claim leaves out at its ends
    ("Will they pay for it? Nobody knows.", "Will they pay for it.", "altered"),
    ("Will they pay for it? Nobody knows.", "Will they pay for it?", "exact"),
    ("I never said that we will raise taxes.", "We will raise taxes", "altered"),
    ("I never said that. we will raise taxes.", "We will raise taxes", "folded"),
    ("Not all of them agree with that.", "All of them agree with that", "altered"),
    ("Not all of them agree with that.", "all of them agree with that", "exact"),
    ("We will go if they pay us first.", "We will go.", "altered"),
    ("We will go if they pay us first.", "“We will go”", "folded"),
    ("We will go if they pay us first.", "We will go …", "altered"),
    ("Few people agree with this.", "… people agree with this", "altered"),
    ("Most people agree with this.", "… people agree with this", "folded"),
    # what editors mark
    (BRIDGE, "We will build the new bridge … by May", "edited"),
    (BRIDGE, "We will build the new bridge [...] by May", "edited"),
    (BRIDGE, "We will build the new bridge (…) by May", "edited"),
    ("We will not build the bridge by May.", "We will … build the bridge by May", "altered"),
    ("We might build the bridge by May.", "We … build the bridge by May", "altered"),
    ("It will open in May.", "[The bridge] will open in May", "edited"),
    ("It will open in May.", "It [the bridge] will open in May", "edited"),
    ("It will open in May.", "It will [not] open in May", "altered"),
    ("It may open in May.", "It [will] open in May", "altered"),
    ("Nobody will reopen it.", "[Everyone] will reopen it", "altered"),
    ("We told Jon Hale to leave town.", "We told [Ann Roe] to leave town", "altered"),
    ("We told him to leave town.", "We told [Jon Hale] to leave town", "edited"),
    ("We sold 30 of them there.", "We sold [40] of them there", "altered"),
    ("and they say nothing of it", "[T]hey say nothing of it", "folded"),
    ("Not all of them agree.", "[A]ll of them agree", "altered"),
    ("they say nothing of it", "they sa[id] nothing of it", "edited"),
    ("They were happy with the deal.", "They were [un]happy with the deal", "altered"),
    ("They were unhappy with the deal.", "They were []happy with the deal", "altered"),
    ("It is a loose cannon.", "It is a lose [sic] cannon", "altered"),
    ("It is a lose cannon.", "It is a lose [sic] cannon", "folded"),
    (WON, "We lost. But we fight on", "edited"),
    (WON, "We lost … But we fight on", "edited"),
    ("“Yes,” said Ann. “No,” said Bob.", "Yes, No", "edited"),
    ("The (old) bridge will open.", "The (old) bridge will open", "exact"),
    ("The (old) bridge will open.", "The (new) bridge will open", "altered"),
    ("The plan (which Ruiz opposed) was passed in May.", "The plan was passed in May", "altered"),
    (FAR, "Alpha beta gamma … Delta epsilon zeta", "altered"),
    ("Delta epsilon zeta. Alpha beta gamma.", "Alpha beta gamma … Delta epsilon zeta", "altered"),
    ("It was shut this afternoon (July 28, 2022).", "It was shut this afternoon (July 28, 2021)", "altered"),
    ("(President Han) came in on foot.", "(President Kim) came in on foot", "altered"),
    ("The fund (Caja del Seguro) is full.", "The fund (Caja Seguro) is full", "altered"),
    ("The group “Odhikar” challenged it in court.", "The group challenged it in court", "altered"),
    # more of all, by somebody who wants to get through
    ("We hate taxes and tolls.", "We [love] taxes and tolls", "altered"),
    ("We says it is so.", "We [said] it is so", "altered"),
    ("He met that in Lima.", "He met [the mayor] in Lima", "edited"),
    ("Then Apple fell far.", "apple fell far", "altered"),
    ("Then. Apples fell far.", "apples fell far", "folded"),
    ("It rose 5 per cent.", "It rose 5", "altered"),
    ("It moved 5 -3 times.", "It moved 5-3 times", "altered"),
    ("We were well there.", "We we're well there", "altered"),
    ("We were well there.", "We were we'll there", "altered"),
    ("Its end is near now.", "It's end is near now", "altered"),
    ("Dr. Roe's plan is bad.", "Dr. Roes plan is bad", "altered"),
    ("The cost was 1.5 million.", "The cost was 1,5 million", "altered"),
    ("The cost was 1 000 a day.", "The cost was 1\u00a0000 a day", "folded"),
    ("The cost was 1 000 a day.", "The cost was 1000 a day", "altered"),
    ("A man—eating shark came.", "A man-eating shark came", "altered"),
    ("She re-sent it today.", "She resent it today", "altered"),
    ("Cyrillic а is here now", "Cyrillic a is here now", "altered"),
    ("The rock 'n' roll years", "The rock ’n’ roll years", "folded"),
    ("Back in the ’80s it was good.", "Back in the '80s it was good", "folded"),
    ("He is 6′2″ tall or so.", "He is 6'2\" tall or so", "folded"),
    ("They said: \"He said 'no' to us.\"", "They said: “He said ‘no’ to us.”", "folded"),
    ("no more taxes will come. Ever", "No more taxes will come", "folded"),
    ("All will, if they can, go home.", "All will … go home", "altered"),
    ("All will, when they can, go home.", "All will … go home", "edited"),
    ("We allegedly broke the law.", "We … broke the law", "altered"),
    ("They broke three laws in May.", "They broke … laws in May", "edited"),
    ("They broke three laws in May and were fined.", "They broke three laws … and were fined", "edited"),
    ("They met on May 5 and were fined.", "They met … and were fined", "edited"),
    ("They met on 5 May and were fined.", "They met … and were fined", "edited"),
    ("They met and may have been fined.", "They met and … been fined", "altered"),
    ("New Council May Close All Bridges", "New Council … Close All Bridges", "altered"),
    ("They broke three laws in May.", "They broke [two] laws in May", "altered"),
    ("They broke three laws in May.", "They broke [three] laws in May", "folded"),
    ("They broke [three] laws in May.", "They broke three laws in May", "altered"),
    ("He is the [unnamed] man of it.", "He is the [unnamed] man of it", "exact"),
    ("a b c d e f", "f e d c b a", "absent"),
    ("We  were,said he, late.", "We were, said he, late", "altered"),
    ("“Stop!” he cried at them.", "Stop.", "altered"),
    ("“Stop!” he cried at them.", "Stop!", "exact"),
    ("It was a 'not so' good day.", "It was a not so good day", "folded"),
    ("The vote was 52–48 in May.", "The vote was 52-48 in May", "folded"),
    ("The vote was 52–48 in May.", "The vote was 48-52 in May", "altered"),
    ("Rates fell by −2 points.", "Rates fell by -2 points", "folded"),
    ("Rates fell by −2 points.", "Rates fell by 2 points", "altered"),
    ("We can not do it at all.", "We cannot do it at all", "altered"),
    ("We agree. Not.", "We agree.", "exact"),
    ("I, Ana, take it as read.", "I Ana take it as read", "altered"),
    ("It is what it is, says he.", "it is what it is", "folded"),
    ("one two three four", "one  two\u2003three\tfour", "folded"),
    ("The minister said yes. The minister said no.", "The minister said no", "exact"),
    ("We want peace", "We want peace and war and more of all that there is", "absent"),
    # odd ones
    ("x", "", "absent"),
    ("x", "“…”", "absent"),
    ("", "x", "absent"),
    ("x y", "x y " * 500, "absent"),
    ("a\0b c d", "a\0b c d", "exact"),
    ("a \ud800 b c", "a \ud800 b c", "exact"),
    ("日本の橋は五月に開く。", "橋は五月に", "exact"),
    ("Он сказал: «Мост открыт».", "Мост открыт", "exact"),
    ("Он сказал: «Мост открыт».", "„Мост закрыт“", "absent"),
    ("The U.S. army left.", "the U.S. army left", "folded"),
]


@pytest.mark.parametrize(("source", "quote", "match"), PAIRS)
def test_a_quote_gets_the_answer(source: str, quote: str, match: str) -> None:
    verdict = newskit.verify(quote, source)
    assert verdict.match == match
    assert verdict.verbatim == (match in ("exact", "folded"))
    assert bool(verdict.spans) == (match != "absent")
    assert bool(verdict.differences) == (match in ("edited", "altered"))


def shown(verdict: Verdict) -> list[tuple[str, str, str, str, str, str]]:
    return [
        (each.change, each.matter, each.claim.text, each.source.text, each.edit, each.turns)
        for each in verdict.differences
    ]


@pytest.mark.parametrize(
    ("source", "quote", "differences"),
    [
        ("We won’t raise taxes.", "We will raise taxes", [("replaced", "negation", "will", "won’t", "", "")]),
        ("It cost $1.5 in May.", "It cost $2.5 in May", [("replaced", "number", "$2.5", "$1.5", "", "")]),
        ("We met Jon in Lima.", "We met Ann in Lima", [("replaced", "name", "Ann", "Jon", "", "")]),
        ("They have agreed to it.", "They had agreed to it", [("replaced", "word", "had", "have", "", "")]),
        ("The big old house fell.", "The old house fell", [("omitted", "word", "", "big", "", "")]),
        ("The old house fell.", "The old red house fell", [("added", "word", "red", "", "", "")]),
        ("We go, now or never.", "We go now or never", [("omitted", "punctuation", "", ",", "", "")]),
        ("So the US left it.", "So the us left it", [("replaced", "case", "us", "US", "", "")]),
        (
            "He came home late on Monday.",
            "He late came home on Monday",
            [("moved", "word", "late", "", "", ""), ("moved", "word", "", "late", "", "")],
        ),
        ("We will not go there.", "We will … go there", [("omitted", "negation", " … ", "not", "ellipsis", "not")]),
        ("It will open soon.", "It [may] open soon", [("replaced", "negation", "[may]", "will", "brackets", "may")]),
        ("It cost 5 million now.", "It cost 5", [("omitted", "number", "", "million", "", "million")]),
        ("“We go,” he said, “now.”", "We go, now", [("omitted", "word", "", "he said,", "attribution", "")]),
    ],
)
def test_what_differs_is_told(source: str, quote: str, differences: list[tuple[str, ...]]) -> None:
    verdict = newskit.verify(quote, source)
    assert shown(verdict) == differences
    for each in verdict.differences:
        assert quote[each.claim.start : each.claim.end] == each.claim.text
        assert source[each.source.start : each.source.end] == each.source.text


def test_an_edited_quote_has_a_span_for_each_part_and_an_exact_one_its_own_marks() -> None:
    verdict = newskit.verify("[W]e build … by May", "So we build the bridge by May.")
    assert [span.text for span in verdict.spans] == ["we build", "by May"]
    assert [span.text for span in newskit.verify("“Go,”", "He said “Go,” twice").spans] == ["“Go,”"]


def test_an_exact_place_goes_before_one_in_other_typography() -> None:
    verdict = newskit.verify("It's here", "“It’s here.” It's here.")
    assert (verdict.match, verdict.spans[0].start) == ("exact", 13)


def test_a_surrogate_pair_of_two_code_points_is_the_character_that_it_stands_for() -> None:
    verdict = newskit.verify("\ud83d\ude00 is here", "A 😀 is here")
    assert (verdict.match, verdict.spans[0].text, verdict.quote) == ("exact", "😀 is here", "😀 is here")


STORY = """Mayor Ana Ruiz said on Monday: “The bridge is safe.” It was built in 1950.

“We won’t pay for it,” engineer Jon Hale told reporters. Ruiz denied that the bridge will close.

“Nobody asked us,” said a spokesman."""


@pytest.mark.parametrize(
    ("quote", "speaker", "answer", "read"),
    [
        ("The bridge is safe", "Ana Ruiz", "attributed", "Ana Ruiz"),
        ("The bridge is safe", "Mayor Ruiz", "attributed", "Ana Ruiz"),
        ("The bridge is safe", "A. Ruiz", "attributed", "Ana Ruiz"),
        ("The bridge is safe", "Eva Ruiz", "to another", "Ana Ruiz"),
        ("The bridge is safe", "Jon Hale", "to another", "Ana Ruiz"),
        ("We will pay for it", "Hale", "attributed", "Jon Hale"),
        ("It was built in 1950", "Ana Ruiz", "not attributed", None),
        ("the bridge will close", "Ana Ruiz", "not attributed", "Ana Ruiz"),
        ("Nobody asked us", "Jon Hale", "not told", "a spokesman"),
        ("The bridge is safe … We won't pay for it", "Ana Ruiz", "to another", "Jon Hale"),
    ],
)
def test_whose_words_they_are_is_newskits_own_reading(quote: str, speaker: str, answer: str, read: str | None) -> None:
    verdict = newskit.verify(quote, STORY, speaker)
    assert verdict.attribution is not None
    assert (verdict.attribution.answer, verdict.attribution.claimed, verdict.attribution.speaker) == (
        answer,
        speaker,
        read,
    )
    evidence = verdict.attribution.quote
    assert (evidence is None) == (read is None)
    assert evidence is None or (evidence.rule and 0 < evidence.confidence <= 1)


BESIDE = """“It was a good year for all of us,” Mayor Ana Ruiz said, and the council lied. Nobody eats the fish.
“Not all of us agree,” engineer Jon Hale told reporters, “and it will cost a lot.” Ruiz said that the pier was safe. It
was not."""


@pytest.mark.parametrize(
    ("quote", "speaker", "answer"),
    [
        ("It was a good year for all of us", "Ana Ruiz", "attributed"),
        ("It was a good year for all of us, Mayor Ana Ruiz said", "Ana Ruiz", "attributed"),
        ("It was a good year for all of us, Mayor Ana Ruiz said, and the council lied", "Ana Ruiz", "not attributed"),
        ("Nobody eats the fish. Not all of us agree", "Jon Hale", "not attributed"),
        ("Not all of us agree, engineer Jon Hale told reporters, and it will cost a lot", "Jon Hale", "attributed"),
        ("Not all of us agree, and it will cost a lot", "Jon Hale", "attributed"),
        ("the pier was safe", "Ana Ruiz", "attributed"),
        ("that the pier was safe. It was not", "Ana Ruiz", "not attributed"),
    ],
)
def test_words_of_the_article_beside_a_quote_are_nobodys(quote: str, speaker: str, answer: str) -> None:
    verdict = newskit.verify(quote, BESIDE, speaker)
    assert verdict.attribution is not None
    assert verdict.attribution.answer == answer
    assert verdict.supported == (answer == "attributed")


def test_a_difference_takes_in_no_more_than_the_nearest_words() -> None:
    story = "The council met. “The café by the sea is open,” she said. The whole coast was open."
    verdict = newskit.verify("The cafe by the sea is open", story)
    (found,) = verdict.differences
    assert (verdict.match, found.source.text, found.claim.text) == ("altered", "café", "cafe")
    assert verdict.spans[0].text == "The café by the sea is open"


@pytest.mark.parametrize("source", ["The house and 25% of it fell.", "The house and 25 % of it fell."])
def test_a_difference_begins_with_the_number_that_both_have(source: str) -> None:
    (found,) = newskit.verify("25 percent of it fell", source).differences
    assert (found.source.text.replace(" ", ""), found.claim.text) == ("25%", "25 percent")


NAMED = """“The bridge is safe,” Mayor Ana Ruíz said. “It is old,” said Jon Hale, the former mayor, a city engineer."""


@pytest.mark.parametrize(
    ("quote", "speaker", "answer"),
    [
        ("The bridge is safe", "Ana Ruiz", "attributed"),
        ("The bridge is safe", "Rui\u0301z", "attributed"),
        ("The bridge is safe", "Ruiz, Ana", "attributed"),
        ("The bridge is safe", "Ruiz, Eva", "to another"),
        ("The bridge is safe", "Ana Ruiz, mayor of Port Vell", "attributed"),
        ("The bridge is safe", "Ruiz, the mayor", "attributed"),
        ("The bridge is safe", "Ruiz, the engineer", "to another"),
        ("The bridge is safe", "the mayor", "attributed"),
        ("The bridge is safe", "the engineer", "to another"),
        ("It is old", "former", "to another"),
        ("It is old", "Jon", "to another"),
        ("It is old", "mayor", "to another"),
    ],
)
def test_a_speaker_is_claimed_as_desks_write_them(quote: str, speaker: str, answer: str) -> None:
    attribution = newskit.verify(quote, NAMED, speaker).attribution
    assert attribution is not None
    assert attribution.answer == answer


@pytest.mark.parametrize(
    ("speaker", "answer"),
    [("Jon", "attributed"), ("Gen Jon", "attributed"), ("Hale-Wick", "attributed"), ("Jon Ruiz", "to another")],
)
def test_a_name_by_which_the_source_calls_them_is_theirs(speaker: str, answer: str) -> None:
    source = "Gen Jon Hale-Wick came at noon. “It is old,” Gen Jon said."
    attribution = newskit.verify("It is old", source, speaker).attribution
    assert attribution
    assert (attribution.answer, attribution.speaker) == (answer, "Jon Hale-Wick")


def test_an_office_that_two_people_have_is_not_told() -> None:
    story = "“The bridge is safe,” Senator Ana Ruiz said. “It is old,” Senator Jon Hale said."
    attribution = newskit.verify("The bridge is safe", story, "the senator").attribution
    assert attribution is not None
    assert attribution.answer == "not told"


@pytest.mark.parametrize("speaker", ["", " \n"])
def test_an_empty_speaker_is_refused(speaker: str) -> None:
    for check in (Source(STORY).check, SourceIndex({"a": STORY}).check):
        with pytest.raises(InputError, match="field 'speaker': expected a name"):
            check("The bridge is safe", speaker)


def test_a_surname_that_two_people_have_is_not_told() -> None:
    story = "Ana Ruiz and Eva Ruiz came. “The bridge is safe,” said Ana Ruiz."
    answers = {
        name: newskit.verify("The bridge is safe", story, name).attribution for name in ("Ruiz", "Ana Ruiz", "Eva Ruiz")
    }
    assert [each and each.answer for each in answers.values()] == ["not told", "attributed", "to another"]


def test_only_what_stands_there_and_is_the_speakers_is_supported() -> None:
    assert newskit.verify("The bridge is safe", STORY, "Ana Ruiz").supported
    assert not newskit.verify("The bridge is safe", STORY, "Jon Hale").supported
    assert not newskit.verify("The bridge is unsafe", STORY, "Ana Ruiz").supported
    assert newskit.verify("The bridge is unsafe", STORY, "Ana Ruiz").attribution is not None
    assert newskit.verify("Ducks may swim", STORY, "Ana Ruiz").attribution is None


def test_a_document_is_not_read_again() -> None:
    document = newskit.extract(STORY, id="story")
    source = Source(document)
    assert source.document is document
    assert source.check("The bridge is safe", "Ana Ruiz").source == "story"
    assert Source(newskit.Article(STORY), kit=newskit.Kit(plugins=[])).document.quotes == ()


def test_of_many_sources_the_one_that_holds_it_is_named() -> None:
    index = SourceIndex({"a": "The pier is closed today.", "b": "“The pier is closed,” he said.", "c": "Ducks swim."})
    assert index.check("“The pier is closed,”").source == "b"
    assert index.check("the pier is closed today").source == "a"
    assert index.check("The pier was closed today").source == "a"
    assert index.check("The pier … today").source == "a"
    assert index.check("Ducks swim").source == "c"
    assert index.check("Zebras cross the street").match == "absent"
    assert index.check("The pier is closed", source="b").source == "b"
    assert index.check("Ducks swim", source="b").match == "absent"


def test_of_equal_sources_the_one_that_gives_the_words_to_the_speaker_goes_first() -> None:
    index = SourceIndex({"a": "“The pier is closed,” said Jon Hale.", "b": "“The pier is closed,” said Ana Ruiz."})
    assert index.check("The pier is closed").source == "a"
    assert index.check("The pier is closed", "Ana Ruiz").source == "b"
    assert index.check("The pier is closed", "Eva Bell").source == "a"


def test_sources_are_told_apart_by_their_ids() -> None:
    with pytest.raises(InputError, match="two sources have the id 'a'"):
        SourceIndex([newskit.Article("x", id="a"), newskit.Article("y", id="a")])
    with pytest.raises(InputError, match="no source has the id 'storey'; did you mean 'story'"):
        SourceIndex({"story": "x"}).check("x", source="storey")
    with pytest.raises(InputError, match=r"no source has the id 'x'$"):
        SourceIndex({str(number): "" for number in range(50)}).check("x", source="x")


@pytest.mark.parametrize(("quote", "speaker", "field"), [(None, None, "quote"), ("x", 5, "speaker")])
def test_what_is_no_string_is_refused(quote: object, speaker: object, field: str) -> None:
    with pytest.raises(InputError, match="expected a string") as caught:
        newskit.verify(quote, "x", speaker)  # type: ignore[arg-type]  # the fault
    assert caught.value.field == field


def test_without_the_matcher_what_stands_there_is_told_and_all_else_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)
    monkeypatch.setitem(sys.modules, "rapidfuzz.distance", None)
    indel.cache_clear()
    assert newskit.verify("The bridge is safe", STORY).match == "exact"
    with pytest.raises(MissingExtraError, match=r"rapidfuzz is not installed; run: pip install 'newskit\[verify\]'"):
        newskit.verify("The bridge is unsafe", STORY)


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_character_of_the_source_takes_so_many_steps_at_most(kind: str) -> None:
    # Not a ratio of two lengths: in a text that repeats itself the length alone decides what half of it is cut at.
    size = 6000
    text = hostile_text(kind, size)
    claims = ("the bridge … is safe [now]", "a" * 40, text[: size // 2], text[::2], f"{text[:9]} … {text[20:40]}")
    assert count_steps(lambda: [newskit.verify(claim, text) for claim in claims]).total() < 150 * size
