"""How quotation marks pair; ``[…]`` stands around each quotation."""

from __future__ import annotations

import pytest

from newskit.testing import marked
from newskit.text import Ground, Quotation

PAIRS = {
    "01 straight": 'She said: ["Go."] ["Stop."]',
    "02 curly": "[“Go,”] she said.",
    "03 wire": "[``Go,''] she said.",
    "04 two single marks for both ends": "[''Go,''] she said.",
    "05 guillemets": "[«Go,»] she said.",
    "06 low and high": "[„Go“], she said.",
    "07 corner brackets": "[「はい」]と",
    "08 fullwidth": "[＂Go＂] she said.",
    "09 single marks as main marks": "['Good,'] she said. ['Bad.']",
    "10 single in double": "[“He said [‘no’] to me,”] she said.",
    "11 double in double": '["He said [“no”] to me"]',
    "12 apostrophes in single marks": "[‘It’s Roe’s,’] he said.",
    "13 a name in single marks": "It is ['John's'] book.",
    "14 curly opened, straight closed": '[“Go"] he said.',
    "15 straight opened, curly closed": '["Go”] he said.',
    "16 scare quotes": 'the ["good"] and the ["bad"]',
    "17 in brackets": '(["x"])',
    "18 between dashes": '—["x"]—["y"]',
    "19 no space after the mark": '["Go,"]he said.',
    "20 years without their hundreds": "the '90s and the ’80s",
    "21 letters left out": "'Tis true, get 'em, rock 'n' roll.",
    "22 plural possessives": "the dogs' and the cats’ food",
    "23 a plural possessive before single marks": "the players' ['secret'] plan",
    "24 feet and inches": 'He is 5\'6" tall. ["Yes,"] he said.',
    "25 inches alone": '6" pipes and 8" pipes',
    "26 nothing between the marks": '"" x',
    "27 left open": 'She said: ["Go and stay away.]',
    "28 opened again before it was closed": "[''One.] [''Two.'']",
    "29 a closing mark alone": 'She went away." He stayed.',
    "30 a paragraph that goes on": "[“One.]\n\n[“Two.]\n\n[“Three.”]",
    "31 a paragraph that goes on without a mark": '["One.]\n\n[Two."] He said.',
    "32 left open by mistake": '["One."] ["Two.]\n\nHe went home.',
    "33 one of its kind inside": '["The ["B"] boats stay,"] she said. ["Good."]',
    "34 one of its kind inside, curly": "[“The [“old”] boats stay,”] she said.",
    "35 none inside, the next goes on": '["The boats stay.] ["They are old,"] she said of the ["fleet"].',
    "36 inches in a quotation": '["I have a 40" mast,"] she said.',
    "37 feet and inches in a quotation": "[“She is 5’9” tall,”] he said. [“Tall.”]",
    "38 a title that ends in a figure": 'He read ["The Bridge 9"] and ["The Ferry 8"] twice.',
    "39 wire marks inside": "[``He said, [`no,'] to me,''] she said.",
    "40 three marks at once": "[''He said, ['No.']''] She went.",
    "41 three marks of the wire": "[``He told me [`go.']''] She went.",
    "42 an ayin is no mark": "SAN`A (AP) -- [``Go,''] she said.",
    "43 single curly, closed straight": "[“He said [‘no,']”] she said.",
    "44 single straight, closed curly": '["He said [\'no,’]"] she said.',
    "45 two single curly marks": "[‘‘Go,’’] she said.",
    "46 a curly mark before two single ones": "the [“old’’] boats",
    "47 a mark turned round at the start": "[” … go away,”] she said.",
    "48 a mark turned round at the end": "[“Go away. “]",
    "52 dots before a mark": 'They went...["to the bridge,"] she said.',
    "94 a plural possessive within single marks": "['It's the kids' pool,'] she said. ['They'll miss it.']",
    "95 two of them": "['The players' wives' dinner is off,'] she said.",
    "96 one within curly marks": "[‘The workers’ pay is low,’] she said.",
    "94a a name in s before a name within single marks": "['St James' Park was full,'] she said.",
    "97 a plural before a closing mark": "She called them ['the rules'] and ['a farce'].",
    "98 a plural before a closing mark, a possessive behind": "She called them ['the rules'] and the players' pay low.",
    "50 single marks that go on": "He said: ['I went.]\n\n['She came.']",
    "51 single marks left open": "He said: 'I went.\n\nShe came.",
    # letters and figures left out: each would open what the apostrophe behind it closes
    "53 a decade": "the '90s and the dogs' food",
    "54 a decade after an opening mark": "the ‘90s and the cats’ food",
    "55 a year": "in '90 the dogs' food",
    "56 a year before a stop": "since '90, the dogs' food; since '91. The dogs' food",
    "57 three figures in single marks": "the ['900'] and the ['900 club,'] he said",
    "58 one figure in single marks": "the ['9 lives,'] he said",
    "59 figures and letters in single marks": "the ['86X board,'] he said",
    "60 a short word that ends the text": "Take the dogs' food, all of 'em",
    "61 no short form": "the ['Emily,'] he said",
    # marks that a step before left escaped
    "99 an entity": "[&quot;Go,&quot;] she said. AT&amp;T went.",
    "99a numbers and names": "[&#8220;Go,&#8221;] she said. [&ldquo;Stay,&rdquo;] he said.",
    "99b backslashes": '[\\"Go,\\"] she said. [\\u201cStay,\\u201d] he said.',
    "99c read as another encoding": "[â€œGo,â€\x9d] she said. [â€œIt isnâ€™t,â€] he said.",
    "99d an apostrophe": "They can&#39;t say [&#39;no&#39;] twice.",
    "99e one kind escaped, one not": '[&quot;Go,"] she said.',
    "99f a name of a sign that is no mark": "Q&A; R&D; C:\\\\temp &nbsp; &quot",
    # apostrophes inside
    "62 a plural possessive in single marks": "['The cats’ food is here,'] he said.",
    "63 a straight possessive in curly single marks": "[‘The dogs' food is here,’] he said.",
    "64 an apostrophe after one letter": "[‘Line C' trains run,’] he said.",
    "65 feet in single marks": "['The 5'6 mast stays,'] he said.",
    "66 letters that are not of English": "['The Café d'Été’s door is open,'] he said.",
    "67 single marks that end a paragraph": "He said ['go']\n\nHe said ['go']",
    "68 a single mark that hangs in the air": "['He said ’ and left,'] she said.",
    # one of its kind inside: how far is looked ahead
    "69 eight marks ahead": '["The ["B"] ' + "boats' " * 6 + 'stay,"] she said.',
    "70 nine marks ahead": '["The] ["B"] ' + "boats' " * 7 + 'stay," she said.',
    "71 possessives close nothing": '["The boats stay.] ["They are the crews\' and the owners\',"] she said.',
    "72 a mark that may open too": '["A] ["b—"]—c," d.',
    "73 a curly mark that may open too": '["A ["b—”]—c,"] d.',
    # on the wrong side, or turned round
    "74 no space after a closing mark": '["She went."]Then he said: ["Go."]',
    "75 a mark after a full stop opens nothing": 'She went."Go, he said.',
    "76 a mark turned round after a full stop": "[“Go away.“] she said.",
    "77 a mark of another kind turned round": '["Go away.“] she said. ["Go."]',
    "78 curly, opened again before it was closed": "[“One.] [“Two.”]",
    "79 a mark turned round, opened again": "[” Go.] [“Stop.”]",
    "80 a closing mark within a word": "She went”away, he said. [“Go,”] she said.",
    # closing marks with nothing open
    "81 a closing mark in the next paragraph": 'Plain.\n\nShe went away." He stayed.',
    "82 a closing mark after a whole quotation": '["One."]\n\nShe went away." He stayed.',
    "83 two closing marks": '["One.]\n\n[Two."] He left." She came.',
    "84 a closing mark after an odd single mark": '["One.]\n\nIt was \'odd two." He left.',
    "85 a closing mark after a quotation": '["One.]\n\nHe said ["no"] to me." He left.',
    "93 a closing mark after an odd pair": '["One.]\n\n[It was "" two."] He left.',
    "86 a closing mark two paragraphs on": '["One.]\n\nHe left.\n\nTwo." He left.',
    "87 a height in what goes on": '["One.]\n\n[He is 5\'6" tall."] He left.',
    "88 a height that begins what goes on": '["One.]\n\n[5\'6" is tall."] He left.',
    # single marks that go on
    "89 curly single marks that go on": "He said: [‘I went.]\n\n[‘She came.’]",
    "90 two single marks are another kind": "He said: 'I went.\n\n[''She came.'']",
    "91 a short word is no mark": "He said: 'I went.\n\n'Tis true.",
    "92 not the next paragraph": "He said: 'I went.\n\nShe came.\n\n['We'] left.",
}


