"""Publish an RSS feed with one entry and read its root element back."""


def fastapi() -> str:
    """Build the feed with feedgenerator and return it from a route."""
    from fastapi import FastAPI, Response
    from fastapi.testclient import TestClient
    from feedgenerator import Rss201rev2Feed

    app = FastAPI()

    @app.get("/feed")
    def feed() -> Response:
        news = Rss201rev2Feed(title="News", link="/", description="All news")
        news.add_item(title="First", link="/first", description="")
        return Response(news.writeString("utf-8"), media_type="application/rss+xml")

    text = TestClient(app).get("/feed").text
    return f"with feedgenerator rss: {'<rss' in text and '<title>First</title>' in text}"


def flask() -> str:
    """Build the feed with feedgenerator and return it from a view."""
    from feedgenerator import Rss201rev2Feed
    from flask import Flask, Response

    app = Flask(__name__)

    @app.get("/feed")
    def feed() -> Response:
        news = Rss201rev2Feed(title="News", link="/", description="All news")
        news.add_item(title="First", link="/first", description="")
        return Response(news.writeString("utf-8"), mimetype="application/rss+xml")

    text = app.test_client().get("/feed").text
    return f"with feedgenerator rss: {'<rss' in text and '<title>First</title>' in text}"


def django() -> str:
    """Declare a Feed class and route it."""
    import django
    from django.conf import settings
    from django.contrib.syndication.views import Feed
    from django.test import Client
    from django.urls import path

    class News(Feed):
        title = "News"
        link = "/"

        def items(self) -> list[str]:
            return ["First"]

        def item_title(self, item: str) -> str:
            return item

        def item_link(self, item: str) -> str:
            return "/first"

    settings.configure(ALLOWED_HOSTS=["testserver"], ROOT_URLCONF=(path("feed", News()),))
    django.setup()
    text = Client().get("/feed").text
    return f"rss: {'<rss' in text and '<title>First</title>' in text}"
