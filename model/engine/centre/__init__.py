"""A centre: streams of calls, groups of people who answer them, and what happens in a call."""
