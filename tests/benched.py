"""What the tests of ``newskit bench`` share."""

from __future__ import annotations

from typer.testing import CliRunner, Result

from newskit.cli import app

TEXT = "Ida Brandt said on Monday: “The pier is safe.” A <b>clerk</b> agreed that it would last."


def bench(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["bench", *arguments])
