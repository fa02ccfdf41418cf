"""The long word lists in the order in which one looks for a word: by class, then by letters, each entry once.

``python tests/lists.py`` puts them in order.
"""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = (*sorted((ROOT / "plugins").glob("newskit_*")), *sorted((ROOT / "src/newskit").iterdir()))
LONG = 100
"""Lists of fewer lines are read at a glance, in the order that their writer liked."""
ORDERED_OTHERWISE = frozenset(
    (
        "features.txt",  # by what they look at
        "holidays.txt",  # by country
        "lands.txt",  # by country
        "lexicon.txt",  # by what they count
        "phrase_words.txt",  # a class before those that are made of it
        "tag_endings.txt",  # as they are learned
    )
)


def lists() -> list[Path]:
    """Return the files of long lists: no records, no tables, and no order of their own."""
    files = (path for folder in FOLDERS for path in sorted(folder.glob("*.txt")))
    named = (path for path in files if path.name not in ORDERED_OTHERWISE and "rules" not in path.name)
    return [path for path in named if _is_long_list(path.read_text("utf-8"))]


def _is_long_list(text: str) -> bool:
    return text.count("\n") >= LONG and "\t" not in text


def ordered(text: str) -> str:
    """Return a list in order: its comments, what declares its classes, and the entries by class as declared."""
    lines = text.splitlines()
    comments = [line for line in lines if line[:1] == "#"]
    declared = [line for line in lines if line.partition(" ")[0].endswith(":") and line not in comments]
    rows = dict.fromkeys(line for line in lines if line and line not in (*comments, *declared))
    labels = [line.partition(":")[0] for line in declared]
    place = {label: at for at, label in enumerate(labels)}
    by_class = sorted(rows, key=lambda row: (place.get(row.partition(" ")[0], 0), row))
    return "\n".join((*comments, *declared, *([""] if declared else []), *by_class)) + "\n"


if __name__ == "__main__":
    for path in lists():
        path.write_text(ordered(path.read_text("utf-8")), "utf-8")
