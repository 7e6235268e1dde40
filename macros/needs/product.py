"""What is made: an API, pages, forms, or both."""

from __future__ import annotations

from macros.needs.terms import Question, need

QUESTION = Question(
    "product",
    "What do you make?",
    (
        need(
            "api",
            "An API: JSON for other programs, an app or a separate front end",
            "request_body_validation",
            "openapi_schema",
            "response_filtering",
        ),
        need(
            "pages",
            "Pages from templates, with few forms",
            "template_engine",
            "flash_messages",
            "static_files_production",
        ),
        need(
            "forms",
            "A site of forms and lists",
            "html_forms",
            "csrf_protection",
            "pagination",
        ),
        need(
            "both",
            "Pages and an API, about equally",
            "template_engine",
            "html_forms",
            "request_body_validation",
        ),
    ),
)
