# `make` sets everything up and runs the first experiment; `make help` lists the rest.
# Give a Python of your own with: make PYTHON=/path/to/python3.13

UV_VERSION := 0.13.9
# What uv fetches when the machine has no Python that fits.
FETCHED_PYTHON := 3.13
MESA_NEXT := 4.0.0a0

BIN := .venv/bin
UV := $(BIN)/uv
UV_STAMP := .venv/.uv-$(UV_VERSION)
READY := .venv/.ready
MESA_NEXT_READY := .venv-mesa-next/.ready
PYTEST_ARGS := -n 2 --dist loadfile

# uv brings its own list of certificate authorities; a machine behind a company's proxy trusts one more,
# which is in the system's list only.
ifneq ($(wildcard /etc/ssl/certs/ca-certificates.crt),)
export UV_SYSTEM_CERTS := true
endif
# The environment is always the one beside this file, whatever the caller's settings.
export UV_PROJECT_ENVIRONMENT := .venv
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.PHONY: all setup app browser web screenshots test test-bounds torture bench bench-seminar proof mesa-next docs figure
.PHONY: sensitivity variance calibrate figures paper verify archive lock clean help

all: setup ## set everything up and run the M-Tel experiment
	$(BIN)/desksales run mtel

setup: $(READY) ## set everything up: Python, uv and the locked packages

# Style sheets come from the package solara-assets, by way of Solara's server; nothing is reported to its makers.
app: export SOLARA_TELEMETRY_MIXPANEL_ENABLE := False
app: setup ## open Mesa's own page of the model, at http://localhost:8766
	$(BIN)/solara run model/app.py --production --port 8766

# Playwright drives Debian's own browser. Where there is none, and no right to install one, its tests are skipped.
browser: ## install Chromium for the tests in tests/browser, as root on Debian
	@command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && \
	    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; } || \
	    echo "No chromium here, and only root can install it by apt-get: the tests in tests/browser will be skipped."

# Whoever only uses the seminar needs no Node: the build is kept, and a test tells when it is stale.
web: ## build the seminar's pages anew from experiments/seminar/web (needs Node 20.19 or newer)
	cd experiments/seminar/web && npm ci --silent --no-audit --no-fund && npm run --silent build

screenshots: setup browser ## make the pictures of the pages in figures/screens anew
	$(BIN)/python -m tests.browser.screenshots

test: setup browser ## run the tests, then check imports between packages and style
	$(BIN)/pytest $(PYTEST_ARGS)
	$(BIN)/lint-imports
	$(BIN)/ruff check

test-bounds: setup ## run the tests with array bounds checked in compiled code
	NUMBA_BOUNDSCHECK=1 $(BIN)/pytest $(PYTEST_ARGS)

# The tests of tests/faults, which `make test` runs once, with larger sweeps and so many rounds each.
ROUNDS := 10
torture: setup ## kill sweeps at random moments, fill disks, damage stores; ROUNDS=N (some half an hour for 10)
	DESKSALES_TORTURE=$(ROUNDS) $(BIN)/pytest -n 0 -s tests/faults

# The peers are in the group `bench`, which the set-up installs with the tests' packages.
bench: setup ## time this engine beside its peers and keep the tables in figures/ (some minutes)
	$(BIN)/python -m experiments.bench

bench-seminar: setup ## drive a class of thirty against the seminar and keep the table in figures/ (some five minutes)
	$(BIN)/python -m experiments.bench_seminar

# The checks of tests/theory with more runs and longer ones.
proof: setup ## hold the model against theory and keep the table in figures/ (some minutes)
	$(BIN)/python -m experiments.proof

# A look ahead, so a failing test is news and not an error. Mesa 4 drops batch_run.
mesa-next: $(MESA_NEXT_READY) ## run the tests on Mesa's next major version (may fail)
	-.venv-mesa-next/bin/pytest $(PYTEST_ARGS) -k 'not batch_run'

