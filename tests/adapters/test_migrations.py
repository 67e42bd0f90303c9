"""The schema's history, on every engine, and wherever the package is installed."""

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect

from bot.adapters import migrations
from bot.adapters.rows.tables import metadata
from bot.adapters.store import upgrade

ROOT = Path(__file__).parents[2]


def ours(name: str | None, kind: str, _: object) -> bool:
    """procrastinate looks after its own tables, and the full-text index is each engine's own."""
    theirs = ("procrastinate_", "queue_", "search_") if kind == "table" else ("search_",)
    return not str(name).startswith(theirs)


@pytest.fixture
def database_url(new_database_url: str) -> str:
    """Nothing is there before a test brings it there."""
    return new_database_url


def test_a_migrated_database_is_what_the_tables_say(database_url: str) -> None:
    """From empty to the head, nothing is left that a further migration would change."""
    upgrade(database_url)

    engine = create_engine(database_url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_name": ours})
        differences = compare_metadata(context, metadata)
    engine.dispose()

    assert differences == []


def test_the_history_is_one_line_and_named_as_alembic_names_it() -> None:
    """What the file names say, which is asked at every start, is what Alembic finds when it looks inside."""
    scripts = ScriptDirectory.from_config(migrations._config())

    assert tuple(script.revision for script in reversed(list(scripts.walk_revisions()))) == migrations.revisions()
    assert scripts.get_heads() == [migrations.head()]


def test_a_current_database_opens_without_alembic(tmp_path: Path) -> None:
    """A restart does not pay for what there is nothing to do for."""
    url = f"sqlite:///{tmp_path / 'claims.sqlite3'}"
    upgrade(url)
    look = "import sys; from bot.adapters.store import upgrade; upgrade(sys.argv[1]); print('alembic' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", look, url], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"


def test_the_comparison_sees_a_missing_index(database_url: str) -> None:
    """The test above can fail."""
    upgrade(database_url)

    engine = create_engine(database_url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP INDEX ix_jobs_state_id")
        context = MigrationContext.configure(connection, opts={"include_name": ours})
        differences = compare_metadata(context, metadata)
    engine.dispose()

    assert [name for name, _ in differences] == ["add_index"]


def test_upgrading_again_changes_nothing(database_url: str) -> None:
    """`db upgrade` may run at every start."""
    for _ in range(2):
        upgrade(database_url)

    engine = create_engine(database_url.replace("postgresql:", "postgresql+psycopg:"))
    tables = {name for name in inspect(engine).get_table_names() if ours(name, "table", None)}
    engine.dispose()

    assert tables == {*metadata.tables, "alembic_version"}


@pytest.mark.slow
def test_upgrades_at_the_same_time_agree(database_url: str) -> None:
    """Several processes that start together on an empty database all find it ready."""
    command = [sys.executable, "-c", "import sys; from bot.adapters.store import upgrade; upgrade(sys.argv[1])"]

    with ThreadPoolExecutor(3) as pool:
        codes = list(
            pool.map(lambda _: subprocess.run([*command, database_url], cwd=ROOT, check=False).returncode, range(3))
        )

    assert codes == [0, 0, 0]


def test_the_history_is_found_wherever_the_package_is_installed(tmp_path: Path) -> None:
    """The migrations come out of the package itself; no path of the checkout plays a part."""
    site = tmp_path / "site"
    shutil.copytree(ROOT / "bot", site / "bot", ignore=shutil.ignore_patterns("__pycache__"))
    code = (
        f"import sys; sys.path.insert(0, {str(site)!r}); "
        "from bot.adapters import store; store.upgrade('sqlite:///w.db'); print(store.__file__)"
    )

    ran = subprocess.run([sys.executable, "-P", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)

    assert str(site) in ran.stdout
    assert (tmp_path / "w.db").is_file()
