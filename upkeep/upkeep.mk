# What looks after the published site. The workflows call these targets; each works at home too.
.PHONY: system-packages note-number new-row change-report budgets links release-notes public twice reprove reprove-texts zensical test-browser test-book test-proofs \
  post-report apply-reproof push-reproof post-links post-release

system-packages: ## Install what apt-get gives (FOR="browser proofs proxy checker book office clock")
	@sh .ci/system-packages $(FOR)

new-row: $(TEST_READY) ## Ask five questions and write a row and its probe's skeleton
	@$(TEST) -m upkeep new-row

change-report: $(TEST_READY) ## Say which rows, cells and proofs differ from BASE (default origin/main)
	@$(TEST) -m upkeep change-report "$${BASE:-origin/main}"

budgets: $(SITE_READY) $(TEST_READY) ## Note in artifacts/budgets.txt which pages break a budget, for the report
	@mkdir -p artifacts
	@rm -f artifacts/budgets.*
	@$(TEST) -m pytest -q --junitxml=artifacts/budgets.xml tests/test_budget.py > artifacts/budgets.log \
	  || [ $$? = 1 ] || { cat artifacts/budgets.log >&2; exit 1; }
	@$(TEST) -m upkeep budgets

links: $(SITE_READY) $(TEST_READY) ## Build the site and ask its links to other sites whether they answer
	@$(SITE) -m builder site
	@$(TEST) -m upkeep links site

release-notes: $(TEST_READY) ## Print the notes of a release from the changelog (TAG=v1.2.3)
	@$(TEST) -m upkeep release-notes "$$TAG"

reprove: $(TEST_READY) ## Move to the newest releases, prove all, write what changed into artifacts/reprove/
	@$(TEST) -m upkeep newest
	@$(MAKE) --no-print-directory lock UPGRADE=--upgrade
	@$(MAKE) --no-print-directory prove || echo "Some claims differ; the texts name them."
	@$(MAKE) --no-print-directory packages
	@$(MAKE) --no-print-directory reprove-texts

public: $(SITE_READY) $(CARDS_READY) $(BOOK_READY) ## Build all that is published into site/ (SITE_URL is its address)
	@$(SITE) -m builder site
	@$(SITE) -m builder offline
	@$(BOOK) -m book
	@.venv-cards/$(BIN)/python -m builder.cards

twice: $(TEST_READY) ## Build all that is published in two clones on two days, compare all bytes
	@$(TEST) -m upkeep twice

# Separate, because the packages may be others now.
reprove-texts: $(TEST_READY)
	@$(TEST) -m upkeep reproved

# Zensical takes the folder of the site from the configuration alone.
zensical: $(SITE_READY) $(TEST_READY) .venv-zensical/ready ## Build the same source with Zensical too, and compare both
	@$(SITE) -m builder site
	@{ cat mkdocs.yml; echo "site_dir: artifacts/zensical"; } > artifacts.zensical.yml
	@.venv-zensical/$(BIN)/python -m zensical build -f artifacts.zensical.yml; \
	  status=$$?; rm -f artifacts.zensical.yml; exit $$status
	@$(TEST) -m upkeep compare-engines site artifacts/zensical

.venv-zensical/ready: requirements/zensical.txt .ci/setup
	@sh .ci/setup zensical
	@touch $@

test-browser: $(SITE_READY) $(TEST_READY) ## The tests that drive a browser
	@$(TEST) -m tests.browser
	@$(TEST) -m pytest -n auto -m browser

test-book: $(SITE_READY) $(BOOK_READY) $(TEST_READY) ## The tests that print the book
	@$(TEST) -m pytest -n auto -m "book and not browser"

test-proofs: $(SITE_READY) $(TEST_READY) ## The tests that run probes against the frameworks
	@$(TEST) -m pytest -n auto -m "proof and not browser"

# NUMBER of the pull request, for the job that will comment on it
note-number:
	@mkdir -p artifacts/report
	@echo "$$NUMBER" > artifacts/report/number

# The rest speaks to GitHub and needs its program gh, signed in; tests put another in its place.
# What comes from outside comes by the environment or a file: make would run what it is handed as
# the value of a variable, and so would the shell.

# HEAD: the newest commit of the pull request, as GitHub told it. Its number stands in the report.
post-report: $(TEST_READY)
	@$(TEST) -m upkeep comment "$$HEAD"

# Of the foreign patch only what a re-proof may touch. The environment stays as main locks it: what
# the patch locks was reviewed by nobody, and the next step holds a token that may write.
apply-reproof: $(TEST_READY)
	@if [ -s artifacts/reprove/change.patch ]; then \
	  git apply --index --include='data/*' --include='requirements/*' --include=pyproject.toml \
	    artifacts/reprove/change.patch; \
	fi
	@touch $(TEST_READY)

# Without a change there may still be an issue to open.
push-reproof: $(TEST_READY)
	@if ! git diff --cached --quiet; then sh upkeep/push-reproof; fi
	@$(TEST) -m upkeep open-reproved

post-links: $(TEST_READY)
	@$(TEST) -m upkeep open-links

post-release: $(TEST_READY)
	@$(TEST) -m upkeep release "$$TAG" $(FILES)
