# The commands. `make help` lists them; each one sets up what it needs by itself.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# `examples` is a folder too, so it must be phony.
.PHONY: help serve site cards check audit examples test test-fast fuzz run lint prove prove-check prove-history packages bench bench-smoke bench-report schema record pdf offline diagrams diagrams-check lock clean

# A virtual environment keeps its programs in another folder on Windows.
BIN := $(if $(filter Windows_NT,$(OS)),Scripts,bin)
SITE := .venv/$(BIN)/python
TEST := .venv-test/$(BIN)/python
SITE_READY := .venv/ready
TEST_READY := .venv-test/ready
BENCH := .venv-bench/$(BIN)/python
BENCH_READY := .venv-bench/ready
CARDS_READY := .venv-cards/ready
BOOK := .venv-book/$(BIN)/python
BOOK_READY := .venv-book/ready

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: $(SITE_READY) ## Preview the site on 127.0.0.1:8000 and follow every change
	@$(SITE) -m builder serve

site: $(SITE_READY) ## Build the site, strictly, into site/
	@$(SITE) -m builder site

cards: site $(CARDS_READY) ## Build the site, and draw the card of each page for shared links
	@.venv-cards/$(BIN)/python -m builder.cards

pdf: site $(BOOK_READY) ## Build the site and print it as a book, site/test-drive.pdf (PAPER=letter)
	@$(BOOK) -m book --paper $(or $(PAPER),a4)

offline: site ## Build the site and pack a copy that opens without a server, offline/
	@$(SITE) -m builder offline

check: $(SITE_READY) ## Check the data and the diagrams without building
	@$(SITE) -m builder check

test: $(SITE_READY) $(CARDS_READY) $(BOOK_READY) $(TEST_READY) ## Style, types, data, site, browser, book, examples, proofs, benchmark
	@$(TEST) -m tests.browser
	@$(MAKE) --no-print-directory lint
	@$(TEST) -m pytest -n auto
	@$(MAKE) --no-print-directory examples
	@$(TEST) -m probes --check
	@$(MAKE) --no-print-directory bench-smoke

test-fast: $(SITE_READY) $(CARDS_READY) $(TEST_READY) ## The tests that need no browser, framework or book
	@$(TEST) -m pytest -n auto -m "not browser and not proof and not book"

fuzz: $(TEST_READY) ## Try FILES odd files on every loader of data (10000)
	@FUZZ_FILES=$(or $(FILES),10000) $(TEST) -m pytest -n auto tests/test_fuzz.py

audit: $(SITE_READY) $(TEST_READY) ## Every page in every way: barriers, HTML, budget (needs Java, npm)
	@$(TEST) -m tests.browser
	@$(TEST) -m tests.audit

examples: $(TEST_READY) ## Run the examples over real HTTP; every line of them must be run
	@rm -rf .cache/examples
	@$(TEST) -m coverage run -m pytest -n 4 --dist loadfile examples
	@$(TEST) -m coverage combine -q
	@$(TEST) -m coverage report --fail-under=100

run: $(TEST_READY) ## Run one example until Ctrl-C (TOPIC=caching FRAMEWORK=flask, PORT=8000)
	@$(TEST) -m upkeep.run_example $(if $(PORT),--port=$(PORT)) "$(TOPIC)" "$(FRAMEWORK)"

lint: $(TEST_READY) ## Style, types, spelling, grammar and the workflows
	@$(TEST) -m ruff check .
	@$(TEST) -m ruff format --check .
	@$(TEST) -m mypy
	@$(TEST) -m codespell_lib docs README.md CONTRIBUTING.md CHANGELOG.md data/comparison.yml \
	  examples macros builder tests probes benchmarks/*.py benchmarks/apps upkeep overrides .github Makefile pyproject.toml \
	  data/claims.yml
	@$(TEST) -m upkeep lint-prose
	@.venv-test/$(BIN)/zizmor --offline --quiet --no-progress --persona=pedantic .github
	@.venv-test/$(BIN)/actionlint

prove: $(TEST_READY) ## Run the probes and write data/evidence/ (ONLY=row_id for one row)
	@$(TEST) -m probes $(if $(ONLY),--only=$(ONLY))

prove-check: $(TEST_READY) ## Run the probes and compare with data/evidence/, writing nothing
	@$(TEST) -m probes --check $(if $(ONLY),--only=$(ONLY))

prove-history: $(TEST_READY) ## Run the probes against earlier versions (LINE=django-5.2.19 for one)
	@$(TEST) -m probes.history $(if $(LINE),--line=$(LINE))

packages: $(TEST_READY) ## Ask the package index for releases and write data/evidence/_release*.json
	@$(TEST) -m probes.packages
	@$(TEST) -m probes.installed

bench: $(BENCH_READY) ## Measure everything and write a record to benchmarks/records/ (14 minutes)
	@$(BENCH) -m benchmarks run

bench-smoke: $(BENCH_READY) ## Start every kind of server once and check its answers; no number counts
	@$(BENCH) -m benchmarks smoke

bench-report: $(BENCH_READY) ## Print what the newest record says (RECORD=file for another)
	@$(BENCH) -m benchmarks report $(RECORD)

schema: $(SITE_READY) ## Write the JSON Schema of the data file
	@$(SITE) -m builder schema

record: site ## Write down what is published: ids, pages, verdicts (data/published.json)
	@$(SITE) -m builder record

diagrams: $(TEST_READY) ## Render the PlantUML diagrams into their committed cache (needs Node)
	@$(TEST) -m builder diagrams

diagrams-check: $(TEST_READY) ## Render the diagrams and compare with the committed ones (needs Node)
	@$(TEST) -m builder diagrams --check

lock: $(TEST_READY) ## Resolve the dependencies of pyproject.toml anew into requirements/
	@sh .ci/lock $(UPGRADE)

include upkeep/upkeep.mk

clean: ## Delete what the other targets made
	rm -rf site .venv .venv-cards .venv-test .venv-bench .venv-book .venv-zensical .cache artifacts .mypy_cache .ruff_cache .pytest_cache

$(SITE_READY): requirements/site.txt .ci/setup
	@sh .ci/setup site
	@touch $@

$(CARDS_READY): requirements/cards.txt .ci/setup
	@sh .ci/setup cards
	@touch $@

$(TEST_READY): requirements/test.txt .ci/setup
	@sh .ci/setup test
	@touch $@

$(BENCH_READY): requirements/bench.txt .ci/setup
	@sh .ci/setup bench
	@touch $@

$(BOOK_READY): requirements/book.txt .ci/setup
	@sh .ci/setup book
	@touch $@
