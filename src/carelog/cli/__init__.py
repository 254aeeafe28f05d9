"""The command line: parse, ask, show. One file per group of commands."""
