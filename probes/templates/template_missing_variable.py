"""Use an unknown name in a template, first alone and then with an attribute."""

ALONE = "[{{ nobody }}]"
ATTRIBUTE = "[{{ nobody.name }}]"


def fastapi() -> str:
    """Render both templates with the environment that Jinja2Templates makes."""
    from fastapi.templating import Jinja2Templates
    from jinja2 import UndefinedError

    env = Jinja2Templates(directory="templates").env
    alone = env.from_string(ALONE).render()
    try:
        attribute = env.from_string(ATTRIBUTE).render()
    except UndefinedError:
        attribute = "UndefinedError"
    return f"{alone}; attribute: {attribute}"


def flask() -> str:
    """Render both templates with render_template_string."""
    from flask import Flask, render_template_string
    from jinja2 import UndefinedError

    with Flask(__name__).app_context():
        alone = render_template_string(ALONE)
        try:
            attribute = render_template_string(ATTRIBUTE)
        except UndefinedError:
            attribute = "UndefinedError"
    return f"{alone}; attribute: {attribute}"


def django() -> str:
    """Render both templates with Django's own engine."""
    from django.template import Context, Engine

    alone = Engine().from_string(ALONE).render(Context())
    attribute = Engine().from_string(ATTRIBUTE).render(Context())
    return f"{alone}; attribute: {attribute}"
