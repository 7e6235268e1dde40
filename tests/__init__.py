"""The tests of the machinery; examples and probes are run by their own."""
