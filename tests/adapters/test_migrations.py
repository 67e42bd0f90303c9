"""The schema's history, on every engine, and from an installed wheel."""

import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect

from bot.adapters.store import upgrade
from bot.adapters.tables import metadata

ROOT = Path(__file__).parents[2]


def test_a_migrated_database_is_what_the_tables_say(database_url: str):
    """From empty to the head, nothing is left that a further migration would change."""
    upgrade(database_url)

    engine = create_engine(database_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, metadata)
    engine.dispose()

    assert differences == []


def test_the_comparison_sees_a_missing_index(database_url: str):
    """The test above can fail."""
    upgrade(database_url)

    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP INDEX ix_jobs_state_id")
        context = MigrationContext.configure(connection)
        differences = compare_metadata(context, metadata)
    engine.dispose()

    assert [name for name, _ in differences] == ["add_index"]


def test_upgrading_again_changes_nothing(database_url: str):
    """`db upgrade` may run at every start."""
    for _ in range(2):
        upgrade(database_url)

    engine = create_engine(database_url)
    tables = set(inspect(engine).get_table_names())
    engine.dispose()

    assert tables == {*metadata.tables, "alembic_version"}


def test_upgrades_at_the_same_time_agree(database_url: str):
    """Several processes that start together on an empty database all find it ready."""
    command = [sys.executable, "-c", "import sys; from bot.adapters.store import upgrade; upgrade(sys.argv[1])"]

    with ThreadPoolExecutor(3) as pool:
        codes = list(
            pool.map(lambda _: subprocess.run([*command, database_url], cwd=ROOT, check=False).returncode, range(3))
        )

    assert codes == [0, 0, 0]


@pytest.mark.slow
def test_the_history_works_from_an_installed_wheel(tmp_path: Path):
    """The migrations ship with the package and are found where it is installed, without the checkout."""
    hatch = pytest.importorskip("hatchling.build")
    assert hatch is not None
    for name in ("prompts", "seeds", "README.md", "LICENSE"):
        if not (ROOT / name).exists():
            pytest.skip(f"the checkout has no {name} to build a wheel from")
    build = "import hatchling.build, sys; print(hatchling.build.build_wheel(sys.argv[1]))"
    made = subprocess.run(
        [sys.executable, "-c", build, str(tmp_path)], cwd=ROOT, check=True, capture_output=True, text=True
    )
    site = tmp_path / "site"
    with zipfile.ZipFile(tmp_path / made.stdout.split()[-1]) as wheel:
        wheel.extractall(site)
    code = f"import sys; sys.path.insert(0, {str(site)!r}); from bot.adapters import store; store.upgrade('sqlite:///w.db'); print(store.__file__)"

    ran = subprocess.run([sys.executable, "-P", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert ran.returncode == 0, ran.stderr
    assert str(site) in ran.stdout
    assert (tmp_path / "w.db").is_file()
