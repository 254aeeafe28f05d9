"""A separate home full of invented years: to look around in, to measure with, to take pictures of."""
