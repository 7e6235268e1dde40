"""Ask for one named part of a page template, as a partial page update does."""

from pathlib import Path


def fastapi(tmp_path: Path) -> str:
    """Render one block of a page with Jinja2Blocks from jinja2-fragments."""
    from fastapi import FastAPI, Request, Response
    from fastapi.testclient import TestClient
    from jinja2_fragments.fastapi import Jinja2Blocks

    (tmp_path / "page.html").write_text("<h1>Cart</h1>{% block row %}<p>{{ n }}</p>{% endblock %}")
    templates = Jinja2Blocks(directory=tmp_path)
    app = FastAPI()

    @app.get("/")
    def row(request: Request) -> Response:
        return templates.TemplateResponse(request, "page.html", {"n": 3}, block_name="row")

    return f"with jinja2-fragments {TestClient(app).get('/').text}"


def flask(tmp_path: Path) -> str:
    """Call one macro with get_template_attribute, then render one block with jinja2-fragments."""
    from flask import Flask, get_template_attribute
    from jinja2_fragments.flask import render_block

    (tmp_path / "rows.html").write_text("{% macro row(n) %}<p>{{ n }}</p>{% endmacro %}")
    (tmp_path / "page.html").write_text("<h1>Cart</h1>{% block row %}<p>{{ n }}</p>{% endblock %}")
    app = Flask(__name__, template_folder=str(tmp_path))
    with app.app_context():
        macro = get_template_attribute("rows.html", "row")(3)
        block = render_block("page.html", "row", n=3)
    return f"macro {macro}; block with jinja2-fragments {block}"


def django(tmp_path: Path) -> str:
    """Render one partial of a page by the name of the file, a number sign and its name."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.shortcuts import render
    from django.test import Client
    from django.urls import path

    (tmp_path / "page.html").write_text(
        "<h1>Cart</h1>{% partialdef row inline %}<p>{{ n }}</p>{% endpartialdef %}"
    )

    def row(request: HttpRequest) -> HttpResponse:
        return render(request, "page.html#row", {"n": 3})

    backend = "django.template.backends.django.DjangoTemplates"
    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        ROOT_URLCONF=(path("", row),),
        TEMPLATES=[{"BACKEND": backend, "DIRS": [tmp_path]}],
    )
    django.setup()
    return Client().get("/").text
