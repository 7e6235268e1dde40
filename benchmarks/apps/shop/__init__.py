"""The Django application of the benchmark."""