@pytest.mark.parametrize("written", PAIRS.values(), ids=PAIRS)
def test_the_quotations_are(written: str) -> None:
    text, spans = marked(written)
    assert [(each.start, each.end) for each in Ground(text).quotations] == [(each.start, each.end) for each in spans]


def only(text: str) -> Quotation:
    (quotation,) = Ground(text).quotations
    return quotation


def test_the_inside_is_without_the_marks() -> None:
    quotation = only("She said ``go'' twice.")
    assert (quotation.start, quotation.inner_start, quotation.inner_end, quotation.end) == (9, 11, 13, 15)
    assert (quotation.opened, quotation.closed, quotation.continues, quotation.depth) == (True, True, False, 0)


def test_depth_counts_the_quotations_around() -> None:
    assert [each.depth for each in Ground("“He said ‘no’,” she said, “I ‘know’ it.”").quotations] == [0, 1, 0, 1]


def test_one_left_open_runs_to_the_end_of_its_paragraph() -> None:
    text = "She said: “Go and stay. \n\nHe went."
    quotation = only(text)
    assert text[quotation.inner_start : quotation.end] == "Go and stay."
    assert not quotation.closed


def test_paragraphs_that_go_on_say_so() -> None:
    flags = [(each.closed, each.continues) for each in Ground("“One.\n\n“Two.\n\n“Three.”\n\n“Four.”").quotations]
    assert flags == [(False, False), (False, True), (True, True), (True, False)]


