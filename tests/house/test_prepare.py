"""`manage.py prepare` and the server that `make run` starts, as they really run."""

import os
import subprocess
import sys
from urllib.error import HTTPError
from urllib.request import urlopen

from tests.server import ROOT


def headers_of(address: str) -> dict[str, str]:
    try:
        with urlopen(address, timeout=20) as response:
            return dict(response.headers)
    except HTTPError as error:
        return dict(error.headers)


def test_the_first_run_prints_three_passwords(site):
    assert set(site.passwords) == {"manager", "reviewer", "reporter"}
    assert min(len(password) for password in site.passwords.values()) >= 16


def test_a_second_run_keeps_everything_and_says_nothing(site):
    assert site.manage("prepare") == ""


def test_it_says_that_the_port_is_taken(site):
    command = [sys.executable, "manage.py", "prepare", "--local"]
    done = subprocess.run(command, cwd=ROOT, env=site.environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(f"CommandError: PORT {site.environment['PORT']} is taken on 127.0.0.1")
    assert len(done.stderr.splitlines()) == 1


def test_the_server_says_where_it_can_be_seen(site):
    said = (site.data_dir / "server.log").read_text(encoding="utf-8")
    for address in ("/", "/en/", "/admin/", "/api/v1/"):
        assert f"  {site.url}{address}\n" in said


def test_every_answer_carries_the_security_headers(site):
    names = [name for name in os.listdir(site.data_dir / "static" / "admin" / "css") if name.endswith(".css")]
    for path in ("/", "/en/no-such-page/", "/admin/login/", f"/static/admin/css/{names[0]}"):
        headers = headers_of(f"{site.url}{path}")
        assert headers["Content-Security-Policy"].count("default-src 'none'") == 1
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert headers["Permissions-Policy"].startswith("accelerometer=()")
