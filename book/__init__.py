"""The site as one book: built pages in, a tagged PDF out. Run as ``python -m book``."""
