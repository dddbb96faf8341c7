"""Reads settings from the environment and from a `.env` file, and refuses what is wrong in one sentence.

Every name asked for is remembered, so that a misspelt one can be refused as well.
"""

import difflib
import ipaddress
import os
import re
import secrets
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off"}
LINE = re.compile(r"(?:export )?([A-Za-z_][A-Za-z_0-9]*)=.*")
HOST = re.compile(r"\.?[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:]+\]")
KEY_LENGTH = 50
DATABASE_FORMS = "postgres://user:password@host:5432/name or sqlite:///path/to/file"


class Refused(ImproperlyConfigured):
    """A setting that stops the start; its text is one sentence that names the setting."""


class Environment:
    """Typed access to settings. Values of the environment win over those of the file.

    An empty value counts as not set. Every method raises `Refused` when the value does not fit.
    """

    def __init__(self, values: Mapping[str, str], in_file: Iterable[str] = ()):
        self.values = values
        self.in_file = tuple(in_file)
        self.asked: set[str] = set()

    @classmethod
    def load(cls, base: Path) -> "Environment":
        """The process environment over `.env` in `base`, or over the file that ENV_FILE names."""
        named = os.environ.get("ENV_FILE", "")
        path = base / (named or ".env")
        if named and not path.exists():
            raise Refused(f"ENV_FILE is {named!r}, but there is no such file.")
        in_file = read_file(path) if path.exists() else {}
        loaded = cls({**in_file, **os.environ}, in_file)
        loaded.asked.add("ENV_FILE")
        return loaded

    def raw(self, name: str) -> str:
        self.asked.add(name)
        return self.values.get(name, "").strip()

    def text(self, name: str, default: str = "", *, longest: int = 100) -> str:
        """A short line of text."""
        value = self.raw(name) or default
        if len(value) > longest or not value.isprintable():
            raise Refused(f"{name} must be one line of at most {longest} characters.")
        return value

    def switch(self, name: str, default: bool = False) -> bool:
        value = self.raw(name).lower()
        if value and value not in TRUE | FALSE:
            raise Refused(f"{name} is {self.raw(name)!r}, but must be on or off (1, true, yes; 0, false, no).")
        return value in TRUE if value else default

    def number(self, name: str, default: int, *, least: int, most: int) -> int:
        value = self.raw(name)
        if not value:
            return default
        if not re.fullmatch(r"[0-9]{1,18}", value) or not least <= int(value) <= most:
            raise Refused(f"{name} is {value!r}, but must be a whole number from {least} to {most}.")
        return int(value)

    def choice(self, name: str, default: str, options: Iterable[str]) -> str:
        value = self.raw(name) or default
        if value not in options:
            raise Refused(f"{name} is {value!r}, but must be one of {', '.join(options)}.")
        return value

    def address(self, name: str, default: str) -> str:
        """A network address of this machine."""
        value = self.raw(name) or default
        try:
            return str(ipaddress.ip_address("127.0.0.1" if value == "localhost" else value))
        except ValueError:
            raise Refused(f"{name} is {value!r}, but must be an IP address such as 127.0.0.1 or 0.0.0.0.") from None

    def hosts(self, name: str, default: Iterable[str]) -> list[str]:
        """Host names, separated by commas or spaces; a leading dot takes in the names below."""
        hosts = [host for host in re.split(r"[,\s]+", self.raw(name)) if host]
        for host in hosts:
            if not HOST.fullmatch(host):
                raise Refused(
                    f"{name} contains {host!r}, but takes bare host names such as parks.example.org, "
                    "without scheme, port, path or wildcard."
                )
        return hosts or list(default)

    def folder(self, name: str, default: str, base: Path) -> Path:
        """An existing directory; a relative path starts at `base`."""
        value = self.raw(name)
        path = base / Path(value or default).expanduser()
        if value and not path.is_dir():
            raise Refused(f"{name} is {value!r}, but there is no such directory.")
        return path

    def data_folder(self, name: str, default: str, base: Path) -> Path:
        """A directory of ours, made when it is missing, proved writable."""
        path = base / Path(self.raw(name) or default).expanduser()
        try:
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=path):
                pass
        except OSError as error:
            raise Refused(f"{name} is {str(path)!r}, where nothing can be written ({error.strerror}).") from None
        return path

    def secret(self, name: str, kept_in: Path) -> str:
        """The value set, or one that is made once and kept in a file which only its owner reads."""
        value = self.raw(name)
        if not value:
            return kept_secret(kept_in)
        if len(value) < KEY_LENGTH or len(set(value)) < 5:
            raise Refused(f"{name} is too weak: give at least {KEY_LENGTH} random characters, or leave it unset.")
        return value

    def database(self, name: str, default: Path, base: Path, pool: int) -> dict:
        """Django's settings of one database; PostgreSQL with a connection pool of `pool`, none when 0.

        Nothing of the address but its scheme goes into a refusal: it holds a password.
        """
        value = self.raw(name)
        if not value:
            return sqlite(default)
        try:
            parts = urlsplit(value)
            port = parts.port
        except ValueError:
            raise Refused(f"{name} cannot be read: it must look like {DATABASE_FORMS}.") from None
        if parts.scheme == "sqlite":
            return self.sqlite_file(name, value, base)
        if parts.scheme not in ("postgres", "postgresql"):
            scheme = f"has the scheme {parts.scheme!r}" if parts.scheme else "has no scheme"
            raise Refused(f"{name} {scheme}: it must look like {DATABASE_FORMS}.")
        if not parts.path.strip("/") or port == 0:
            raise Refused(f"{name} names no database: it must look like {DATABASE_FORMS}.")
        try:
            found = environ.Env.db_url_config(value)
        except ValueError:
            raise Refused(f"{name} cannot be read: it must look like {DATABASE_FORMS}.") from None
        return postgresql(found, pool)

    def sqlite_file(self, name: str, value: str, base: Path) -> dict:
        path = value.removeprefix("sqlite:///")
        if path == value or not path or ":memory:" in path:
            raise Refused(f"{name} names no file: an SQLite address looks like sqlite:///path/to/file.")
        file = base / Path(path)
        if file.is_dir() or not os.access(file.parent, os.W_OK):
            raise Refused(f"{name} names {str(file)!r}, which cannot be written.")
        return sqlite(file)

    def refuse_strangers(self, prefixes: tuple[str, ...]) -> None:
        """Refuse a name that nobody asked for: any one in our file, one with our prefixes elsewhere."""
        ours = {name for name in self.values if name.startswith(prefixes)}
        for name in sorted((ours | set(self.in_file)) - self.asked):
            where = "in the .env file " if name in self.in_file else ""
            near = difflib.get_close_matches(name, self.asked, n=1)
            hint = f"; did you mean {near[0]}?" if near else ", see .env.example."
            raise Refused(f"{name} {where}is not a setting of this register{hint}")


