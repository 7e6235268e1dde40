"""Code that asks a framework a question, one file a row, and what runs it."""
