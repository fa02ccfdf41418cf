"""Nouns that end the names of bodies and make those of places: each once, with a word that no list has."""

from __future__ import annotations

import pytest

import newskit

BODIES = """
& Co|& Sons|AB|AG|AI|ASA|Academy|Advisors|Aerospace|Agency|Aid|Airlines|Airport Authority|Airways|Alliance
Ambulance Service|Architects|Archive|Arms|Army|Assembly|Associates|Association|Assurance|Athletic
Athletics Federation|Authority|Aviation|BV|Ballet|Bank|Bar Association|Berhad|Biotech|Board|Books|Breweries
Brewing Company|Brigade|Broadcasting|Brothers|Builders|Bureau|Buses|Capital|Cartel|Casinos|Cement
Chamber of Commerce|Chemicals|Choir|Chronicle|Church|City Council|City FC|Clinic|Club|Co-op|Coalition
Collective|College|Commission|Committee|Company|Confederation|Congress|Construction|Consulting|Contractors
Cooperative|Corp|Corporation|Council|County Board of Supervisors|County Council|Court|Credit Union
Cricket Board|Daily|Dairy|Defence|Department|Developments|Diocese|Directorate|Distillery|Election Commission
Electric|Electricity Company|Elementary School|Energy|Engineering|Enterprises|Entertainment|Express
Farmers Union|Farms|Fashions|Federation|Finance|Financial|Fire Department|Fire Service|Foods|Forum|Foundation
Front|Fuels|Fund|Gaming|Garments|Gas|Gazette|General Hospital|Global|GmbH|Grammar School|Group|Guardian|Guards
Guild|Health|Healthcare|Herald|High School|Holdings|Homes|Hospice|Hospital|Hotels|Housing Association|Inc
Industries|Institute|Insurance|International|Investments|Journal|LLC|Laboratories|Labs|Law Society|League
Library|Limited|Logistics|Ltd|Magazine|Media|Medical Center|Microfinance|Militia|Minerals|Mining|Ministry
Mobile|Motors|Movement|Museum|Mutual|NV|Navy|Network|Networks|News|Observer|Office|Oil|Olympic Committee|Opera
Orchestra|Oyj|PLC|Parish Council|Parliament|Partners|Party|Pension Fund|Petroleum|Pharma|Pharmaceuticals
Philharmonic|Pictures|Planning Commission|Plastics|Police|Police Department|Polytechnic|Port Authority|Post
Power|Press|Primary School|Productions|Properties|Pty Ltd|Pvt Ltd|Radio|Rail|Railways|Rebels|Records
Regional Council|Relief|Residents Association|Resorts|Resources|Retail|Review|Robotics|Rovers|Rugby Union|SA
Cafe|Gym|Nightclub|Pub|Restaurant
Savings|School|School District|Sdn Bhd|Secondary School|Secretariat|Securities|Security|Seeds|Senate|Services
Sharks|Sheriff's Office|Shipping|Society|Software|Solar|Solutions|SpA|Standard|State University|Steel
Stock Exchange|Stores|Studios|Supermarkets|Symphony|Synagogue|Systems|TV|Tbk|Teachers Union|Technologies
Telecom|Television|Textiles|Theatre|Therapeutics|Tigers|Times|Tours|Town Council|Transit|Travel|Tribunal
Tribune|Trust|Union|United|University|Ventures|Wanderers|Warriors|Watch|Weekly|Zoning Board
"""
PLACES = """
Al-Kelvo|Bay of Kelvo|Cape Kelvo|East Kelvo|El Kelvo|Fort Kelvo|Greater Kelvo|Gulf of Kelvo|Kampung Kelvo
Kelvo Airport|Kelvo Arena|Kelvo Avenue|Kelvo Basin|Kelvo Bay|Kelvo Beach|Kelvo Bridge|Kelvo Canal|Kelvo Canton
Kelvo Canyon|Kelvo Castle|Kelvo Cemetery|Kelvo City|Kelvo Coast|Kelvo Constituency|Kelvo County|Kelvo Creek
Kelvo Dam|Kelvo Delta|Kelvo Desert|Kelvo District|Kelvo Estate|Kelvo Falls|Kelvo Farm|Kelvo Forest
Kelvo Gardens|Kelvo Gorge|Kelvo Governorate|Kelvo Harbour|Kelvo Heights|Kelvo Hills
Kelvo International Airport|Kelvo Island|Kelvo Islands|Kelvo Jail|Kelvo Mall|Kelvo Market|Kelvo Mine
Kelvo Mountains|Kelvo Municipality|Kelvo National Park|Kelvo North|Kelvo Oblast|Kelvo Ocean|Kelvo Palace
Kelvo Parish|Kelvo Park|Kelvo Pass|Kelvo Peninsula|Kelvo Plains|Kelvo Plateau|Kelvo Point|Kelvo Port
Kelvo Prefecture|Kelvo Prison|Kelvo Province|Kelvo Refugee Camp|Kelvo Region|Kelvo Reservoir|Kelvo River
Kelvo Road|Kelvo Sea|Kelvo Springs|Kelvo Square|Kelvo Stadium|Kelvo State Park|Kelvo Station|Kelvo Strait
Kelvo Street|Kelvo Subcounty|Kelvo Tower|Kelvo Town|Kelvo Township|Kelvo Valley|Kelvo Village|Kelvo Ward
Kelvo Wharf|Kelvo-on-Sea|Kelvoabad|Kelvoburg|Kelvograd|Kelvopur|Kelvostan|Kelvoton|Kuala Kelvo|Lake Kelvo
Las Kelvas|Los Kelvos|Lower Kelvo|Mount Kelvo|New Kelvo|North Kelvo|Northern Kelvo|Port Kelvo
San Kelvo|Santa Kelva|Sea of Kelvo|South Kelvo|St. Kelvo|São Kelvo|Tel Kelvo|Upper Kelvo|West Kelvo
"""


