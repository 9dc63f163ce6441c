# The one way in: everything that people and CI run stands here. `make help` lists it.

SHELL := /bin/sh
PYTHON ?= python3
STORE ?= data/store
SEEDS ?= seeds
HOST ?= 127.0.0.1
PORT ?= 8000
# A folder with score.py and its suites (plover, meantime); none comes with the project.
EVAL ?=
SUITES ?= plover meantime
# What the benchmark reads: a .jsonl file or a folder.
ARTICLES ?= $(SEEDS)

BIN := .venv/bin
WEB := app/web
INSTALLED := .venv/.installed
MODULES := $(WEB)/node_modules/.installed
BUILT := $(WEB)/node_modules/.built
SOURCES := $(shell find $(WEB) -type f -not -path '*/node_modules/*' -not -path '*/static/*')

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup browser run test lint format build evaluate contacts calibrate benchmark hostile knowledge clean FORCE

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' Makefile

setup: $(INSTALLED) $(BUILT) ## install everything into .venv and app/web, once
	@echo "Ready: $(BIN)/backchannel --help"

browser: ## install a browser for the browser tests, where apt-get and the right to use it are there
	@if command -v chromium >/dev/null || command -v google-chrome >/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium >/dev/null \
	  || echo "No browser could be installed: the browser tests will be skipped."; \
	else echo "No Chromium found: the browser tests will be skipped."; fi

run: setup ## read the seeds, print who talked to whom, serve on http://127.0.0.1:8000
	$(BIN)/backchannel ingest $(SEEDS) --store $(STORE)
	$(BIN)/backchannel contacts --store $(STORE)
	$(BIN)/backchannel serve --store $(STORE) --host $(HOST) --port $(PORT)

test: setup browser lint ## all checks and all tests, with coverage
	$(BIN)/pytest --cov --cov-report=term:skip-covered

lint: setup ## style, types, Dockerfile and scripts, nothing changed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/hadolint Dockerfile
	npm --prefix $(WEB) run --silent check

format: setup ## put the code into the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

build: setup ## a wheel with the pages in it, in dist/
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

evaluate: setup ## measure the extraction, on suites of your own too: make evaluate EVAL=folder
	$(BIN)/backchannel evaluate benchmarks --suite claims --suite identity
	@if [ ! -f "$(EVAL)/score.py" ]; then echo "Suites skipped: EVAL names no folder with score.py and its suites."; \
	else $(BIN)/backchannel evaluate "$(EVAL)" $(SUITES:%=--suite %) --records data; fi

contacts: setup ## measure how many of the contacts that a reader found are in the graph
	$(BIN)/python -m benchmarks.contacts --missed

calibrate: setup ## fit the weights of confidence anew, and say how reliable they are: make calibrate EVAL=folder
	$(BIN)/python -m benchmarks.calibrate $(if $(EVAL),--suites "$(EVAL)") --write

hostile: setup ## time a small query while another caller attacks the service
	$(BIN)/python -m benchmarks.hostile

benchmark: setup ## time the extraction against the bare parser: make benchmark ARTICLES=file.jsonl
	$(BIN)/python -m benchmarks.extraction --articles $(ARTICLES)

knowledge: setup ## measure how long the knowledge takes to load, and an import of 100,000 actors
	$(BIN)/python -m benchmarks.knowledge

clean: ## remove what was built and installed; data/ stays
	rm -rf .venv build dist $(WEB)/node_modules $(WEB)/static .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache

$(INSTALLED): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Backchannel needs Python 3.11 or later, and $(PYTHON) is not that: make setup PYTHON=python3.12" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing the Python packages (some minutes the first time) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

$(MODULES): $(WEB)/package.json $(WEB)/package-lock.json
	@command -v npm >/dev/null && node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' || { \
	  echo "Backchannel's pages are built with Node.js 20 or later and its npm, which were not found." >&2; exit 1; }
	@echo "Installing the packages of the pages ..."
	@cd $(WEB) && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

# Built again whenever a source is newer, or somebody removed the result.
$(BUILT): $(MODULES) $(SOURCES) $(if $(wildcard $(WEB)/static),,FORCE)
	@cd $(WEB) && npm run --silent build
	@touch $@

FORCE:
