"""The day on which something was said: of a time that modifies the cue, and of nothing else."""

from __future__ import annotations

import pytest

import newskit


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ann Poe said on Monday that the well was dry.", "Monday"),
        ("Ann Poe on Monday said that the well was dry.", "Monday"),
        ("On Monday, Ann Poe said that the well was dry.", "Monday"),
        ("In a letter published on Monday, Ann Poe said that the well was dry.", "Monday"),
        ("A letter released on Monday said that the well was dry.", "Monday"),
        ("“The well is dry,” Ann Poe said in Arvon on Monday.", "Monday"),
        ("When it rained on Monday, Ann Poe said that the well was dry.", None),
        ("Ann Poe, who came on Monday, said that the well was dry.", None),
        ("Ann Poe said that the well was dry after the pump broke on Monday.", None),
        ("Judge Ann Poe, who issued an order in May to shut it, said that the well was dry.", None),
        ("The 2011 census showed that the wells were dry.", None),
    ],
)
def test_a_day_is_the_cues_only_where_it_modifies_it(kit: newskit.Kit, text: str, day: str | None) -> None:
    (quote,) = kit.extract(text).quotes
    assert (quote.said_on.span.text if quote.said_on else None) == day


def test_what_is_added_was_said_on_the_same_day(kit: newskit.Kit) -> None:
    _, added = kit.extract("Ann Poe said on Monday that the well was dry, adding that it had been full.").quotes
    assert added.said_on is not None
