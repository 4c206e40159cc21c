"""Telling: diaries of people and field notes of issues, from runs with their event log."""
