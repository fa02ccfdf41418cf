"""Offices as a newspaper would print them: the title chosen, the body it is of, and where that is said."""

from __future__ import annotations

import pytest

import newskit


@pytest.fixture(scope="module")
def names_kit() -> newskit.Kit:
    return newskit.Kit(plugins=["newskit_titles", "newskit_names"], block=(), strict=True)


OFFICES = {
    "appointed to a capital": (
        "Ann Keller, the newly appointed Minister of Culture, left.",
        "newly appointed Minister of Culture",
    ),
    "a list of the well known": ("They met A-list singer Ann Keller in May.", "a-list singer"),
    "a firm that is a common word too": ("Shell chairman Ann Keller left. A shell hit the port.", "chairman of Shell"),
    "a plural before a coach": ("Foxes manager Ann Keller left. They saw foxes there.", "manager of Foxes"),
    "a name later in the text": (
        "Harvest coach Ann Keller left. A harvest failed. She came to Harvest.",
        "coach of Harvest",
    ),
    "a name that owns later": (
        "Harvest boss Ann Keller left. A harvest failed. Harvest's loss rose.",
        "boss of Harvest",
    ),
    "a common word before a role": ("Harvest boss Ann Keller left. A harvest failed.", "harvest boss"),
    "a leader of a body": ("Council leader Ann Keller left. The council met.", "leader of the Council"),
    "a family in small letters": ("The royal family's spokesman Ann Keller left.", "spokesman"),
    "a numbered station": (
        "Ann Keller, who hosts the Radio 2 breakfast show, left.",
        "host of the Radio 2 breakfast show",
    ),
    "a body's own body": (
        "Ann Keller, the Taliban's Foreign Ministry spokesman, left.",
        "spokesman of the Foreign Ministry (Taliban)",
    ),
    "with a preposition": (
        "Ann Keller, deputy project director with the Tenants Union, left.",
        "deputy project director with the Tenants Union",
    ),
    "a field and a body": (
        "Ann Keller, a professor of law at Zork University, left.",
        "professor of law at Zork University",
    ),
    "a place of the body": (
        "On Friday Japanese Foreign Ministry spokesman Ann Keller left.",
        "spokesman of the Japanese Foreign Ministry",
    ),
    "where the body sits": (
        "Ann Keller, director of the Zork Clinic in Lima, left.",
        "director of the Zork Clinic in Lima",
    ),
    "a place": (
        "He met former French President Ann Keller.",
        "former French President",
    ),
    "forms of address between": (
        "The Bishop of Lima, the Rt Rev Dr Ann Keller, left.",
        "bishop of Lima",
    ),
    "a name that ends like a kind of body": (
        "Ann Keller, director of Zorvotrust, left.",
        "director of Zorvotrust",
    ),
    "nobody's yet": (
        "They feared what a President Keller would do.",
        None,
    ),
    "a role that ends in s": (
        "Chargé d'Affaires Ann Keller left.",
        "Chargé d'Affaires",
    ),
    "a party and a seat": (
        "Ann Keller, the Conservative MP for North Dorset, left.",
        "Conservative MP for North Dorset",
    ),
    "an age": (
        "Ann Keller, a 55-year-old nurse from Lima, left.",
        "nurse from Lima",
    ),
    "a rank without a stop": ("Insp Ann Keller of Tidewell Police, left.", "Insp of the Tidewell Police"),
    "a sentence's capital": (
        "Former municipal manager of Ngaka in Lehae, Ann Keller, left.",
        "former municipal manager of Ngaka in Lehae",
    ),
    "a party's name": (
        "Labour leader Ann Keller left.",
        "Labour leader",
    ),
    "a verb": (
        "Ann Keller, who chairs the Harbor Trust, left.",
        "chair of the Harbor Trust",
    ),
    "whose it is, before it": (
        "He met Mr. Roe's former aide Ann Keller. Roe left.",
        "Mr. Roe's former aide",
    ),
    "whose it was": (
        "Ann Keller resigned as Mr. Roe's aide. Roe left.",
        "Mr. Roe's former aide",
    ),
    "whose it is, behind it": (
        "Ann Keller, a strategist on Mrs. Roe's 2008 campaign, left.",
        "strategist on Mrs. Roe's 2008 campaign",
    ),
    "a family's": (
        "Roe family attorney Ann Keller left.",
        "Roe family attorney",
    ),
    "a family's, behind it": (
        "Ann Keller, an attorney for the Roe family, left.",
        "attorney for the Roe family",
    ),
    "a seat that is represented": (
        "Ann Keller, member representing Lima Central in the House of Elders, left.",
        "member representing Lima Central in the House of Elders",
    ),
    "a party and a ward": (
        "Cllr Ann Keller (Lab, Hill Road) left.",
        "Cllr (Lab, Hill Road)",
    ),
    "a place that no list has": (
        "Mayor Ann Keller of Zorvel left.",
        "mayor of Zorvel",
    ),
    "an office that is a body": (
        "Zorvel County Sheriff's Office spokesman Ann Keller left.",
        "spokesman of the Zorvel County Sheriff's Office",
    ),
    "an office that is a body, behind": (
        "Ann Keller, a spokeswoman for the Ohio attorney general's office, left.",
        "spokeswoman for the Ohio attorney general's office",
    ),
    "an office in small letters": (
        "They met sheriff's office spokesman Ann Keller.",
        "sheriff's office spokesman",
    ),
    "a ward": (
        "Councilman Ann Keller of District 4 left.",
        "councilman of District 4",
    ),
    "a body told by its noun": (
        "Capt. Ann Keller of the state police left.",
        "Capt. of the state police",
    ),
    "letters that end like a plural": (
        "Health CS Ann Keller left.",
        "Health CS",
    ),
    "a common word that begins the sentence": (
        "Station manager Ann Keller left.",
        "station manager",
    ),
    "a position that begins the sentence": (
        "Running back Ann Keller left.",
        "running back",
    ),
    "a field in capitals": (
        "The MMA fighter Ann Keller left.",
        "MMA fighter",
    ),
    "a body that ends the sentence": (
        "They met Ann Keller, head of Zorvo UK. It rained.",
        "head of Zorvo UK",
    ),
    "a body that ends the sentence with a suffix": (
        "They met Ann Keller, an adviser to Al Roe Jr. It rained.",
        "adviser to Al Roe Jr.",
    ),
    "the body that somebody without an office is of": (
        "It was late, said Ann Keller of the Harbor Trust.",
        "Harbor Trust",
    ),
    "none of where somebody came from": (
        "They hired Ann Keller from the Harbor Trust.",
        None,
    ),
    "none of where somebody was": (
        "They met Ann Keller at the Harbor Trust on Monday.",
        None,
    ),
    "none of what a body has": (
        "It was late, said Ann Keller of the Harbor Trust crisis.",
        None,
    ),
    "none of what stands in brackets with more": (
        "Ann Keller (Harbor Trust, 9pm) left.",
        None,
    ),
    "one that the article has in small letters": (
        "The plinth is old. Plinth keeper Ann Keller left.",
        "plinth keeper",
    ),
    "a kind of people": (
        "Children's author Ann Keller left.",
        "children's author",
    ),
    "a kind of people of a body": (
        "They met the Zorvo women's coach, Ann Keller.",
        "women's coach of Zorvo",
    ),
    "a kind of people in a body": (
        "Ann Keller, president of the farmers' union, left.",
        "president of the farmers' union",
    ),
    "a member who sits": (
        "Cllr Ann Keller, cabinet member for roads at Lima Council, left.",
        "cabinet member for roads at the Lima Council",
    ),
    "a union of people": (
        "Zorvo Teachers' Association president Ann Keller left.",
        "president of the Zorvo Teachers' Association",
    ),
    "an office once before a rank by birth": (
        "Sheikh Karim Keller, the former minister of health, left.",
        "former minister of health",
    ),
    "an office of a body once before a bare professor": (
        "Professor Ann Keller, former chair of the Mining Commission, left.",
        "former chair of the Mining Commission",
    ),
    "a professor before a nurse once": (
        "Professor Ann Keller, a former nurse, left.",
        "Professor",
    ),
    "a place that begins the office": (
        "It was begun by Leeds-based ex-customs officer Ann Keller, and grew.",
        "Leeds-based ex-customs officer",
    ),
    "a body whose owner has the article": (
        "Ann Keller, the Foreign Ministry's director, left.",
        "director of the Foreign Ministry",
    ),
    "an article of the office and none of the body": (
        "Ann Keller spoke at noon in Madrid. The England skipper said it was good.",
        "skipper of England",
    ),
    "alone, in the lead": (
        "The founder of Tidewell Shipping has resigned. Ann Keller said it was time.",
        "founder of Tidewell Shipping",
    ),
    "alone, and more of the same": (
        "Sen. Ann Keller spoke. It rained. The Ohio senator left.",
        "Ohio senator",
    ),
    "alone, of another noun": (
        "Senate President Ann Keller spoke. It rained. The Ohio politician left.",
        "president of the Senate",
    ),
    "now before once, over an insertion": (
        "They named Ann Keller, the former leader of Open Harvest, as ambassador to Peru.",
        "ambassador to Peru",
    ),
    "a chief officer": (
        "Ann Keller, Chief Wholesale Banking Officer at Tidewell Bank, left.",
        "Chief Wholesale Banking Officer at Tidewell Bank",
    ),
    "a portfolio of two": (
        "They met Minister of Industry and Modern Transport Ann Keller.",
        "minister of Industry and Modern Transport",
    ),
    "two offices with bodies before the name": (
        "They met Minister of Water and Chairman of the Tides Committee Ann Keller.",
        "chairman of the Tides Committee",
    ),
    "a retired rank": (
        "Security analyst Maj Gen (retd) Ann Keller left.",
        "security analyst",
    ),
    "whose killer somebody is": (
        "The driver was named as Ann Keller's killer.",
        None,
    ),
    "what annoys somebody": (
        "He praised Ann Keller, which annoyed Bob Roe.",
        None,
    ),
    "a rank behind an office": (
        "It was told by army spokesman Major Ann Keller.",
        "army spokesman",
    ),
    "at odds with a body": (
        "Ann Keller, a farmer in dispute with Tidewell Council, said so.",
        "farmer",
    ),
    "leaders between commas": (
        "The president, Harbor leaders, Mrs Ann Keller and others met.",
        None,
    ),
    "a verb before a form of address": (
        "Some polls show Sen. Ann Keller ahead.",
        "Sen.",
    ),
    "a verb before an office": (
        "Court records show former harbor chief Ann Keller signed it.",
        "former harbor chief",
    ),
    "a rank with a hyphen that no list has": (
        "They met Pol Lt-General Ann Keller.",
        "Pol Lt-General",
    ),
    "a body of its owner, with what it is for": (
        "Ann Keller, head of Tidewell's training centre of excellence, left.",
        "head of Tidewell's training centre of excellence",
    ),
    "initials without stops": (
        "The Harbor Party leader K R Keller left.",
        "leader of the Harbor Party",
    ),
    "a firm behind what it is": (
        "It grew, said Ann Keller, president of the industry's tracker Acme Relations.",
        "president of the industry's tracker Acme Relations",
    ),
    "a body that its country owns": (
        "Ann Keller, a leader from Peru's ruling Harbor Party, left.",
        "leader from the Harbor Party, Peru",
    ),
    "an indefinite one before a name": (
        "It was late, said a proud coach Ann Keller.",
        "proud coach",
    ),
    "who says it": (
        "On Monday they had arrested Ann Keller, a police spokesman said.",
        None,
    ),
    "nobody named": (
        "Ann Keller painted it. It rained. The unnamed collector sold it.",
        None,
    ),
    "no prize": (
        "Director Ann Keller was named best director.",
        "Director",
    ),
    "no office of those in the list": (
        "Al Roe, KC, Chair of the Harbor Trust, Mrs. Ann Keller and others left.",
        None,
    ),
    "held once, though also told without": (
        "Former president Ann Keller left. Then Keller's term as president ended.",
        "former president",
    ),
    "held of another body now": (
        "Ann Keller, the former president of Acme and president of the Elm Club, left.",
        "president of the Elm Club",
    ),
    "a country at which the work is directed": (
        "They met China expert Ann Keller.",
        "China expert",
    ),
    "an age without hyphens": (
        "Ann Keller is a 40 year old Peruvian actress.",
        "Peruvian actress",
    ),
    "a verb that modifies elsewhere": (
        "The night will feature singer Ann Keller.",
        "singer",
    ),
    "a common noun that begins a sentence": (
        "Record producer Ann Keller left.",
        "record producer",
    ),
    "a hyphened office": (
        "Zorvo Executive-President Ann Keller left.",
        "Executive-President of Zorvo",
    ),
    "a portfolio, and others behind the name": (
        "They met the Minister of Higher Education and Scientific Research, Ann Keller and a number of guests.",
        "minister of Higher Education and Scientific Research",
    ),
    "a surname": (
        "They fined a police officer, surnamed Keller, on Monday.",
        "police officer",
    ),
    "a hyphened field": (
        "Vice-foreign minister Ann Keller left.",
        "vice-foreign minister",
    ),
    "a field that is a form of address too": (
        "They met Secretary for Justice Ann Keller.",
        "secretary for Justice",
    ),
    "two nouns that begin a sentence": (
        "Singer and actor Ann Keller left.",
        "singer and actor",
    ),
    "a word that nobody knows": (
        "Ann Keller, deputy head of the rural district council, left.",
        "deputy head of the rural district council",
    ),
    "a body that whose office it is names": (
        "Ann Keller, the attorney-general, left. Clerks in the Office of the Attorney-General wept.",
        "attorney-general",
    ),
    "a verb before the title": (
        "Critics of the land policy claim president Ann Keller left.",
        "president",
    ),
    "in brackets before the name": (
        "He thanked (sporting director) Ann Keller for it.",
        "sporting director",
    ),
    "of the next in a list": (
        "They met the Minister of Trade, Mrs. Ann Keller, the Chairman of the Elm Club, Mr. Al Roe, and others.",
        "minister of Trade",
    ),
    "a surname alone, known": (
        "Ann Keller wept. The club's coach, Keller, left.",
        "coach",
    ),
    "a prize": (
        "The Oscar-winning director Ann Keller left.",
        "Oscar-winning director",
    ),
    "a body before a title": (
        "The new Assembly and President Ann Keller met the Government of President Al Roe.",
        "President",
    ),
    "a portfolio that begins with a form of address": (
        "They met the Minister of Justice and Public Security, Ann Keller and others.",
        "minister of Justice and Public Security",
    ),
    "two words of a position": (
        "It was caught by running back Ann Keller.",
        "running back",
    ),
    "a place with and": (
        "They met Trinidad and Tobago Prime Minister Ann Keller.",
        "Trinidad and Tobago Prime Minister",
    ),
    "of whom somebody's room is": (
        "The Mayor of Lima's office was closed. Ann Keller left.",
        None,
    ),
    "His Highness in letters": (
        "They met former prime minister HH Sheikh Ann Keller.",
        "former prime minister",
    ),
    "at what sounds like somebody": (
        "Al Rudha closed. Ann Keller, nurse at Al Rudha, left.",
        "nurse at Al Rudha",
    ),
    "a service before a capital": (
        "According to police Chief Ann Keller, it rained.",
        "police Chief",
    ),
    "an adjective that begins a sentence": (
        "Banned Peruvian sprinter Ann Keller left.",
        "Banned Peruvian sprinter",
    ),
    "a modifier that begins a sentence": (
        "Cosmetic chemist Ann Keller left.",
        "cosmetic chemist",
    ),
    "an honourable one": (
        "They met Hon'ble PM Al Roe & Home Minister Ann Keller.",
        "Home Minister",
    ),
    "a form of address behind a complement": (
        "Ex-chief inspector of schools Mrs Keller left. Ann Keller wept.",
        "ex-chief inspector of schools",
    ),
    "a party with a letter": (
        "They met Labour Minister Al Roe, JD(S) leader Ann Keller and others.",
        "leader of JD(S)",
    ),
    "of one president and another": (
        "They met Ann Keller, president of the Elm Club, and the former president.",
        "president of the Elm Club",
    ),
    "a position in a team": (
        "They praised Hornets QB Ann Keller again.",
        "QB of Hornets",
    ),
    "with somebody as": (
        "Al Roe wrote it, with Ann Keller as producer.",
        "producer",
    ),
    "now before once": (
        "Former mayor Ann Keller, a lawyer, left.",
        "lawyer",
    ),
    "done before belonging": (
        "Ann Keller, a member of the Salem Club and a lawyer, left.",
        "lawyer",
    ),
    "with a body before without": (
        "Lawyer Ann Keller, director of Acme, left.",
        "director of Acme",
    ),
    "no form of address": ("Mrs. Ann Keller left.", None),
    "short forms in brackets": (
        "They met Ann Keller, National Road Authority (NRA) spokeswoman in the north.",
        "spokeswoman of the National Road Authority",
    ),
    "a body with a purpose": (
        "Ann Keller, head of the Committee to Preserve Rivers, left.",
        "head of the Committee to Preserve Rivers",
    ),
    "once of a ministry": (
        "Ex-Home secretary Ann Keller left.",
        "ex-Home secretary",
    ),
    "once, by a short form": ("They met then-Gov. Ann Keller of Ohio.", "then-Ohio Gov."),
    "the child of somebody with an office": ("The daughter of a miner, Ann Keller wept.", None),
    "a chief by courtesy": ("Chief Ann Keller, a lawyer, wept.", "lawyer"),
    "a name that begins with an adjective": (
        "Former Top Zorvo presenter Ann Keller left.",
        "former presenter of Top Zorvo",
    ),
    "a party that begins with an adjective": (
        "New Democratic Party leader Ann Keller left.",
        "leader of the New Democratic Party",
    ),
    "a party of two words": ("Ann Keller, a Social Democrat, left.", "Social Democrat"),
    "several fields of work": (
        "Local Government and Rural Development Minister Ann Keller left.",
        "Local Government and Rural Development Minister",
    ),
    "fields of work of which no list has the last": (
        "Security and Citizen Protection Secretary Ann Keller left.",
        "Security and Citizen Protection Secretary",
    ),
    "an assistant in capitals": (
        "Special Assistant to the Prime Minister Ann Keller left.",
        "Special Assistant to the Prime Minister",
    ),
    "a plural inside": ("Deputy Attorneys General Ann Keller and Al Moe left.", "Deputy Attorney General"),
    "a body with a stop": ("Ann Keller, Zorvo Bros.' head of sales, left.", "head of sales at Zorvo Bros."),
    "a clause that goes on": (
        "Ann Keller, who had no part in it and is a professor of law at Zork College, left.",
        "professor of law at Zork College",
    ),
    "a bare rank and an office": ("Rear Adm. Ann Keller, the army's chief spokesman, left.", "chief spokesman"),
    "a body in small letters": ("Coast guard spokesman Ann Keller left.", "spokesman of the Coast guard"),
    "a party in the plural": ("They met Greens MP Ann Keller.", "Greens MP"),
    "a body of a nation": ("Peru's Parliament Speaker Ann Keller left.", "speaker of Peru's Parliament"),
    "a body of a nation by its letters": ("Peru's UN ambassador Ann Keller left.", "Peru's UN ambassador"),
    "whom another speaks for": ("He met a spokesman for EU diplomatic chief Ann Keller.", "diplomatic chief of EU"),
    "a clause by somebody else": ("When it was told by the jury foreman, Ms Keller left. Ann Keller wept.", None),
    "over an assistance, with a form of address": (
        "The chief of staff to the governor, Dr Ann Keller, left.",
        "chief of staff to the governor",
    ),
    "a seat in letters": ("Fine Zorvo TD for Galway Ann Keller left.", "Fine Zorvo TD for Galway"),
    "praised at the beginning": ("Promising left-arm spinner Ann Keller left.", "promising left-arm spinner"),
    "with a firm by its noun": (
        "Ann Keller, a solicitor with the law firm Hodge Baines, left.",
        "solicitor with Hodge Baines",
    ),
    "of another's party": (
        "They met Constitutional Party deputies. Ann Keller, who heads the ruling party's tax panel, left.",
        "head of the ruling party's tax panel",
    ),
    "an envoy's own rank": (
        "The minister's permanent secretary, Ambassador Ann Keller, left.",
        "permanent secretary",
    ),
    "a general's office": ("The spokesman, Brigadier General Al Keller, left.", "spokesman"),
    "a senator's office": ("Spokesman on National Security Senator Ann Keller left.", "spokesman on National Security"),
    "a custos": ("Custos Ann Keller left.", "Custos"),
    "a given name that is an office": (
        "The former Hull City winger Dean Keller left. Dean, 41, was tired.",
        "former Hull City winger",
    ),
    "kin of that name": ("It was her husband Dean Keller.", None),
    "a dean": ("Dean Ann Keller left. The dean was tired.", "Dean"),
    "an excellency's letters": ("Zorvo Airways chief H E Al Keller left.", "chief of Zorvo Airways"),
    "a zone": ("The Vice Chairman (Zone 4), Ann Keller, left.", "Vice Chairman (Zone 4)"),
    "a portfolio": (
        "Minister for Indigenous Affairs Ann Keller left.",
        "minister for Indigenous Affairs",
    ),
    "a field in small brackets": (
        "Deputy commissioner (road signs) Ann Keller left.",
        "deputy commissioner (road signs)",
    ),
    "who is seen in brackets": ("President (pictured) Ann Keller left.", "President"),
    "a seat in brackets": ("Senator Ann Keller (Lima North) left.", "Lima North Senator"),
    "a minister's field in brackets": ("Minister Ann Keller (Health) left.", "minister of Health"),
    "a party and a ward in letters": ("Councillor Ann Keller (ZLP, Lima East) left.", "Councillor (ZLP, Lima East)"),
    "a ward with its number": ("Town Councilor Ann Keller, D-Ward 3, left.", "Town Councilor (D-Ward 3)"),
    "a seat that ends the sentence": ("They heard Rep. Ann Keller, D-Ashford. Sen. Al Roe left.", "Rep. (D-Ashford)"),
    "a short seat that ends it": ("They heard Rep. Ann Keller, D-Calif. It rained.", "Rep. (D-Calif.)"),
    "a body with a preposition before its owner": (
        "Ann Keller, deputy project director with the Acorn Center's Lakes Initiative, left.",
        "deputy project director with the Lakes Initiative (Acorn Center)",
    ),
    "a body that its owner tells": (
        "Ann Keller, the port authority's director, left.",
        "director of the port authority",
    ),
    "a body with a noun in small letters": (
        "Inspector Ann Keller of Zorvel police station left.",
        "inspector of Zorvel police station",
    ),
    "a party before a seat": ("ZLP MP Ann Keller left.", "ZLP MP"),
    "a body before what an office is on": (
        "Zorvel representative on the council Ann Keller left.",
        "Zorvel representative on the council",
    ),
    "an author beside a body": (
        "Co-author Ann Keller, of Acorn University, left.",
        "co-author at Acorn University",
    ),
    "who represents a place": (
        "Supervisor Ann Keller, who represents the north of Lima, left.",
        "Supervisor",
    ),
    "who chairs and is a Republican": (
        "Sen. Ann Keller, the Republican who chairs the Lakes Committee, left.",
        "chair of the Lakes Committee",
    ),
    "who goes on as an office": (
        '"It is late," said Ann Keller, who ran it for 20 years and is now the head of Acme.',
        "head of Acme",
    ),
    "a job that was left": ("Ann Keller left her job as a manager at Acme.", "former manager at Acme"),
    "under a coach": ("Zorvel FC, under interim boss Ann Keller, won.", "interim boss of Zorvel FC"),
    "a secretary of somebody": ("Mayor Al Roe left. His secretary Ann Keller stayed.", "secretary of Al Roe"),
    "an adviser to an office": ("Senior Adviser to the Mayor Ann Keller left.", "Senior Adviser to the Mayor"),
    "the director of an attack": ("It was an attack directed by Ann Keller.", None),
    "the director of a film": ("They saw the film, directed by Ann Keller.", "director"),
    "convicted, and named behind": (
        "A jury convicted a former youth pastor of robbing a bank. Ann Keller, 39, wept.",
        "former youth pastor",
    ),
    "killed, and identified behind": (
        "Police probe the murder of a taxi operator. She was identified as Ann Keller.",
        "taxi operator",
    ),
    "a minister of a state": (
        "Peru is dry. It rained in Lima. State Energy Minister Ann Keller left.",
        "State Energy Minister",
    ),
    "a place named after a nation's seat": (
        "Farmers in the Nassau Valley wept. It rained in Nassau Valley. Minister of Agriculture Ann Keller wept.",
        "minister of Agriculture",
    ),
    "a county's jail and its sheriff": ("It was in Harlan County Jail. Sheriff Ann Keller left.", "Sheriff"),
    "a teacher's body is not another's": (
        "Bo Sundin, who teaches design at Kepler College, left. Spokesperson Ann Keller stayed.",
        "Spokesperson",
    ),
}


