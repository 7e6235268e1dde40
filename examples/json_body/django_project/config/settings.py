"""Settings of a project that answers with JSON only."""

import os

ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
INSTALLED_APPS = ["rest_framework"]
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "UNAUTHENTICATED_USER": None,
}
# No CsrfViewMiddleware: without cookies a foreign form has nothing to misuse.
ROOT_URLCONF = "config.urls"
SECRET_KEY = os.environ["SECRET_KEY"]
