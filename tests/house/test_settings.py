"""Settings come from the environment or a file; a wrong one stops the start with a sentence that names it."""

import os
import re
import runpy
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from config.environment import Refused

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")
NAMES = re.findall(r"^#([A-Z_]+)=", EXAMPLE, re.MULTILINE)


@pytest.fixture
def surroundings(tmp_path, monkeypatch):
    """An environment without any of our settings, and a data directory of its own."""
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ENV_FILE", os.devnull)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    return monkeypatch


def settings_of(monkeypatch, **values: str) -> dict:
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    return runpy.run_path(str(ROOT / "config" / "settings.py"))


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("PORT", "abc", "whole number from 1 to 65535"),
        ("PORT", "0", "whole number from 1 to 65535"),
        ("PORT", "70000", "whole number from 1 to 65535"),
        ("PORT", "８０００", "whole number from 1 to 65535"),
        ("WORKERS", "0", "whole number from 1 to 64"),
        ("THREADS", "many", "whole number from 1 to 64"),
        ("DATABASE_POOL", "-1", "whole number from 0 to 200"),
        ("DEBUG", "maybe", "on or off"),
        ("HTTPS", "2", "on or off"),
        ("LISTEN", "everywhere", "IP address"),
        ("LOG_LEVEL", "LOUD", "one of DEBUG, INFO, WARNING, ERROR"),
        ("ALLOWED_HOSTS", "https://parks.example.org", "bare host names"),
        ("ALLOWED_HOSTS", "*", "bare host names"),
        ("DATA_DIR", os.devnull, "nothing can be written"),
        ("SECRET_KEY", "short", "too weak"),
        ("SECRET_KEY", "a" * 60, "too weak"),
        ("DATABASE_URL", "nonsense", "has no scheme"),
        ("DATABASE_URL", "mysql://a:b@c/d", "scheme 'mysql'"),
        ("DATABASE_URL", "postgres://user@host:port/name", "cannot be read"),
        ("DATABASE_URL", "postgres://user@host:5432/", "names no database"),
        ("DATABASE_URL", "sqlite:///:memory:", "names no file"),
        ("DATABASE_URL", "sqlite:////nowhere/at/all.sqlite3", "cannot be written"),
        ("REGISTER_FIXTURES", "nowhere", "no such directory"),
        ("SITE_NAME", "x" * 41, "at most 40 characters"),
        ("SITE_NAME", "two\nlines", "one line"),
        ("SITE_NMAE", "Parks", "did you mean SITE_NAME?"),
        ("OPERATOR_ENG", "A city", "did you mean OPERATOR_EN?"),
        ("ENV_FILE", "nowhere.env", "no such file"),
    ],
)
def test_it_refuses_a_wrong_value_in_one_sentence_that_names_the_setting(surroundings, name, value, says):
    with pytest.raises(Refused) as refusal:
        settings_of(surroundings, **{name: value})
    sentence = str(refusal.value)
    assert sentence.startswith(name)
    assert says in sentence
    assert "\n" not in sentence


def test_it_never_repeats_a_password(surroundings):
    with pytest.raises(Refused) as refusal:
        settings_of(surroundings, DATABASE_URL="mysql://user:sesame@host/name")
    assert "sesame" not in str(refusal.value)


@pytest.mark.parametrize("command", [["manage.py", "check"], ["manage.py", "prepare"]])
def test_a_command_with_a_wrong_setting_says_so_without_a_traceback(surroundings, command):
    surroundings.setenv("PORT", "abc")
    surroundings.setenv("DJANGO_SETTINGS_MODULE", "config.settings")
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        "The register cannot start: PORT is 'abc', but must be a whole number from 1 to 65535."
    ]


def test_a_database_that_does_not_answer_is_named_without_a_traceback(surroundings):
    surroundings.setenv("DATABASE_URL", "postgres://user:sesame@127.0.0.1:1/parks")
    surroundings.setenv("DJANGO_SETTINGS_MODULE", "config.settings")
    surroundings.delenv("DATABASE_POOL", raising=False)
    command = [sys.executable, "manage.py", "prepare"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("CommandError: The database that DATABASE_URL names cannot be used: ")
    assert len(done.stderr.splitlines()) == 1
    assert "sesame" not in done.stderr


def test_the_server_with_a_wrong_setting_says_so_without_a_traceback(surroundings):
    surroundings.setenv("DATABASE_URL", "nonsense")
    surroundings.setenv("DJANGO_SETTINGS_MODULE", "config.settings")
    command = [sys.executable, "-m", "gunicorn", "-c", "config/gunicorn.py", "config.wsgi"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("The register cannot start: DATABASE_URL has no scheme")
    assert len(done.stderr.splitlines()) == 1


def test_the_environment_wins_over_the_file_and_an_empty_value_counts_as_unset(surroundings, tmp_path):
    file = tmp_path / "settings.env"
    file.write_text("# ours\nPORT=8001\nCITY_EN='New Town'\nTHREADS=\n", encoding="utf-8")
    found = settings_of(surroundings, ENV_FILE=str(file), PORT="8002")
    assert (found["PORT"], found["CITY_EN"], found["THREADS"]) == (8002, "New Town", 4)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("PROT=8001", "PROT in the .env file is not a setting of this register; did you mean PORT?"),
        ("PORT = 8001", "Line 1 of settings.env is not of the form NAME=value."),
        ("8001", "Line 1 of settings.env is not of the form NAME=value."),
    ],
)
def test_it_refuses_a_line_of_the_file_that_it_does_not_understand(surroundings, tmp_path, line, says):
    file = tmp_path / "settings.env"
    file.write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(Refused, match=re.escape(says)):
        settings_of(surroundings, ENV_FILE=str(file))