docs: setup ## rewrite the tables that model/README.md draws from the code
	$(BIN)/python -m model.document

# The figure that the README shows, from a run with nothing changed.
figure: setup ## run the settings that the README shows, take waits apart, and keep its figures in figures/
	$(BIN)/desksales run mtel
	for kind in png svg; do cmp -s results/mtel/first_year.$$kind figures/mtel_first_year.$$kind \
		|| cp results/mtel/first_year.$$kind figures/mtel_first_year.$$kind; done
	$(BIN)/desksales decompose mtel --replications 100 --out figures
	$(BIN)/desksales side-by-side credit_card zappos
	for kind in png svg; do cmp -s results/two_call_centres/two_call_centres.$$kind figures/two_call_centres.$$kind \
		|| cp results/two_call_centres/two_call_centres.$$kind figures/two_call_centres.$$kind; done
	$(BIN)/python -m experiments.norms_of_helping
	$(BIN)/python -m experiments.overflow_policies
	for centre in tcc niche finserver bigbook starico; do \
		$(BIN)/desksales run $$centre && for kind in png svg; do \
			cmp -s results/$$centre/centre_year.$$kind figures/$${centre}_year.$$kind \
				|| cp results/$$centre/centre_year.$$kind figures/$${centre}_year.$$kind; done; done

# Runs that the stores in results/ have already are not made again.
MEASURE := cost_per_contact_true
sensitivity: setup ## screen M-Tel's assumptions, take the variance of its cost apart, keep figures (some minutes)
	$(BIN)/desksales sweep experiments/screening.toml
	$(BIN)/desksales sensitivity results/screening.sqlite --measure $(MEASURE) --out figures/screening
	$(BIN)/desksales sweep experiments/sobol.toml
	$(BIN)/desksales sensitivity results/sobol.sqlite --measure $(MEASURE) --out figures/sobol
	$(BIN)/desksales curve results/sobol.sqlite --measure $(MEASURE) --x incentives.quota_multiple --out figures/sobol

# The runs are those of `sensitivity`; the gallery shows whichever of these folders there are.
VARIANCES := desk_involvement wait_minutes_mean reporting_gap
variance: setup ## take the variance of further headline measures of M-Tel apart, from the runs of `sensitivity`
	$(BIN)/desksales sweep experiments/sobol.toml
	for measure in $(VARIANCES); do $(BIN)/desksales sensitivity results/sobol.sqlite --measure $$measure \
		--out figures/sobol_$$measure || exit 1; done

# What results/calibration holds already is not done again; an interruption costs the generation in hand at most.
calibrate: setup ## fit what no source gives to M-Tel's published figures, keep tables and figures (about half an hour)
	$(BIN)/desksales calibrate

# What is current is not made again, and what was interrupted goes on where it stood. Another budget, version of the model
# or module of a claim makes a figure anew; runs that are in results/claims already are used again.
figures: setup ## try every claim of the literature and draw it, with gallery and tables (half an hour at most)
	$(BIN)/desksales figure all --budget short

paper: setup ## the same with the replications of a paper (some twelve hours on two cores)
	$(BIN)/desksales figure all --budget full

verify: setup ## make every claim's runs again from nothing and compare tables and pictures with their certificates
	$(BIN)/desksales verify

archive: setup ## pack code, description, data, lock file and citation of the last commit for a model library
	$(BIN)/python -m experiments.archive

lock: $(UV_STAMP) ## resolve the dependencies again after a change in pyproject.toml
	$(UV) lock --python $(BIN)/python

# Results are kept: they may have taken hours.
clean: ## remove environments, caches and builds, but no results
	rm -rf .venv .venv-mesa-next .pytest_cache .ruff_cache .hypothesis .import_linter_cache build dist
	find . -name .git -prune -o -type d -name __pycache__ -exec rm -rf {} +

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

