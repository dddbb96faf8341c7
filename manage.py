#!/usr/bin/env python
"""The register's commands."""

import os
import sys

try:
    from django.core.management import execute_from_command_line
except ModuleNotFoundError:
    sys.exit("Django is missing: use .venv/bin/python, which `make run` sets up.")

from config.environment import Refused


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    # A command needs one connection, and a pool would hide for seconds why there is none.
    os.environ.setdefault("DATABASE_POOL", "0")
    try:
        execute_from_command_line(sys.argv)
    except Refused as refusal:
        sys.exit(f"The register cannot start: {refusal}")


if __name__ == "__main__":
    main()
