"""Print how many rows each framework answers out of the box."""

import json
import sys
from urllib.request import urlopen

site = sys.argv[1] if len(sys.argv) > 1 else "https://test-drive-docs.github.io/test-drive/"

with urlopen(f"{site}data/v1/comparison.json") as answer:
    data = json.load(answer)

for framework in data["frameworks"]:
    cells = [row["cells"][framework["id"]] for row in data["rows"]]
    built_in = sum(cell["support"] == "built_in" for cell in cells)
    print(framework["id"], framework["version"], built_in)
