# The commands. `make help` lists them; each one sets up what it needs by itself.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# `examples` is a folder too, so it must be phony.
.PHONY: help serve site check examples test test-fast lint prove prove-check prove-history packages schema diagrams diagrams-check lock clean

SITE := .venv/bin/python
TEST := .venv-test/bin/python
SITE_READY := .venv/ready
TEST_READY := .venv-test/ready

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: $(SITE_READY) ## Preview the site on 127.0.0.1:8000 and follow every change
	@$(SITE) -m builder serve

site: $(SITE_READY) ## Build the site, strictly, into site/
	@$(SITE) -m builder site

check: $(SITE_READY) ## Check the data and the diagrams without building
	@$(SITE) -m builder check

test: $(SITE_READY) $(TEST_READY) ## Everything CI checks: style, types, data, proofs, site, browser
	@$(TEST) -m tests.browser
	@$(MAKE) --no-print-directory lint
	@$(TEST) -m pytest -n auto
	@$(MAKE) --no-print-directory examples
	@$(TEST) -m probes --check

test-fast: $(TEST_READY) ## The tests that need neither a browser nor a framework
	@$(TEST) -m pytest -n auto -m "not browser and not proof"

examples: $(TEST_READY) ## Run the examples over real HTTP; every line of them must be run
	@rm -rf .cache/examples
	@$(TEST) -m coverage run -m pytest -n 4 --dist loadfile examples
	@$(TEST) -m coverage combine -q
	@$(TEST) -m coverage report --fail-under=100

lint: $(TEST_READY) ## Style, types and spelling
	@$(TEST) -m ruff check .
	@$(TEST) -m ruff format --check .
	@$(TEST) -m mypy
	@$(TEST) -m codespell_lib docs README.md CONTRIBUTING.md CHANGELOG.md data/comparison.yml \
	  examples macros builder tests probes overrides Makefile pyproject.toml

prove: $(TEST_READY) ## Run the probes and write data/evidence/ (ONLY=row_id for one row)
	@$(TEST) -m probes $(if $(ONLY),--only=$(ONLY))

prove-check: $(TEST_READY) ## Run the probes and compare with data/evidence/, writing nothing
	@$(TEST) -m probes --check $(if $(ONLY),--only=$(ONLY))

prove-history: $(TEST_READY) ## Run the probes against earlier versions (LINE=django-5.2.19 for one)
	@$(TEST) -m probes.history $(if $(LINE),--line=$(LINE))

packages: $(TEST_READY) ## Ask the package index for releases and write data/evidence/_releases.json
	@$(TEST) -m probes.packages

schema: $(SITE_READY) ## Write the JSON Schema of the data file
	@$(SITE) -m builder schema

diagrams: $(TEST_READY) ## Render the PlantUML diagrams into their committed cache (needs Node)
	@$(TEST) -m builder diagrams

diagrams-check: $(TEST_READY) ## Render the diagrams and compare with the committed ones (needs Node)
	@$(TEST) -m builder diagrams --check

lock: $(TEST_READY) ## Resolve the dependencies of pyproject.toml anew into requirements/
	@sh .ci/lock

clean: ## Delete what the other targets made
	rm -rf site .venv .venv-test .cache artifacts .mypy_cache .ruff_cache .pytest_cache

$(SITE_READY): requirements/site.txt .ci/setup
	@sh .ci/setup site
	@touch $@

$(TEST_READY): requirements/test.txt .ci/setup
	@sh .ci/setup test
	@touch $@
