"""Numbered sentences of our own, by shape: source | cue | content, pieces parted by " … "."""

from __future__ import annotations

import pytest

import newskit

CASES = [
    # direct, cue after
    ("d03", "“The bridge is safe,” she said on Monday.", ["she | said | “The bridge is safe,”"]),
    ("d04", "''The bridge is safe,'' Mr. Lopez said.", ["Mr. Lopez | said | ''The bridge is safe,''"]),
    ("d05", "``The bridge is safe,'' Lopez said.", ["Lopez | said | ``The bridge is safe,''"]),
    ("d06", "‘The bridge is safe,’ Lopez said.", ["Lopez | said | ‘The bridge is safe,’"]),
    ("d07", "«The bridge is safe», Lopez said.", ["Lopez | said | «The bridge is safe»"]),
    ("d08", '"Is the bridge safe?" Lopez asked.', ['Lopez | asked | "Is the bridge safe?"']),
    ("d09", '"Is the bridge safe?" she asked.', ['she | asked | "Is the bridge safe?"']),
    (
        "d12",
        '"We open at nine," said Maria Lopez, the mayor of Porto Alto.',
        ['Maria Lopez, the mayor of Porto Alto | said | "We open at nine,"'],
    ),
    (
        "d13",
        '"We open at nine," Mayor Maria Lopez of Porto Alto told reporters.',
        ['Mayor Maria Lopez of Porto Alto | told | "We open at nine,"'],
    ),
    ("d14", '"We open at nine," she told the Daily Courier.', ['she | told | "We open at nine,"']),
    ("d16", '"We open at nine," she wrote on Facebook.', ['she | wrote | "We open at nine,"']),
    ("d17", '"We open at nine," the ministry said in a statement.', ['the ministry | said | "We open at nine,"']),
    ("d18", '"We open at nine," officials said Tuesday.', ['officials | said | "We open at nine,"']),
    ("d19", '"It was loud. We ran," Lopez recalled.', ['Lopez | recalled | "It was loud. We ran,"']),
    ("d20", '"I am 80 and I still swim," says Lopez, laughing.', ['Lopez | says | "I am 80 and I still swim,"']),
    # direct, cue before
    ("b02", 'Lopez said: "The bridge is safe."', ['Lopez | said | "The bridge is safe."']),
    ("b03", "She replied, “The bridge is safe.”", ["She | replied | “The bridge is safe.”"]),
    (
        "b04",
        'In a statement, the mayor said: "The bridge is safe. It will stay open."',
        ['the mayor | said | "The bridge is safe. It will stay open."'],
    ),
    (
        "b07",
        'He added, "There is no danger to the public at all."',
        ['He | added | "There is no danger to the public at all."'],
    ),
    # split round the cue
    (
        "s02",
        '"The bridge is safe," Lopez said. "It will stay open."',
        ['Lopez | said | "The bridge is safe," … "It will stay open."'],
    ),
    (
        "s05",
        "''We tried,'' Mr. Lopez said. ''Nobody came.''",
        ["Mr. Lopez | said | ''We tried,'' … ''Nobody came.''"],
    ),
    # paragraphs
    (
        "p03",
        "Lopez said: “We tried. Nobody came.\n\n“Then we went home.”",
        ["Lopez | said | “We tried. Nobody came. … “Then we went home.”"],
    ),
    (
        "p04",
        '"We tried hard to reach them.\n\n"Nobody came," Lopez said.',
        ['Lopez | said | "We tried hard to reach them. … "Nobody came,"'],
    ),
    (
        "p05",
        'She said:\n\n"The bridge is safe and it will stay open all winter."',
        ['She | said | "The bridge is safe and it will stay open all winter."'],
    ),
    # nested and unclosed
    (
        "n02",
        "\"He called it 'a joke' and left,\" Lopez said.",
        ["Lopez | said | \"He called it 'a joke' and left,\""],
    ),
    ("n03", 'Lopez said: "The bridge is safe', ['Lopez | said | "The bridge is safe']),
    (
        "n04",
        "\"It's the dogs' home,\" Lopez said.",
        ["Lopez | said | \"It's the dogs' home,\""],
    ),
    # signed and dialogue
    (
        "g01",
        "“The river takes what it wants and gives nothing back.” – Maria Lopez",
        ["Maria Lopez | – | “The river takes what it wants and gives nothing back.”"],
    ),
    (
        "g02",
        "LOPEZ: Is the bridge safe?\nMORENO: It is. We looked at it.\nLOPEZ: Thank you for coming.",
        [
            "LOPEZ | : | Is the bridge safe?",
            "MORENO | : | It is. We looked at it.",
            "LOPEZ | : | Thank you for coming.",
        ],
    ),
    # mixed
    (
        "m02",
        'Lopez said the bridge was "perfectly safe."',
        ['Lopez | said | the bridge was "perfectly safe."'],
    ),
    (
        "m04",
        "She described the talks as “constructive.”",
        ["She | described | the talks as “constructive.”"],
    ),
    (
        "m06",
        'She added that the city would "never again" pay.',
        ['She | added | that the city would "never again" pay'],
    ),
    # indirect, cue before
    ("i02", "Lopez said the bridge was safe.", ["Lopez | said | the bridge was safe"]),
    (
        "i04",
        "Lopez stated on Monday that the bridge was safe.",
        ["Lopez | stated | that the bridge was safe"],
    ),
    (
        "i05",
        "Lopez told the Daily Courier on Monday that the bridge was safe.",
        ["Lopez | told | that the bridge was safe"],
    ),
    (
        "i07",
        "Spain's Transport Minister Maria Lopez announced that the bridge would close.",
        ["Spain's Transport Minister Maria Lopez | announced | that the bridge would close"],
    ),
    ("i11", "The company denied that it had paid bribes.", ["The company | denied | that it had paid bribes"]),
    (
        "i13",
        "The mayor said that the bridge was safe, according to the Courier.",
        [
            "the Courier | according to | The mayor said that the bridge was safe",
            "The mayor | said | that the bridge was safe",
        ],
    ),
    (
        "i15",
        "Lopez argued that taxes were too high and that nobody would pay them.",
        ["Lopez | argued | that taxes were too high and that nobody would pay them"],
    ),
    ("i16", "He warned that prices would rise.", ["He | warned | that prices would rise"]),
    ("i17", "Lopez believes that the bridge is safe.", ["Lopez | believes | that the bridge is safe"]),
    # according to
    (
        "a03",
        "According to Maria Lopez, the city will pay for the work.",
        ["Maria Lopez | According to | the city will pay for the work"],
    ),
    (
        "a05",
        "The city will pay for the work, according to two officials.",
        ["two officials | according to | The city will pay for the work"],
    ),
    # trailing and medial cues
    ("t02", "The bridge was safe, said Lopez.", ["Lopez | said | The bridge was safe"]),
    ("t05", "The driver had been drinking, officials said.", ["officials | said | The driver had been drinking"]),
    (
        "t06",
        "The strike will go on, the union said in a statement.",
        ["the union | said | The strike will go on"],
    ),
    # participles, relatives, nominal cues, passives
    (
        "r06",
        "“We are ready,” said a spokesman for the company.",
        ["a spokesman for the company | said | “We are ready,”"],
    ),
    # what joins and what nests
    (
        "j03",
        "The ferry is said to have sunk off the coast.",
        ["None | is said | The ferry … to have sunk off the coast"],
    ),
    (
        "j04",
        'The company insists it "did nothing wrong" and that the bridge "was safe at all times."',
        ['The company | insists | it "did nothing wrong" and that the bridge "was safe at all times."'],
    ),
    # sources: what belongs to them, and what does not
    ("o03", "US officials said that the bridge was safe.", ["US officials | said | that the bridge was safe"]),
    ("o11", "A Courier/Star poll found that few cared.", ["A Courier/Star poll | found | that few cared"]),
    (
        "o12",
        "The mayor's office announced that the bridge was safe.",
        ["The mayor's office | announced | that the bridge was safe"],
    ),
    # what is said, and what is not
]

