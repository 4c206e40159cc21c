"""Channels, mailbox, helpline and bucket, tags, learning, chases, claims, quota and review: a model of its own."""
