"""Titles as newspapers of many countries write them, with whose they are and what they say."""

from __future__ import annotations

import re

import pytest

import newskit

TEXTS = (
    (
        "Then [Natural Resources and Environment Minister]{Vorat Silpa|Natural Resources and Environment Minister||} "
        "Vorat Silpa left."
    ),
    (
        "[Tamil Nadu chief minister]{Karthik Selvan|chief minister||Tamil Nadu} Karthik Selvan opened the bridge "
        "on Monday."
    ),
    (
        "The scheme was defended by [Uttar Pradesh deputy chief minister]{Arun Maurya|deputy chief minister||Uttar "
        "Pradesh} Arun Maurya."
    ),
    "[Secretary for Justice]{Wilson Cheung|Secretary for Justice||} Wilson Cheung said the bill would go ahead.",
    (
        '"We will consult first," [Secretary for Security]{Dennis Mok|Secretary for Security||} Dennis Mok told '
        "lawmakers."
    ),
    (
        "The event was attended by [the Minister for Gender, Labour, and Social Development]{Grace Akello|Minister "
        "for Gender, Labour, and Social Development||}, Grace Akello, on Friday."
    ),
    (
        "[Minister of Environment, Water, and Agriculture]{Faisal Al-Harbi|Minister of Environment, Water, and "
        "Agriculture||} and [Chairman of the National Palm Centre]{Faisal Al-Harbi|Chairman|National Palm Centre|} "
        "Faisal Al-Harbi signed the deal."
    ),
    (
        "He said [the minister of labour, industrial relations and employment creation]{Tomas Iipumbu|minister of "
        "labour, industrial relations and employment creation||}, Tomas Iipumbu, had agreed."
    ),
    "[PC]{Darren Milne|PC||} Darren Milne appealed for witnesses.",
    "[DCI]{Ruth Calder|DCI||} Ruth Calder, who led the inquiry, thanked the family.",
    (
        "[Police spokesperson]{Kofi Mensah|Police spokesperson||} [ASP]{Kofi Mensah|ASP||} Kofi Mensah confirmed "
        "the arrest."
    ),
    "The suspects were taken in by [SI]{Rahim Uddin|SI||} Rahim Uddin on Sunday.",
    "[Lt. Col.]{James Wekesa|Lt. Col.||} (Rtd.) James Wekesa chaired the meeting.",
    "[DSP]{Harold Bacchus|DSP||} Harold Bacchus said three men were held.",
    (
        "Maria Velez, [CEO and co-founder at Lumora Labs]{Maria Velez|CEO and co-founder|Lumora Labs|}, said the "
        "round had closed."
    ),
    "Tim Arden, [head of research at Calloway Bank]{Tim Arden|head of research|Calloway Bank|}, expects a cut.",
    (
        "Dr Lena Foss, [head of oncology at the University of Brandal's medical school]{Lena Foss|head of "
        "oncology|University of Brandal's medical school|}, welcomed the result."
    ),
    "Joan Petrie, who [heads the Farlow Food Bank]{Joan Petrie|head|Farlow Food Bank|}, said demand had doubled.",
    "Abel Moyo, who [coaches Highland Rovers]{Abel Moyo|coach|Highland Rovers|}, praised his side.",
    "Nora Lind, who [manages the Orchard Hotel]{Nora Lind|manager|Orchard Hotel|}, said every room was full.",
    (
        "[Chief]{Banda|Chief||} Banda, who [presides over the Lusemfwa Traditional "
        "Council]{Banda|president|Lusemfwa Traditional Council|}, called for calm."
    ),
    (
        "Peter Osei, [the deputy national organiser for the New Reform Party]{Peter Osei|deputy national "
        "organiser|New Reform Party|}, resigned on Monday."
    ),
    (
        "Helen Marsh, [senior vice president for global supply chain at Tidewell Foods]{Helen Marsh|senior vice "
        "president for global supply chain|Tidewell Foods|}, will retire."
    ),
    (
        "Imran Aziz, [additional deputy commissioner of the Sialpur district]{Imran Aziz|additional deputy "
        "commissioner||Sialpur district}, visited the camp."
    ),
    (
        "Paula Reyes, [assistant secretary for public affairs of the Department of Fisheries]{Paula "
        "Reyes|assistant secretary for public affairs|Department of Fisheries|}, confirmed the figures."
    ),
    (
        "[A primary school teacher]{Janet Moore|primary school teacher||} has won a place in the final. Janet "
        'Moore, 41, heard the news at work. "I cried," said [the teacher]{Janet Moore|teacher||}.'
    ),
    (
        "[A former bus driver from Leeds]{Ian Crewe|former bus driver||Leeds} has sailed round the world alone. "
        "Ian Crewe, 63, came home on Sunday."
    ),
    "[A chef]{Marco Bassi|chef||} who lost his sight has opened a restaurant. Marco Bassi trained in Turin.",
    (
        "[Striker]{Davor Maric|Striker||} Davor Maric scored twice on Saturday. [The 27-year-old forward]{Davor "
        "Maric|forward||} has now scored nine goals."
    ),
    (
        "Liam Boyle joined Rovers from Town in May. [The centre-back]{Liam Boyle|centre-back||} has played twice "
        'since. Boyle is 22. "I love it here," [the defender]{Liam Boyle|defender||} said.'
    ),
    (
        "Amara Okoye was shot dead on Friday. Okoye had received threats for months. [The environmental "
        "activist]{Amara Okoye|environmental activist||} leaves two sons."
    ),
    (
        "[Actress]{Mina Duval|Actress||} Mina Duval will play the queen. The film is shot in Wales. [The "
        "34-year-old actress]{Mina Duval|actress||} said she was nervous."
    ),
    (
        "Norman Pell wants to cut fuel duty. [The Liberal leader]{Norman Pell|leader|Liberal|} said drivers had "
        "suffered enough. Pell spoke in Hull."
    ),
    (
        "[Prime Minister]{Edna Rowe|Prime Minister||} Edna Rowe met [the French president]{Luc "
        "Moreau|president||French}, Luc Moreau. Later [the prime minister]{Edna Rowe|prime minister||} flew home "
        "while [the French president]{Luc Moreau|president||French} stayed on."
    ),
    (
        '"I know nothing about it," said Ahmed Zidan. Asked again on Tuesday, [the former interior '
        "minister]{Ahmed Zidan|former interior minister||} declined to answer. Zidan left office in 2019."
    ),
    (
        'Sales rose by a tenth, according to Tidewell Foods. "We are pleased," said Karen Voss. [The Tidewell '
        "boss]{Karen Voss|boss|Tidewell|} said prices would fall."
    ),
    "The ministry said nothing. The minister said prices would fall. Tom Reed, a shopper, was not convinced.",
    "A spokesman said the firm was looking into it. Rita Cole, who bought the car, is waiting.",
    "The judge told Derek Hume that he would go to prison. The officer led him away.",
    "Marta Silva went to see a doctor. The doctor told her to rest.",
    (
        "Farid Karimi lost his seat. [The long-serving MP for Kalat East]{Farid Karimi|long-serving MP||Kalat "
        "East} blamed the rain."
    ),
    (
        "According to Jo Lister, the storm was the worst in years. The roof of the school was torn off, [the head "
        "teacher]{Jo Lister|head teacher||} said. Lister has run the school since 2010."
    ),
    (
        "The bank's shares fell. [Its chairman]{Goran Petrov|chairman||}, Goran Petrov, said he would stay. "
        "Investors had called on [their chairman]{Goran Petrov|chairman||} to go."
    ),
    "The bill goes to the president's office on Monday. [President]{Ivo Tadic|President||} Ivo Tadic has ten days.",
    (
        "Police took the files to the Office of the Attorney-General. [Attorney-General]{Ben "
        "Asante|Attorney-General||} Ben Asante has not read them."
    ),
    "Maya Lund, [a civil servant]{Maya Lund|civil servant||}, said she was shocked.",
    "HE Khalid Al-Mansoor, [the Minister of Transport]{Khalid Al-Mansoor|Minister of Transport||}, opened the port.",
    (
        "The visit was led by [HH Sheikh]{Nasser Al-Sabah|Sheikh||} Nasser Al-Sabah, [the Crown Prince]{Nasser "
        "Al-Sabah|Crown Prince||}."
    ),
    (
        "Josie Hall was given the award by the mayor. Hall, [a volunteer lifeguard]{Josie Hall|volunteer "
        "lifeguard||}, saved a boy in June."
    ),
    "[Labour's shadow health secretary]{Una Marsh|shadow health secretary|Labour|} Una Marsh called it a disgrace.",
    (
        "[The MP for Farlow South]{Roy Dent|MP||Farlow South}, Roy Dent, asked for a debate. [The Conservative "
        "backbencher]{Roy Dent|backbencher|Conservative|} said farmers had been ignored."
    ),
    "Both drivers were hurt when Alan Shore's lorry hit Jim Kay's van. The lorry driver was not charged.",
    (
        "[Burundi's ambassador to Kenya]{Therese Nibigira|ambassador to Kenya||Burundi}, Therese Nibigira, handed "
        "over the letters. [The envoy]{Therese Nibigira|envoy||} praised the talks."
    ),
    (
        "Later [Permanent Secretary at the Ministry of Works]{Moses Phiri|Permanent Secretary|Ministry of Works|} "
        "Moses Phiri said the road would open."
    ),
    (
        "[Haldane Bank's group chief executive]{Priya Nair|group chief executive|Haldane Bank|}, Priya Nair, "
        "resigned. The company's vice president said little."
    ),
    '[Chief Inspector]{Colin Rudd|Chief Inspector||} Colin Rudd, of Farlow Police, said: "It was a tragic accident."',
    (
        "Gabriel Ochieng, [national chairman of the Kenya Union of Tea Growers]{Gabriel Ochieng|national "
        "chairman|Kenya Union of Tea Growers|}, and [its treasurer]{Mary Wanjiru|treasurer||}, Mary Wanjiru, were "
        "there."
    ),
)
"""Each title in brackets, behind it the holder, the role, the organization and the place."""

