"""Small inputs of kinds: who ends a sentence, courts, prompts, voices, headlines, strangers, bodies, participles.

Each quote is told as content, source and speaker; ¶ parts paragraphs.
"""

from __future__ import annotations

import pytest

import newskit

ENDED = [
    (
        "Wells in the north will be dry by May, water minister Lea Poe has warned.",
        ["Wells in the north will be dry by May | water minister Lea Poe | Lea Poe"],
    ),
    ("Half of all wells are unsafe, a charity has claimed.", ["Half of all wells are unsafe | a charity | -"]),
    ("Two miners were hurt, police confirmed on Monday.", ["Two miners were hurt | police | -"]),
    ("The well is dry, Ian Poe revealed today.", ["The well is dry | Ian Poe | Ian Poe"]),
    (
        "If it stays dry, ten farms will close, the Arvon Agency warned.",
        ["If it stays dry, ten farms will close | the Arvon Agency | Arvon Agency"],
    ),
    ("Wells will run dry by May, miners at the port believe.", ["Wells will run dry by May | miners at the port | -"]),
    ("Half of all wells are dry, figures from Arvon show.", ["Half of all wells are dry | figures from Arvon | -"]),
    ("The well is to be shut, it has emerged.", ["The well is to be shut | - | -"]),
    ("The well is to be shut, it was announced on Monday.", ["The well is to be shut | - | -"]),
    (
        "The well will be shut from May, Chief Minister V. Poe told the Assembly on Monday.",
        ["The well will be shut from May | Chief Minister V. Poe | V. Poe"],
    ),
    ("When the well ran dry, farmers have claimed.", []),
    ("It was late, I think.", []),
    ("The well, police have warned.", []),
    ("Dig with us on Monday, we promise!", []),
]
"""Who ends a sentence behind a comma as whose it is."""
COURTS = [
    ("Arvon Crown Court heard that Ian Roe, 31, stole a pump.", ["that Ian Roe, 31, stole a pump | - | -"]),
    ("The inquest heard how Ian Roe had called for help.", ["how Ian Roe had called for help | - | -"]),
    ("The jury at Arvon heard he had been drinking.", ["he had been drinking | - | -"]),
    ("The pump was stolen at night, a tribunal heard.", ["The pump was stolen at night | - | -"]),
    ("The pump was stolen at night, a court in Arvon was told.", ["The pump was stolen at night | - | -"]),
    ("Pump was stolen, court hears ¶ By Ann Poe ¶ It rained.", ["Pump was stolen | - | -"]),
    ("The Water Commission heard on Monday that records had been burnt.", ["that records had been burnt | - | -"]),
    ("The court held that the well was his.", ["that the well was his | The court | -"]),
    ("The court heard the appeal of Ian Roe.", []),
    ("We heard that it was late.", ["that it was late | We | -"]),
    (
        "A man accused of stealing a pump has told a court in Arvon he was asleep.",
        ["he was asleep | A man accused of stealing a pump | -"],
    ),
    ("The court heard that appeal in May and dismissed it.", []),
    ("The judge heard that claim twice and rejected it.", []),
    ("The court heard that witness and adjourned.", []),
    ("The court heard that Ian Roe and his wife stole a pump.", ["that Ian Roe and his wife stole a pump | - | -"]),
    ("Lea Poe walked to the court, heard how loud it was and left.", []),
    ("The firm accused of theft said to be linked to the mayor has closed.", []),
]
"""A court hears what is said, and says nothing; who is accused is no report."""
PROMPTS = [
    (
        "Asked about the well, Lea Poe grinned: “Dig it yourself.”",
        ["“Dig it yourself.” | Lea Poe | Lea Poe"],
    ),
    (
        "Asked if the well was dry, Lea Poe was coy: “Dig it yourself.”",
        ["if the well was dry | - | -", "“Dig it yourself.” | Lea Poe | Lea Poe"],
    ),
    (
        "Asked by farmers if it was dry, Lea Poe shrugged. “We will dig it ourselves.”",
        ["if it was dry | farmers | -", "“We will dig it ourselves.” | Lea Poe | Lea Poe"],
    ),
    ("When questioned by farmers, Lea Poe said it was dry.", ["it was dry | Lea Poe | Lea Poe"]),
    (
        "Answering a question from Ian Roe, the minister said it was dry.",
        ["it was dry | the minister | -"],
    ),
    (
        "Asked to leave, the man drew a knife, police said.",
        ["Asked to leave, the man drew a knife | police | -"],
    ),
    (
        "Questioned for hours, the man was freed, his lawyer said.",
        ["Questioned for hours, the man was freed | his lawyer | -"],
    ),
    (
        "Pressed by farmers, the minister resigned, officials said.",
        ["Pressed by farmers, the minister resigned | officials | -"],
    ),
]
"""What is put to who speaks has none of the answer."""
VOICES = [
    (
        "Voices: ¶ Lea Poe, 66, Arvon: My well is dry. ¶ Ian Roe, 31, Orrin: I dig. ¶ Ed Moe, 24, Tewell: I sing.",
        [
            "My well is dry. | Lea Poe | Lea Poe",
            "I dig. | Ian Roe | Ian Roe",
            "I sing. | Ed Moe | Ed Moe",
        ],
    ),
    (
        "Jailed: ¶ Lea Poe, 66, Arvon: two years. ¶ Ian Roe, 31, Orrin: one year. ¶ Ed Moe, 24, Tewell: fined.",
        [],
    ),
    (
        (
            "Sold: ¶ Lea Poe, agent, Arvon: Our wells are deep. ¶ Ian Roe, agent, Orrin: Our wells are old."
            " ¶ Ed Moe, agent, Tewell: Our wells are dry."
        ),
        [],
    ),
    (
        (
            "Fined: ¶ Lea Poe, 66, Arvon: theft. She said “I was ill”. ¶ Ian Roe, 31, Orrin: fraud. He said “I dig”."
            " ¶ Ed Moe, 24, Tewell: theft. He said “I was ill”."
        ),
        ["“I was ill” | She | Lea Poe", "“I dig” | He | Ian Roe", "“I was ill” | He | Ed Moe"],
    ),
]
"""Voices that speak once."""
HEADLINES = [
    (
        "Mayor to drivers: Stay away from the port ¶ By Ann Poe ¶ It rained.",
        ["Stay away from the port | Mayor | -"],
    ),
    (
        "‘I slept in a well for a month’: nurse on the flood ¶ By Ann Poe ¶ It rained.",
        ["‘I slept in a well for a month’ | nurse | -"],
    ),
    ("Fire chief: No water left in Arvon ¶ By Ann Poe ¶ It rained.", ["No water left in Arvon | Fire chief | -"]),
    ("Well is dry, says fire chief ¶ By Ann Poe ¶ It rained.", ["Well is dry | fire chief | -"]),
    ("Road to ruin: How the port was lost ¶ By Ann Poe ¶ It rained.", []),
    ("Students to Workers: A map of jobs in Arvon ¶ By Ann Poe ¶ It rained.", []),
    ("Farmers to Factories: How Arvon grew ¶ By Ann Poe ¶ It rained.", []),
    ("Prime minister: A day in the life of Lea Poe ¶ By Ann Poe ¶ It rained.", []),
    ("Chief executive: My life in a bank in Arvon ¶ By Ann Poe ¶ It rained.", []),
    ("Minister to miners: We will dig on ¶ By Ann Poe ¶ It rained.", ["We will dig on | Minister | -"]),
    ("Chief executive: New rules for wells in Arvon ¶ By Ann Poe ¶ It rained.", []),
]
"""Whom a headline gives a clause."""
WHO = [
    (
        "Ann Poe met the farmers, some of whom had lost cattle, and said the well was dry.",
        ["the well was dry | Ann Poe | Ann Poe"],
    ),
    (
        "Principal Lea Poe came. One parent said it was late. “My son is asleep,” she said.",
        ["it was late | One parent | -", "“My son is asleep,” | she | -"],
    ),
    (
        "Lea Poe, a retired miner of Arvon who now lectures at Orrin University, said it was late.",
        ["it was late | Lea Poe, a retired miner of Arvon who now lectures at Orrin University | Lea Poe"],
    ),
    ("Lea Poe's well ran dry in May. “I was six,” she said.", ["“I was six,” | she | Lea Poe"]),
    (
        "Lea Poe dug a well. Ann Roe said it was dry. Will Poe dig on? She laughs. “If it rains,” she says.",
        ["it was dry | Ann Roe | Ann Roe", "“If it rains,” | she | Lea Poe"],
    ),
    (
        "Lea Poe met Ian Roe. “It is late,” she said, adding that it would rain.",
        ["“It is late,” | she | Lea Poe", "that it would rain | she | Lea Poe"],
    ),
    ("Arvon Airways has shut its shops. “It is late,” it said.", ["“It is late,” | it | Arvon Airways"]),
    (
        "Shares in Arvon Airways fell after it said that fares would rise.",
        ["that fares would rise | it | Arvon Airways"],
    ),
    (
        "Although Arvon Airways still flies there, it has told that it may stop.",
        ["that it may stop | it | Arvon Airways"],
    ),
    (
        "Arvon Airways has shut its shops. Its sales fell. Last month it said that fares would rise.",
        ["that fares would rise | it | Arvon Airways"],
    ),
    (
        "Arvon Airways has shut its shops. But it said that fares would rise.",
        ["that fares would rise | it | Arvon Airways"],
    ),
    (
        "Arvon Airways sued Tarvel Steel. A report on it came out. It said that the price was a lie.",
        ["that the price was a lie | It | -"],
    ),
    (
        "A Tarvel Steel spokesman said that it was late. Ana Moe agreed. The spokesman said that it was wet.",
        [
            "that it was late | A Tarvel Steel spokesman | Tarvel Steel",
            "that it was wet | The spokesman | Tarvel Steel",
        ],
    ),
    (
        "A spokesman for the mayor said that it was late. The spokesman said that it was wet.",
        ["that it was late | A spokesman for the mayor | -", "that it was wet | The spokesman | -"],
    ),
    (
        "The Tarvel Herald has told of Arvon Airways. The newspaper said that it was late.",
        ["that it was late | The newspaper | Tarvel Herald"],
    ),
    (
        "The Tarvel Bank lent Arvon Steel money. The bank said that it was late.",
        ["that it was late | The bank | Tarvel Bank"],
    ),
    ("Arvon Airways will cut its fares, it said.", ["Arvon Airways will cut its fares | it | Arvon Airways"]),
    (
        "The body for all pilots, Arvon Airways, said it was late.",
        ["it was late | The body for all pilots, Arvon Airways | Arvon Airways"],
    ),
    (
        "Mother of five Lea Poe said it was late.",
        ["it was late | Mother of five Lea Poe | Lea Poe"],
    ),
    (
        "Half of all wells are dry, according to research by the University of Arvon.",
        ["Half of all wells are dry | research by the University of Arvon | -"],
    ),
    (
        "Wells are dry, according to a report by UK airline Arvon Airways.",
        ["Wells are dry | a report by UK airline Arvon Airways | Arvon Airways"],
    ),
    ('Samuel "Digger" Poe digs wells. Digger said it was dry.', ['it was dry | Digger | Samuel "Digger" Poe']),
    (
        "The contractor, Arvon Airways, said it was late.",
        ["it was late | The contractor, Arvon Airways | Arvon Airways"],
    ),
    (
        "The island's only airline, Arvon Airways, said it was late.",
        ["it was late | The island's only airline, Arvon Airways | Arvon Airways"],
    ),
    (
        "Chair of judges Dame Lea Poe said it was late.",
        ["it was late | Chair of judges Dame Lea Poe | Lea Poe"],
    ),
    ("Lea Poe came. A spokesman for Ms Poe said it was late.", ["it was late | A spokesman for Ms Poe | -"]),
    (
        "“It is dry,” said her neighbour, retired miner Ian Roe.",
        ["“It is dry,” | her neighbour, retired miner Ian Roe | Ian Roe"],
    ),
    (
        "“It is dry,” said Ian Roe, managing director of Arvon Airways.",
        ["“It is dry,” | Ian Roe, managing director of Arvon Airways | Ian Roe"],
    ),
    (
        "Ian Roe said it was late. A reporter asked him why. “I am right,” he said.",
        ["it was late | Ian Roe | Ian Roe", "“I am right,” | he | Ian Roe"],
    ),
    (
        "Ian Roe said it was late. A doctor said he was ill. “I am right,” he said.",
        ["it was late | Ian Roe | Ian Roe", "he was ill | A doctor | -", "“I am right,” | he | Ian Roe"],
    ),
    (
        "Police hunt the killer of Ann Poe. The officer in charge asked for help. She said it was late.",
        ["it was late | She | -"],
    ),
    (
        "A statement from the office of Ann Poe said it was late.",
        ["it was late | A statement from the office of Ann Poe | Ann Poe"],
    ),
]
"""Whose it is."""
CONTENTS = [
    (
        "Lea Poe condemned the raid, describing it as cruel.",
        ["the raid | Lea Poe | Lea Poe", "it as cruel | Lea Poe | Lea Poe"],
    ),
    ("Lea Poe described it as the worst year of her life.", ["it as the worst year of her life | Lea Poe | Lea Poe"]),
    (
        "Lea Poe left the party in May, accusing its leaders of theft.",
        ["its leaders of theft | Lea Poe | Lea Poe"],
    ),
    (
        "The firm decried the cost, warning that bread would be dear.",
        ["that bread would be dear | The firm | -"],
    ),
    (
        'A spokesman said it paid "a fair price" and had paid it twice last year.',
        ['it paid "a fair price" and had paid it twice last year | A spokesman | -'],
    ),
    ("The mayor assured the farmers that wells would be dug.", ["that wells would be dug | The mayor | -"]),
    (
        "CLERK OF COURT: State your name. ¶ WITNESS: Ian Roe. ¶ CLERK OF COURT: Were you there? ¶ WITNESS: I was.",
        [
            "State your name. | CLERK OF COURT | -",
            "Ian Roe. | WITNESS | -",
            "Were you there? | CLERK OF COURT | -",
            "I was. | WITNESS | -",
        ],
    ),
]
"""What is said."""
JUDGED = [
    (
        "A plan to teach dance online has been branded “mad” by Ana Moe.",
        ["A plan to teach dance online … “mad” | Ana Moe | Ana Moe"],
    ),
    (
        "Ana Moe defended the step. “It was the right thing to do.” It rained.",
        ["the step | Ana Moe | Ana Moe", "“It was the right thing to do.” | Ana Moe | Ana Moe"],
    ),
    ("Ana Moe was not impressed. “It will not work.”", ["“It will not work.” | Ana Moe | Ana Moe"]),
    ("Ana Moe was not here. “Blue River” is a song.", []),
    (
        "Ana Moe met the nurses, whom she called “brave”.",
        ["the nurses … “brave” | she | Ana Moe"],
    ),
    (
        "The port will shut, something its chair, Ana Moe, blamed on “rust”.",
        ["on “rust” | its chair, Ana Moe | Ana Moe"],
    ),
    ("The port will shut, a step Ana Moe condemned as “mad”.", ["a step … “mad” | Ana Moe | Ana Moe"]),
    (
        "He left in May, a decision his agent at the time, Ana Moe, described as “mad”.",
        ["a decision … as “mad” | his agent at the time, Ana Moe | Ana Moe"],
    ),
    (
        "The pump, sent by the port, was described by engineer Ana Moe as “late”.",
        ["The pump … as “late” | engineer Ana Moe | Ana Moe"],
    ),
    ("He was accused by Ana Moe of “theft”.", ["He … of “theft” | Ana Moe | Ana Moe"]),
    ("The raid was condemned on Monday by the UN as “a crime”.", ["The raid … as “a crime” | the UN | UN"]),
    ("The raid, condemned as “cruel” by Ana Moe, is over.", ["The raid … as “cruel” | Ana Moe | Ana Moe"]),
    ("It was a pump described by Ana Moe as “old”.", ["a pump … as “old” | Ana Moe | Ana Moe"]),
    ("The pump, which was described by Ana Moe as “old”, is dry.", ["as “old” | Ana Moe | Ana Moe"]),
    (
        "Plans to dig a well in Arvon were described by Ana Moe as “old”.",
        ["Plans to dig a well in Arvon … as “old” | Ana Moe | Ana Moe"],
    ),
]
"""What passives tell that somebody takes a thing for."""
SUBJECTS = [
    (
        "Deputy mayor Ana Moe, speaking for the port, said the cables “need to go”.",
        ["the cables “need to go” | Deputy mayor Ana Moe | Ana Moe"],
    ),
    (
        "Union of Arvon Nurses (UAN) secretary Ana Moe said the pay was low.",
        ["the pay was low | Union of Arvon Nurses (UAN) secretary Ana Moe | Ana Moe"],
    ),
    (
        "“It is late,” said Union of Arvon Nurses (UAN) secretary Ana Moe.",
        ["“It is late,” | Union of Arvon Nurses (UAN) secretary Ana Moe | Ana Moe"],
    ),
    (
        "But Union of Arvon Nurses (UAN) secretary Ana Moe warned that the pay was low.",
        ["that the pay was low | Union of Arvon Nurses (UAN) secretary Ana Moe | Ana Moe"],
    ),
    (
        "Port chairman Brig (retd) Ian Roe said that the bridge was old.",
        ["that the bridge was old | Port chairman Brig (retd) Ian Roe | Ian Roe"],
    ),
    (
        "The port will close, a step the head of the council, Ana Moe, has described as “a mistake”.",
        ["a step … as “a mistake” | the head of the council, Ana Moe | Ana Moe"],
    ),
    ("The port will pay, a sum Ana Moe called “an insult”.", ["a sum … “an insult” | Ana Moe | Ana Moe"]),
    ("Ana Moe told the jury Roe was “calm”.", ["Roe was “calm” | Ana Moe | Ana Moe"]),
    (
        "The port said sales rose, with Ana Moe adding that she was pleased.",
        ["sales rose | The port | -", "that she was pleased | Ana Moe | Ana Moe"],
    ),
    (
        "“No chance,” Ana Moe said, adding that she would stay.",
        ["“No chance,” | Ana Moe | Ana Moe", "that she would stay | Ana Moe | Ana Moe"],
    ),
    (
        "Ana Moe said that she was “proud,” adding that she would stay.",
        ["that she was “proud,” | Ana Moe | Ana Moe", "that she would stay | Ana Moe | Ana Moe"],
    ),
    (
        "Minister for Health Dr Ana Moe said the port would open.",
        ["the port would open | Minister for Health Dr Ana Moe | Ana Moe"],
    ),
    (
        "Chief Port Officer (CPO) Ana Moe said the port would open.",
        ["the port would open | Chief Port Officer (CPO) Ana Moe | Ana Moe"],
    ),
    (
        "Deputy Commissioner of Police (Zone 4) Ana Moe said the port would open.",
        ["the port would open | Deputy Commissioner of Police (Zone 4) Ana Moe | Ana Moe"],
    ),
    (
        "“We heard,” said Mary Moe. ¶ The job went to Anna Roe, a nurse. “It works,” she said.",
        ["“We heard,” | Mary Moe | Mary Moe", "“It works,” | she | Anna Roe"],
    ),
    ("The MP for Bath Ian Roe said it was late.", ["it was late | The MP for Bath Ian Roe | Ian Roe"]),
    (
        "Ian Roe said it was noisy, while Ana Moe said that it was not. ¶ “People sleep,” she said.",
        [
            "it was noisy | Ian Roe | Ian Roe",
            "that it was not | Ana Moe | Ana Moe",
            "“People sleep,” | she | Ana Moe",
        ],
    ),
    (
        "Mary Moe said she was sorry. ¶ Among the passengers is Anna Roe, 67, from Derby. ¶ “They rang,” she said.",
        ["she was sorry | Mary Moe | Mary Moe", "“They rang,” | she | Anna Roe"],
    ),
]
"""Whose a verb of saying is."""


@pytest.mark.parametrize(
    ("text", "quotes"),
    [*ENDED, *COURTS, *PROMPTS, *VOICES, *HEADLINES, *WHO, *CONTENTS, *SUBJECTS, *JUDGED],
    ids=lambda each: str(each)[:40],
)
def test_who_says_what(text: str, quotes: list[str]) -> None:
    found = [
        " | ".join(
            (
                " … ".join(span.text for span in quote.content),
                quote.source.text if quote.source else "-",
                quote.speaker.name if quote.speaker else "-",
            )
        )
        for quote in newskit.extract(text.replace(" ¶ ", "\n\n")).quotes
    ]
    assert found == quotes


def test_a_court_that_hears_is_not_quoted() -> None:
    (quote,) = newskit.extract("Arvon Crown Court heard that Ian Roe stole a pump.").quotes
    assert (quote.source, quote.speaker, quote.source_type) == (None, None, None)
