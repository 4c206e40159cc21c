"""The seminar's server, talked to as a page talks to it."""
