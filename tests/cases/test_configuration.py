"""A kit from a file of TOML, and what is said of files that are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from newskit import InputError
from newskit.configuration import Configuration, read_configuration


def test_a_configuration(tmp_path: Path) -> None:
    path = tmp_path / "kit.toml"
    path.write_bytes(
        b'block = ["a"]\r\nprefer = []\n[options.b]\nages = true\nn = 5\nx = 0.5\n'
        b'words = [["a"], ["b"]]\nin = {c = "d"}\n'
    )
    options = {"b": {"ages": True, "n": 5, "x": 0.5, "words": [["a"], ["b"]], "in": {"c": "d"}}}
    assert read_configuration(path) == Configuration(block=("a",), options=options, path=path)


WRONG = {
    "brackets": ("x = " + "[" * 50_000, "no TOML: nested too deep"),
    "inline tables": ("x = " + "{a = " * 50_000, "no TOML: nested too deep"),
    "a long number": ("x = " + "1" * 5000, "no TOML: a number is too long"),
    "a long number of base 16": ("[options.a]\nx = 0x" + "f" * 5000, "a whole number of more than 64 bits"),
    "a large number": (f"[options.a]\nx = {2**63}", "field 'options.a.x': a whole number of more than 64 bits"),
    "a long fraction": ("[options.a]\nx = " + "1" * 5000 + ".0", "field 'options.a.x': the number inf"),
    "a dotted key": (".".join("a" * 20_000) + " = 1", "line 1 has more than 500 dots"),
    "a dotted heading": ("\n[" + ".".join("a" * 20_000) + "]", "line 2 has more than 500 dots"),
    "a dotted key within": ("x = {" + " . ".join("a" * 20_000) + " = 1}", "line 1 has more than 500 dots"),
    "deep tables": ("[options." + ".".join("a" * 300) + "]", "nested deeper than 100 levels"),
    "a large file": ("#" * 300_000, "larger than 256 KiB"),
    "infinity": ("[options.a]\nlimit = inf", "field 'options.a.limit': the number inf"),
    "no number": ("[options.a]\nlimit = [1, nan]", r"field 'options.a.limit[1]': the number nan"),
    "a date": ("[options.a]\nsince = 2025-02-18", "field 'options.a.since': a date, which a run could not hand on"),
    "a time": ("[options.a]\nsince = {at = 10:00:00}", "field 'options.a.since.at': a time"),
    "a long name": ("a" * 5000 + " = 1", f"field '{'a' * 80}…': no argument of a kit"),
    "no UTF-8": ("x = 'caf\udce9'", "no TOML: 'utf-8' codec can't decode"),
    "no TOML": ("x =\ny", "no TOML: Invalid value (at line 1, column 4)"),
}


@pytest.mark.parametrize(("toml", "message"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_on_one_line(tmp_path: Path, toml: str, message: str) -> None:
    path = tmp_path / "kit.toml"
    path.write_bytes(toml.encode(errors="surrogateescape"))
    with pytest.raises(InputError) as caught:
        read_configuration(path)
    told = str(caught.value)
    assert message in told
    assert told.startswith(str(path))
    assert "\n" not in told
    assert len(told) < len(str(path)) + 300
