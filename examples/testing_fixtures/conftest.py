"""The suites of the programs are run by the topic's test, not collected beside it."""

collect_ignore = ["fastapi_tests", "flask_tests", "django_project"]
