"""The command ``newskit report``: an audit of sources as a page, and as JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import orjson
import typer

from newskit.cli.help import Command, command_app
from newskit.cli.pages import PAGE_ENDS, check_not_read
from newskit.cli.shared import (
    SOME_FAILED,
    counted,
    open_output,
    refuse,
    refuse_error,
    say,
    say_first,
    write,
    writing_to,
)
from newskit.errors import InputError, NewskitError
from newskit.formats.files import STDIN
from newskit.paths import is_there
from newskit.report import Report
from newskit.report.charts import vl_convert
from newskit.whole_files import written_whole

app = command_app()
_TOLD = 5


@app.command(cls=Command)
def report(
    facts: Annotated[Path, typer.Argument(metavar="FACTS", help="The folder of a run, or a file of its documents.")],
    *,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE.html", help="The page [default: report.html].")
    ] = None,
    json: Annotated[
        Path | None, typer.Option(metavar="FILE.json", help="The audit as JSON; `-` is standard output.")
    ] = None,
    title: Annotated[str, typer.Option(metavar="TEXT", help="The title of the page.")] = "Who is quoted",
    confidence: Annotated[
        float, typer.Option(min=0, max=1, metavar="0..1", help="Leave out quotes of a lower confidence.")
    ] = 0,
) -> None:
    """Report who is quoted in a corpus: in what office, how, by whom and when.

    Reads the tables `quotes` and `people` of a run, or its documents in JSON Lines. The page works offline; its tables
    sort, filter and give CSV. With `--json` alone no page is made. The exit status is 0 when all is done, 1 when some
    rows could not be read, 2 for wrong use.

    **Examples**

    - `newskit report facts -o report.html` (after `newskit run articles/ -o facts --tables quotes,people`)
    - `newskit report facts --json audit.json`
    """
    failed: list[InputError] = []
    try:
        _check_names(facts, out, json)
        if (out or not json) and is_there(facts):
            vl_convert()  # said before all is read
        made = Report.read(facts, least=confidence, on_error=failed.append)
        if json:
            _write(json, orjson.dumps(made.to_dict(), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
        if out or not json:
            _write(out or Path("report.html"), made.to_html(title=title).encode("utf-8", "replace"))
    except NewskitError as exc:
        refuse_error(exc, {})
    say(f"{counted(made.total.quotes, 'quote')} of {counted(made.total.speakers, 'speaker')}")
    say_first([*map(str, failed[:_TOLD])], len(failed))
    if failed:
        raise typer.Exit(SOME_FAILED)


def _check_names(facts: Path, out: Path | None, json: Path | None) -> None:
    """Refuse names by which what is there, as a text or the facts themselves, would be replaced by mistake."""
    if out and out.suffix.lower() not in PAGE_ENDS:
        refuse(f"--out: expected the name of a page, FILE.html, got {str(out)!r}")
    if json and str(json) != STDIN and json.suffix.lower() != ".json":
        refuse(f"--json: expected a name FILE.json, or - for standard output, got {str(json)!r}")
    for path in filter(None, (out, json)):
        check_not_read(path, [facts])


def _write(path: Path, data: bytes) -> None:
    if str(path) == STDIN:
        with open_output():
            write(data.decode("utf-8", "replace"))
        return
    with writing_to(path), written_whole(path) as file:
        file.write(data)
