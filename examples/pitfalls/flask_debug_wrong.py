"""A Flask program as one runs it at home, with an error in it."""

import sys

from flask import Flask

app = Flask(__name__)
PRICES = {"tea": 3}


@app.get("/price/<item>")
def price(item: str):
    """Answer with a price."""
    return str(PRICES[item])


if __name__ == "__main__":
    app.run(debug=True, port=int(sys.argv[1]))
