.DEFAULT_GOAL := help
.PHONY: help install demo test machines check lint types crash bench bench-extract fuzz capacity format requirements wheel clean

PYTHON ?= python3
BIN := .venv/bin
TYPES := $(BIN)/mypy --no-error-summary
PROCESSES := 6  # for the tests, which wait more than they compute: also on two processors
unexport PYTHONDONTWRITEBYTECODE  # a start that compiles every module takes twice as long
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-13s %s\n", $$1, $$2}'

install: .venv/.installed ## Install the bot into .venv

demo: .venv/.installed ## Watch a thread fill with claims, then try the bot in your browser; no account needed
	@$(BIN)/claims-bot demo

test: .venv/.installed-dev lint ## Run every check and the whole suite
	@echo "Running the tests, and the check of types beside them …"
	@nice $(TYPES) >.venv/types 2>&1 & types=$$!; trap 'kill $$types 2>&-' INT TERM; \
	$(BIN)/python -m pytest -n $(PROCESSES) --dist worksteal; tests=$$?; \
	wait $$types || { cat .venv/types; exit 1; }; exit $$tests

machines: .venv/.installed-dev ## Boot a machine with systemd, and containers, for the operator's page (root; ten minutes)
	@TEST_MACHINES=1 $(BIN)/python -m pytest tests/deploy/test_systemd.py tests/deploy/test_containers.py

check: lint types ## Format check, lint, types, import contracts

lint: .venv/.installed-dev
	@echo "Checking format, lint and import contracts …"
	@$(BIN)/ruff format --check --quiet . && $(BIN)/ruff check --quiet .
	@contracts=$$($(BIN)/lint-imports --no-logo) || { echo "$$contracts"; exit 1; }

types: .venv/.installed-dev
	@echo "Checking types …"
	@$(TYPES)

crash: .venv/.installed-dev ## Kill bots at random moments, on both engines, and count the replies (about 15 minutes)
	@$(BIN)/python -m tests.proofs.crash

bench: .venv/.installed-dev ## Measure acks, overhead, throughput, memory over 5,000 links, the start and look-ups (about 30 minutes)
	@$(BIN)/python -m tests.proofs.ack
	@$(BIN)/python -m tests.proofs.overhead
	@$(BIN)/python -m tests.proofs.throughput
	@$(BIN)/python -m tests.proofs.start
	@$(BIN)/python -m tests.proofs.lookup

bench-extract: .venv/.installed-dev ## Score how well pages become articles: DIR=folder of pages with their truth (docs/ARTICLES.md)
	@$(BIN)/python -m tests.bench.extract $(or $(DIR),seeds)

fuzz: .venv/.installed-dev ## Feed links, headers, answers, pages, files and news at random for a minute
	@$(BIN)/python -m tests.fuzz 60

capacity: .venv/.installed-dev ## Say what 10, 1,000 and 100,000 workspaces need; writes deploy/CAPACITY.md
	@$(BIN)/python -m tests.proofs.capacity

format: .venv/.installed-dev ## Format the code and mend what lint can mend
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

requirements: .venv/.installed-dev ## Pin every requirement again, with hashes
	@$(BIN)/python -m pip install --quiet uv
	@deploy/pin-requirements $(BIN)/uv

wheel: .venv/.installed-dev ## Build the wheel into dist/
	@$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

clean: ## Remove what was installed and built
	rm -rf .venv dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

.venv/bin/python:
	@echo "Making a virtual environment in .venv …"
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	@$(PYTHON) -m venv .venv

.venv/.installed: .venv/bin/python deploy/requirements.txt pyproject.toml
	@echo "Installing what the bot needs (pinned, about a minute the first time) …"
	@$(PIP) install --require-hashes -r deploy/requirements.txt
	@$(PIP) install --no-deps --editable .
	@$(BIN)/python -m compileall -q bot
	@touch $@

.venv/.installed-dev: .venv/bin/python deploy/requirements-dev.txt pyproject.toml
	@echo "Installing what the bot and its tests need (pinned, a minute or two the first time) …"
	@$(PIP) install --require-hashes -r deploy/requirements-dev.txt
	@$(PIP) install --no-deps --editable .
	@$(BIN)/python -m compileall -q bot
	@touch $@ .venv/.installed
