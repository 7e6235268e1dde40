"""Use the admin interface with no database and no ORM."""


def fastapi() -> str:
    """Give Starlette-Admin a page of its own and no database."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from starlette_admin import BaseAdmin, CustomView
    from starlette_admin.widgets import TextWidget

    app = FastAPI()
    admin = BaseAdmin()
    admin.add_view(CustomView(menu_label="Report", path="/report", widget=TextWidget("none here")))
    admin.mount_to(app)
    page = TestClient(app).get("/admin/report")
    return f"with Starlette-Admin own page {page.status_code}"


def flask() -> str:
    """Give Flask-Admin a page of its own and no database."""
    from flask import Flask
    from flask_admin import Admin, BaseView, expose

    class Report(BaseView):
        @expose("/")
        def index(self):
            return "no database here"

    app = Flask(__name__)
    Admin(app).add_view(Report())
    page = app.test_client().get("/admin/report/")
    return f"with Flask-Admin own page {page.status_code}"


def django() -> str:
    """Install django.contrib.admin without its companion apps."""
    import django
    from django.conf import settings

    settings.configure(INSTALLED_APPS=["django.contrib.admin"])
    try:
        django.setup()
    except RuntimeError as error:
        subject = "ContentType" if "ContentType" in str(error) else str(error)
        return f"{type(error).__name__} about {subject}"
    return "started"
