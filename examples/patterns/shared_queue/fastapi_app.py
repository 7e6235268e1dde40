"""Take texts in, leave the work to the queue, and tell how far it is."""

import os
from typing import Annotated

from fastapi import FastAPI, Form
from jobs import count_words, queue

app = FastAPI()


@app.post("/texts", status_code=202)
def take(text: Annotated[str, Form()], seconds: Annotated[float, Form()] = 0) -> dict:
    return {"id": count_words.delay(text, seconds).id, "process": os.getpid()}


@app.get("/texts/{job_id}")
def show(job_id: str) -> dict:
    job = queue.AsyncResult(job_id)
    return {"state": job.state, "result": job.result if job.successful() else None}
