"""Small inputs of the kinds that people report: who said what in a line or two."""

from __future__ import annotations

import pytest

import newskit

ESCAPED = [
    ("&quot;The well is dry,&quot; Rita Voss said.", ["The well is dry,"]),
    (
        "&ldquo;The well is dry,&rdquo; said Rita Voss. &ldquo;It was dry last year.&rdquo;",
        ["The well is dry,", "It was dry last year."],
    ),
    ("\\u201cThe well is dry,\\u201d Rita Voss said.", ["The well is dry,"]),
    ('\\"The well is dry,\\" Rita Voss said. \\"We dig.\\"', ["The well is dry,", "We dig."]),
    ("â€œThe well is dry,â€\x9d Rita Voss said.", ["The well is dry,"]),
    ("Rita Voss said it was &quot;dry&quot;. Tom Moe was away.", ["it was &quot;dry&quot;"]),
    ("&quot;The well is dry.&quot; Tom Moe was away.", []),
]


@pytest.mark.parametrize(("text", "content"), ESCAPED)
def test_escaped_marks_are_marks_and_no_part_of_a_quote(text: str, content: list[str]) -> None:
    quotes = newskit.extract(text).quotes
    assert [span.text for quote in quotes for span in quote.content] == content
    assert all(quote.speaker and quote.speaker.name == "Rita Voss" for quote in quotes)


