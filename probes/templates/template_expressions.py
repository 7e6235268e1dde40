"""Call a method with an argument and do arithmetic inside a template."""

CALL = "{{ word.replace('a', 'o') }}"
SUM = "{{ price * 2 }}"


def fastapi() -> str:
    """Render both expressions with the environment that Jinja2Templates makes."""
    from fastapi.templating import Jinja2Templates

    env = Jinja2Templates(directory="templates").env
    call = env.from_string(CALL).render(word="cat")
    return f"call: {call}; arithmetic: {env.from_string(SUM).render(price=4)}"


def flask() -> str:
    """Render both expressions with render_template_string."""
    from flask import Flask, render_template_string

    with Flask(__name__).app_context():
        call = render_template_string(CALL, word="cat")
        return f"call: {call}; arithmetic: {render_template_string(SUM, price=4)}"


def django() -> str:
    """Compile both expressions with Django's own engine."""
    from django.template import Engine, TemplateSyntaxError

    seen = []
    for source in (CALL, SUM):
        try:
            Engine().from_string(source)
            seen.append("accepted")
        except TemplateSyntaxError:
            seen.append("TemplateSyntaxError")
    return f"call: {seen[0]}; arithmetic: {seen[1]}"
