"""The benchmark: it starts real servers on loopback, asks them, and writes what it saw."""
