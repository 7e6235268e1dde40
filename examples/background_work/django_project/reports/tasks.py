"""What the worker does."""

import time
from pathlib import Path

from django.conf import settings
from django.tasks import task


@task  # (1)!
def send_letter(address: str) -> None:
    """Send a letter, which takes its time."""
    time.sleep(0.5)
    with Path(settings.OUTBOX).open("a") as outbox:
        outbox.write(f"{address}\n")


@task
def mean_length(text: str) -> float:
    """Return how many letters a word has."""
    words = text.split()
    return sum(len(word) for word in words) / len(words)
