"""The parts of an article, by the rule that found them; every rule has an example.

In the examples each line begins with the part it is, then ``|``; ``¶`` at its end asks for a blank line below it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import newskit
import newskit_structure
from newskit.testing import check_extractor, marked
from newskit_structure.parts import parts

KIT = newskit.Kit(plugins=["newskit_structure"], block=())

LEAD = "The council voted for a new bridge over the river after months of talks with the people who live beside it."
NEXT = "Work is to begin in the spring, and the old bridge will be closed for two years, officials told reporters."

CASES: dict[str, list[tuple[str, str, str]]] = {
    "01 headline without a stop": [
        ("headline", "headline-without-stop", "Council votes for new bridge"),
        ("paragraph", "text", LEAD),
        ("paragraph", "text", NEXT),
    ],
    "02 headline that asks": [
        ("headline", "headline-telegraphic", "Bridge or tunnel?"),
        ("paragraph", "text", LEAD),
    ],
    "03 headline in capitals with a stop": [
        ("headline", "headline-in-capitals", "Council Votes For New Bridge."),
        ("paragraph", "text", LEAD),
    ],
    "04 headline before a byline": [
        ("headline", "headline-before-signature", "The council has voted for the new bridge, and the ferry has to go."),
        ("byline", "by-name", "By Jane Roe and Ali Doe, Staff Writers"),
        ("paragraph", "text", LEAD),
    ],
    "05 headline without small words": [
        ("headline", "headline-telegraphic", "Council says yes to bridge over river after months of talks in town."),
        ("paragraph", "text", LEAD),
    ],
    "06 short headline with a stop": [
        ("headline", "headline-short", "The bridge is back."),
        ("paragraph", "text", LEAD),
    ],
    "07 headline said again": [
        (
            "headline",
            "headline-restated",
            "The council has voted for the bridge over the river after months of the talks.",
        ),
        ("paragraph", "text", LEAD),
    ],
    "08 a story without a headline": [("paragraph", "text", LEAD), ("paragraph", "text", NEXT)],
    "09 a line alone": [("paragraph", "text", "Council votes for new bridge")],
    "10 standfirst above a separator": [
        ("headline", "headline-without-stop", "Council votes for new bridge"),
        ("standfirst", "standfirst-before-furniture", "The ferry that has run for forty years will stop."),
        ("separator", "marks-only", "* * *"),
        ("paragraph", "text", LEAD),
    ],
    "11 standfirst above a byline": [
        ("headline", "headline-without-stop", "Council votes for new bridge"),
        ("standfirst", "standfirst-before-furniture", "The ferry that has run for forty years will stop."),
        ("byline", "by-name", "By JANE ROE"),
        ("paragraph", "text", LEAD),
    ],
    "12 standfirst above a dateline": [
        ("headline", "headline-without-stop", "Council votes for new bridge"),
        ("standfirst", "standfirst-before-dateline", "The ferry that has run for forty years will stop."),
        ("paragraph", "text", f"LIMA, March 3 (Reuters) - {LEAD}"),
        ("dateline", "dateline-before-text", "LIMA, March 3 (Reuters) -"),
    ],
    "13 standfirst without a stop": [
        ("headline", "headline-without-stop", "Council votes for new bridge"),
        ("standfirst", "standfirst-without-stop", "The ferry that has run for forty years will stop in the spring"),
        ("paragraph", "text", LEAD),
    ],
    "14 standfirst that the lead says again": [
        ("headline", "headline-without-stop", "Ferry to stop"),
        ("standfirst", "standfirst-restated", "Council votes for a new bridge over the river after months of talks."),
        ("paragraph", "text", LEAD),
    ],
    "15 standfirst right under the headline": [
        ("headline", "headline-without-stop", "Ferry to stop"),
        ("standfirst", "standfirst-under-headline", "Nobody asked the people of the island.¶"),
        ("paragraph", "text", f"{LEAD}¶"),
        ("paragraph", "text", NEXT),
    ],
    "16 no standfirst": [
        ("headline", "headline-without-stop", "Ferry to stop¶"),
        ("paragraph", "text", f"{LEAD}¶"),
        ("paragraph", "text", NEXT),
    ],
    "17 a section above the headline": [
        ("boilerplate", "section-name", "Local News"),
        ("headline", "headline-without-stop", "Council votes for new bridge"),
        ("paragraph", "text", LEAD),
    ],
    "18 writers without By": [
        ("headline", "headline-without-stop", "Council votes for new bridge"),
        ("byline", "byline-name", "Jane O’Roe and Jean-Luc Doe"),
        ("paragraph", "text", LEAD),
    ],
    "18 a writer and a photographer": [
        ("headline", "headline-without-stop", "Council votes for new bridge"),
        ("byline", "byline-name", "Jean-Luc Doe"),
        ("byline", "byline-name", "Jane Roe"),
        ("paragraph", "text", LEAD),
    ],
    "19 a writer with the job": [
        ("headline", "headline-without-stop", "Council votes for new bridge"),
        ("byline", "byline-job", "Jane Roe, Transport correspondent"),
        ("paragraph", "text", LEAD),
    ],
    "20 who reported, at the end": [
        ("paragraph", "text", LEAD),
        ("byline", "sign-off", "(Reporting by Jane Roe in Lima; editing by Ali Doe)"),
    ],
    "20 who helped, at the end": [
        ("paragraph", "text", LEAD),
        ("paragraph", "text", "The old bridge has contributed."),
        ("byline", "sign-off", "Jane Roe in Lima and Ali Doe contributed to this report."),
    ],
    "21 By in a sentence": [("paragraph", "text", LEAD), ("paragraph", "text", "By Friday 300 had left the island.")],
    "22 a date of its own": [
        ("headline", "headline-without-stop", "Council votes for new bridge"),
        ("dateline", "date-line", "Tuesday, March 4, 2025"),
        ("paragraph", "text", LEAD),
    ],
    "23 when it was published": [
        ("headline", "headline-without-stop", "Council votes for new bridge"),
        ("dateline", "date-line", "Published: 4 March 2025, 10:15 GMT"),
        ("paragraph", "text", LEAD),
    ],
    "24 a dateline in a line of its own": [
        ("dateline", "dateline-alone", "NAIROBI, Kenya (AP) _"),
        ("paragraph", "text", LEAD),
    ],
    "25 a caption with a credit in brackets": [
        ("paragraph", "text", LEAD),
        ("caption", "bracketed-credit", "Jane Roe, the mayor, beside the old bridge (Jane Doe/Reuters)"),
        ("credit", "bracketed-credit", "Jane Doe/Reuters"),
        ("paragraph", "text", NEXT),
    ],
    "26 a caption with a credit behind it": [
        ("paragraph", "text", LEAD),
        ("caption", "trailing-credit", "The old bridge on Monday. Photograph: Jane Doe/Getty Images"),
        ("credit", "trailing-credit", "Photograph: Jane Doe/Getty Images"),
        ("paragraph", "text", NEXT),
    ],
    "27 a caption that says so": [
        ("paragraph", "text", LEAD),
        ("caption", "caption-opening", "FILE - The old bridge is seen from the island, where nobody voted for it."),
        ("paragraph", "text", NEXT),
    ],
    "28 a caption that points": [
        ("paragraph", "text", LEAD),
        ("caption", "picture-words", "Jane Roe (left) and Ali Doe (right) stand on the old bridge."),
        ("paragraph", "text", NEXT),
    ],
    "29 a credit of its own": [
        ("paragraph", "text", LEAD),
        ("credit", "credit-line", "Photo: Jane Doe/AFP"),
        ("paragraph", "text", NEXT),
    ],
    "30 an agency at the end of a long story is no caption": [
        ("paragraph", "text", LEAD),
        ("paragraph", "text", f"{LEAD} {NEXT} (AFP)"),
    ],
    "31 a purpose is no pose": [
        ("paragraph", "text", LEAD),
        ("paragraph", "text", "There is no purpose for it, he said."),
    ],
    "32 a subhead": [
        ("paragraph", "text", LEAD),
        ("subhead", "subhead-without-stop", "What the island says"),
        ("paragraph", "text", NEXT),
    ],
    "33 a subhead that asks": [
        ("paragraph", "text", LEAD),
        ("subhead", "subhead-without-stop", "Who will pay for it?"),
        ("paragraph", "text", NEXT),
    ],
    "33 a line that goes on in small letters is no subhead": [
        ("paragraph", "text", LEAD),
        ("paragraph", "text", "The harbour board of the island said on Friday that the ferry"),
        ("paragraph", "text", "will not run again before the pier has been made safe."),
    ],
    "33 a line in small letters is no subhead": [
        ("paragraph", "text", LEAD),
        ("paragraph", "text", "will not run again"),
        ("paragraph", "text", NEXT),
    ],
    "34 a short sentence is no subhead": [
        ("paragraph", "text", LEAD),
        ("paragraph", "text", "Nobody knows."),
        ("paragraph", "text", NEXT),
    ],
    "35 a list is no row of subheads": [
        ("paragraph", "text", LEAD),
        ("paragraph", "text", "• the bridge"),
        ("paragraph", "text", "• the road that leads to it and the houses along it"),
        ("paragraph", "text", NEXT),
    ],
    "36 what the page says to its readers": [
        ("paragraph", "text", LEAD),
        ("boilerplate", "reader-address", "Read more: How the ferry came to the island"),
        ("boilerplate", "page-furniture", "Advertisement"),
        ("paragraph", "text", NEXT),
        ("boilerplate", "legal-notice", "Lima Post 2025. All rights reserved."),
    ],
    "37 a correction": [
        ("paragraph", "text", LEAD),
        ("correction", "correction-note", "Correction: An earlier version of this article named the wrong river."),
        ("correction", "correction-note", "This article was amended on 4 March to add what the mayor said."),
    ],
    "37 a correction below its label": [
        ("paragraph", "text", LEAD),
        ("correction", "correction-note", "CORRECTION:"),
        ("correction", "correction-below", "An article on Monday about the ferry named the wrong river."),
        ("paragraph", "text", NEXT),
    ],
    "38 the end": [("paragraph", "text", LEAD), ("separator", "end-mark", "-30-")],
    "39 a law is no legal notice": [("paragraph", "text", LEAD), ("paragraph", "text", "Copyright is his field.")],
    "40 a headline in capitals with a dash is no dateline": [
        ("headline", "headline-without-stop", "FERRY TO STOP IN SPRING - MAYOR"),
        ("paragraph", "text", f"LIMA, March 3 - {LEAD}"),
        ("dateline", "dateline-before-text", "LIMA, March 3 -"),
    ],
    "41 a correction that is the headline": [
        ("headline", "headline-without-stop", "CORRECTED - Council votes for new bridge"),
        ("correction", "correction-note", "(Corrects the name of the river.)"),
        ("paragraph", "text", LEAD),
    ],
    "42 rows of figures are no subheads": [
        ("headline", "headline-without-stop", "Ferry company loses money"),
        ("dateline", "dateline-alone", "LIMA, March 3 -"),
        ("paragraph", "text", "Loss 12 cts vs 14 cts"),
        ("paragraph", "text", "Fares 3.4 mln vs 3.1 mln"),
        ("paragraph", "text", "Pay March 20"),
        ("paragraph", "text", LEAD),
    ],
    "43 figures alone head nothing": [
        ("paragraph", "text", LEAD),
        ("paragraph", "text", "12,400"),
        ("paragraph", "text", NEXT),
    ],
    "44 a year heads what happened in it, a number an item": [
        ("paragraph", "text", LEAD),
        ("subhead", "subhead-without-stop", "2019"),
        ("paragraph", "text", NEXT),
        ("subhead", "subhead-without-stop", "7"),
        ("paragraph", "text", NEXT),
    ],
    "45 a subhead above a short sentence": [
        ("paragraph", "text", LEAD),
        ("subhead", "subhead-without-stop", "What the island says"),
        ("paragraph", "text", "Nobody knows."),
    ],
    "46 a subhead with more room above than a list has": [
        ("paragraph", "text", LEAD),
        ("paragraph", "text", "• the bridge"),
        ("paragraph", "text", "• the road¶"),
        ("subhead", "subhead-without-stop", "What the island says"),
        ("paragraph", "text", NEXT),
    ],
    "47 a turn of an interview is no subhead": [
        ("paragraph", "text", LEAD),
        ("paragraph", "text", "ROE: And the ferry?"),
        ("paragraph", "text", NEXT),
    ],
    "48 an aside in brackets is no subhead": [
        ("paragraph", "text", LEAD),
        ("paragraph", "text", "(boats in brackets)"),
        ("paragraph", "text", NEXT),
    ],
    "49 a photographer and the paper": [
        ("paragraph", "text", LEAD),
        ("credit", "credit-line", "Jane Doe/Lima Post"),
        ("paragraph", "text", NEXT),
    ],
    "50 an agency with a stop": [
        ("paragraph", "text", LEAD),
        ("credit", "credit-line", "Jane Doe via Getty Images."),
        ("paragraph", "text", NEXT),
    ],
    "51 a caption and the photographer behind it": [
        ("paragraph", "text", LEAD),
        ("caption", "agency-credit", "The old bridge was closed on Monday. Jane Doe/Lima Post"),
        ("credit", "agency-credit", "Jane Doe/Lima Post"),
        ("paragraph", "text", NEXT),
    ],
    "52 a caption and the agency behind it": [
        ("paragraph", "text", LEAD),
        ("caption", "agency-credit", "The old bridge is easy to climb Getty Images"),
        ("credit", "agency-credit", "Getty Images"),
        ("paragraph", "text", NEXT),
    ],
    "53 an agency in a subhead": [
        ("paragraph", "text", LEAD),
        ("subhead", "subhead-without-stop", "A letter from Getty Images"),
        ("paragraph", "text", NEXT),
    ],
    "54 a photographer before the agency": [
        ("paragraph", "text", LEAD),
        ("caption", "trailing-credit", "The old bridge on Monday. Jane Doe/AFP via Getty Images"),
        ("credit", "trailing-credit", "Jane Doe/AFP via Getty Images"),
        ("paragraph", "text", NEXT),
    ],
    "55 a state is no source": [
        ("paragraph", "text", LEAD),
        ("paragraph", "text", "Nobody asked Jane Roe (Va.) or Ali Doe (Pa.)."),
        ("paragraph", "text", NEXT),
    ],
    "56 what stands beside": [
        ("paragraph", "text", LEAD),
        ("boilerplate", "reader-address", "Watch the mayor’s whole speech below:"),
        ("boilerplate", "reader-address", "Follow Jane Roe on Twitter @janeroe."),
        ("boilerplate", "page-furniture", "Image"),
        ("paragraph", "text", "Take the stairs below. Nobody else did, he said."),
    ],
}


def lay_out(case: list[tuple[str, str, str]]) -> str:
    """Put the lines of a case together; a part inside another one adds no line."""
    lines: list[str] = []
    for _, _, line in case:
        if not (lines and line in lines[-1]):
            lines.append(line)
    return "\n".join(line.replace("¶", "\n") for line in lines)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_parts_are(case: list[tuple[str, str, str]]) -> None:
    doc = KIT.extract(lay_out(case))
    assert [(part.kind, part.rule, part.span.text) for part in doc.parts] == [
        (kind, rule, line.rstrip("¶")) for kind, rule, line in case
    ]


def test_no_credit_begins_inside_a_word() -> None:
    credit = "photo: Jane Roe Poe-"
    line = f"The photo of the bridge is a tele{credit}{'R' * (90 - len(credit))}"
    assert [part.kind for part in KIT.extract(f"{LEAD}\n\n{line}\n\n{NEXT}").parts if part.kind == "credit"] == []


DATELINES = {
    "01": f"[WASHINGTON (AP) —] {LEAD}",
    "02": f"[BUENOS AIRES, Feb 26 -] {LEAD}",
    "03": f"[LONDON, March 3 (Reuters) -] {LEAD}",
    "04": f"[NAIROBI, Kenya (AP) _] {LEAD}",
    "05": f"[SALT LAKE CITY, Utah, April 13 -] {LEAD}",
    "06": f"[WASHINGTON, D.C. —] {LEAD}",
    "07": f"[ST. LOUIS —] {LEAD}",
    "08": f"[Washington (AFP) –] {LEAD}",
    "09": f"[Paris, 3 March 2025 –] {LEAD}",
    "10": f"[United Nations –] {LEAD}",
    "11": f"[MCALLEN, Texas --] {LEAD}",
    "12": f"[McALLEN, Texas --] {LEAD}",
    "13": f"[JERUSALEM and RAMALLAH —] {LEAD}",
    "14": f"[LONDON/PARIS, March 3 -] {LEAD}",
    "15": f"[BHOPAL:] {LEAD}",
    "16": f"[NEW YORK, MARCH 6 -] {LEAD}",
    "17": f"[COLUMBIA, Md. March 3 -] {LEAD}",
    "18": f"[DES MOINES, Iowa, Jan. 1 (UPI) —] {LEAD}",
    "19": f"[SÃO PAULO —] {LEAD}",
    "20": f"[Lima (Reuters) -] {LEAD}",
    "21": f"BREAKING — {LEAD}",
    "22": f"UPDATE: {LEAD}",
    "23": f"Jane Roe — {LEAD}",
    "24": f"The Bridge Index (BRI) — {LEAD}",
    "25": f"A — {LEAD}",
    "26": f"Well - {LEAD}",
    "27": "ROE: I do not know.",
    "28": f"MAY — {LEAD}",
    "29": f"[LIMA, June 18-] {LEAD}",
    "30": f"FERRY TO STOP - {LEAD.upper()}",
}


@pytest.mark.parametrize("written", DATELINES.values(), ids=DATELINES)
def test_the_dateline_is(written: str) -> None:
    text, spans = marked(f"{written}\n{NEXT}")
    found = [part.span for part in KIT.extract(text).parts if part.kind == "dateline"]
    assert found == list(spans)


def test_only_a_date_or_an_agency_makes_a_dateline_below_the_lead() -> None:
    text = f"LIMA — {LEAD}\nQUITO — {NEXT}\nBOGOTA (AP) — {NEXT}\nDOHA, May 3 — {NEXT}"
    found = [part.span.text for part in KIT.extract(text).parts if part.kind == "dateline"]
    assert found == ["LIMA —", "BOGOTA (AP) —", "DOHA, May 3 —"]


def test_given_parts_stand() -> None:
    given = (newskit.Part("caption", newskit.Span(0, 7, "Council"), "html"),)
    article = newskit.Article("Council votes for new bridge\n" + LEAD, parts=given)
    assert KIT.extract(article).parts == given


def test_the_dateline_in_a_given_paragraph_is_told() -> None:
    text = "SALTMOUTH, Feb. 18 - The council votes."
    paragraph = newskit.Part("paragraph", newskit.Span(0, len(text), text), "html")
    assert [(part.kind, part.span.text) for part in KIT.extract(newskit.Article(text, parts=[paragraph])).parts] == [
        ("paragraph", text),
        ("dateline", "SALTMOUTH, Feb. 18 -"),
    ]
    dateline = newskit.Part("dateline", newskit.Span(0, 9, "SALTMOUTH"), "html")
    assert len(KIT.extract(newskit.Article(text, parts=[paragraph, dateline])).parts) == 2


def test_every_rule_has_an_example() -> None:
    shown = {rule for case in CASES.values() for _, rule, _ in case} - {"text"}
    package = Path(newskit_structure.__file__).parent
    named = {
        rule for path in package.glob("*.py") for rule in re.findall(r'"([a-z]+-[a-z-]+)"', path.read_text("utf-8"))
    }
    assert shown == named


def test_the_contract_is_kept() -> None:
    (made,) = check_extractor(parts, articles=[f"Council votes for new bridge\n{LEAD}"], kit=KIT)
    assert len(made) == 2