SMALL = [
    # who is quoted, how far "as saying" stands
    (
        "Rita Voss was quoted by the State Agency of the North as saying that the well was dry.",
        ["that the well was dry | Rita Voss"],
    ),
    # a question without marks, and who asked it
    ("Who pays for it, asked councillor Rita Voss.", ["Who pays for it | councillor Rita Voss"]),
    ("Why was nobody told? Rita Voss asked.", ["Why was nobody told? | Rita Voss"]),
    ("Why was nobody told? Rita Voss asked the mayor to leave.", ["to leave | Rita Voss"]),
    # the subject before a cue between commas
    ("The winds, Rita Voss warned, will fell the mast.", ["The winds … will fell the mast | Rita Voss"]),
    ("Rita Voss, whom the club dropped in May, told the panel she was ill.", ["she was ill | Rita Voss"]),
    # what interrupts, with a title
    (
        "“This mast” – Captain Rita Voss patted it – “is older than me.”",
        ["“This mast” … “is older than me.” | Captain Rita Voss"],
    ),
    # a subject before its cue and a description, a tagger's noun behind a name
    ("Nobody, said the widow, Rita Voss, had called her.", ["Nobody … had called her | the widow, Rita Voss"]),
    (
        "The fog, farmers' leader Rita Voss insists, has not lifted.",
        ["The fog … has not lifted | farmers' leader Rita Voss"],
    ),
    # where it was said, and by whom
    (
        "The court ruled in Voss v. City of Lund that the fine was unlawful.",
        ["that the fine was unlawful | The court"],
    ),
    (
        "The deal is off, said a clerk who was not allowed to speak.",
        ["The deal is off | a clerk who was not allowed to speak"],
    ),
    ("A note on the door read: “Gone fishing.”", ["“Gone fishing.” | A note on the door"]),
    ("A tweet from the club read: “Gone fishing.”", ["“Gone fishing.” | A tweet from the club"]),
    ("Rita Voss shook her head. “Never in thirty years.”", ["“Never in thirty years.” | Rita Voss"]),
    # a clause without commas tells who is meant
    ("The guard who found Tom Moe said he was cold.", ["he was cold | The guard who found Tom Moe"]),
    (
        "A baker whose van was hit by the tram says it ran a light.",
        ["it ran a light | A baker whose van was hit by the tram"],
    ),
    ("The firm that runs the lift said it was safe.", ["it was safe | The firm that runs the lift"]),
    ("“It shook,” a man who lives near the port said.", ["“It shook,” | a man who lives near the port"]),
    ("A cook at the inn who saw the fire said it was late.", ["it was late | A cook at the inn who saw the fire"]),
    ("The path that leads north was shut after a ranger said it was icy.", ["it was icy | a ranger"]),
    ("“Hands off our hill!” was the message from Rita Voss.", ["“Hands off our hill!” | Rita Voss"]),
    (
        "Tenants of the flats above the shop said they smelled gas.",
        ["they smelled gas | Tenants of the flats above the shop"],
    ),
    # texts
    ("The text message read “Run now”.", ["“Run now” | The text message"]),
    ("Rita Voss read “Dune”.", []),
    ("According to parish minutes, the roof leaked.", ["the roof leaked | parish minutes"]),
    # words, and what is no report
    ("The dish, called “pilau” in Kano, is made with rice.", []),
    ("The union called off the march, citing “threats”.", ["“threats” | The union"]),
    (
        "“Enough is enough!” Rita Voss cried. “Who is in charge?” No one replied.",
        ["“Enough is enough!” … “Who is in charge?” | Rita Voss"],
    ),
    (
        "• Floods: Rita Voss said help was late.\n• Fire: Tom Moe said it was out.",
        ["help was late | Rita Voss", "it was out | Tom Moe"],
    ),
    ("The bend, known locally as “the Chute”, is shut.", []),
    ("Locals have a name for the bend: “Dead Man's Elbow”.", []),
    ("The choir sang “Old Night” and “Lord of the Hills” at the funeral.", []),
    # verbs that report nothing
    ("The deal, announced on Friday, is worth £4m.", []),
    ("The deal, first reported by the Courier, will cost 300 jobs.", ["The deal … will cost 300 jobs | the Courier"]),
    ("An injury denied Rita Voss the chance to start.", []),
    ("Rita Voss was named Player of the Year in May.", []),
    ("The soap beat the ITV1 show Old Harbour to the prize.", []),
    ("There were no more boats reported, Rita Voss said.", ["There were no more boats reported | Rita Voss"]),
    ("The hearing was put back to a “more fitting” day.", []),
    # whose it is, and how far that goes
    (
        "The general condemned raids on clinics, schools, and homes, saying the army was weak.",
        ["raids on clinics, schools, and homes | The general", "the army was weak | The general"],
    ),
    (
        "It will cut fees, according to new figures that minister Rita Voss will use to defend the law.",
        ["It will cut fees | new figures"],
    ),
    ("The game will be late, says gamesweek.biz. It rained.", ["The game will be late | gamesweek.biz"]),
    ("Rita Voss called out “Mālō!” to the crew.", ["“Mālō!” | Rita Voss"]),
    ("“Sorry” was all Rita Voss would say.", ["“Sorry” | Rita Voss"]),
    ("The ferry, say islanders, is never on time.", ["The ferry … is never on time | islanders"]),
    ("The High Court held in Voss v. Lund that the sale was valid.", ["that the sale was valid | The High Court"]),
    ("The club held in May its last dance.", []),
    ("Rita Voss told Radio Lund's Breakfast show the mast was safe.", ["the mast was safe | Rita Voss"]),
    ("Falls avoidable, says report\n\nBy Jo Finch\n\nThe mast fell.", ["Falls avoidable | report"]),
    (
        "According to Rita Voss, head of the port, the roof is old.",
        ["the roof is old | Rita Voss, head of the port"],
    ),
    ("Rita Voss is best known for hosting a show.", []),
    ("If you saw the show, you can tell that the sea was cold.", []),
    ("“It is late,” the zoo wrote on X. “Stay tuned.” It shut.", ["“It is late,” … “Stay tuned.” | the zoo"]),
    ("The mast, said its keeper, Rita Voss, is old.", ["The mast … is old | its keeper, Rita Voss"]),
    ("The mast, said Rita Voss, is old.", ["The mast … is old | Rita Voss"]),
    ("The ban, announced last month, was lifted.", []),
    (
        "Rita Voss said when the mill was sold that the firm must pay.",
        ["that the firm must pay | Rita Voss"],
    ),
    ("Rita Voss told The Times and the BBC the mast would fall.", ["the mast would fall | Rita Voss"]),
    ("Rita Voss told the Courier by phone the mast would fall.", ["the mast would fall | Rita Voss"]),
    ("Rita Voss told her son, Tom, she was tired.", ["she was tired | Rita Voss"]),
    ("When asked if it was safe, Rita Voss said no.", ["no | Rita Voss"]),
    ("The mayor, Rita Voss, said no.", ["no | The mayor, Rita Voss"]),
    ("Rita Voss, 52, of Lund, said it was dry.", ["it was dry | Rita Voss, 52, of Lund"]),
    ("Engineer: Mast was unsafe\n\nBy Jo Finch\n\nThe mast fell.", ["Mast was unsafe | Engineer"]),
    ("Video: Man is rescued from a mast\n\nBy Jo Finch\n\nThe mast fell.", []),
    (
        "SPEAKER 1: Is it safe?\n\nSPEAKER 2: It is.\n\nSPEAKER 1: Good.",
        ["Is it safe? | SPEAKER 1", "It is. | SPEAKER 2", "Good. | SPEAKER 1"],
    ),
    # to whom it falls
    (
        "It was left to the mayor, Rita Voss, to say it: “We failed.”",
        ["“We failed.” | the mayor, Rita Voss"],
    ),
    # what is another's
    ("According to Rita Voss, the meter is broken, but Tom Moe is not convinced.", ["the meter is broken | Rita Voss"]),
    ("Rita Voss said the meter was broken, but Tom Moe was sceptical.", ["the meter was broken | Rita Voss"]),
    (
        "The bank disputed Rita Voss's claim that she had paid.",
        ["Rita Voss's claim that she had paid | The bank", "that she had paid | Rita Voss"],
    ),
    ("Traders along the north coast say sales are down.", ["sales are down | Traders along the north coast"]),
    # turns and signatures
    ("Q: Who knew?\n\nA: We think everybody did.", ["Who knew? | Q", "We think everybody did. | A"]),
    (
        "Rita Voss (00:01): Good evening.\n\nTom Moe (00:04): Good to be on.",
        ["Good evening. | Rita Voss", "Good to be on. | Tom Moe"],
    ),
    (
        "Speaker 1: Is it on?\n\nSpeaker 2: It is on.\n\nSpeaker 1: Good.",
        ["Is it on? | Speaker 1", "It is on. | Speaker 2", "Good. | Speaker 1"],
    ),
    (
        "Voices from the quay:\n\n- Rita Voss, 29: “I came at four.”\n- Tom Moe, 51: “I slept here.”",
        ["“I came at four.” | Rita Voss, 29", "“I slept here.” | Tom Moe, 51"],
    ),
    (
        "The report is out.\n\n“We cannot go on like this.”\n\nDr Rita Voss, chief engineer\n\nThe mayor left.",
        ["“We cannot go on like this.” | Dr Rita Voss, chief engineer"],
    ),
    # headlines
    ("Mast Will Not Be Mended, Mayor Promises\n\nBy Jo Finch\n\nIt fell.", ["Mast Will Not Be Mended | Mayor"]),
    ("Mast was unsafe, engineer tells court\n\nBy Jo Finch\n\nIt fell.", ["Mast was unsafe | engineer"]),
    ("Mast 'unsafe for years', report finds\n\nBy Jo Finch\n\nIt fell.", ["Mast 'unsafe for years' | report"]),
    ("Engineer Warns Mast Will Fall\n\nBy Jo Finch\n\nIt fell.", ["Mast Will Fall | Engineer"]),
    ("Mast fell, hurting 5: police\n\nBy Jo Finch\n\nIt fell.", ["Mast fell, hurting 5 | police"]),
    ("Masts, ropes, sails: report\n\nBy Jo Finch\n\nIt fell.", []),
    ("Mast, lost in storm, shows signs of rust\n\nBy Jo Finch\n\nIt fell.", []),
    ("With sales forecast to fall, the board met in Oslo.", []),
    ("The mast is unsafe – engineer\n\nBy Jo Finch\n\nThe mast fell on Monday.", ["The mast is unsafe | engineer"]),
    ("Mast will be mended - Voss\n\nBy Jo Finch\n\nRita Voss told a panel so.", ["Mast will be mended | Voss"]),
    (
        "Mast ‘an accident in waiting’, warns engineer\n\nBy Jo Finch\n\nIt fell on Monday.",
        ["Mast ‘an accident in waiting’ | engineer"],
    ),
    ("Why the mast fell - Jo Finch\n\nBy Jo Finch\n\nIt fell on Monday.", []),
    ("The mast is unsafe - BBC News\n\nBy Jo Finch\n\nIt fell on Monday.", []),
    ("‘We lost it all’: families leave the port\n\nBy Jo Finch\n\nThe port burned.", ["‘We lost it all’ | families"]),
]


