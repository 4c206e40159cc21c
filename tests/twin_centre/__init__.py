"""Calls to a centre a second time, written from the text of model/README.md alone, docked with the engine."""