def test_the_example_lists_every_setting_with_its_default(surroundings):
    found = settings_of(surroundings)
    assert set(NAMES) == found["env"].asked
    for name in ("LISTEN", "PORT", "WORKERS", "THREADS", "DATABASE_POOL", "LOG_LEVEL", "SITE_NAME", "SITE_NAME_EN"):
        assert f"\n#{name}={found[name]}\n" in EXAMPLE
    for name in ("SITE_TAGLINE", "SITE_TAGLINE_EN", "CITY", "CITY_EN", "OPERATOR", "OPERATOR_EN"):
        assert f"\n#{name}={found[name]}\n" in f"{EXAMPLE}\n"


def test_a_secret_key_is_made_once_and_only_its_owner_may_read_it(surroundings, tmp_path):
    first, second = settings_of(surroundings), settings_of(surroundings)
    assert first["SECRET_KEY"] == second["SECRET_KEY"]
    assert len(first["SECRET_KEY"]) >= 50
    file = tmp_path / "data" / "secret_key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_a_damaged_secret_key_is_refused(surroundings, tmp_path):
    settings_of(surroundings)
    (tmp_path / "data" / "secret_key").write_text("", encoding="ascii")
    with pytest.raises(Refused, match="damaged file secret_key"):
        settings_of(surroundings)


def test_the_sqlite_file_is_opened_for_several_processes(surroundings, tmp_path):
    program = (
        "import django; django.setup()\n"
        "from django.db import connection, transaction\n"
        "with connection.cursor() as cursor:\n"
        "    for name in ('journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout'):\n"
        "        print(cursor.execute(f'PRAGMA {name}').fetchone()[0])\n"
        "print(connection.transaction_mode)\n"
    )
    surroundings.setenv("DJANGO_SETTINGS_MODULE", "config.settings")
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    # Write-ahead log; NORMAL is 1; keys are enforced; 20 seconds.
    assert done.stdout.split() == ["wal", "1", "1", "20000", "IMMEDIATE"]
    assert (tmp_path / "data" / "register.sqlite3").exists()


def test_postgresql_comes_with_a_pool_as_large_as_there_are_threads(surroundings):
    database = settings_of(
        surroundings, DATABASE_URL="postgres://user:pass%40word@db.example.org:5433/parks?sslmode=require", THREADS="6"
    )["DATABASES"]["default"]
    assert (database["HOST"], database["PORT"], database["NAME"]) == ("db.example.org", 5433, "parks")
    assert database["PASSWORD"] == "pass@word"
    assert database["OPTIONS"]["sslmode"] == "require"
    assert database["OPTIONS"]["pool"]["max_size"] == 6
    assert database["CONN_MAX_AGE"] == 0


def test_postgresql_without_a_pool_checks_the_connections_it_keeps(surroundings):
    database = settings_of(surroundings, DATABASE_URL="postgres:///parks", DATABASE_POOL="0")["DATABASES"]["default"]
    assert "pool" not in database["OPTIONS"]
    assert database["CONN_HEALTH_CHECKS"] is True


def test_https_turns_on_everything_that_browsers_enforce(surroundings):
    plain, secure = settings_of(surroundings), settings_of(surroundings, HTTPS="1")
    for name in ("SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_HSTS_SECONDS"):
        assert not plain[name]
        assert secure[name]


def test_the_policy_allows_nothing_inline_and_nobody_elses_files(surroundings):
    directives = settings_of(surroundings)["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]
    assert directives["default-src"] == ["'none'"]
    allowed = {source for sources in directives.values() for source in sources}
    assert allowed == {"'none'", "'self'", "data:"}
    assert [name for name, sources in directives.items() if "data:" in sources] == ["img-src"]


def test_passwords_are_kept_with_argon2(surroundings):
    assert settings_of(surroundings)["PASSWORD_HASHERS"][0].endswith("Argon2PasswordHasher")
