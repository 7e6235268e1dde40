"""What every application shares: the same work, the same rows, the same wait."""

WAIT_SECONDS = 0.05
STEPS = 20_000


def work() -> int:
    """Compute for about a millisecond or three, in Python alone."""
    total = 0
    for number in range(STEPS):
        total += number * number % 7
    return total


ROWS = [
    {
        "title": f"Cats & dogs, volume {number}",
        "author": f"Author {number % 9}",
        "pages": 100 + number,
    }
    for number in range(50)
]
