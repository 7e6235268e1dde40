"""Write the description of the API into the file that the command line names."""

import json
import sys
from pathlib import Path

from fastapi_app import app

Path(sys.argv[1]).write_text(json.dumps(app.openapi(), indent=2))
