"""Where the second model's chances come from: the numbers of section 6, which the engine draws, too, or its own."""

from model import luck as purposes

G, M1, M2, ALL = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 2**64 - 1


def mix(z):
    """6: scatter the bits of a 64-bit number."""
    z &= ALL
    z = ((z ^ (z >> 30)) * M1) & ALL
    z = ((z ^ (z >> 27)) * M2) & ALL
    return z ^ (z >> 31)


def key_of(role, group, place):
    """6: the name of a person for the person's luck; role 0 is a salesperson, 1 a rep."""
    return mix(mix(2 * group + role + G) ^ ((place * M1) & ALL))


class SharedLuck:
    """Numbers found by their keys (section 6 and table G), the same for both models."""

    def __init__(self, seed):
        self.seed = seed

    def stream(self, purpose, who):
        return mix(mix(self.seed + getattr(purposes, purpose) * G) ^ ((who.key * M2 + G) & ALL))

    def number(self, purpose, who, count):
        """A uniform number strictly between 0 and 1."""
        return ((mix(self.stream(purpose, who) + count * G) >> 11) + 0.5) / 2**53

    def any_of(self, idle, issue):
        """7.4: whoever of the idle has the lowest number for the issue."""
        start = self.stream("ASSIGN", issue)
        return min(idle, key=lambda worker: mix(start ^ worker.key))


class OwnLuck:
    """Numbers from a generator of the model's own: nothing in common with the engine but the laws."""

    def __init__(self, rng):
        self.rng = rng

    def number(self, purpose, who, count):
        """A uniform number strictly between 0 and 1."""
        return 1.0 - self.rng.random()

    def any_of(self, idle, issue):
        """7.4: any of the idle, with equal chances."""
        return idle[int(self.rng.random() * len(idle))]
