"""Who logs in, and with what."""

from __future__ import annotations

from macros.needs.terms import Question, need

QUESTION = Question(
    "login",
    "Who logs in?",
    (
        need(
            "people",
            "People, with a password kept by us",
            "user_login",
            "password_reset",
            "sessions_after_password_change",
        ),
        need(
            "provider",
            "People, through GitHub, Google or a company account",
            "social_login",
            "json_web_tokens",
            "protect_every_view",
        ),
        need(
            "programs",
            "Programs, with a token or a password of their own",
            "json_web_tokens",
            "missing_credentials",
            "http_basic_auth",
        ),
        need("nobody", "Nobody"),
    ),
)
