"""One run of a command: its context, its journal, the streams, and how the answer is written."""
