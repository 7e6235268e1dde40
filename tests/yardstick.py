"""How fast the machine is at present: the processor time of a fixed piece of work.

A busy machine makes every program dearer, by half and more. What a program takes in units of
this work says something on any machine: it runs as a program like it does, one on each of two
processors, and asks memory for what no cache holds.
"""

from __future__ import annotations

import subprocess
import sys
from statistics import mean

from macros.program import exit_code

PROCESSES = 2
WORK = """
import time
start = time.process_time()
known = {str(number): number for number in range(400_000)}
total = sum(known[str(number * 7919 % 400_000)] for number in range(3_000_000))
print(time.process_time() - start)
"""


def seconds() -> float:
    """Return the processor time that the work takes, the mean of its processes."""
    running = [
        subprocess.Popen([sys.executable, "-c", WORK], stdout=subprocess.PIPE, text=True)
        for _ in range(PROCESSES)
    ]
    return mean(float(process.communicate()[0]) for process in running)


def main() -> None:
    """Print it."""
    print(f"{seconds():.2f} s")


if __name__ == "__main__":
    sys.exit(exit_code(main))
