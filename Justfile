# What is typed most while carelog is changed: `just` lists it. The tools come from .venv, which the README's test
# command makes, or else from the PATH.

export PATH := justfile_directory() / ".venv/bin:" + env("PATH")

[private]
list:
    @just --list --unsorted

# ruff, types, import contracts, and the tests of what has changed since the last commit
check:
    ruff check
    ruff format --check
    mypy --strict src
    PYTHONPATH=src lint-imports
    python scripts/tests_touched.py | xargs -r pytest -q

# mend what ruff can mend by itself
fix:
    ruff check --fix
    ruff format

# every test but the slow ones; `just test tests/cli -k mood` for some
test *OPTIONS:
    pytest -q {{ OPTIONS }}

# the tests that kill processes and fill journals: some minutes
slow *OPTIONS:
    pytest -q -m slow -n 2 --dist loadfile {{ OPTIONS }}

# everything that a change has to pass, from a clean clone of the last commit
ci:
    .ci/run

# how fast carelog is, in an environment of its own: about half an hour; `just bench --only instructions` for less
bench *OPTIONS:
    python3 -m venv .venv-bench
    .venv-bench/bin/pip install -q '.[bench]'
    .venv-bench/bin/python benchmarks/run.py {{ OPTIONS }}

# write the completion scripts and the man pages again, after a change of commands, options or their help
shells:
    python scripts/make_for_shells.py

# make what the documentation says of the program, draw its pictures again, and hold the pages against the program
docs:
    python scripts/make_reference.py
    python scripts/make_pictures.py
    pytest -q tests/house
