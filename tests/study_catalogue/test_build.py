"""The command, versions, all or nothing, and what a confirmation changes."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from study_catalogue import Catalogue, open_catalogue
from study_catalogue.build import build, data_version, stored_version
from study_catalogue.database import DEFAULT_FILE, ROOT, database_url, engine_for, sqlite_url
from study_catalogue.rows import DataError

from .conftest import Spoil

Rebuilt = Callable[[], Catalogue]


def run(url: str, data: Path | None = None) -> subprocess.CompletedProcess[str]:
    """`python -m study_catalogue`, on other data when given."""
    command = [sys.executable, "-m", "study_catalogue", *([str(data)] if data else [])]
    environment = {**os.environ, "DATABASE_URL": url}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)


def test_command_builds_in_seconds_and_says_each_step(tmp_path: Path) -> None:
    start = time.perf_counter()
    done = run(f"sqlite:///{tmp_path / 'new' / 'catalogue.sqlite'}")
    assert done.returncode == 0, done.stderr
    assert time.perf_counter() - start < 10
    steps = [line.split(":")[0] for line in done.stdout.splitlines()]
    assert steps[:3] == ["places", "institutions", "study options"]
    assert len(steps) == 12
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["catalogue.sqlite"]


def test_command_on_bad_data(tmp_path: Path, data: Path, spoil: Spoil) -> None:
    file = tmp_path / "catalogue.sqlite"
    build(sqlite_url(file), data)
    before = file.read_bytes()
    line = spoil("academies.csv", "lim-001", lat="0")
    done = run(f"sqlite:///{file}", data)
    assert done.returncode == 1
    assert done.stderr.startswith(f"not built: academies.csv, line {line}: 'lat' is 0")
    assert "Traceback" not in done.stderr
    assert file.read_bytes() == before
    assert not list(tmp_path.glob("*.new"))


def test_command_without_a_database() -> None:
    done = run("postgresql://nobody@127.0.0.1:1/nothing")
    assert done.returncode == 1
    assert done.stderr.startswith("not built: the database says")
    assert "Traceback" not in done.stderr


def test_postgres_keeps_its_tables_when_the_data_is_bad(
    postgres_catalogue: Catalogue, data: Path, spoil: Spoil
) -> None:
    before = postgres_catalogue.version
    spoil("academies.csv", "lim-001", lat="0")
    with pytest.raises(DataError):
        build(postgres_catalogue._engine.url, data)
    assert postgres_catalogue.version == before
    assert postgres_catalogue.place("3600 Genk") is not None


def test_version_follows_the_data(data: Path, spoil: Spoil) -> None:
    before = data_version(data)
    assert before == data_version(data)
    spoil("academies.csv", "lim-001", name="Anders")
    assert data_version(data) != before


def test_stale_database_is_rebuilt(tmp_path: Path, data: Path, spoil: Spoil) -> None:
    url = sqlite_url(tmp_path / "catalogue.sqlite")
    spoil("academies.csv", "lim-001", name="Anders")
    build(url, data)
    stale = stored_version(engine_for(url))
    assert open_catalogue(str(url)).version != stale


def test_current_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "catalogue.sqlite"
    open_catalogue(f"sqlite:///{file}")
    written = file.stat().st_mtime_ns
    open_catalogue(f"sqlite:///{file}")
    assert file.stat().st_mtime_ns == written


def test_file_that_is_no_database_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "catalogue.sqlite"
    file.write_text("not a database")
    assert open_catalogue(f"sqlite:///{file}").place("3600 Genk") is not None


def test_running_catalogue_sees_a_rebuild(tmp_path: Path, data: Path, spoil: Spoil) -> None:
    url = sqlite_url(tmp_path / "catalogue.sqlite")
    build(url, data)
    running = Catalogue(engine_for(url))
    version, names = running.version, running.names()
    spoil("aliases.csv", "TWE", text="T.W.E.!")
    build(url, data)
    assert running.version != version
    assert {name.text for name in running.names()} - {name.text for name in names} == {"T.W.E.!"}


def test_help_does_not_fail_with_the_database(tmp_path: Path, data: Path) -> None:
    """Numbers for people in distress, and the version that understanding follows, outlive the database."""
    file = tmp_path / "catalogue.sqlite"
    build(sqlite_url(file), data)
    catalogue = open_catalogue(str(sqlite_url(file)))
    helplines, version = catalogue.helplines(), catalogue.version
    file.unlink()
    assert helplines
    assert (catalogue.helplines(), catalogue.version) == (helplines, version)
    with pytest.raises(OSError):
        catalogue.option("so3-houttechnieken")


def test_what_was_asked_is_remembered_until_a_rebuild(tmp_path: Path, data: Path, spoil: Spoil) -> None:
    url = sqlite_url(tmp_path / "catalogue.sqlite")
    build(url, data)
    catalogue = Catalogue(engine_for(url))
    first = catalogue.jobs_of("so3-houttechnieken")
    first.clear()
    assert catalogue.jobs_of("so3-houttechnieken") != []
    spoil("study_options.csv", "so3-houttechnieken", name="Houttechnieken nieuw")
    build(url, data)
    option = catalogue.option("so3-houttechnieken")
    assert option is not None
    assert option.name == "Houttechnieken nieuw"


def test_url_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://someone@somewhere/else")
    assert database_url().host == "somewhere"
    assert database_url("sqlite:///x").database == "x"
    monkeypatch.delenv("DATABASE_URL")
    monkeypatch.setattr("study_catalogue.database.dotenv_values", lambda _: {})
    assert database_url() == sqlite_url(DEFAULT_FILE)
    monkeypatch.setattr("study_catalogue.database.dotenv_values", lambda _: {"DATABASE_URL": "sqlite:///y"})
    assert database_url().database == "y"


def test_threads_share_a_catalogue(catalogue: Catalogue) -> None:
    failures: list[Exception] = []

    def ask() -> None:
        try:
            for _ in range(5):
                catalogue.academies_near(50.965, 5.5008)
                catalogue.nearest_names("genck", "place")
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_confirmed_row_is_shown(spoil: Spoil, rebuilt: Rebuilt) -> None:
    spoil("study_options.csv", "ma-informatica", confirmed_by="CLB Genk", confirmed_on="2026-11-20")
    spoil("academies.csv", "lim-045", confirmed_by="CLB Genk", confirmed_on="2026-11-20")
    catalogue = rebuilt()
    option = catalogue.option("ma-informatica")
    assert option is not None
    assert option.source.status == "confirmed"
    assert option in catalogue.next_of("aba-informatica")
    assert option.name in {name.target for name in catalogue.names()}
    near = catalogue.academies_near(50.9, 5.4, radius_km=100, limit=1000)[0]
    assert "lim-045" in [nearby.academy.id for nearby in near]


def test_confirmed_job_shows_its_description(spoil: Spoil, rebuilt: Rebuilt) -> None:
    spoil("bottleneck_occupations.csv", "Koeltechnicus", confirmed_by="CLB Genk", confirmed_on="2026-11-20")
    job = rebuilt().job("Koeltechnicus")
    assert job is not None
    assert job.description
    assert job.source.status == "confirmed"


def test_reviewed_links_of_an_option(spoil: Spoil, rebuilt: Rebuilt) -> None:
    spoil("study_options.csv", "so3-ruwbouw", links_reviewed_by="CLB Genk", links_reviewed_on="2027-01-15")
    option = rebuilt().option("so3-ruwbouw")
    assert option is not None
    assert (option.links_source.status, option.links_source.year) == ("confirmed", 2027)


def test_link_that_a_counsellor_struck_out(data: Path, rebuilt: Rebuilt) -> None:
    path = data / "catalogue" / "link_reviews.csv"
    reviewed = "remove,CLB Genk,2026-11-20"
    rows = f"so3-ruwbouw,job,Rioollegger,{reviewed}\nso3-ruwbouw,next,grad-werforganisatie,{reviewed}\n"
    path.write_text(path.read_text(encoding="utf-8") + rows, encoding="utf-8")
    catalogue = rebuilt()
    assert [job.name for job in catalogue.jobs_of("so3-ruwbouw")] == ["Bekister-betonneerder", "Metselaar"]
    assert "grad-werforganisatie" not in [option.id for option in catalogue.next_of("so3-ruwbouw")]


def test_alias_of_something_hidden_is_left_out(data: Path, rebuilt: Rebuilt) -> None:
    path = data / "catalogue" / "aliases.csv"
    path.write_text(
        path.read_text(encoding="utf-8") + "de verborgen master,option,Master informatica,alias,\n", encoding="utf-8"
    )
    assert "de verborgen master" not in {name.text for name in rebuilt().names()}
