"""The seminar: a server that lets a class look at runs, bet on designs and read field notes in the browser.

PROTOCOL.md in this folder says what server and page tell each other.
"""
