"""Who speaks: sources that are whole, reports joined, dialogues, what signs a quotation, whose a letter is.

Each quote is told as content, source and speaker.
"""

from __future__ import annotations

import pytest

import newskit

WHOLE = [
    (
        "The well is dry, Ian Poe, Director, Campaign for Wells, told a briefing.",
        ["The well is dry | Ian Poe, Director, Campaign for Wells | Ian Poe"],
    ),
    (
        '"The well is dry," said Arvonian member of parliament Lea Poe, chair of a board.',
        ['"The well is dry," | Arvonian member of parliament Lea Poe, chair of a board | Lea Poe'],
    ),
    (
        "They met President Ian Poe, who, at a rally in Arvon, had said that the well was dry.",
        ["that the well was dry | who | Ian Poe"],
    ),
    ("44 per cent of graduates want to join a firm.", ["to join a firm | 44 per cent of graduates | -"]),
    (
        "The town’s first independent senator, Ian Poe, left. The senator said it was late.",
        ["it was late | The senator | Ian Poe"],
    ),
    ("Lea Poe, the first lady, left. The lady said it was late.", ["it was late | The lady | -"]),
    ('"The well is dry," Ann May said.', ['"The well is dry," | Ann May | Ann May']),
    ("On Monday Mrs May said the well was dry.", ["the well was dry | Mrs May | May"]),
    ("Ann Poe Jr. said that the well was dry.", ["that the well was dry | Ann Poe Jr. | Ann Poe Jr."]),
    ('"The well is dry," said Ann Poe Jr.', ['"The well is dry," | Ann Poe Jr. | Ann Poe Jr.']),
    (
        "Samuel (Sam) Poe, a farmer, said that the well was dry.",
        ["that the well was dry | Samuel (Sam) Poe, a farmer | Samuel (Sam) Poe"],
    ),
    (
        "Yu-Lan (Grace) Poe, a farmer, said that the well was dry.",
        ["that the well was dry | Yu-Lan (Grace) Poe, a farmer | Yu-Lan (Grace) Poe"],
    ),
    ("Sir Ian Poe MP said that the well was dry.", ["that the well was dry | Sir Ian Poe MP | Ian Poe"]),
    (
        "The acting head of Arvon, Lea Poe, said that the well was dry.",
        ["that the well was dry | The acting head of Arvon, Lea Poe | Lea Poe"],
    ),
    ("The outgoing EU envoy said that the well was dry.", ["that the well was dry | The outgoing EU envoy | -"]),
    (
        "The firm's newly elected CEO said that the well was dry.",
        ["that the well was dry | The firm's newly elected CEO | -"],
    ),
    ("According to court papers, the well was dry.", ["the well was dry | court papers | -"]),
    ("According to papers seen by the Argus, the well was dry.", ["the well was dry | papers seen by the Argus | -"]),
    ("People close to Ann Poe say that the well is dry.", ["that the well is dry | People close to Ann Poe | -"]),
    ("Two of the injured said that the well was dry.", ["that the well was dry | Two of the injured | -"]),
    (
        "One of the injured, 20-year-old Ann Poe, said that the well was dry.",
        ["that the well was dry | One of the injured, 20-year-old Ann Poe | Ann Poe"],
    ),
    (
        "Marine Corps Commandant General Ian Poe said that the well was dry.",
        ["that the well was dry | Marine Corps Commandant General Ian Poe | Ian Poe"],
    ),
    (
        "Arvon and Tewell Police said that the well was dry.",
        ["that the well was dry | Arvon and Tewell Police | Arvon and Tewell Police"],
    ),
    ("Sen. Ann Poe, D-Mass., said that the well was dry.", ["that the well was dry | Sen. Ann Poe, D-Mass. | Ann Poe"]),
    ("Ann Poe, Ph.D., said that the well was dry.", ["that the well was dry | Ann Poe, Ph.D. | Ann Poe"]),
    ("Meanwhile, the firm sued Ann Poe, saying that she had lied.", ["that she had lied | the firm | -"]),
]
"""A source is not cut inside a name or to nothing."""
JOINED = [
    (
        "Ann Poe said that the well was dry, but Ian Roe said that it ran.",
        ["that the well was dry | Ann Poe | Ann Poe", "that it ran | Ian Roe | Ian Roe"],
    ),
    (
        "Ann Poe said that the well was dry, while Ian Roe, the mayor, said that it ran.",
        ["that the well was dry | Ann Poe | Ann Poe", "that it ran | Ian Roe, the mayor | Ian Roe"],
    ),
    (
        "Ann Poe said the well was dry; Ian Roe claimed that it ran.",
        ["the well was dry | Ann Poe | Ann Poe", "that it ran | Ian Roe | Ian Roe"],
    ),
    (
        "Ann Poe said the well was dry, although farmers say it runs.",
        ["the well was dry | Ann Poe | Ann Poe", "it runs | farmers | -"],
    ),
    (
        "Ann Poe said the well was dry and neighbours told the Argus that it ran.",
        ["the well was dry | Ann Poe | Ann Poe", "that it ran | neighbours | -"],
    ),
    ("According to Ann Poe, the well is dry, but Ian Roe disputes that.", ["the well is dry | Ann Poe | Ann Poe"]),
    (
        "Ann Poe said that the well was dry and that Ian Roe had drilled it.",
        ["that the well was dry and that Ian Roe had drilled it | Ann Poe | Ann Poe"],
    ),
]
"""Two reports in one sentence."""
TOLD = [
    ("Ann Poe told the Argus the well was dry.", ["the well was dry | Ann Poe | Ann Poe"]),
    ("Ann Poe told Radio Arvon's Breakfast programme the well was dry.", ["the well was dry | Ann Poe | Ann Poe"]),
    ("Ann Poe told the Arvon News website there was no water.", ["there was no water | Ann Poe | Ann Poe"]),
    ("Farmers were told that the well was dry.", ["that the well was dry | - | -"]),
    ("Ann Poe was told she would have to leave.", ["she would have to leave | - | -"]),
    ("The court was told by Ann Poe that the well was dry.", ["that the well was dry | Ann Poe | Ann Poe"]),
    ("Ann Poe told him nothing.", []),
]
"""Whom a report was told to."""
TURNS = [
    (
        "Ann Poe digs wells.\n\nHOST: Is it dry?\n\nPOE: It is.\n\nHOST: Since when?\n\nPOE: Since May.",
        ["Is it dry? | HOST | -", "It is. | POE | Ann Poe", "Since when? | HOST | -", "Since May. | POE | Ann Poe"],
    ),
    (
        "ANN POE, HOST: Is it dry?\n\nIAN ROE, FARMER: It is.\n\nPOE: Since when?",
        ["Is it dry? | ANN POE | ANN POE", "It is. | IAN ROE | IAN ROE", "Since when? | POE | ANN POE"],
    ),
    (
        "[00:10] Ann Poe: Is it dry?\n[00:14] Ian Roe: Both of them.",
        ["Is it dry? | Ann Poe | Ann Poe", "Both of them. | Ian Roe | Ian Roe"],
    ),
    ("[Ann Poe] Is it dry?\n[Ian Roe] It is.", ["Is it dry? | Ann Poe | Ann Poe", "It is. | Ian Roe | Ian Roe"]),
    (
        "Ann Poe: Is it dry?\nIan Roe: It is.\nAnn Poe: Since when?",
        ["Is it dry? | Ann Poe | Ann Poe", "It is. | Ian Roe | Ian Roe", "Since when? | Ann Poe | Ann Poe"],
    ),
    ('"The well is dry." -- Ann Poe, farmer', ['"The well is dry." | Ann Poe, farmer | Ann Poe']),
    ('– "Too dry," said Ann Poe.', ['"Too dry," | Ann Poe | Ann Poe']),
    ("One of those injured said that it was dry.", ["that it was dry | One of those injured | -"]),
    (
        "While Ann Poe said the well was dry, Ian Roe said that it ran.",
        ["the well was dry | Ann Poe | Ann Poe", "that it ran | Ian Roe | Ian Roe"],
    ),
    ("Q. Is it dry?\nA. It is.", ["Is it dry? | Q | -", "It is. | A | -"]),
    ("Q1: Is it dry?\nA1: It is.", ["Is it dry? | Q1 | -", "It is. | A1 | -"]),
    ("The envoy following her trip to Lima said that it was dry.", ["that it was dry | The envoy | -"]),
    ("Ann Poe digs.\n\nSaid Poe: “The well is as dry as a bone.”", ["“The well is as dry as a bone.” | Poe | Ann Poe"]),
    (
        "David Poe, an outside adviser, said that it was dry.",
        ["that it was dry | David Poe, an outside adviser | David Poe"],
    ),
    ("Responding to Ian Roe, Ann Poe said that it was dry.", ["that it was dry | Ann Poe | Ann Poe"]),
    (
        "Is it dry?\n\nAnn Poe: It is.\n\nSince when?\n\nAnn Poe: Since May.",
        ["It is. | Ann Poe | Ann Poe", "Since May. | Ann Poe | Ann Poe"],
    ),
    ("Sport: Rovers won.\n\nWeather: Rain.", []),
    ("Forecast: 20 percent\n\nOdds: 80 percent\n\nForecast: 30 percent", []),
    ("Seas rise: what we know so far.", []),
]
"""Dialogues."""
MARKS = [
    ("“The well is dry” – Ann Poe", ["“The well is dry” | Ann Poe | Ann Poe"]),
    ("“The well is dry.” — Ann Poe, 54, farmer, Arvon", ["“The well is dry.” | Ann Poe, 54, farmer, Arvon | Ann Poe"]),
    ('"Dry!" - Ann Poe', ['"Dry!" | Ann Poe | Ann Poe']),
    (
        "The well is dry and nobody cares.\n— Ann Poe (@annpoe) March 1, 2025\n\nRoe did not answer.",
        ["The well is dry and nobody cares. | Ann Poe | Ann Poe"],
    ),
    (
        "“The well has been dry since May.”\n– Ann Poe, farmer",
        ["“The well has been dry since May.” | Ann Poe, farmer | Ann Poe"],
    ),
    ("The well – a gift of Ann Poe – is dry.", []),
    (
        '* "Too dry," said Ann Poe.\n* "Too deep," said Ian Roe.',
        ['"Too dry," | Ann Poe | Ann Poe', '"Too deep," | Ian Roe | Ian Roe'],
    ),
    (
        '• Ann Poe: "Too dry"\n• Ian Roe: "Too deep"',
        ['"Too dry" | Ann Poe | Ann Poe', '"Too deep" | Ian Roe | Ian Roe'],
    ),
    ("Ann Poe, farmer: “The well is dry.”", ["“The well is dry.” | Ann Poe, farmer | Ann Poe"]),
    (
        '"The well is dry, Ann Poe said.\n\n"Nobody drilled," said Ian Roe.',
        ['"The well is dry, | Ann Poe | Ann Poe', '"Nobody drilled," | Ian Roe | Ian Roe'],
    ),
    (
        'Ann Poe posted that "the well is dry. Why does nobody drill?"',
        ['that "the well is dry. Why does nobody drill?" | Ann Poe | Ann Poe'],
    ),
    ("“The well” – Ann Poe paused – “is as dry as bone.”", ["“The well” … “is as dry as bone.” | Ann Poe | Ann Poe"]),
    ("– We drill at six – said Ann Poe – or not at all.", ["We drill at six … or not at all | Ann Poe | Ann Poe"]),
    ('"Non" ("No"), said Ann Poe.', ['"Non" | Ann Poe | Ann Poe']),
    ('Ann Poe nodded. "The well is as dry as a bone."', ['"The well is as dry as a bone." | Ann Poe | Ann Poe']),
    (
        '"The well is as dry as a bone and will be for years."\n\nThat was how Ann Poe put it.',
        ['"The well is as dry as a bone and will be for years." | Ann Poe | Ann Poe'],
    ),
    (
        '"It is dry," said Ann Poe.\n\nHer friend Ian Roe, 30, chimed in. "We all drink from that well."',
        ['"It is dry," | Ann Poe | Ann Poe', '"We all drink from that well." | Her friend Ian Roe, 30 | Ian Roe'],
    ),
]
"""Quotations without a verb, in lists, interrupted."""
WHOSE = [
    (
        "Ann Poe's letter to Ian Roe said that the well was dry.",
        ["that the well was dry | Ann Poe's letter to Ian Roe | Ann Poe"],
    ),
    ("A letter to Ann Poe said that the well was dry.", ["that the well was dry | A letter to Ann Poe | -"]),
    ("Ms Poe's brother said that the well was dry.", ["that the well was dry | Ms Poe's brother | -"]),
    (
        "Ms Poe's brother, Ian Roe, said that the well was dry.",
        ["that the well was dry | Ms Poe's brother, Ian Roe | Ian Roe"],
    ),
    ("Ian Roe scored twice. “We were lucky,” said the striker.", ["“We were lucky,” | the striker | Ian Roe"]),
    ("Ian Roe hit a cyclist. “We were lucky,” said the victim.", ["“We were lucky,” | the victim | -"]),
    (
        "Ian Roe, 24, met Ed Moe, 31. “We were lucky,” said the 31-year-old.",
        ["“We were lucky,” | the 31-year-old | Ed Moe"],
    ),
    ("Tributes came, including from chef Ann Poe, who wrote: “He was kind.”", ["“He was kind.” | who | Ann Poe"]),
    (
        "Wells are few, with Ann Poe, a farmer, saying that hers was dry.",
        ["that hers was dry | Ann Poe, a farmer | Ann Poe"],
    ),
    ("“No!” came the answer from Ann Poe.", ["“No!” | Ann Poe | Ann Poe"]),
]
"""Whose it is."""