_MARKED = re.compile(r"\[([^\]]*)\]\{([^}]*)\}")


@pytest.fixture(scope="module")
def kit() -> newskit.Kit:
    return newskit.Kit(plugins=["newskit_titles", "newskit_names"], block=(), strict=True)


def _held(document: newskit.Document) -> set[tuple[int, str, str, str, str, str]]:
    """Return where the titles begin that people hold or that stand for them, with the people and the parts."""
    beginning = {title.span: title for title in document.titles}
    pairs = {
        (title, entity.name)
        for entity in document.entities
        if entity.kind == "person"
        for title in (*entity.titles, *(beginning[each.span] for each in entity.nominal_mentions))
        if not title.honorific
    }
    return {
        (title.span.start, title.span.text, name, title.role, title.organization or "", title.place or "")
        for title, name in pairs
    }


@pytest.mark.parametrize("text", TEXTS)
def test_whose_titles_are_and_what_they_say(kit: newskit.Kit, text: str) -> None:
    expected, plain, end = set(), "", 0
    for marked in _MARKED.finditer(text):
        plain += text[end : marked.start()]
        holder, role, organization, place = marked[2].split("|")
        expected.add((len(plain), marked[1], holder, role, organization, place))
        plain += marked[1]
        end = marked.end()
    assert _held(kit.extract(plain + text[end:])) == expected
