"""Proof: the model beside queueing theory, one check a function, short in the tests and long in `make proof`."""
