# `make serve` on a fresh clone is enough: Python 3.11, git and make are all it takes.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PORT ?= 5005
PYTHON ?= python3.11
VENV := .venv
PY := $(VENV)/bin/python
UV := $(shell command -v uv 2>/dev/null)
LOCK_FLAGS := --python-version 3.11 --override overrides.txt --generate-hashes --no-emit-index-url --quiet

ifdef UV
MAKE_VENV = $(UV) venv --quiet --python 3.11 $(VENV)
INSTALL = $(UV) pip install --quiet --python $(PY) --no-deps --require-hashes
else
MAKE_VENV = $(PYTHON) -m venv $(VENV)
# Rasa says it ends at Python 3.10; the lock is resolved, and tested, for 3.11
INSTALL = $(PY) -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --ignore-requires-python
endif

.PHONY: help serve shell test train lint format types bench bench-nlu bench-fresh catalogue renew lock chromium

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

serve: train ## talk on http://127.0.0.1:5005/ (PORT=… for another port)
	$(PY) -m bot serve --port $(PORT)

shell: train ## talk in the terminal
	$(PY) -m bot shell

train: catalogue ## train when the sources have changed
	$(PY) -m bot train

catalogue: $(VENV)/.installed ## build the catalogue from data/
	$(PY) -m study_catalogue

test: $(VENV)/.installed-dev chromium lint types train ## every check and test
	$(PY) -m bot rasa data validate --domain domain.yml --data data/nlu data/rules.yml
	$(PY) -m pytest

lint: $(VENV)/.installed-dev ## style
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .

types: $(VENV)/.installed-dev ## types
	$(VENV)/bin/mypy

format: $(VENV)/.installed-dev ## put the style right
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

bench: $(VENV)/.installed-dev train ## measure against stock Rasa
	$(PY) -m bench

bench-nlu: $(VENV)/.installed-dev catalogue ## measure the understanding against stock DIET and LogisticRegression
	$(PY) -m bench.nlu

bench-fresh: $(VENV)/.installed-dev ## time a fresh clone of HEAD to its first answer
	$(PY) -m bench.fresh

renew: $(VENV)/.installed ## list the facts to look up again (ARGS=--all for every fact)
	$(PY) -m study_catalogue renew $(ARGS)

lock: ## resolve the packages anew
	uv pip compile $(LOCK_FLAGS) requirements.in -o requirements.lock
	uv pip compile $(LOCK_FLAGS) requirements-dev.in -o requirements-dev.lock

chromium: ## get the browser that the tests of the page need: Debian's chromium, with apt-get when that may be
	@command -v chromium >/dev/null \
	  || { [ "$$(id -u)" = 0 ] && echo "Installing chromium (apt-get)" && apt-get update -qq && apt-get install -y -qq chromium; } \
	  || echo "No chromium: the tests of the page are skipped (with CI=true they fail). Install it as root." >&2

$(PY):
	$(MAKE_VENV)

$(VENV)/.installed: requirements.lock | $(PY)
	$(INSTALL) -r requirements.lock
	$(PY) -m bot.runtime.environment
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	$(INSTALL) -r requirements-dev.lock
	@touch $@