@pytest.mark.parametrize(
    "text", ["“One.\n\nHe said “two.”", "“One.\n\n“Two.” He said “three.”", "“One.\n\n“He said ‘two,’ and left.”"]
)
def test_what_does_not_begin_a_paragraph_goes_on_from_nothing(text: str) -> None:
    quotations = Ground(text).quotations
    assert quotations[0].closed is False
    assert [each.continues for each in quotations[1:]] == [text[each.start - 1] == "\n" for each in quotations[1:]]


@pytest.mark.parametrize("pair", ['""', "“”", "“’’"])
def test_a_paragraph_that_goes_on_without_a_mark_says_so_and_begins_where_it_begins(pair: str) -> None:
    text = f"{pair[0]}One.\n\nTwo.{pair[1:]} He left."
    last = Ground(text).quotations[-1]
    assert (last.opened, last.closed, last.continues, last.depth) == (False, True, True, 0)
    assert text[last.inner_start : last.inner_end] == "Two."
    assert (last.start, last.end) == (last.inner_start, last.inner_end + len(pair[1:]))


def test_an_odd_mark_costs_itself_only() -> None:
    text = "He is “odd.\n\n“Yes,” she said.\n\n“No,” he said."
    said = [text[each.inner_start : each.inner_end] for each in Ground(text).quotations]
    assert said[-2:] == ["Yes,", "No,"]