BODIES = [
    (
        "Arvon Airways bought the Orrin Group. The Orrin Group has mills. The brewer said it was late.",
        ["it was late | The brewer | -"],
    ),
    (
        "Arvon Airways cut its flights. The airline said it was sorry.",
        ["it was sorry | The airline | Arvon Airways"],
    ),
    (
        "The Ministry of Ports met Arvon Airways. The ministry warned that fares would rise.",
        ["that fares would rise | The ministry | Ministry of Ports"],
    ),
    (
        "Arvon Airways sued the Argus Company. A letter came on Monday. The company said fares would rise.",
        ["fares would rise | The company | Arvon Airways"],
    ),
    (
        "Arvon Airways lost, and Tewell Airways won. The company said it was late.",
        ["it was late | The company | -"],
    ),
    (
        "The Labour Party won. The Conservative party said that it had lost.",
        ["that it had lost | The Conservative party | -"],
    ),
    (
        "Arvon Airways said fares would rise. It added that fuel was dear.",
        ["fares would rise | Arvon Airways | Arvon Airways", "that fuel was dear | It | Arvon Airways"],
    ),
    (
        "The Orrin Agency website gives the times. It noted that ferries were late.",
        ["that ferries were late | It | Orrin Agency"],
    ),
    (
        "An Arvon Airways spokesman said fares would rise.",
        ["fares would rise | An Arvon Airways spokesman | Arvon Airways"],
    ),
    (
        "A spokeswoman for Arvon Airways said fares would rise.",
        ["fares would rise | A spokeswoman for Arvon Airways | Arvon Airways"],
    ),
    (
        "Ian Roe flew in. A spokesman for Arvon Airways said fares would rise. He said fuel was dear.",
        ["fares would rise | A spokesman for Arvon Airways | Arvon Airways", "fuel was dear | He | -"],
    ),
    (
        "Arvon Airways issued a statement. The statement said fares would rise.",
        ["fares would rise | The statement | Arvon Airways"],
    ),
    ("Arvon Airways lost a statement. The statement said fares would rise.", ["fares would rise | The statement | -"]),
]
"""What a body is called by."""
BOUNDS = [
    (
        "We need to “see that there is water in the well. It has to be clean,” Ann Poe said.",
        ["We need to “see that there is water in the well. It has to be clean,” | Ann Poe | Ann Poe"],
    ),
    (
        "Ann Poe said that although the well was deep, the pump was old.",
        ["that although the well was deep, the pump was old | Ann Poe | Ann Poe"],
    ),
    ("Farmers said Ann Poe, the new mayor, was asleep.", ["Ann Poe, the new mayor, was asleep | Farmers | -"]),
    (
        "Farmers said the well - the deepest in Arvon - had run dry.",
        ["the well - the deepest in Arvon - had run dry | Farmers | -"],
    ),
    (
        "The Ministry of Ports reported that a keeper of the lighthouse was dismissed by it.",
        ["that a keeper of the lighthouse was dismissed by it | The Ministry of Ports | Ministry of Ports"],
    ),
    ("The well would fill, Ann Poe said, thanking the miners.", ["The well would fill | Ann Poe | Ann Poe"]),
    ("The well has to be shut, said its owner, Ann Poe.", ["The well has to be shut | its owner, Ann Poe | Ann Poe"]),
]
"""Where content begins and ends."""
RUNNING = [
    (
        "Ian Roe, a miller, said wells were dry.\n\nThe MP for Arvon town Lee Poe said it ran. He said rain was near.",
        [
            "wells were dry | Ian Roe, a miller | Ian Roe",
            "it ran | The MP for Arvon town Lee Poe | Lee Poe",
            "rain was near | He | Lee Poe",
        ],
    ),
    (
        "Ian Roe denied that Lee Poe had said the well was dry. He said rain was near.",
        [
            "that Lee Poe had said the well was dry | Ian Roe | Ian Roe",
            "the well was dry | Lee Poe | Lee Poe",
            "rain was near | He | Ian Roe",
        ],
    ),
]
"""Who spoke in the sentence before goes on."""
OFFICES = [
    (
        "Arvon defender Ian Poe may leave. Coach Tom Roe and winger Sam Lee met. The defender said: “I stay.”",
        ["“I stay.” | The defender | Ian Poe"],
    ),
    (
        "Now another farmer Ann Poe, on the eve of rain recalled that “wells were dry.”",
        ["that “wells were dry.” | another farmer Ann Poe | Ann Poe"],
    ),
    ("Pump: Turn it on.\n\nGive an example of a pump.\n\nPump: Turn it off.\n\nWell: Dig it.", []),
    ("Dear Abby: Is it dry?\n\nIt is.\n\nDear Abby: Who knew?\n\nAnn Poe: We did.", []),
    (
        "Secretary of State Ann Poe said that the well was dry.",
        ["that the well was dry | Secretary of State Ann Poe | Ann Poe"],
    ),
    (
        "Controller of drama Ann Poe said that the well was dry.",
        ["that the well was dry | Controller of drama Ann Poe | Ann Poe"],
    ),
    (
        "The manager of singer Ann Poe said that the well was dry.",
        ["that the well was dry | The manager of singer Ann Poe | -"],
    ),
    (
        "Ann Poe was losing to fellow golfer Lea Roe when she fell. “It hurts,” said the 34-year-old.",
        ["“It hurts,” | the 34-year-old | Ann Poe"],
    ),
]
"""Who holds the office or is of the age that a source begins with."""


