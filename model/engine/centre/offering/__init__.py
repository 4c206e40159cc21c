"""Offers on top of a call: what the screen prompts, what is offered, and what customers make of it."""
