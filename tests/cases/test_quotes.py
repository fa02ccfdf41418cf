"""Numbered sentences of our own, by shape: source | cue | content, pieces parted by " … "."""

from __future__ import annotations

import pytest

import newskit

CASES = [
    (
        "one content of one source",
        "Mayor Maria Lopez denied claims that she had taken bribes.",
        ["Mayor Maria Lopez | denied | that she had taken bribes"],
    ),
    (
        "a counted noun is no cue",
        "After 19 tweets Lopez wrote that the bridge was safe.",
        ["Lopez | wrote | that the bridge was safe"],
    ),
    (
        "a field in -ing",
        "The work will begin next month, according to the council's director of planning, Lise Moe.",
        ["the council's director of planning, Lise Moe | according to | The work will begin next month"],
    ),
    # direct, cue after
    ("d01", '"The bridge is safe," said Maria Lopez.', ['Maria Lopez | said | "The bridge is safe,"']),
    ("d02", '"The bridge is safe," Lopez said.', ['Lopez | said | "The bridge is safe,"']),
    ("d03", "“The bridge is safe,” she said on Monday.", ["she | said | “The bridge is safe,”"]),
    ("d04", "''The bridge is safe,'' Mr. Lopez said.", ["Mr. Lopez | said | ''The bridge is safe,''"]),
    ("d05", "``The bridge is safe,'' Lopez said.", ["Lopez | said | ``The bridge is safe,''"]),
    ("d06", "‘The bridge is safe,’ Lopez said.", ["Lopez | said | ‘The bridge is safe,’"]),
    ("d07", "«The bridge is safe», Lopez said.", ["Lopez | said | «The bridge is safe»"]),
    ("d08", '"Is the bridge safe?" Lopez asked.', ['Lopez | asked | "Is the bridge safe?"']),
    ("d09", '"Is the bridge safe?" she asked.', ['she | asked | "Is the bridge safe?"']),
    ("d10", '"Close the bridge!" shouted one of the drivers.', ['one of the drivers | shouted | "Close the bridge!"']),
    ("d11", '"It was a long night," Lopez divulged.', ['Lopez | divulged | "It was a long night,"']),
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
    ("d15", '"We open at nine," according to Lopez.', ['Lopez | according to | "We open at nine,"']),
    ("d16", '"We open at nine," she wrote on Facebook.', ['she | wrote | "We open at nine,"']),
    ("d17", '"We open at nine," the ministry said in a statement.', ['the ministry | said | "We open at nine,"']),
    ("d18", '"We open at nine," officials said Tuesday.', ['officials | said | "We open at nine,"']),
    ("d19", '"It was loud. We ran," Lopez recalled.', ['Lopez | recalled | "It was loud. We ran,"']),
    ("d20", '"I am 80 and I still swim," says Lopez, laughing.', ['Lopez | says | "I am 80 and I still swim,"']),
    # direct, cue before
    ("b01", 'Lopez said, "The bridge is safe."', ['Lopez | said | "The bridge is safe."']),
    ("b02", 'Lopez said: "The bridge is safe."', ['Lopez | said | "The bridge is safe."']),
    ("b03", "She replied, “The bridge is safe.”", ["She | replied | “The bridge is safe.”"]),
    (
        "b04",
        'In a statement, the mayor said: "The bridge is safe. It will stay open."',
        ['the mayor | said | "The bridge is safe. It will stay open."'],
    ),
    ("b05", 'Lopez told reporters: "The bridge is safe."', ['Lopez | told | "The bridge is safe."']),
    ("b06", 'According to Lopez, "the bridge is safe."', ['Lopez | According to | "the bridge is safe."']),
    (
        "b07",
        'He added, "There is no danger to the public at all."',
        ['He | added | "There is no danger to the public at all."'],
    ),
    (
        "b08",
        'When asked about the cracks, the engineer responded, "They are old."',
        ['the engineer | responded | "They are old."'],
    ),
    # split round the cue
    (
        "s01",
        '"The bridge," Lopez said, "is safe."',
        ['Lopez | said | "The bridge," … "is safe."'],
    ),
    (
        "s02",
        '"The bridge is safe," Lopez said. "It will stay open."',
        ['Lopez | said | "The bridge is safe," … "It will stay open."'],
    ),
    (
        "s03",
        "“We tried,” said Lopez, “but nobody came.”",
        ["Lopez | said | “We tried,” … “but nobody came.”"],
    ),
    (
        "s04",
        '"We tried," she said. "Nobody came. We went home."',
        ['she | said | "We tried," … "Nobody came. We went home."'],
    ),
    (
        "s05",
        "''We tried,'' Mr. Lopez said. ''Nobody came.''",
        ["Mr. Lopez | said | ''We tried,'' … ''Nobody came.''"],
    ),
    # paragraphs
    (
        "p01",
        '"We tried," Lopez said.\n\n"Nobody came to help us."',
        ['Lopez | said | "We tried," … "Nobody came to help us."'],
    ),
    (
        "p02",
        '"We tried," Lopez said. "Nobody came.\n\n"Then we went home."',
        ['Lopez | said | "We tried," … "Nobody came. … "Then we went home."'],
    ),
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
        "n01",
        "“She told me, ‘Go home,’ and I did,” Lopez said.",
        ["Lopez | said | “She told me, ‘Go home,’ and I did,”"],
    ),
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
        "m01",
        'Lopez said that the bridge was "perfectly safe" for lorries.',
        ['Lopez | said | that the bridge was "perfectly safe" for lorries'],
    ),
    (
        "m02",
        'Lopez said the bridge was "perfectly safe."',
        ['Lopez | said | the bridge was "perfectly safe."'],
    ),
    ("m03", 'The mayor called the plan "a disgrace."', ['The mayor | called | the plan "a disgrace."']),
    (
        "m04",
        "She described the talks as “constructive.”",
        ["She | described | the talks as “constructive.”"],
    ),
    (
        "m05",
        'The bridge "will stay open," Lopez said.',
        ['Lopez | said | The bridge "will stay open,"'],
    ),
    (
        "m06",
        'She added that the city would "never again" pay.',
        ['She | added | that the city would "never again" pay'],
    ),
    # indirect, cue before
    ("i01", "Lopez said that the bridge was safe.", ["Lopez | said | that the bridge was safe"]),
    ("i02", "Lopez said the bridge was safe.", ["Lopez | said | the bridge was safe"]),
    ("i03", "Officials confirmed the bridge was closed.", ["Officials | confirmed | the bridge was closed"]),
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
        "i06",
        "Maria Lopez, the mayor of Porto Alto, said that the bridge was safe.",
        ["Maria Lopez, the mayor of Porto Alto | said | that the bridge was safe"],
    ),
    (
        "i07",
        "Spain's Transport Minister Maria Lopez announced that the bridge would close.",
        ["Spain's Transport Minister Maria Lopez | announced | that the bridge would close"],
    ),
    ("i08", "The report found that the bridge was safe.", ["The report | found | that the bridge was safe"]),
    ("i09", "Police say the driver fled.", ["Police | say | the driver fled"]),
    (
        "i10",
        "Lopez and Moreno said that the bridge was safe.",
        ["Lopez and Moreno | said | that the bridge was safe"],
    ),
    ("i11", "The company denied that it had paid bribes.", ["The company | denied | that it had paid bribes"]),
    ("i12", "She asked whether the bridge was safe.", ["She | asked | whether the bridge was safe"]),
    (
        "i13",
        "The mayor said that the bridge was safe, according to the Courier.",
        [
            "the Courier | according to | The mayor said that the bridge was safe",
            "The mayor | said | that the bridge was safe",
        ],
    ),
    (
        "i14",
        "The mayor said the bridge was safe but did not say who had checked it.",
        ["The mayor | said | the bridge was safe"],
    ),
    (
        "i15",
        "Lopez argued that taxes were too high and that nobody would pay them.",
        ["Lopez | argued | that taxes were too high and that nobody would pay them"],
    ),
    ("i16", "He warned that prices would rise.", ["He | warned | that prices would rise"]),
    ("i17", "Lopez believes that the bridge is safe.", ["Lopez | believes | that the bridge is safe"]),
    (
        "i18",
        "The minister promised to repair the bridge.",
        ["The minister | promised | to repair the bridge"],
    ),
    # according to
    (
        "a01",
        "According to the report, the bridge was never checked.",
        ["the report | According to | the bridge was never checked"],
    ),
    (
        "a02",
        "The bridge was never checked, according to the report.",
        ["the report | according to | The bridge was never checked"],
    ),
    (
        "a03",
        "According to Maria Lopez, the city will pay for the work.",
        ["Maria Lopez | According to | the city will pay for the work"],
    ),
    (
        "a04",
        "The bridge, according to Lopez, was never checked.",
        ["Lopez | according to | The bridge … was never checked"],
    ),
    (
        "a05",
        "The city will pay for the work, according to two officials.",
        ["two officials | according to | The city will pay for the work"],
    ),
    # trailing and medial cues
    ("t01", "The bridge was safe, Lopez said.", ["Lopez | said | The bridge was safe"]),
    ("t02", "The bridge was safe, said Lopez.", ["Lopez | said | The bridge was safe"]),
    ("t03", "The bridge, Lopez said, was safe.", ["Lopez | said | The bridge … was safe"]),
    ("t04", "Two people were hurt, officials said on Friday.", ["officials | said | Two people were hurt"]),
    ("t05", "The driver had been drinking, officials said.", ["officials | said | The driver had been drinking"]),
    (
        "t06",
        "The strike will go on, the union said in a statement.",
        ["the union | said | The strike will go on"],
    ),
    # participles, relatives, nominal cues, passives
    (
        "r01",
        "Lopez revealed the plan on social media, announcing that the bridge would close.",
        ["Lopez | announcing | that the bridge would close"],
    ),
    (
        "r02",
        "The mayor resigned on Monday, saying that she was tired.",
        ["The mayor | saying | that she was tired"],
    ),
    (
        "r03",
        "His claim that the bridge was safe was false.",
        ["His | claim | that the bridge was safe"],
    ),
    (
        "r04",
        "He is said to have lived in three houses.",
        ["None | is said | He … to have lived in three houses"],
    ),
    (
        "r05",
        "The man, who said that he was tired, went home.",
        ["who | said | that he was tired"],
    ),
    (
        "r06",
        "“We are ready,” said a spokesman for the company.",
        ["a spokesman for the company | said | “We are ready,”"],
    ),
    # what joins and what nests
    (
        "j01",
        "Lopez said that the bridge was closed and blamed the city for the delay.",
        ["Lopez | said | that the bridge was closed", "Lopez | blamed | the city for the delay"],
    ),
    (
        "j05",
        "I hope the bridge opens soon, the mayor says.",
        ["the mayor | says | I hope the bridge opens soon"],
    ),
    (
        "j02",
        '"The bridge was closed," Lopez said, and still "nobody told us anything about it."',
        ['Lopez | said | "The bridge was closed," … "nobody told us anything about it."'],
    ),
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
    ("o01", "One trading company said that prices fell.", ["One trading company | said | that prices fell"]),
    ("o02", "Banking sources said that the loan was late.", ["Banking sources | said | that the loan was late"]),
    ("o03", "US officials said that the bridge was safe.", ["US officials | said | that the bridge was safe"]),
    ("o04", "Last week Lopez said that the bridge was safe.", ["Lopez | said | that the bridge was safe"]),
    ("o05", "A Courier poll last month showed that few cared.", ["A Courier poll | showed | that few cared"]),
    ("o06", "The mayor on Tuesday said that the bridge was safe.", ["The mayor | said | that the bridge was safe"]),
    (
        "o07",
        "Senator Maria Lopez (D-Ohio) said that the bridge was safe.",
        ["Senator Maria Lopez (D-Ohio) | said | that the bridge was safe"],
    ),
    ("o08", "She and her husband said that it was loud.", ["She and her husband | said | that it was loud"]),
    ("o09", "Maria Lopez, 46, said that it was loud.", ["Maria Lopez, 46 | said | that it was loud"]),
    ("o10", "Lopez herself said that it was loud.", ["Lopez herself | said | that it was loud"]),
    ("o11", "A Courier/Star poll found that few cared.", ["A Courier/Star poll | found | that few cared"]),
    (
        "o12",
        "The mayor's office announced that the bridge was safe.",
        ["The mayor's office | announced | that the bridge was safe"],
    ),
    (
        "o13",
        "Shops all over the country said that sales had risen.",
        ["Shops | said | that sales had risen"],
    ),
    (
        "o14",
        "The rules are too strict, Paul Moreno, head of the port, told the Courier.",
        ["Paul Moreno, head of the port | told | The rules are too strict"],
    ),
    (
        "o15",
        '"It is over," the Courier quoted one of the traders as saying.',
        ['one of the traders | saying | "It is over,"'],
    ),
    # what is said, and what is not
    (
        "w01",
        "The bridge should be shut, says the mayor of Porto Alto.",
        ["the mayor of Porto Alto | says | The bridge should be shut"],
    ),
    (
        "w02",
        "The company said domestic earnings in the first half improved slightly.",
        ["The company | said | domestic earnings in the first half improved slightly"],
    ),
    (
        "w03",
        "The company said overall output this year is expected to be weak.",
        ["The company | said | overall output this year is expected to be weak"],
    ),
    (
        "w04",
        "Lopez declined to say what the bridge had cost.",
        ["Lopez | declined | to say what the bridge had cost"],
    ),
    (
        "w05",
        "She told Radio Porto’s “Good Morning Island” on Monday that the bridge was safe.",
        ["She | told | that the bridge was safe"],
    ),
]

