"""The same program without a word about how it is run."""

from flask import Flask

app = Flask(__name__)
PRICES = {"tea": 3}


@app.get("/price/<item>")
def price(item: str):
    """Answer with a price."""
    return str(PRICES[item])
