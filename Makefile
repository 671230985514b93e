# From nothing to a reader, or to a tested one. Needs make and Python 3.11 or newer.

python := .venv/bin/python

.PHONY: help serve test index check lock

help: ## say what there is
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile

serve: index ## build what is missing and serve it: http://127.0.0.1:8000/ (PORT=, HOST=)
	@exec $(python) -m app.serve

index: ## build the index from content/
	@sh .ci/install.sh
	@$(python) build_index.py

test: ## run the whole suite, in a real Chromium too
	@sh .ci/install.sh dev
	@chromium=$$(sh tests/install_chromium.sh) && \
	CHROMIUM=$$chromium HOME="$$PWD/.venv/home" $(python) -m pytest --numprocesses=auto --dist=worksteal --basetemp=.venv/tmp

check: ## lint, types and content
	@sh .ci/install.sh dev
	@$(python) -m ruff check
	@$(python) -m ruff format --check
	@$(python) -m mypy
	@$(python) build_index.py --check

lock: ## lock the requirements anew from pyproject.toml
	@sh .ci/install.sh dev
	@$(python) .ci/lock.py