@pytest.mark.parametrize(("text", "expected"), SMALL)
def test_small_inputs_as_people_report_them(text: str, expected: list[str]) -> None:
    found = [
        f"{' … '.join(span.text for span in quote.content)} | {quote.source.text if quote.source else '-'}"
        for quote in newskit.extract(text, published="2025-03-04").quotes
    ]
    assert found == expected


@pytest.mark.parametrize(
    "source", ["A senior police source", "One party insider", "Two sources", "A trader, who did not want to be named,"]
)
def test_who_is_but_a_source_is_anonymous(source: str) -> None:
    (quote,) = newskit.extract(f"{source} said the deal was off.").quotes
    assert quote.anonymous


def test_the_agency_of_a_dateline_is_no_airline() -> None:
    text = "LIMA, April 25 (Reuters) - A plane was hit by a bird on Monday.\n\nThe airline said the plane was safe."
    (quote,) = newskit.extract(text, published="2025-04-25").quotes
    assert quote.speaker is None


@pytest.mark.parametrize("name", ["Bridget (Biddy) Voss", "Thandeka (Thandi) Nkosi", "Juan Paulo (JP) Medina"])
def test_a_short_form_in_brackets_is_of_the_name(name: str) -> None:
    (quote,) = newskit.extract(f"{name}, a vet, said the cows were well.").quotes
    assert quote.speaker is not None
    assert quote.speaker.name == name


def test_a_court_is_no_firm() -> None:
    text = "Norwell lost the suit on Monday. Norwell had denied it all, but the court ruled that it had lied."
    (quote,) = [quote for quote in newskit.extract(text).quotes if quote.cue and quote.cue.text == "ruled"]
    assert quote.speaker is None
