"""The benchmark counts only times of programs that simulate the same queue."""
