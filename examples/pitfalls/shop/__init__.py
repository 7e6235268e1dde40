"""A small shop, in which things go wrong and right."""
