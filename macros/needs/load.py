"""What most requests do: query, wait, stay open, or start jobs."""

from __future__ import annotations

from macros.needs.shared import AWAITED_SERVER
from macros.needs.terms import Question, fact, need

QUESTION = Question(
    "load",
    "What do most requests do?",
    (
        need(
            "query",
            "Query the database and answer",
            "n_plus_one_protection",
            fact(
                "thread_limit_setting",
                "An option of the server allows more at once: 3. A line of code: 2.",
                fastapi=2,
                flask=3,
                django=3,
            ),
            fact(
                "sync_handlers",
                "Plain handlers overlap in threads in all three: 3.",
                fastapi=3,
                flask=3,
                django=3,
            ),
        ),
        need(
            "wait",
            "Wait for slow services, such as language models",
            "parallel_waits",
            "async_middleware",
            AWAITED_SERVER,
        ),
        need(
            "open",
            "Stay open: WebSockets, server-sent events, streams",
            "websockets",
            "server_sent_events",
            fact(
                "open_streams",
                "Streams hold no thread: 3. Over one of two interfaces only: 2. "
                "Each holds a thread: 0.",
                fastapi=3,
                flask=0,
                django=2,
            ),
        ),
        need(
            "jobs",
            "Start work that goes on after the answer",
            "run_after_response",
            "task_queue_api",
            "task_worker",
        ),
    ),
)
