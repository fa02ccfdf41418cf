"""What quotes report and how, and how sure their speakers are."""

from __future__ import annotations

import pytest

import newskit

KIT = newskit.Kit()


def only(text: str) -> newskit.Quote:
    """Return the one quote of a text."""
    (quote,) = KIT.extract(text).quotes
    return quote


@pytest.mark.parametrize(
    ("text", "reports", "status"),
    [
        ("Officials haven't said the agency is reopening its inquiry.", "speech", "not said"),
        ("Mayor Ana Ruiz stopped short of saying that the bridge was safe.", "speech", "not said"),
        ("Mayor Ana Ruiz did not only say that the bridge was safe.", "speech", "asserted"),
        ("Mayor Ana Ruiz never hesitated to say that the bridge was safe.", "speech", "asserted"),
        ("Neither Ana Ruiz nor Bo Lind said that the bridge was safe.", "speech", "not said"),
        ("Mayor Ana Ruiz denied that the bridge was unsafe.", "speech", "denied"),
        ("Mayor Ana Ruiz rejected claims that the bridge was unsafe.", "speech", "denied"),
        ("Mayor Ana Ruiz dismissed the claims as “pure and utter nonsense from the council”.", "speech", "asserted"),
        ("Mayor Ana Ruiz does not think that the bridge is safe.", "thought", "denied"),
        ("Mayor Ana Ruiz asked whether the bridge was safe.", "speech", "asked"),
        ("“Who will pay for the bridge?” Ana Ruiz said.", "speech", "asked"),
        ("The bridge will be shut if Ana Ruiz says that it is unsafe.", "speech", "conditional"),
        ("Mayor Ana Ruiz would say that the bridge was unsafe.", "speech", "conditional"),
        ("Mayor Ana Ruiz would later say that the bridge was unsafe.", "speech", "asserted"),
        ("May said that the bridge was unsafe.", "speech", "asserted"),
        ("Mayor Ana Ruiz will announce that the bridge is unsafe.", "speech", "planned"),
        ("Mayor Ana Ruiz is expected to say that the bridge is unsafe.", "speech", "planned"),
        ("Mayor Ana Ruiz refused to say that the bridge is unsafe.", "speech", "not said"),
        ("Mayor Ana Ruiz had to admit that the bridge was unsafe.", "speech", "asserted"),
        ("Ana Ruiz, who did not resign, said that the bridge was unsafe.", "speech", "asserted"),
        ("Mayor Ana Ruiz wrote that the bridge was unsafe.", "writing", "asserted"),
        ("Mayor Ana Ruiz said in a letter that the bridge was unsafe.", "writing", "asserted"),
        ("The report said that the bridge was unsafe.", "writing", "asserted"),
        ("Mayor Ana Ruiz believes that the bridge is unsafe.", "thought", "asserted"),
        ("The council voted to close the bridge.", "act", "asserted"),
        ("The council refused to close the bridge.", "act", "denied"),
        ("“The bridge is as safe as it ever was,” Ana Ruiz believes.", "speech", "asserted"),
    ],
)
def test_what_is_reported_and_how(text: str, reports: str, status: str) -> None:
    quote = only(text)
    assert (quote.reports, quote.status) == (reports, status)


def test_statements_are_what_was_said_and_asserted() -> None:
    text = """Mayor Ana Ruiz said that the bridge was safe. She denied that it was old. The council voted to close it.

    Engineer Bo Lind wrote that the river was high. He believes that it will fall."""
    document = KIT.extract(text)
    assert [quote.cue.text for quote in document.statements if quote.cue] == ["said", "wrote"]
    assert len(document.quotes) > len(document.statements)


def test_a_speaker_has_a_confidence_and_nobody_has_none() -> None:
    named, unknown = only("Mayor Ana Ruiz said that the bridge was safe."), only("Residents said that it was old.")
    assert named.speaker is not None
    assert named.speaker_confidence == 0.97
    assert unknown.speaker is None
    assert unknown.speaker_confidence is None


def sure(text: str) -> float:
    """Return how sure the speaker of a text's last quote is."""
    found = KIT.extract(text).quotes[-1].speaker_confidence
    assert found is not None
    return found


def test_a_name_is_surer_than_a_pronoun_and_rivals_make_it_less_so() -> None:
    alone = "Mayor Ana Ruiz runs the port. She said that the bridge was safe."
    two = "Mayor Ana Ruiz met Eva Lind on Monday. She said that the bridge was safe."
    between = "Mayor Ana Ruiz runs the port. Eva Lind's report is new. She said that the bridge was safe."
    assert sure(alone) >= 0.9
    assert sure(alone) > sure(two) > sure(between)


def test_confidence_falls_along_a_chain_of_pronouns() -> None:
    text = "Mayor Ana Ruiz runs the port."
    falling = []
    for _ in range(5):
        text += " She said that the bridge was safe."
        falling.append(sure(text))
    assert falling == sorted(falling, reverse=True)
    assert falling[0] > falling[-1]


def test_a_surname_that_two_bear_is_less_sure() -> None:
    one = "Mayor Ana Ruiz met Bo Lind. Ruiz said that the bridge was safe."
    two = "Mayor Ana Ruiz was late. Ruiz met her cousin Bo Ruiz. Ruiz said that the bridge was safe."
    assert sure(one) > sure(two)


def test_a_star_is_no_newspaper() -> None:
    (quote,) = KIT.extract("The former Norwell star said there was no time.").quotes
    assert quote.reports == "speech"
