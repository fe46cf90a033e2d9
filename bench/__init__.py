"""Measures of the running assistant, each against stock Rasa in the same run: `make bench`."""
