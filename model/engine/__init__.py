"""The engine: continuous time, exact events, one source for compiled and plain Python runs."""
