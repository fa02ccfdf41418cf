"""Tables and texts as rich draws them."""

from __future__ import annotations

from io import StringIO

from rich.console import Console, RenderableType
from rich.table import Table

from newskit.cli.shared import coloured, width


def rendered(*blocks: RenderableType, least: int = 0) -> str:
    """Return what rich makes of tables and texts, an empty line between them, as wide as the terminal and ``least``."""
    console = Console(
        file=StringIO(),  # its own: rich would touch standard output, which may be full
        width=max(width(), least),
        no_color=not coloured(),
        force_terminal=coloured(),
        highlight=False,
        markup=False,
    )
    with console.capture() as captured:
        for place, block in enumerate(blocks):
            if place:
                console.print()
            console.print(block)
    return "\n".join(line.rstrip() for line in captured.get().splitlines()) + "\n"


def table_of(*columns: str) -> Table:
    """Return an empty table in the form of the listings."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold cyan", title_justify="left")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table
