"""Turns the source into what readers get: the preview, the site, the pictures."""
