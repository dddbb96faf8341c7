"""gunicorn's own settings, taken from the register's: `gunicorn -c config/gunicorn.py config.wsgi`."""

import os
import sys
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(BASE_DIR))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

from django.conf import settings  # noqa: E402 the path comes first

from config.environment import Refused  # noqa: E402

try:
    host = f"[{settings.LISTEN}]" if ":" in settings.LISTEN else settings.LISTEN
except Refused as refusal:
    sys.exit(f"The register cannot start: {refusal}")

chdir = str(BASE_DIR)
bind = f"{host}:{settings.PORT}"
workers = settings.WORKERS
worker_class = "gthread"
threads = settings.THREADS
preload_app = True
control_socket_disable = True
timeout = 60
graceful_timeout = 20
# Heartbeats in memory, where the system has a place for them, or a slow disk stops a healthy worker.
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
accesslog = "-" if settings.ACCESS_LOG else None
errorlog = "-"
loglevel = "warning"


def when_ready(server) -> None:
    """Say where it can be seen, once it can be."""
    shown = "127.0.0.1" if settings.LISTEN in ("0.0.0.0", "::") else host
    address = f"http://{shown}:{settings.PORT}"
    print(
        f"\n{settings.SITE_NAME} · {settings.SITE_NAME_EN}\n"
        f"  Site       {address}/\n"
        f"  English    {address}/en/\n"
        f"  Admin      {address}/admin/\n"
        f"  API        {address}/api/v1/\n"
        "Ctrl-C stops it.\n",
        flush=True,
    )
