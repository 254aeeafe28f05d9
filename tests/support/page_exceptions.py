"""What pages and help show and no test runs, with the reason. tests/house/test_pages.py refuses what meets nothing."""

NOT_RUN = {
    "python3 -m venv": "it installs; .ci/run does the same from a clean clone",
    ".venv/bin/pip": "as above",
    ".venv/bin/pytest": "these are the tests",
    "pytest": "as above",
    ".venv/bin/python scripts/make_catalogue.py": "it writes to src; tests/house/test_catalogue.py runs it elsewhere",
    "bench/bin/pip": "it installs",
    "bench/bin/python benchmarks/run.py": "it takes half an hour; tests/house/test_benchmarks.py has its parts",
    "python benchmarks/questions.py": "it takes minutes",
    "python benchmarks/false_alarms.py": "it takes minutes",
    "python benchmarks/changes.py": "it takes minutes",
    "carelog --install-completion": "it looks at the shell that runs it; tests/cli/completing does",
    "carelog demo big": "fifty years take long; tests/demo makes them",
}
"""Beginnings of commands, word by word."""

BLOCKS_NOT_RUN = {
    "2 entries lie a day early.": "an earlier carelog wrote that journal; tests/exchange/test_early_days.py has one",
}
"""Words of a block."""

LANGUAGES_READ_ELSEWHERE = {
    "mermaid": "tests/house/test_map.py",
    "text": "no program reads it",
}
"""Languages of blocks, and the test that reads them."""