def read_file(path: Path) -> dict[str, str]:
    """The names and values of a `.env` file. Raises `Refused` for a line that is neither these nor a comment."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise Refused(f"The settings file {path.name} cannot be read as UTF-8 text.") from None
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.lstrip().startswith("#") and not LINE.fullmatch(line):
            raise Refused(f"Line {number} of {path.name} is not of the form NAME=value.")

    class File(environ.Env):
        ENVIRON: dict[str, str] = {}  # the parser writes here, not into the process environment

    File.read_env(path)
    return dict(File.ENVIRON)


def kept_secret(path: Path) -> str:
    """The secret in `path`; made on the first call, by one process only."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        pass
    except OSError as error:
        raise Refused(f"DATA_DIR cannot keep the file {path.name} ({error.strerror}).") from None
    else:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(KEY_LENGTH))
    try:
        value = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        value = ""
    if len(value) < KEY_LENGTH:
        raise Refused(f"DATA_DIR holds a damaged file {path.name}: delete it, and everybody logs in anew.")
    return value


def sqlite(file: Path) -> dict:
    """SQLite for several processes: readers never wait for the one writer, writers queue from their first word."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            # Without recursive triggers INSERT OR REPLACE would pass the guards against deletion.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA recursive_triggers=ON",
        },
    }


def postgresql(found: dict, pool: int) -> dict:
    options = dict(found.pop("OPTIONS", {}))
    if pool:
        # Django takes its connections from the pool, so none may be kept per thread as well.
        return found | {
            "CONN_MAX_AGE": 0,
            "OPTIONS": options | {"pool": {"min_size": 1, "max_size": pool, "timeout": 10}},
        }
    return found | {"CONN_HEALTH_CHECKS": True, "OPTIONS": options}
