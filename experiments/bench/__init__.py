"""How fast: one queue in this engine and its peers, growth with size, cold starts (`make bench`)."""
