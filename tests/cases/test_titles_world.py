"""Offices as English newspapers anywhere write them: whose they are, how far they go, body and place."""

from __future__ import annotations

import pytest

import newskit

BEFORE = (
    ("Minister of Fisheries and Marine Affairs Ann Keller left.", "Ann Keller", None, None),
    ("Permanent Secretary in the Ministry of Lands Joseph Mwangi left.", "Joseph Mwangi", "Ministry of Lands", None),
    ("Leader of the Opposition in the Assembly Vijay Rao left.", "Vijay Rao", "Assembly", None),
    ("Conservative MP for North Devon Peter Hale left.", "Peter Hale", "Conservative", "North Devon"),
    ("UN High Commissioner for Human Rights Michele Bache left.", "Michele Bache", "UN", None),
    (
        "Chief Justice of the Supreme Court of Belize Louise Young left.",
        "Louise Young",
        "Supreme Court of Belize",
        None,
    ),
    ("Director of Public Prosecutions Noor Haji left.", "Noor Haji", None, None),
    ("Egyptian Minister of Interior and Municipalities Sami Farouk left.", "Sami Farouk", None, "Egyptian"),
    ("Municipal commissioner of Nagpur Sanjay Rao left.", "Sanjay Rao", None, "Nagpur"),
    ("Embakasi East MP Paul Otieno left.", "Paul Otieno", None, "Embakasi East"),
    ("Humboldt Supervisor Rex Bonn left.", "Rex Bonn", None, "Humboldt"),
    ("Farlow Assistant Police Chief Mark Carden left.", "Mark Carden", None, "Farlow"),
    ("Farlow Heights City Councilman Mark Carden left.", "Mark Carden", None, "Farlow Heights"),
    ("Quezon City Mayor Jose Reyes left.", "Jose Reyes", None, "Quezon City"),
    ("Vancouver Coun. Pete Frye left.", "Pete Frye", None, "Vancouver"),
    ("Turkish Cypriot leader Ersan Roe left.", "Ersan Roe", None, "Turkish Cypriot"),
    ("Palestinian Authority President Al Roe left.", "Al Roe", "Palestinian Authority", None),
    ("Springdale School District Superintendent Jo Lane left.", "Jo Lane", "Springdale School District", None),
    ("Board of Education President Carl Hume left.", "Carl Hume", "Board of Education", None),
    ("Federal Labor MP Joanne Pratt left.", "Joanne Pratt", None, None),
    ("Labour MP Joanne Pratt left.", "Joanne Pratt", "Labour", None),
    ("Ex-Chelsea midfielder Joe Barnes left.", "Joe Barnes", "Chelsea", None),
    ("WHO regional director Ann Poe left.", "Ann Poe", "WHO", None),
    ("Regent Hospital Chairman Al Roe left.", "Al Roe", "Regent Hospital", None),
    ("Detective Chief Superintendent Sally Orr left.", "Sally Orr", None, None),
    ("Judge President Vusi Radebe left.", "Vusi Radebe", None, None),
    ("Additional Solicitor General Kiran Shah left.", "Kiran Shah", None, None),
    ("Unification Minister Lee Jae-won left.", "Lee Jae-won", None, None),
    ("Lebanese caretaker Prime Minister Najib Roe left.", "Najib Roe", None, "Lebanese"),
    ("Deputy Attorney General KM Nurul Karim left.", "KM Nurul Karim", None, None),
)
"""Each text is a title, the name of its holder, and a verb: with the organization and the place of the title."""


@pytest.mark.parametrize(("text", "name", "organization", "place"), BEFORE)
def test_a_title_ends_where_the_name_begins(text: str, name: str, organization: str | None, place: str | None) -> None:
    document = newskit.extract(text)
    (person,) = [each for each in document.entities if each.kind == "person"]
    (title,) = person.titles
    assert (person.name, title.span.text) == (name, text.partition(f" {name}")[0])
    assert (title.organization, title.place) == (organization, place)


@pytest.mark.parametrize("honour", ["Datuk", "Datuk Seri", "Tan Sri", "Hojjat al-Islam", "Mzee", "Shri"])
def test_an_honour_is_no_part_of_the_name(honour: str) -> None:
    document = newskit.extract(f"On Monday they met {honour} Ahmad Razak in Lima.")
    assert [each.name for each in document.entities if each.kind == "person"] == ["Ahmad Razak"]


def test_a_title_in_apposition_is_followed_by_a_person() -> None:
    document = newskit.extract("It was said by the museum's director, J. Oliver Marsh, on Monday.")
    (person,) = document.entities
    assert (person.kind, person.name) == ("person", "J. Oliver Marsh")


def test_countries_in_brackets_part_names() -> None:
    document = newskit.extract("John Hale (US) Abraham B Poe (Israel) and Ann Roe (UK) Al Roe won.")
    people = [each.name for each in document.entities if each.kind == "person"]
    assert people == ["John Hale", "Abraham B Poe", "Ann Roe", "Al Roe"]


@pytest.mark.parametrize("body", ["Attorney General's Office", "Public Prosecutor's Office", "Magistrate's Court"])
def test_an_officer_owns_a_body(body: str) -> None:
    document = newskit.extract(f"On Monday the {body} said so.")
    assert [(each.kind, each.name) for each in document.entities] == [("organization", body)]


def test_a_nickname_between_marks_is_no_office() -> None:
    text = "Ann Poe, a poet, wrote it. Al Roe said they called him 'The Poet.' Then he left."
    assert [title.span.text for title in newskit.extract(text).titles] == ["a poet"]
