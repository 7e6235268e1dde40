"""Read the Content-Security-Policy header before and after a policy is set."""


def fastapi() -> str:
    """Set a policy on a FastAPI application with the secure package."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from secure import ContentSecurityPolicy, Secure
    from secure.middleware import SecureASGIMiddleware

    app = FastAPI()
    app.add_api_route("/", lambda: "page")
    bare = TestClient(app).get("/").headers.get("content-security-policy")
    policy = Secure(csp=ContentSecurityPolicy().default_src("'self'"))
    guarded = SecureASGIMiddleware(app, secure=policy)
    added = TestClient(guarded).get("/").headers["content-security-policy"]
    return f"{bare}; with secure {added}"


def flask() -> str:
    """Set a policy with a nonce on a Flask application with Flask-Talisman."""
    from flask import Flask, render_template_string
    from flask_talisman import Talisman

    app = Flask(__name__)

    @app.get("/")
    def page() -> str:
        return render_template_string("{{ csp_nonce() if csp_nonce else 'page' }}")

    bare = app.test_client().get("/").headers.get("Content-Security-Policy")
    guarded = Flask(__name__)
    guarded.add_url_rule("/", view_func=page)
    Talisman(
        guarded,
        force_https=False,
        content_security_policy={"default-src": "'self'"},
        content_security_policy_nonce_in=["default-src"],
    )
    answer = guarded.test_client().get("/")
    policy = answer.headers["Content-Security-Policy"].replace(answer.text, "...")
    return f"{bare}; with Flask-Talisman {policy}"


def django() -> str:
    """Set SECURE_CSP with a nonce and use the nonce in a view."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.middleware.csp import get_nonce
    from django.test import Client, override_settings
    from django.urls import path
    from django.utils.csp import CSP

    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse(get_nonce(request))

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        MIDDLEWARE=["django.middleware.csp.ContentSecurityPolicyMiddleware"],
        ROOT_URLCONF=(path("", page),),
    )
    django.setup()
    unset = Client().get("/").headers.get("Content-Security-Policy")
    with override_settings(SECURE_CSP={"default-src": [CSP.SELF, CSP.NONCE]}):
        answer = Client().get("/")
    policy = answer.headers["Content-Security-Policy"].replace(answer.text, "...")
    return f"{unset}; with SECURE_CSP {policy}"
