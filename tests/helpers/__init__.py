"""What several tests share: small organisations, rules in plain Python, hashes, fresh interpreters."""
