"""Trouble names in running text: surnames that are titles, particles, marks, orders, acronyms, places that are not."""

from __future__ import annotations

import pytest

import newskit

CASES: dict[str, tuple[str, list[str], list[str], list[str]]] = {
    # text, people, organisations, places
    "surname major": ("The talks were led by John Major, and Major said little.", ["John Major", "Major"], [], []),
    "rank major": ("Behind the gate Major Tom Dorset waited for an hour.", ["Tom Dorset"], [], []),
    "given name dean": ("Later that day Dean Harlow refused to sign it.", ["Dean Harlow"], [], []),
    "office dean": ("The dean, Ruth Harlow, refused to sign it.", ["Ruth Harlow"], [], []),
    "surname king": ("It was Billie Jean King who won, and King smiled.", ["Billie Jean King", "King"], [], []),
    "office king": ("He was received by King Carl and Queen Silvia.", ["Carl", "Silvia"], [], []),
    "surname bishop": ("The poem by Elizabeth Bishop is short.", ["Elizabeth Bishop"], [], []),
    "office bishop": ("In the evening Bishop Desmond Farr prayed.", ["Desmond Farr"], [], []),
    "surname judge": ("The winger Aaron Judge missed the match.", ["Aaron Judge"], [], []),
    "surname pope": ("The poems of Alexander Pope were read aloud.", ["Alexander Pope"], [], []),
    "surname prince": ("The director Harold Prince died on Sunday.", ["Harold Prince"], [], []),
    "surname baron": ("The editor, Martin Baron, was not told.", ["Martin Baron"], [], []),
    "surname marshal": ("His friend Penny Marshall was not told.", ["Penny Marshall"], [], []),
    "given name earl": ("The report by Earl Warren ran to many pages.", ["Earl Warren"], [], []),
    "given name duke": ("That winter Duke Ellington played every night.", ["Duke Ellington"], [], []),
    "given name justice": ("Associate Justice Ruth Keller wrote the opinion.", ["Ruth Keller"], [], []),
    "particle al-": ("The cleric Muqtada al-Sadr left the city.", ["Muqtada al-Sadr"], [], []),
    "particle al- alone": (
        "They met Nouri al-Maliki, and al-Maliki agreed.", ["Nouri al-Maliki", "al-Maliki"], [], [],
    ),
    "particle al": ("A nephew of Haidar al Abadi was hurt.", ["Haidar al Abadi"], [], []),
    "particle bin": ("A cousin of Salman bin Abdulaziz was hurt.", ["Salman bin Abdulaziz"], [], []),
    "particle ibn": ("The house of Khalid ibn Walid burned down.", ["Khalid ibn Walid"], [], []),
    "particles van der": ("The plan of Hans van der Berg failed.", ["Hans van der Berg"], [], []),
    "particle van": ("She quoted Martin van Buren again.", ["Martin van Buren"], [], []),
    "particles de la": ("The goal by Oscar de la Vega was the last.", ["Oscar de la Vega"], [], []),
    "particle da": ("She voted for Luiz Inacio Lula da Silva again.", ["Luiz Inacio Lula da Silva"], [], []),
    "particle di": ("The suit by Angela di Marco was dropped.", ["Angela di Marco"], [], []),
    "particle von": ("The suit by Ursula von Stein was dropped.", ["Ursula von Stein"], [], []),
    "particle de": ("The general, Charles de Villiers, had left.", ["Charles de Villiers"], [], []),
    "particle du": ("The play by Daphne du Pont was booed.", ["Daphne du Pont"], [], []),
    "particle y": ("The painter Santiago Ramon y Cajal was there.", ["Santiago Ramon y Cajal"], [], []),
    "particle Di": ("They left out Marco Di Zorvel and M Di Mizra.", ["Marco Di Zorvel", "M Di Mizra"], [], []),
    "particle in one word": ("The role went to Leonardo diBranco again.", ["Leonardo diBranco"], [], []),
    "county by its initial": ("The referee was M Doyle (W Yorkshire).", ["M Doyle"], [], ["W Yorkshire"]),
    "branch of a bank": ("He left Merrill Lynch Canada for a farm.", [], ["Merrill Lynch Canada"], []),
    "branch with a hyphen": ("He left the Zorvel Foundation-Kenya then.", [], ["Zorvel Foundation-Kenya"], []),
    "faiths": ("They fear that Hindu Muslim clashes may spread.", [], [], []),
    "Marine as a given name": ("They heard Marine Le Zorvel sing.", ["Marine Le Zorvel"], [], []),
    "people before a surname": (
        "Ann Zorvson won. Swiss Zorvson, who is 20, wept.", ["Ann Zorvson", "Zorvson"], [], [],
    ),
    "ship with its number": ("The navy caught the Lu Rong Yu Yu 606 off the coast.", [], [], []),
    "club of harriers": ("The race went to Jane Crane (Preston Harriers).", ["Jane Crane"], ["Preston Harriers"], []),
    "party before a full name": ("The plan was branded a sham by Tory Edward Turner.", ["Edward Turner"], [], []),
    "office alone": ("The bill will be read by the Lord Chancellor in May.", [], [], []),
    "place before who": (
        "Ann Zorvel of Glint in Upstate New York, who sews, left.", ["Ann Zorvel"], [], ["Upstate New York"],
    ),
    "trade before three names": ("Goalscorer Jim Floyd Zorvel wept.", ["Jim Floyd Zorvel"], [], []),
    "hyphen in the surname": ("Her lawyer, Ann Parker-Bowman, agreed.", ["Ann Parker-Bowman"], [], []),
    "hyphen in the given name": ("The actor Jean-Pierre Leblanc sang.", ["Jean-Pierre Leblanc"], [], []),
    "apostrophe O'": ("A goal by Shane O'Connell was enough.", ["Shane O'Connell"], [], []),
    "apostrophe curly": ("A goal by Shane O’Connell was enough.", ["Shane O’Connell"], [], []),
    "apostrophe D'": ("The judge was Alfonse D'Angelo.", ["Alfonse D'Angelo"], [], []),
    "second capital": ("The tenor Ewan McLeod sang, and McLeod bowed.", ["Ewan McLeod", "McLeod"], [], []),
    "suffix Jr.": ("The speech by Robert Downing Jr. was long.", ["Robert Downing Jr."], [], []),
    "suffix behind a comma": ("The speech by Robert Downing, Jr., was long.", ["Robert Downing, Jr."], [], []),
    "suffix III": ("A speech by William Gates III was long.", ["William Gates III"], [], []),
    "nickname in straight marks": ('The boxer Ray "Boom" Mancini lost.', ['Ray "Boom" Mancini'], [], []),
    "nickname in curly marks": ("The boxer Ray “Boom” Mancini lost.", ["Ray “Boom” Mancini"], [], []),
    "nickname in single marks": ("The boxer Ray 'Boom' Mancini lost.", ["Ray 'Boom' Mancini"], [], []),
    "initials": ("The novel by J. K. Rowland sold well.", ["J. K. Rowland"], [], []),
    "initials without space": ("The novel by J.K. Rowland sold well.", ["J.K. Rowland"], [], []),
    "initial in the middle": ("A letter from Ann B. Keller was read.", ["Ann B. Keller"], [], []),
    "Chinese order": ("The premier, Li Keqiang, left early.", ["Li Keqiang"], [], []),
    "Korean order": ("The talks with Kim Jong-un were short.", ["Kim Jong-un"], [], []),
    "Japanese name": ("The minister, Taro Yamada, left early.", ["Taro Yamada"], [], []),
    "Vietnamese name": ("The premier, Nguyen Tan Dung, left early.", ["Nguyen Tan Dung"], [], []),
    "Burmese title": ("The army freed Aung San Suu Kyi last week.", ["Aung San Suu Kyi"], [], []),
    "single name": ("The striker Ronaldo scored, and Ronaldo left.", ["Ronaldo", "Ronaldo"], [], []),
    "single name of a leader": ("A statue of Stalin was pulled down.", ["Stalin"], [], []),
    "possessive": ("Ann Keller's brother met Paul Dorset's aunt.", ["Ann Keller", "Paul Dorset"], [], []),
    "possessive of a name in s": ("In James' house they waited for Tom Hughes's son.", ["James", "Tom Hughes"], [], []),
    "sentence start": ("Yesterday Ann Keller left. Now Keller is back.", ["Ann Keller", "Keller"], [], []),
    "sentence start of a common word": ("Prosecutors said little. Critics said more.", [], [], []),
    "given name that is a verb": (
        "It was Will Young who left before Mark Roe did.", ["Will Young", "Mark Roe"], [], [],
    ),
    "given name that is a noun": ("On that day Bill Grant, an adviser, left.", ["Bill Grant"], [], []),
    "given name that is a month": (
        "The singer April Carter met June Alder in May.", ["April Carter", "June Alder"], [], [],
    ),
    "surname that is a month": ("They asked Theresa May, but May was silent in May.", ["Theresa May", "May"], [], []),
    "surname that is a colour": ("They asked Gordon Brown, but Brown was silent.", ["Gordon Brown", "Brown"], [], []),
    "surname that is a fruit": ("They asked Darryl Strawberry, who laughed.", ["Darryl Strawberry"], [], []),
    "surname that is a company": ("They asked Henry Ford, but Ford was silent.", ["Henry Ford", "Ford"], [], []),
    "two who share a surname": ("They asked Ann and Paul Keller again.", ["Ann", "Paul Keller"], [], []),
    "Washington the place": (
        "He flew to Washington and left Washington on Friday.", [], [], ["Washington", "Washington"],
    ),
    "Washington the person": (
        "The actor Denzel Washington flew to Washington, where Washington lives.",
        ["Denzel Washington", "Washington"], [], ["Washington"],
    ),
    "Washington the paper": ("He told The Washington Post that he was ill.", [], ["Washington Post"], []),
    "Washington the state": ("He was born in Spokane, Washington, in 1950.", [], [], ["Spokane", "Washington"]),
    "Washington the university": ("He taught at the University of Washington.", [], ["University of Washington"], []),
    "place that is a given name": ("Her sister Paris Holt was in Paris.", ["Paris Holt"], [], ["Paris"]),
    "place that is a surname": ("The writer Jack London lived in Oakland.", ["Jack London"], [], ["Oakland"]),
    "body named by a people": (
        "He asked the Japanese Foreign Ministry for help.", [], ["Japanese Foreign Ministry"], [],
    ),
    "body named by a place": ("He sued the New York Police Department.", [], ["New York Police Department"], []),
    "bank named by a place": ("He left the Bank of Zorville in anger.", [], ["Bank of Zorville"], []),
    "bank of a people": ("He is a spokesman for the Swiss National Bank.", [], ["Swiss National Bank"], []),
    "acronym in brackets": (
        "He left the Zorville Rowing Federation (ZRF) after the ZRF had fined him.",
        [], ["Zorville Rowing Federation", "ZRF", "ZRF"], [],
    ),
    "acronym of a term in brackets": ("The gross domestic product (GDP) rose again.", [], [], []),
    "acronym unknown": ("He works for the ZRF and was paid by it.", [], ["ZRF"], []),
    "acronym that is a word": ("She asked the WHO, and WHO doctors came.", [], ["WHO", "WHO"], []),
    "currency is no place": ("The fine was US$50, which the US paid.", [], [], ["US"]),
    "possessive in a body": ("He joined the Zorville People's Party in May.", [], ["Zorville People's Party"], []),
    "partners": ("He left Mendel, Roth & Partners last week.", [], ["Mendel, Roth & Partners"], []),
    "partners in raw text": ("He left Mendel &AMP; Roth last week.", [], ["Mendel &AMP; Roth"], []),
    "firm by its noun": ("She works for the carmaker Zorvo, where she began.", [], ["Zorvo"], []),
    "town by its noun": ("They fled the town of Zorvel at night.", [], [], ["Zorvel"]),
    "compound": ("The London-based group met a pro-Zorvel crowd.", [], [], ["London"]),
    "label": ("The match ended late. Image: Ann Keller.", ["Ann Keller"], [], []),
    "age": ("Beside the road stood Zorka Veltic, 65, with a dog.", ["Zorka Veltic"], [], []),
    "title of a work": ('He wrote "Ann Keller in Paris" in a year.', [], [], []),
    "name alone in marks": ('He read "Zorvel Keller," and liked it.', [], [], []),
    "name alone in marks behind an article": ('He read "The Ann Keller" twice.', [], [], []),
    "election": ("The party lost the General Election in May.", [], [], []),
    "monarch": ("A portrait of Elizabeth I was sold.", ["Elizabeth I"], [], []),
    "short form in brackets": ("A son of Benjamin (Ben) Dorset won.", ["Benjamin (Ben) Dorset"], [], []),
    "bracket that is no short form": ("Then Benjamin (Ohio) Dorset won.", ["Benjamin"], [], ["Ohio"]),
    "particles, initial and suffix": (
        "The suit by Juan Q. Xavier de la Vega III failed.", ["Juan Q. Xavier de la Vega III"], [], [],
    ),
    "surname that is a small word": (
        "The seats went to Wilson Or and James To of Zorvel.", ["Wilson Or", "James To"], [], [],
    ),
    "Korean order with two capitals": (
        "The coach sent Park Joo-Ho on for Kim Min-Woo.", ["Park Joo-Ho", "Kim Min-Woo"], [], [],
    ),
    "follower of a faith before a name": ("It showed Scientologist Ann Keller.", ["Ann Keller"], [], []),
    "sentence start of a compound": (
        "Pro-reform Gary Fang lost. Ex-boxer Al Roe won.", ["Gary Fang", "Al Roe"], [], [],
    ),
    "unknown name whose surname stands alone": (
        "The match ended when Ferjani Zassi scored. Zassi said he was glad.", ["Ferjani Zassi", "Zassi"], [], [],
    ),
    "Chinese order of unknown names": (
        "The sculptor Zou Zhenhao met Qin Rongfei.", ["Zou Zhenhao", "Qin Rongfei"], [], [],
    ),
    "known by one name": ("He left the Trump campaign. Trump was silent.", ["Trump", "Trump"], [], []),
    "numbered unit": ("He flew with the 5th Wing and the 7th Fleet.", [], ["5th Wing", "7th Fleet"], []),
    "Washington the government": (
        "However, Washington seems weak. They want Washington to resist.", [], [], ["Washington", "Washington"],
    ),
    "Washington the person, flown to": (
        "Denzel Washington smiled. He flew to Washington.", ["Denzel Washington"], [], ["Washington"],
    ),
    "party behind a place": (
        "He won the Ohio Republican primary and the Nevada Democratic caucuses.", [], [], ["Ohio", "Nevada"],
    ),
    "institute by its noun": ("A poll by Edison Research was wrong.", [], ["Edison Research"], []),
    "Arabic article left out": (
        "Later Assad spoke. Bashar al-Assad left. Then Assad wept.", ["Assad", "Bashar al-Assad", "Assad"], [], [],
    ),
    "verb of a headline": ("Ann Keller Picks Up Her First Big Prize", ["Ann Keller"], [], []),
    "day in words behind a month": ("The dividend is paid on April One, or by June Two.", [], [], []),
    "firm by its last word": (
        "A loan to Walker Energy and Keller Incorp failed.", [], ["Walker Energy", "Keller Incorp"], [],
    ),
    "particle behind a given name that is a noun": ("Bill de Zorvel won.", ["Bill de Zorvel"], [], []),
    "particle in the name of a town": ("He left Santiago de Chile.", [], [], ["Santiago de Chile"]),
    "partners and a firm's end": (
        "He left Mendel, Roth and Co after Zorvel and Sons failed.", [], ["Mendel, Roth and Co", "Zorvel and Sons"], [],
    ),
    "people in a list": (
        "Ann Keller, Paul Roe and Co sang.", ["Ann Keller", "Paul Roe"], [], [],
    ),
    "a firm's end alone": ("Ann Keller won. Then Keller and Co said no.", ["Ann Keller", "Keller"], [], []),
    "a legal form alone": ("Its industries Inc said that it fell.", [], [], []),
    "compound of a prize": ("He met a Zorvel Prize-winning poet.", [], [], []),
    "question of one word": ("Harsh? He did not think so.", [], [], []),
    "question of one word that is a name": ("Ann Keller lost. Keller? She wept.", ["Ann Keller", "Keller"], [], []),
    "programme named after its host": ("He was a guest of the Ann Keller Show.", [], [], []),
    "party before a state": ("He met Republican Ohio lawmakers.", [], [], ["Ohio"]),
    "state whose first word is a part of the world": ("He left Western Australia.", [], [], ["Western Australia"]),
    "two bodies": ("He told the FBI and Justice Department so.", [], ["FBI", "Justice Department"], []),
    "end of a law's name alone": ("Amendment rights matter in court.", [], [], []),
    "pronoun behind a common word": ('She laughed. "Finally I sleep," she said.', [], [], []),
}  # fmt: skip


@pytest.fixture(scope="module")
def names_kit() -> newskit.Kit:
    return newskit.Kit(plugins=["newskit_titles", "newskit_names"], block=(), strict=True)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_trouble_names(names_kit: newskit.Kit, case: tuple[str, list[str], list[str], list[str]]) -> None:
    entities = names_kit.extract(case[0]).entities
    found = {
        kind: sorted(m.span.text for e in entities if e.kind == kind for m in e.mentions)
        for kind in ("person", "organization", "place")
    }
    assert found == {kind: sorted(wanted) for kind, wanted in zip(found, case[1:], strict=True)}
