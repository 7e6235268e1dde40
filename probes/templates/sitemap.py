"""Publish /sitemap.xml with the address of one page."""


def fastapi() -> str:
    """Write the XML by hand with url_for."""
    from fastapi import FastAPI, Request, Response
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.get("/about")
    def about() -> str:
        return "about"

    @app.get("/sitemap.xml")
    def sitemap(request: Request) -> Response:
        entry = f"<url><loc>{request.url_for('about')}</loc></url>"
        schema = "http://www.sitemaps.org/schemas/sitemap/0.9"
        xml = f'<urlset xmlns="{schema}">{entry}</urlset>'
        return Response(xml, media_type="application/xml")

    text = TestClient(app).get("/sitemap.xml").text
    return f"by hand: lists about: {'<loc>http://testserver/about</loc>' in text}"


def flask() -> str:
    """Write the XML by hand with url_for."""
    from flask import Flask, Response, url_for

    app = Flask(__name__)
    app.add_url_rule("/about", "about", lambda: "about")

    @app.get("/sitemap.xml")
    def sitemap() -> Response:
        entry = f"<url><loc>{url_for('about', _external=True)}</loc></url>"
        schema = "http://www.sitemaps.org/schemas/sitemap/0.9"
        xml = f'<urlset xmlns="{schema}">{entry}</urlset>'
        return Response(xml, mimetype="application/xml")

    text = app.test_client().get("/sitemap.xml").text
    return f"by hand: lists about: {'<loc>http://localhost/about</loc>' in text}"


def django() -> str:
    """Declare a Sitemap class and route it to the sitemap view."""
    import django
    from django.conf import settings
    from django.contrib.sitemaps import Sitemap
    from django.contrib.sitemaps.views import sitemap
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path, reverse

    def about(request: HttpRequest) -> HttpResponse:
        return HttpResponse("about")

    class Pages(Sitemap):
        def items(self) -> list[str]:
            return ["about"]

        def location(self, item: str) -> str:
            return reverse(item)

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        INSTALLED_APPS=["django.contrib.sitemaps"],
        ROOT_URLCONF=(
            path("about", about, name="about"),
            path("sitemap.xml", sitemap, {"sitemaps": {"pages": Pages}}),
        ),
        TEMPLATES=[
            {"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}
        ],
    )
    django.setup()
    text = Client().get("/sitemap.xml").text
    return f"lists about: {'<loc>http://testserver/about</loc>' in text}"
