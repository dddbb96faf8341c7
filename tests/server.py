"""Starts the real server for tests, on a database and a data directory of its own."""

import contextlib
import fcntl
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import psycopg
from psycopg import sql

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 60


@dataclass(frozen=True)
class Site:
    """A running register: its address without a final slash, its data, and its accounts' passwords by name."""

    url: str
    data_dir: Path
    environment: dict[str, str] = field(repr=False)
    passwords: dict[str, str] = field(repr=False)

    def manage(self, *arguments: str) -> str:
        """Run one of its commands; returns what it printed."""
        return run([sys.executable, "manage.py", *arguments], self.environment)


def run(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}"
    return done.stdout


@contextlib.contextmanager
def start_site(shared: Path, worker: str, database: dict) -> Iterator[Site]:
    """Prepare a register once below `shared`, copy it for `worker`, serve it until the block ends.

    `database` are the settings of the connection under test; on PostgreSQL the register goes beside it.
    """
    base = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    base |= {"DJANGO_SETTINGS_MODULE": "config.settings", "ENV_FILE": os.devnull, "WORKERS": "1"}
    model, own = shared / "site", shared / f"site-{worker}"
    server = None if "sqlite" in database["ENGINE"] else Server(database)

    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (model / "prepared.txt").exists():
            environment = base | {"DATA_DIR": str(model), "PORT": str(free_port())}
            if server:
                environment["DATABASE_URL"] = server.make("site")
            said = run([sys.executable, "manage.py", "prepare", "--local"], environment)
            (model / "prepared.txt").write_text(said, encoding="utf-8")
        shutil.copytree(model, own)
        environment = base | {"DATA_DIR": str(own), "PORT": str(free_port())}
        if server:
            environment["DATABASE_URL"] = server.make(f"site_{worker}", like="site")

    said = (own / "prepared.txt").read_text(encoding="utf-8")
    passwords = dict(re.findall(r"^ +(manager|reviewer|reporter) +(\S+)", said, re.MULTILINE))
    command = [sys.executable, "-m", "gunicorn", "-c", "config/gunicorn.py", "config.wsgi"]
    with (own / "server.log").open("w+") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
        try:
            url = f"http://127.0.0.1:{environment['PORT']}"
            wait_for(url, process, own / "server.log")
            yield Site(url, own, environment, passwords)
        finally:
            process.terminate()
            process.wait(timeout=30)
            if server:
                server.drop(f"site_{worker}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(url: str, process: subprocess.Popen, log: Path) -> None:
    """Return once the site answers at all; what it answers is for the tests to judge."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            with urlopen(f"{url}/livez", timeout=5):
                return
        except HTTPError:
            return
        except (URLError, OSError):
            time.sleep(0.1)
    raise AssertionError(f"The site did not start:\n{log.read_text(encoding='utf-8')}")


class Server:
    """A PostgreSQL server on which the tests may make databases."""

    def __init__(self, database: dict):
        keys = {"host": "HOST", "port": "PORT", "user": "USER", "password": "PASSWORD"}
        self.access = {key: str(database[name]) for key, name in keys.items() if database[name]}
        self.prefix = re.sub(r"_gw\d+$", "", database["NAME"])

    def name(self, suffix: str) -> str:
        return f"{self.prefix}_{suffix}"

    def make(self, suffix: str, like: str = "") -> str:
        """Make a database anew, empty or as a copy of another one; returns its address."""
        self.drop(suffix)
        template = self.name(like) if like else "template0"
        self.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} ENCODING 'UTF8'").format(
                sql.Identifier(self.name(suffix)), sql.Identifier(template)
            )
        )
        user = self.access.get("user", "")
        password = f":{self.access['password']}" if "password" in self.access else ""
        host, port = self.access.get("host", ""), self.access.get("port", "5432")
        return f"postgres://{user}{password}@{host}:{port}/{self.name(suffix)}"

    def drop(self, suffix: str) -> None:
        self.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(self.name(suffix))))

    def execute(self, statement: sql.Composed) -> None:
        with psycopg.connect(**self.access, dbname="postgres", autocommit=True) as connection:
            connection.execute(statement)
