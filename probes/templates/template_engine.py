"""Render a template file and read whether its engine comes with the framework's package."""

from pathlib import Path


def fastapi(tmp_path: Path) -> str:
    """Render a file with Jinja2Templates; look up how FastAPI's package asks for Jinja2."""
    from importlib.metadata import requires

    from fastapi.templating import Jinja2Templates

    (tmp_path / "page.html").write_text("<p>{{ name }}</p>")
    template = Jinja2Templates(directory=tmp_path).get_template("page.html")
    needs = [line for line in requires("fastapi") or [] if line.lower().startswith("jinja2")]
    how = "an extra" if all("extra ==" in line for line in needs) else "required"
    return f"{template.render(name='Ann')}; jinja2: {how}"


def flask(tmp_path: Path) -> str:
    """Render a file with render_template; look up how Flask's package asks for Jinja2."""
    from importlib.metadata import requires

    from flask import Flask, render_template

    (tmp_path / "page.html").write_text("<p>{{ name }}</p>")
    app = Flask(__name__, template_folder=str(tmp_path))
    with app.app_context():
        page = render_template("page.html", name="Ann")
    needs = [line for line in requires("flask") or [] if line.lower().startswith("jinja2")]
    how = "an extra" if all("extra ==" in line for line in needs) else "required"
    return f"{page}; jinja2: {how}"


def django(tmp_path: Path) -> str:
    """Render one file with each of the two template backends in Django's package."""
    import django
    from django.conf import settings
    from django.template import engines

    (tmp_path / "page.html").write_text("<p>{{ name }}</p>")
    backends = ("django.DjangoTemplates", "jinja2.Jinja2")
    settings.configure(
        TEMPLATES=[
            {"BACKEND": f"django.template.backends.{name}", "DIRS": [tmp_path]} for name in backends
        ]
    )
    django.setup()
    pages = {engine.get_template("page.html").render({"name": "Ann"}) for engine in engines.all()}
    return f"{' and '.join(pages)}; same from {' and '.join(engines)}"