def told(kit: newskit.Kit, text: str) -> list[str]:
    return [
        " | ".join(
            (
                " … ".join(piece.text for piece in quote.content),
                quote.source.text if quote.source else "-",
                quote.speaker.name if quote.speaker else "-",
            )
        )
        for quote in kit.extract(text).quotes
    ]


@pytest.mark.parametrize(
    ("text", "wanted"), [*WHOLE, *JOINED, *TOLD, *TURNS, *MARKS, *WHOSE, *BODIES, *BOUNDS, *RUNNING, *OFFICES]
)
def test_who_speaks(kit: newskit.Kit, text: str, wanted: list[str]) -> None:
    assert told(kit, text) == wanted


def test_a_turn_is_as_sure_as_the_dialogue_is_long(kit: newskit.Kit) -> None:
    short = kit.extract("ANN POE: Is it dry?\n\nIAN ROE: It is.").quotes
    long = kit.extract("ANN POE: Is it dry?\n\nIAN ROE: It is.\n\nANN POE: Since when?\n\nIAN ROE: Since May.").quotes
    assert {quote.confidence for quote in short} == {0.75}
    assert {quote.confidence for quote in long} == {0.95}


def test_a_turn_in_capitals_names_a_person(kit: newskit.Kit) -> None:
    document = kit.extract("HALE: Is it dry?\n\nMOE: It is.\n\nHALE: Since when?")
    assert {entity.name: entity.kind for entity in document.entities} == {"HALE": "person", "MOE": "person"}


def test_what_is_never_closed_is_less_sure(kit: newskit.Kit) -> None:
    text = "Ann Poe said: “The well is dry. We dug for a week.{mark}\n\nIan Roe owns the farm."
    ((closed,), (left_open,)) = (kit.extract(text.format(mark=mark)).quotes for mark in ("”", ""))
    assert left_open.confidence <= 0.7 < closed.confidence


def test_what_goes_on_in_the_next_paragraph_is_as_sure_as_ever(kit: newskit.Kit) -> None:
    (quote,) = kit.extract("Ann Poe said: “The well is dry.\n\n“We dug for a week.”").quotes
    assert len(quote.content) == 2
    assert quote.confidence > 0.8


def test_an_account_that_was_seen_by_an_outlet_is_not_the_outlets(kit: newskit.Kit) -> None:
    (quote,) = kit.extract("A letter seen by Sky News said that the well was dry.").quotes
    assert quote.speaker is None


def test_an_unnamed_voice_of_a_body_stays_an_unnamed_person(kit: newskit.Kit) -> None:
    (quote,) = kit.extract("An Arvon Airways spokesman said fares would rise.").quotes
    assert quote.source_type == "unnamed person"
