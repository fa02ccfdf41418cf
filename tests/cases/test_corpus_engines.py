"""The engines, each where it is installed (`nox -s engines`): the rows are those of the local run."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from newskit import MissingExtraError
from newskit.corpus import Job

RECIPES = Path(__file__).parents[2] / "docs" / "how-to" / "recipes"
PLUGINS = "newskit_structure,newskit_dates,newskit_titles,newskit_names,newskit_quotes"
STORY = 'Harbour Master Ida Brandt said on Monday: "Pier {} is safe." She spoke to reporters at Port Vell.'


def installed(package: str) -> bool:
    return importlib.util.find_spec(package) is not None


def rows(folder: Path) -> list[dict[str, Any]]:
    return sorted(pq.read_table(folder).to_pylist(), key=lambda row: str(row["id"]))


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NEWSKIT_PLUGINS", PLUGINS)
    path = tmp_path / "articles.parquet"
    found = [{"id": f"a{n:02}", "text": STORY.format(n), "published": "2025-02-18"} for n in range(30)]
    pq.write_table(pa.Table.from_pylist(found), path, row_group_size=10)
    return path


@pytest.fixture
def expected(articles: Path) -> list[dict[str, Any]]:
    out = articles.parent / "local"
    Job(inputs=[articles], out=out, format="parquet", shard_bytes=1000).run(workers=1)
    found = rows(out)
    assert len(found) == 30
    assert all(row["quotes"] for row in found)
    return found


@pytest.mark.skipif(not installed("ray"), reason="ray is not installed")
def test_the_engine_ray_writes_the_files_of_the_local_run(articles: Path, expected: list[dict[str, Any]]) -> None:
    out = articles.parent / "ray"
    size = str(1000 / 1024 / 1024)
    options = ["--format", "parquet", "--shard-size", size, "--workers", "2", "--engine", "ray"]
    command = [sys.executable, "-m", "newskit", "run", str(articles), "-o", str(out), *options]
    done = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert rows(out) == expected
    local = sorted((articles.parent / "local").glob("part-*"))
    assert len(local) > 2
    assert [path.read_bytes() for path in local] == [(out / path.name).read_bytes() for path in local]


@pytest.mark.parametrize(
    ("recipe", "package"), [("ray_data.py", "ray"), ("spark.py", "pyspark"), ("daft_udf.py", "daft")]
)
def test_a_recipe_gives_the_rows_of_the_local_run(
    articles: Path, expected: list[dict[str, Any]], recipe: str, package: str
) -> None:
    if not installed(package):
        pytest.skip(f"{package} is not installed")
    out = articles.parent / "made"
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable}
    command = [sys.executable, str(RECIPES / recipe), str(articles), str(out)]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment, check=False
    )
    assert done.returncode == 0, done.stdout
    assert rows(out) == expected


@pytest.mark.skipif(installed("ray"), reason="ray is installed")
def test_ray_that_is_not_installed(articles: Path) -> None:
    job = Job(inputs=[articles], out=articles.parent / "out", format="parquet")
    with pytest.raises(MissingExtraError, match=r"ray is not installed; run: pip install 'newskit\[ray\]'"):
        job.run(workers=1, engine="ray")
