"""What differs where strangers are served."""

import os

from shop.settings import *

# --8<-- [start:right]
DEBUG = False
SECRET_KEY = os.environ["SECRET_KEY"]
ALLOWED_HOSTS = os.environ["ALLOWED_HOSTS"].split(",")
MAILERS = {
    "default": {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {"host": os.environ["MAIL_HOST"], "use_tls": True},
    }
}
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 3600  # raise it when all is well
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # other subdomains still answer over plain HTTP
    "security.W021",  # so no browser should learn about them in advance
]
# --8<-- [end:right]
