# Works with GNU make 3.81 and later, on Debian and on macOS.

SHELL := /bin/sh
VENV  := .venv
BIN   := $(VENV)/bin
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { command -v "$$p"; break; }; done)
TESTS ?=

.PHONY: help run test test-postgres lint messages compile clean
.DEFAULT_GOAL := help

help:
	@echo "make run            serve the register on http://127.0.0.1:8000/ (PORT, DATA_DIR and others: .env.example)"
	@echo "make test           the whole suite on SQLite (TESTS=tests/rules for a part)"
	@echo "make test-postgres  the same on PostgreSQL: at DATABASE_URL, else on a server of its own"
	@echo "make lint           code style, floors of the house, templates"
	@echo "make messages       take new texts into the translations (needs gettext)"
	@echo "make compile        compile the translations"
	@echo "make clean          remove what was built; the register's data stays"

run: $(VENV)/.run
	@$(BIN)/python manage.py prepare --local
	@exec $(BIN)/gunicorn -c config/gunicorn.py config.wsgi

test: $(VENV)/.test
	@$(BIN)/python -m tests.chrome
	@DATABASE_URL= $(BIN)/python -m pytest -q -n auto --dist loadfile $(PYTEST) $(TESTS)

test-postgres: $(VENV)/.test
	@$(BIN)/python -m tests.chrome
	@.ci/with-postgres $(BIN)/python -m pytest -q -n auto --dist loadfile $(PYTEST) $(TESTS)

lint: $(VENV)/.test
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet . || { echo "$(BIN)/ruff format . puts the code in order."; exit 1; }
	@PYTHONPATH=. $(BIN)/lint-imports --no-cache >$(VENV)/lint-imports.txt 2>&1 || { cat $(VENV)/lint-imports.txt; exit 1; }
	@$(BIN)/djlint templates --lint --quiet

messages: $(VENV)/.test
	@command -v xgettext >/dev/null || { echo "make messages needs gettext: apt-get install gettext, or brew install gettext."; exit 1; }
	@$(BIN)/python manage.py makemessages --verbosity 0 --locale zh_Hans --no-obsolete --add-location file \
		--ignore .venv --ignore tests

compile: $(VENV)/.run
	@$(BIN)/python manage.py compile_texts

# One stamp for what serving needs, one for what the tests need besides.
$(VENV)/.run: requirements.txt
	@$(MAKE) --no-print-directory install REQUIREMENTS=requirements.txt
	@touch $@

$(VENV)/.test: requirements.txt requirements-dev.txt
	@$(MAKE) --no-print-directory install REQUIREMENTS=requirements-dev.txt
	@touch $(VENV)/.run $@

.PHONY: install
install:
	@if ! $(BIN)/python -m pip --version >/dev/null 2>&1; then \
		if [ -z "$(PYTHON)" ]; then \
			echo "Python 3.11 or later is needed and was not found; name it with PYTHON=/path/to/python3."; exit 1; fi; \
		"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
			echo "$(PYTHON) is older than Python 3.11; name another with PYTHON=/path/to/python3."; exit 1; }; \
		if ! "$(PYTHON)" -c 'import ensurepip, venv' >/dev/null 2>&1; then \
			if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
				echo "Installing python3-venv ..."; \
				apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y python3-venv >/dev/null; \
			else \
				echo "Python's venv module is missing: sudo apt-get install python3-venv, then again."; exit 1; fi; fi; \
		"$(PYTHON)" -m venv --clear $(VENV); fi
	@echo "Installing $(REQUIREMENTS) into $(VENV) (once) ..."
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --requirement $(REQUIREMENTS)

clean:
	@rm -rf $(VENV) .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	@find parks config tests -name __pycache__ -type d -prune -exec rm -rf {} +
	@find parks -name '*.mo' -exec rm -f {} +
