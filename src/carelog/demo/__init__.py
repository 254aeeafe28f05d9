"""The demo: a separate home with invented years, for looking around, for benchmarks, and for pictures in the docs."""