def offices(kit: newskit.Kit, text: str) -> list[str | None]:
    return [entity.office for entity in kit.extract(text).entities if entity.kind == "person"]


@pytest.mark.parametrize(("text", "office"), OFFICES.values(), ids=OFFICES)
def test_the_office_shown(names_kit: newskit.Kit, text: str, office: str | None) -> None:
    (person,) = [each for each in names_kit.extract(text).entities if each.name.endswith("Keller")]
    assert person.office == office


@pytest.mark.parametrize("name", ["Shah Tariq Keller", "Amir Keller"])
def test_a_rank_that_is_a_given_name_is_part_of_a_name(names_kit: newskit.Kit, name: str) -> None:
    (person,) = [each for each in names_kit.extract(f"It was late, {name} said.").entities if each.kind == "person"]
    assert (person.name, person.office) == (name, None)


def test_a_title_without_a_role_has_no_office() -> None:
    title = newskit.Title(newskit.Span(0, 1, "0"), "", None, None, None, "before", "")
    person = newskit.Entity("person", "0", [newskit.Mention(newskit.Span(0, 1, "0"), "")], titles=[title])
    assert person.office == ""


SHARED = {
    "before names": ("They saw judges Ann Keller and Carla Moore.", ["judge"] * 2),
    "short, before names": ("They saw Sens. Ann Keller and Al Moore.", ["Sen."] * 2),
    "after names": (
        "Ann Keller and Al Moore, co-chairs of the Harbor Trust, left.",
        ["co-chair of the Harbor Trust"] * 2,
    ),
    "after names, both": ("Ann Keller and Al Moore, both senators from Ohio, left.", ["senator from Ohio"] * 2),
    "no plural": (
        "Acme corporate affairs and marketing officer Ann Keller left.",
        ["corporate affairs and marketing officer of Acme"],
    ),
    "plurals in -es and -ies": (
        "They met coaches Ann Keller and Al Moore.",
        ["coach"] * 2,
    ),
    "deputies": (
        "Deputies Ann Keller and Al Moore left.",
        ["Deputy"] * 2,
    ),
    "men": ("They saw councilmen Ann Keller and Al Moore.", ["councilman"] * 2),
    "nobody's plural": ("Ann Keller, director operations at Acme, left.", ["director operations at Acme"]),
    "forms of address": ("They met lawyers Dr Ann Keller and Mr Al Moore.", ["lawyer"] * 2),
    "forms of address behind a colon": ("They met two lawyers: Dr Ann Keller and Mr Al Moore.", ["lawyer"] * 2),
    "a list behind a colon": (
        "GOALKEEPERS: Ann Keller (Zorvo FC), Al Moore (Acme FC)",
        ["goalkeeper of Zorvo FC", "goalkeeper of Acme FC"],
    ),
    "an office each": (
        "Defence Minister Ann Keller met Interior Minister Al Moore.",
        ["Defence Minister", "Interior Minister"],
    ),
    "the body of another's past office": (
        "Ann Keller, a former Zorvo Bank executive who followed founder Al Moore in 2022, left.",
        ["former executive of Zorvo Bank", "founder"],
    ),
    "two of one": (
        "Ann Keller, corresponding secretary for the Elm Club and retired chief of the Salem Guard, left.",
        ["corresponding secretary for the Elm Club"],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), SHARED.values(), ids=SHARED)
