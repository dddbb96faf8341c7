"""The settings under test: those of the product, kept apart from the developer's own `.env`, data and server."""

import atexit
import os
import re
import tempfile
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parent.parent / ".env.example"
data = tempfile.TemporaryDirectory(prefix="register-test-")
atexit.register(data.cleanup)

# Only the database may be chosen from outside. A pool would hold connections while test databases are dropped.
for name in set(re.findall(r"^#?([A-Z_]+)=", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE)) - {"DATABASE_URL"}:
    os.environ.pop(name, None)
os.environ |= {"ENV_FILE": os.devnull, "DATA_DIR": data.name, "DATABASE_POOL": "0"}

from config.settings import *  # noqa: E402, F403
from config.settings import INSTALLED_APPS, STATIC_ROOT, STORAGES  # noqa: E402

STATIC_ROOT.mkdir()
# The manifest is tested where the real server runs: in the browser tests.
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
# Argon2 is slow on purpose.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Its `flush` lifts the guards of published facts; nothing else does.
INSTALLED_APPS = ["tests.flushing", *INSTALLED_APPS]