NO_QUOTES = [
    ("said so", "The mayor, a former nurse, said so."),
    ("x08", ""),
    ("x09", '" " "'),
    ("x20", "The miners said this in a statement."),
    ("x21", "Ann Poe said so in a letter."),
    ("x22", "Ann Poe offered more details of the plan."),
    ("x23", "The pump appears to run at night."),
    ("x24", "The map shows signs of water."),
    ("x19", "“Tales From the Harbour,” a series that first aired in 1989, will be shown again."),
]


@pytest.fixture(scope="module")
def kit() -> newskit.Kit:
    return newskit.Kit(plugins=["newskit_quotes"], strict=True)


def shown(quote: newskit.Quote) -> str:
    source = quote.source.text if quote.source else "None"
    cue = quote.cue.text if quote.cue else "None"
    return f"{source} | {cue} | {quote.text}"


@pytest.mark.parametrize(("text", "wanted"), [each[1:] for each in CASES], ids=[each[0] for each in CASES])
def test_the_quotes_are_found(kit: newskit.Kit, text: str, wanted: list[str]) -> None:
    assert sorted(shown(quote) for quote in kit.extract(text).quotes) == sorted(wanted)


@pytest.mark.parametrize("text", [each[1] for each in NO_QUOTES], ids=[each[0] for each in NO_QUOTES])
def test_nothing_is_a_quote(kit: newskit.Kit, text: str) -> None:
    assert [shown(quote) for quote in kit.extract(text).quotes] == []


@pytest.mark.parametrize("last", [".", ",", " said", " as"])
def test_the_last_token_tells_nothing_of_a_cue_that_opens_the_text(kit: newskit.Kit, last: str) -> None:
    (quote,) = kit.extract(f"Applauding the risks of the plan, the mayor left on Monday{last}").quotes
    assert (quote.cue and quote.cue.text, quote.text) == ("Applauding", "the risks of the plan")


@pytest.mark.parametrize(
    "text",
    ["--quote needs --source", "-- said -- and said", "– asked – said – told – wrote", "( said ( said ) and told )"],
)
def test_content_of_nothing_but_marks_is_no_content(text: str) -> None:
    document = newskit.extract(text)
    assert document.failures == ()
    assert all(piece.text for quote in document.quotes for piece in quote.content)
