"""What can go wrong in every feature."""


class NotFoundError(LookupError):
    """Something that was asked for does not exist."""
