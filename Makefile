# Two commands do everything: `make run` and `make test`. Nothing else is needed first but Python 3.11+ and make.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
TOOLS := .tools
UV := $(TOOLS)/uv/bin/uv --quiet
PO := $(wildcard src/interlocal/locale/*/LC_MESSAGES/django.po)
# Tests never touch the data of `make run`.
export INTERLOCAL_TEST_HOME ?= $(CURDIR)/.interlocal/test

.PHONY: run test check shape catalogues lock bench clean

run: $(VENV)/run
	@INTERLOCAL_DEMO=$${INTERLOCAL_DEMO:-1} $(BIN)/interlocal run

test: $(VENV)/dev
	@INTERLOCAL_HOME=$(INTERLOCAL_TEST_HOME) $(BIN)/python tools/with_database.py $(BIN)/pytest -n $${INTERLOCAL_TEST_PROCESSES:-2} $(ARGS)

check: $(VENV)/dev
	@INTERLOCAL_HOME=$(INTERLOCAL_TEST_HOME) $(BIN)/python tools/check.py

shape:
	@$(PYTHON) tools/shape.py

bench: $(VENV)/dev
	@INTERLOCAL_HOME=$(INTERLOCAL_TEST_HOME) $(BIN)/python tools/with_database.py $(BIN)/python bench/pages.py $(ARGS)

# After changing a sentence: take it up into the catalogues, translate it there, and check.
catalogues: $(VENV)/dev
	@$(BIN)/python tools/catalogues.py extract
	@$(BIN)/python tools/catalogues.py compile
	@$(BIN)/python tools/catalogues.py check

lock: | $(TOOLS)/uv
	@$(UV) lock

$(TOOLS)/uv: tools/bootstrap.txt tools/bootstrap.sh
	@PYTHON="$(PYTHON)" sh tools/bootstrap.sh $(TOOLS)

$(VENV)/run: uv.lock pyproject.toml $(PO) | $(TOOLS)/uv
	@$(UV) sync --locked --inexact --no-dev --extra local --python "$(PYTHON)"
	@touch $@

$(VENV)/dev: uv.lock pyproject.toml $(PO) | $(TOOLS)/uv
	@$(UV) sync --locked --extra local --python "$(PYTHON)"
	@touch $@ $(VENV)/run

clean:
	@rm -rf $(VENV) $(TOOLS) .interlocal .mypy_cache .ruff_cache .pytest_cache
