"""Bets: rooms in which a class bets on the difference between two designs before both are run."""