NO_QUOTES = [
    ("x01", "It is worth noting that the bridge is old."),
    ("x02", 'The song "Old Bridge" was a hit in Spain.'),
    ("x03", "The bridge was built in 1901 and is 90 metres long."),
    ("x04", 'Eduardo "Duda" Moreno plays for Porto.'),
    ("x05", 'The so-called "smart bridge" opened in May.'),
    ("x06", "It should be noted that the river is deep."),
    ("x07", 'The film "The Long River" opens on Friday.'),
    ("x08", ""),
    ("x09", '" " "'),
    ("x10", "Let's say that the river rises."),
    ("x11", "This was the group's first known visit to the river."),
    ("x12", "Officials took down the widely reported posters on Monday."),
    ("x13", "Ruiz thanked the crowd, highlighting the town's long history."),
    ("x14", "The rule is intended to protect swimmers."),
    ("x15", "The council did not respond to a request for comment."),
    ("x16", "The striker found space on the left."),
    ("x17", "The turning point seemed to be the vote."),
    ("x18", "A new group called Clean Rivers met on Monday."),
    ("x19", "“Tales From the Harbour,” a series that first aired in 1989, will be shown again."),
    ("x20", "The river guide, quoted in the Courier, is 90 years old."),
    ("x21", "It is not clear that the bridge is old."),
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
