"""Workers end with the process that began them, and after Ctrl-C, even where a plugin hangs for ever."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from processes import is_alive, until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")

PLUGIN = """
    import os, re, time
    from pathlib import Path
    import newskit

    @newskit.extractor(newskit.Part)
    def hanging(doc):
        Path(doc.article.id, str(os.getpid())).touch()
        if doc.text == "C":  # beside which no other thread runs, and no handler of a signal
            re.match(r"(a+)+$", "a" * 60 + "b")
        while True:
            try:
                time.sleep(60)
            except BaseException:
                pass

    @newskit.hookimpl
    def newskit_extractors(config):
        return [hanging]
"""
PIPE = """
    import sys
    import hanging_parts
    from newskit import Article, Kit, pool

    pool._LATE = 0.1
    if "anew" in sys.argv:
        pool.can_fork = lambda: False
    if "thread" in sys.argv:
        pool._is_told_of_end = lambda _: False
    if __name__ == "__main__":
        kit = Kit(plugins=(), add=[hanging_parts])
        list(kit.pipe([Article(sys.argv[1], id=sys.argv[2])] * 2 * pool.AT_ONCE, workers=2))
"""
RUN = """
    import sys
    from newskit.corpus import Job

    if __name__ == "__main__":
        Job(
            inputs=["in.jsonl"], out="out", plugins=(), add=["hanging_parts.py"], shard_bytes=1, timeout=None
        ).run(workers=2)
"""


@pytest.mark.parametrize(
    ("script", "how", "hangs", "told"),
    [
        (PIPE, "copies", "C", signal.SIGINT),
        (PIPE, "copies", "C", signal.SIGKILL),
        (PIPE, "anew", "Python", signal.SIGINT),
        (PIPE, "anew", "C", signal.SIGKILL),
        (PIPE, "anew thread", "Python", signal.SIGKILL),
        (RUN, "", "Python", signal.SIGINT),
        (RUN, "", "C", signal.SIGKILL),
    ],
    ids=[
        "copies, after Ctrl-C",
        "copies of what is killed",
        "begun anew, after Ctrl-C",
        "begun anew by what is killed",
        "begun anew by what is killed, on other systems",
        "of a run, after Ctrl-C",
        "of a run that is killed",
    ],
)
def test_workers_that_hang_end(tmp_path: Path, script: str, how: str, hangs: str, told: signal.Signals) -> None:
    (tmp_path / "hanging_parts.py").write_text(textwrap.dedent(PLUGIN), encoding="utf-8")
    (tmp_path / "main.py").write_text(textwrap.dedent(script), encoding="utf-8")
    at_work = tmp_path / "at work"
    at_work.mkdir()
    (tmp_path / "in.jsonl").write_text(f'{{"text": "{hangs}", "id": "{at_work}"}}\n' * 2, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "main.py", hangs, str(at_work), *how.split()],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # What a shell starts in the background ignores Ctrl-C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler) and None,  # noqa: PLW1509
    ) as process:
        try:
            until(lambda: len(list(at_work.iterdir())) == 2 or process.poll() is not None)
            workers = [int(each.name) for each in at_work.iterdir()]
            assert len(workers) == 2
            os.kill(process.pid, told) if told == signal.SIGKILL else os.killpg(process.pid, told)
            until(lambda: process.poll() is not None and not any(map(is_alive, workers)))
            assert process.returncode == -told
        finally:
            os.killpg(process.pid, signal.SIGKILL) if process.poll() is None else None
