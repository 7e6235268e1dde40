"""Take texts in, leave the work to the queue, and tell how far it is."""

import os

from flask import Flask, request
from jobs import count_words, queue

app = Flask(__name__)


@app.post("/texts")
def take():
    seconds = request.form.get("seconds", 0, type=float)
    job = count_words.delay(request.form["text"], seconds)
    return {"id": job.id, "process": os.getpid()}, 202


@app.get("/texts/<job_id>")
def show(job_id: str):
    job = queue.AsyncResult(job_id)
    return {"state": job.state, "result": job.result if job.successful() else None}