def test_several_share_an_office(names_kit: newskit.Kit, text: str, wanted: list[str]) -> None:
    assert offices(names_kit, text) == wanted


AFFILIATED = {
    "a seat behind a comma": (
        "Rep. Ann Keller, D-Hartford, left.",
        "Rep. (D-Hartford)",
        "party and seat",
    ),
    "a seat in brackets": (
        "U.S. Sen. Ann Keller (R-N.J.) left.",
        "U.S. Sen. (R-N.J.)",
        "party and seat",
    ),
    "the body of the article": (
        "The Riverton School District closed. Superintendent Ann Keller left.",
        "superintendent of the Riverton School District",
        "body of the article",
    ),
    "two bodies": (
        "The Riverton School District sued the Salem School District. Superintendent Ann Keller left.",
        "Superintendent",
        "",
    ),
    "the owner": (
        "Tidewell Inc. closed. Ann Keller, the company's lawyer, left.",
        "lawyer of Tidewell Inc.",
        "owner named before",
    ),
    "behind the name": (
        "They heard analyst Ann Keller of Tidewell Bank.",
        "analyst of Tidewell Bank",
        "body beside",
    ),
    "behind the title": (
        "Ann Keller, managing director, Tidewell Ltd, left.",
        "managing director of Tidewell Ltd",
        "body beside",
    ),
    "a kind of body behind a firm": (
        "Ann Keller, manager of banking firm, Tidewell Financial Services, left.",
        "manager of banking firm Tidewell Financial Services",
        "body beside",
    ),
    "a union of a firm": (
        "Tidewell will cut 300 jobs. Tidewell shares fell. The union's leader Ann Keller left.",
        "leader",
        "",
    ),
    "a carmaker and a bank": (
        "Tidewell Bank closed. Shares in Tidewell Bank fell. Acme Ltd shut. The carmaker's boss Ann Keller left.",
        "boss",
        "",
    ),
    "more nouns behind a common body": (
        "They met Capt. Ann Keller of the state police academy on Monday.",
        "Capt.",
        "",
    ),
    "a common body of a common body": (
        "They met superintendent Ann Keller of the county school board on Monday.",
        "superintendent of the county school board",
        "body beside",
    ),
    "an item of a list": (
        "They heard analyst Ann Keller, Tidewell Bank and Acme Bank.",
        "analyst",
        "",
    ),
    "whose it is": (
        "Tidewell Bank has called in its UK chief executive Ann Keller.",
        "UK chief executive of Tidewell Bank",
        "body of the sentence",
    ),
    "in brackets": (
        "They saw analyst Ann Keller (Tidewell Bank), who left.",
        "analyst of Tidewell Bank",
        "body beside",
    ),
    "letters of the name": (
        "They met President Ana Maria Keller (AMK) there. AMK left. AMK smiled. Later Minister Ann Keller wept.",
        "Minister",
        "",
    ),
    "a coach and who governs the sport": (
        "The IZAF met. It was the IZAF that ruled. Former coach Ann Keller left.",
        "former coach",
        "",
    ),
    "somebody's": (
        "Tidewell Bank closed. Shares in Tidewell Bank fell. Al Roe wept. Roe's boss Ann Keller left.",
        "Roe's boss",
        "",
    ),
    "the body of another sentence": (
        "Tidewell Bank closed. They called in its chief executive Ann Keller.",
        "chief executive",
        "",
    ),
    "what the article is about": (
        "Tidewell Bank closed. Shares in Tidewell Bank fell. Chief executive Ann Keller left.",
        "chief executive of Tidewell Bank",
        "main body of the article",
    ),
    "a field of what the article is about": (
        "Tidewell Bank closed. Shares in Tidewell Bank fell. Director of sales Ann Keller left.",
        "director of sales at Tidewell Bank",
        "main body of the article",
    ),
    "the firm that the article is about, and another": (
        "Tidewell closed. Shares in Tidewell Bank fell. Tidewell Bank sued Acme Corp on Monday. CEO Ann Keller left.",
        "CEO of Tidewell Bank",
        "main body of the article",
    ),
    "a noun behind the office": (
        "Tidewell Bank closed. Shares in Tidewell Bank fell. Ann Keller, a spokeswoman for the bank, left.",
        "spokeswoman of Tidewell Bank",
        "main body of the article",
    ),
    "formerly of what the article is about": (
        "Tidewell Bank closed. Shares in Tidewell Bank fell. Former chief executive Ann Keller left.",
        "former chief executive of Tidewell Bank",
        "main body of the article",
    ),
    "where the senator is from": ("Sen. Ann Keller of Ohio left.", "Ohio Sen.", "place beside"),
    "where a former governor was": ("They met former Gov. Ann Keller of Ohio.", "former Ohio Gov.", "place beside"),
    "what the president is of": ("They met President Ann Keller of Peru.", "president of Peru", "place beside"),
    "the only body of the sentence": (
        "Acme sued Tidewell Bank. On Monday Tidewell Bank closed, and chief executive Ann Keller left.",
        "chief executive of Tidewell Bank",
        "body named before",
    ),
    "a chief by rank": ("Acme sued Tidewell Bank. On Monday Zorvo Ltd thanked Chief Ann Keller.", "Chief", ""),
    "the kind of the body in the role": (
        "Tidewell Trust closed. Tidewell Trust is old. Charity boss Ann Keller left.",
        "boss of the Tidewell Trust",
        "main body of the article",
    ),
    "its owner in a sentence of its own": (
        "Tidewell Bank closed on Monday. Its owner, Ann Keller, left.",
        "owner of Tidewell Bank",
        "body of the sentence",
    ),
    "the court of a magistrate": (
        "They went to the Electoral Court. It rained. The magistrate Ann Keller spoke.",
        "magistrate of the Electoral Court",
        "body of the article",
    ),
    "from a body that says where it is": (
        "Ann Keller from Tidewell Trust in Port Moss says it grew.",
        "Tidewell Trust",
        "body beside a name",
    ),
    "from a body that is said to be somewhere": (
        "Ann Keller from the Lima-based Tidewell Trust says it grew.",
        "Tidewell Trust",
        "body beside a name",
    ),
    "of a nation": (
        "HELSINKI - It rained. President Ann Keller met Finnish farmers.",
        "president of Finland",
        "nation of the article",
    ),
    "of a nation that has an article": (
        "MANILA - It rained. Defense Secretary Ann Keller met Filipino farmers.",
        "Defense Secretary of the Philippines",
        "nation of the article",
    ),
    "of a nation, with what it is in charge of": (
        "Finland is dry. It rained in Helsinki. Minister for Roads and Works Ann Keller left.",
        "minister for Roads and Works of Finland",
        "nation of the article",
    ),
    "of the Republic": (
        "They are in Finland. The president of the Republic, Ann Keller, left Helsinki.",
        "president of Finland",
        "nation of the article",
    ),
    "of a part of a nation": (
        "CARDIFF - The Welsh government met. Health minister Ann Keller met Welsh farmers.",
        "health minister of Wales",
        "nation of the article",
    ),
    "of a part of a nation, whose government is not told of": (
        "CARDIFF - It rained. Health minister Ann Keller met Welsh farmers.",
        "health minister",
        "",
    ),
    "of a nation named once in passing": (
        "It rained. They wept. " + "It was dry again, and they slept in the sun all day. " * 8 + "They flew to Chile. "
        "Finance Minister Ann Keller stayed.",
        "Finance Minister",
        "",
    ),
    "of a nation by its rival's name": (
        "Palestine is dry. It rained in Palestine and Israel. Finance Minister Ann Keller left.",
        "Finance Minister",
        "",
    ),
    "of a firm, by its president": (
        "Finland is dry. It rained in Helsinki. They met Ann Keller, the new president.",
        "new president",
        "",
    ),
    "of a whole, in an article on its part": (
        "CARDIFF - It rained. Prime Minister Ann Keller met Welsh farmers.",
        "Prime Minister",
        "",
    ),
    "of a nation that the person is not in": (
        "Finland is dry. Finnish farmers wept in Helsinki. President Ann Keller left. Keller has been to Chile.",
        "President",
        "",
    ),
    "of another nation that is told as often": (
        "Finland is dry. It rained in Chile. President Ann Keller left.",
        "President",
        "",
    ),
    "of a nation, with a person's name in it": (
        "Mr. Jordan is late. Al Jordan met President Ann Keller. Ms. Jordan wept.",
        "President",
        "",
    ),
    "of a club in an article on a nation": (
        "Finland is dry. It rained in Helsinki. Ann Keller, president, left.",
        "president",
        "",
    ),
    "named once": (
        "Tidewell Bank closed. Shares fell. Chief executive Ann Keller left.",
        "chief executive",
        "",
    ),
    "said by the title": (
        "The Riverton School District closed. Ann Keller, superintendent of Acme, left.",
        "superintendent of Acme",
        "",
    ),
}


