"""One run of the command line: who asks, through what, and how the answer reaches them."""
