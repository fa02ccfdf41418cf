"""Texts that are the paths of files: a mistake that gives an answer all the same, and so is worth a word."""

from __future__ import annotations

import os
import sys
import warnings

from newskit.errors import InputWarning

_LONGEST = 255
"""Characters of a text that is asked about: no name of a file is longer on common systems, and hardly any path."""


def warn_of_path(text: object) -> None:
    """Give an ``InputWarning`` for a text of one line that is the path of a file; the file is not opened.

    The warning is that of the line which called newskit. It changes no answer.
    """
    if not isinstance(text, str) or len(text) > _LONGEST or "\n" in text or not os.path.isfile(text):  # noqa: PTH113 - Path raises for a NUL
        return
    depth, frame = 1, sys._getframe(1)  # noqa: SLF001 - as warnings itself finds the caller
    while frame.f_back and frame.f_globals.get("__name__", "").partition(".")[0] == "newskit":
        depth, frame = depth + 1, frame.f_back
    message = f"the text {text!r} is the path of a file, which is not read; newskit.formats.read_articles reads files"
    warnings.warn(message, InputWarning, stacklevel=depth + 1)
