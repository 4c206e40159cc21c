"""The organisation as Mesa users meet it."""
