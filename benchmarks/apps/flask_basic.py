"""Flask: hello, a wait, a computation. What `pip install flask` gives, and nothing more."""

import time

from common import WAIT_SECONDS, work
from flask import Flask

app = Flask(__name__)


@app.get("/hello")
def hello():
    return {"message": "Hello, World!"}


@app.get("/wait")
def wait():
    time.sleep(WAIT_SECONDS)
    return {"waited": WAIT_SECONDS}


@app.get("/cpu")
def cpu():
    return {"result": work()}
