# Everything a person needs to do here. Needs only make and Python 3.11 or newer.
#   make demo    sets everything up and runs the main job
#   make test    sets everything up and passes every check
# Another Python: make setup PYTHON=/path/to/python3.12

VENV := .venv
BIN  := $(VENV)/bin
RUN  := $(BIN)/python
PIP  := $(RUN) -m pip --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help setup demo test lint types layers pytest doctor bench exam docs lock clean

help:  ## list the targets
	@grep -hE '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 16

setup: $(VENV)/.dev  ## make .venv with everything that the checks need (a second call is fast)

demo: $(VENV)/.base  ## compare the two editions of the fictional law and name the files made
	@$(BIN)/aigaq demo

test: setup lint types layers docs pytest  ## every check: style, types, layers, docs and their examples, tests

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

layers: setup
	$(BIN)/lint-imports --no-logo

# Last, so that its closing line closes the output.
pytest: lint types layers docs
	$(RUN) -m pytest

doctor: $(VENV)/.base  ## name the optional tools: what is there, and what each is for
	@$(BIN)/aigaq doctor

bench: $(VENV)/.bench  ## compare with other tools in one run, and publish the numbers
	$(RUN) -m bench

exam: setup  ## run the comparison on the real laws beside the checkout
	$(RUN) -m bench.exam

docs: setup  ## build the documentation into docs/_build/html
	$(RUN) -m sphinx -W --keep-going -q -b html docs docs/_build/html
	@echo "docs/_build/html/index.html"

# The locks hold names, versions and hashes, and no host.
LOCK = $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
       --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

lock: setup  ## renew requirements/*.lock from pyproject.toml
	$(LOCK) pyproject.toml -o requirements/base.lock
	$(LOCK) --group build -o requirements/build.lock
	$(LOCK) pyproject.toml --group build --group dev --group docs \
	        -c requirements/base.lock -c requirements/build.lock -o requirements/dev.lock
	$(LOCK) pyproject.toml --group bench -c requirements/dev.lock -o requirements/bench.lock

clean:  ## remove .venv, caches and what was built
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	rm -rf out build dist docs/_build src/*.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps: each stands for a finished step, and is remade only when what it depends on is newer.
$(RUN):
	@python=$$(sh requirements/python.sh "$(PYTHON)") && echo "making $(VENV) with $$python" \
	    && "$$python" -m venv $(VENV)

$(VENV)/.base: requirements/base.lock requirements/build.lock pyproject.toml | $(RUN)
	$(PIP) install --quiet --require-hashes -r requirements/base.lock -r requirements/build.lock
	$(PIP) install --quiet --no-deps --no-build-isolation --no-index --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.lock $(VENV)/.base
	$(PIP) install --quiet --require-hashes -r requirements/dev.lock
	@touch $@

$(VENV)/.bench: requirements/bench.lock $(VENV)/.dev
	$(PIP) install --quiet --require-hashes -r requirements/bench.lock
	@touch $@