# The shell that prints the path of a Python for .venv, or one sentence on why there is none.
define FIND_PYTHON
# A command counts only if it runs, for pyenv's shims exist even for versions that are not chosen, and if
# the locked packages have wheels for it. Debian ships ensurepip apart, and no venv works without it.
fits() {
    "$$1" -c '
import ensurepip, sys, sysconfig, venv
fits = (
    (3, 12) <= sys.version_info < (3, 16)
    and sys.version_info.releaselevel == "final"
    and sys.implementation.name == "cpython"
    and not sysconfig.get_config_var("Py_GIL_DISABLED")
)
# The base, so that an active environment, perhaps the one to be replaced, is seen through.
print(getattr(sys, "_base_executable", sys.executable))
sys.exit(not fits)' 2>/dev/null
}

# 1. The caller's choice, then what is on the PATH.
for command in $${PYTHON:+"$$PYTHON"} python3.15 python3.14 python3.13 python3.12 python3 python; do
    found=$$(fits "$$command") && echo "$$found" && exit 0
done

# 2. What pyenv has installed but not chosen, newest first.
versions=$${PYENV_ROOT:-$$HOME/.pyenv}/versions
for version in $$(ls "$$versions" 2>/dev/null | sort -t . -k 1,1nr -k 2,2nr -k 3,3nr); do
    found=$$(fits "$$versions/$$version/bin/python3") && echo "$$found" && exit 0
done

# 3. What uv can fetch; an older Python is good enough to run uv's installer in a throw-away environment.
echo "No Python 3.12 or newer here; asking uv to fetch Python $(FETCHED_PYTHON) ..." >&2
spare=$$(mktemp -d)
trap 'rm -rf "$$spare"' EXIT
uv=$$spare/venv/bin/uv
for command in python3 /usr/bin/python3; do
    "$$command" -m venv --clear "$$spare/venv" &&
        "$$spare/venv/bin/python" -m pip install --quiet uv==$(UV_VERSION) && break
done >/dev/null 2>&1
if "$$uv" python install --no-bin $(FETCHED_PYTHON) >/dev/null 2>&1; then
    "$$uv" python find --no-project --managed-python $(FETCHED_PYTHON) && exit 0
fi
echo "DeskSales needs CPython 3.12 to 3.15: none that can make a venv is on the PATH or under pyenv, and uv could" \
    "not fetch one; please install one, or name yours with make PYTHON=/path/to/python3." >&2
exit 1
endef

# uv lives in the environment it fills: nothing outside this folder changes, and its version is fixed.
$(UV_STAMP): export FIND_PYTHON_SCRIPT = $(FIND_PYTHON)
$(UV_STAMP): export PYTHON := $(PYTHON)
$(UV_STAMP):
	@python=$$(sh -c "$$FIND_PYTHON_SCRIPT") && echo "Setting up .venv with $$python" && \
	    "$$python" -m venv --clear .venv
	@$(BIN)/python -m pip install --quiet uv==$(UV_VERSION)
	@touch $@

# The stamp is what makes a second `make` free; it is older than either file when the packages must change.
# Compiling once, here, takes seconds off every later start, and more where Python may not write bytecode.
$(READY): pyproject.toml uv.lock $(UV_STAMP)
	$(UV) sync --frozen --compile-bytecode --quiet --python $(BIN)/python
	@touch $@

# The locked packages, but for Mesa itself.
$(MESA_NEXT_READY): $(READY)
	$(UV) venv --quiet --clear --python $(BIN)/python .venv-mesa-next
	$(UV) export --frozen --quiet --no-hashes --no-emit-project --no-emit-package mesa \
	    --python $(BIN)/python --output-file .venv-mesa-next/requirements.txt
	$(UV) pip install --quiet --compile-bytecode --python .venv-mesa-next --prerelease allow \
	    --requirement .venv-mesa-next/requirements.txt 'mesa==$(MESA_NEXT)'
	$(UV) pip install --quiet --python .venv-mesa-next --no-deps --editable .
	@touch $@