def _names(sentence: str) -> list[tuple[str, str]]:
    return [(each.kind, each.name) for each in newskit.extract(sentence).entities]


@pytest.mark.parametrize("noun", BODIES.strip().replace("\n", "|").split("|"))
def test_a_noun_of_bodies_ends_an_organization(noun: str) -> None:
    name = f"Kelvo {noun}"
    assert _names(f"The plan was backed by the {name} on Monday.") == [("organization", name)]
    assert _names(f"{name} said it would close in May.") == [("organization", name)]


@pytest.mark.parametrize("name", PLACES.strip().replace("\n", "|").split("|"))
def test_a_noun_of_places_makes_a_place(name: str) -> None:
    assert _names(f"Two people died in {name} on Monday.") == [("place", name)]


BESIDE = {
    "The judge told Ann I. Kelvo that it was over.": [("person", "Ann I. Kelvo")],
    "They met in the reign of Ann I. Bo Kelvo left.": [("person", "Ann I"), ("person", "Bo Kelvo")],
    "Users wrote #SaveTheKelvo and #Kenya to @KelvoNews.": [("place", "Kenya")],
    "Kelvo Media, owner of the paper, said so.": [("organization", "Kelvo Media")],
    "Kelvo, maker of the drug, said so.": [("organization", "Kelvo")],
    "Ann Kelvo, maker of hats, said so.": [("person", "Ann Kelvo")],
    "Kelvo, owner of a stall, said so.": [("person", "Kelvo")],
    "They left the May Lima fair.": [("place", "Lima")],
    "They met June Kelvo in the June.": [("person", "June Kelvo")],
    "They met coach Sunday Kelvo on Monday.": [("person", "Sunday Kelvo")],
    "He lost to Italian Zorvo Kelvo in May.": [("person", "Zorvo Kelvo")],
    "Brazilian Rodolfo had the ball.": [("person", "Rodolfo")],
    "The Swiss Kelvo Museum opened.": [("organization", "Swiss Kelvo Museum")],
    "He met the Chief Guest, Bo Kelvo.": [("person", "Bo Kelvo")],
    "He met Bill Kelvo of Ohio, AKA Big Bill.": [("person", "Bill Kelvo"), ("place", "Ohio")],
    "He met Will Kelvo at noon.": [("person", "Will Kelvo")],
    "Bo O' Kelvo met Ann D' Moe.": [("person", "Bo O' Kelvo"), ("person", "Ann D' Moe")],
    "Mr. Friday Kelvo left.": [("person", "Friday Kelvo")],
    "The coach Sunday left Kenya.": [("place", "Kenya")],
    "Will Kelvo said on Monday that he left.": [("person", "Will Kelvo")],
    "On Monday Prime Minister May spoke of it.": [("person", "May")],
    "He met New Zealander Ann Kelvo.": [("person", "Ann Kelvo")],
    "They held Kuwaiti Al-Roe on Monday.": [("person", "Al-Roe")],
    "They met a New Yorker in Peru.": [("place", "Peru")],
    "Drought-stricken Peru asked for help on Monday.": [("place", "Peru")],
    "It was J. J. Kelvo who said so on Monday.": [("person", "J. J. Kelvo")],
    "Bill Kelvo AKA Ann Roe left on Monday.": [("person", "Bill Kelvo"), ("person", "Ann Roe")],
}


@pytest.mark.parametrize("sentence", BESIDE)
def test_what_stands_beside_a_name_tells_where_it_begins_and_what_it_is(sentence: str) -> None:
    assert _names(sentence) == BESIDE[sentence]
