# Two commands for everybody: make run, make test. Both work again offline once .venv stands.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test lint bench fuzz mutate pictures lock clean

run: .venv/.stamp-run
	@$(BIN)/regcheck check specs
	@$(BIN)/regcheck generate specs/medical

test: .venv/.stamp-dev lint
	$(BIN)/pytest -n 2

lint: .venv/.stamp-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

bench: .venv/.stamp-bench
	$(BIN)/python -m benchmarks

fuzz: .venv/.stamp-dev
	REGCHECK_FUZZ=1 $(BIN)/pytest -n 2 tests/property

# Small slips in the medical draft: does the check notice?
mutate: .venv/.stamp-run
	@$(BIN)/regcheck mutate specs/medical

# Figures of the procedures as Chromium shows them, to look at; fails if words meet. Then pages of a made-up ordinance, and
# of every document of the medical draft with its forms, in docx (LibreOffice), PDF and HTML; a 新旧対照表. PICTURES=folder to keep them.
PICTURES ?= build/pictures
pictures: .venv/.stamp-dev
	@mkdir -p $(PICTURES)
	@$(BIN)/regcheck timeline specs/act --procedure 導入等の審査 --from 受理=2026-04-01 --from 勧告=2026-04-24 --format svg -o $(PICTURES)/act.svg
	@$(BIN)/regcheck timeline specs/medical --procedure 医療分野の施行 --format svg -o $(PICTURES)/medical.svg
	@$(BIN)/regcheck timeline specs/act --format html -o $(PICTURES)/act-page.html
	@$(BIN)/python tools/pictures.py $(PICTURES) $(PICTURES)/act.svg $(PICTURES)/medical.svg $(PICTURES)/act-page.html
	@$(BIN)/python -m tools.pages $(PICTURES)/pages
	@$(BIN)/regcheck generate specs/medical --out $(PICTURES)/medical
	@$(BIN)/python -m tools.pages $(PICTURES)/medical-pages $(PICTURES)/medical
	@rm -rf $(PICTURES)/old && cp -r specs $(PICTURES)/old
	@sed -i.bak s/千床以上/九百床以上/ $(PICTURES)/old/medical/stages.regspec
	@for made in "yoko.docx --review" "tate.docx --profile kakugi" "page.html --review"; do set -- $$made; file=$$1; shift; \
	  $(BIN)/regcheck compare $(PICTURES)/old/medical specs/medical --draft $$@ -o $(PICTURES)/$$file || [ $$? -eq 1 ]; done
	@$(BIN)/python -m tools.pages $(PICTURES)/compared $(PICTURES)/yoko.docx $(PICTURES)/tate.docx $(PICTURES)/page.html

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 以上が必要です（PYTHON=… で指定できます）/ Python 3.11 or newer is needed" >&2; exit 1; }
	$(PYTHON) -m venv .venv

.venv/.stamp-run: requirements.lock pyproject.toml hatch_build.py $(wildcard dsl/*.lark src/regcheck/syntax/*.py src/regcheck/calendar/holiday_table.py) | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.stamp-dev: requirements-dev.lock .venv/.stamp-run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

.venv/.stamp-bench: requirements-bench.lock .venv/.stamp-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	@touch $@

# Needs the network: pins every dependency with hashes.
lock: .venv/bin/python
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras --no-header \
	  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --extra build --extra documents --extra xlsx --output-file requirements.lock pyproject.toml
	$(BIN)/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras --no-header \
	  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --extra build --extra documents --extra xlsx --extra dev --output-file requirements-dev.lock pyproject.toml
	$(BIN)/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras --no-header \
	  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --extra build --extra certify --extra bench --output-file requirements-bench.lock pyproject.toml

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis dist build