@pytest.mark.parametrize(("text", "office", "rule"), AFFILIATED.values(), ids=AFFILIATED)
def test_what_an_office_is_of_is_said_elsewhere(names_kit: newskit.Kit, text: str, office: str, rule: str) -> None:
    (person,) = [entity for entity in names_kit.extract(text).entities if entity.name == "Ann Keller"]
    assert (person.office, person.affiliation_rule) == (office, rule)


def test_titles_are_in_order_of_aptness_however_they_are_given() -> None:
    span = newskit.Span(0, 1, "x")
    titles = [
        newskit.Title(span, "Mrs.", honorific=True),
        newskit.Title(span, "former mayor", organization="Lima", former=True),
        newskit.Title(
            span,
            "member",
            organization="Salem Club",
        ),
        newskit.Title(
            span,
            "lawyer",
        ),
        newskit.Title(
            span,
            "director",
            organization="Acme",
        ),
    ]
    for given in (titles, titles[::-1]):
        entity = newskit.Entity("person", "Ann Keller", [newskit.Mention(span)], titles=given)
        assert [title.role for title in entity.titles] == ["director", "lawyer", "member", "former mayor", "Mrs."]


def test_a_body_of_white_space_is_printed_as_it_came() -> None:
    title = newskit.Title(newskit.Span(0, 1, "0"), "chief", None, None, "\x85", "before", "")
    entity = newskit.Entity("person", "Ann Keller", [newskit.Mention(newskit.Span(0, 1, "0"), "")], [], (title,))
    assert entity.office == "chief of \x85"
