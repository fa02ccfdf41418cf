"""Ranks and short forms of offices before names: what is one role, and what is no part of the name."""

from __future__ import annotations

import pytest

import newskit

ROLES = """
Able Seaman|Airman First Class|Battalion Chief|Bdr|Borough Commander|Branch Secretary|CJI
Chief Warrant Officer 3|Colour Sergeant|Flt Lt|Flying Officer|Garda Commissioner|Gnr|HHJ|LCpl|Lance Corporal
Lance Cpl.|Leading Seaman|Left Winger|Lieutenant Junior Grade|MSgt|Mahant|Naib Subedar|PGen|Patrol Officer
Petty Officer 2nd Class|Pilot Officer|Platoon Sergeant|Prebendary|Punong Barangay|Regimental Sergeant Major
Seaman Apprentice|Sgt. 1st Class|Site Manager|Special Agent in Charge|Sqn Ldr|Sub Lieutenant|Surg Cdr|Tight End
Town Crier|Tpr|Very Rev|Very Rev.|Warrant Officer Class 2|Wg Cdr|Wing Commander
"""


@pytest.mark.parametrize("role", ROLES.replace("\n", "|").strip("|").split("|"))
def test_a_rank_is_one_role_and_no_part_of_the_name(role: str) -> None:
    document = newskit.extract(f"On Monday {role} Ann Kowando spoke in Mombasa.")
    (person,) = [each for each in document.entities if each.kind == "person"]
    assert (person.name, person.office) == ("Ann Kowando", role)


@pytest.mark.parametrize("letters", ["AG", "AVM", "DA", "DM", "EAM", "IO", "NSA", "OIC", "SG"])
def test_letters_are_an_office_before_a_given_name_alone(letters: str) -> None:
    document = newskit.extract(f"On Monday {letters} Ann Kowando spoke. The {letters} Zorvo plan failed.")
    (person,) = [each for each in document.entities if each.kind == "person"]
    assert (person.name, person.office) == ("Ann Kowando", letters)


def test_a_judge_has_letters_behind_the_name() -> None:
    (person,) = newskit.extract("The law was read by Chief Justice Ann Poe CJ.").entities
    assert (person.name, person.office) == ("Ann Poe", "Chief Justice")
