"""The examples on the pages: complete, honest about what they took, and never typed in."""

from __future__ import annotations

import importlib.metadata
import json
import re
import shutil
from pathlib import Path

import pytest

from macros import example_counts, example_imports, examples, topics
from probes import installed

ROOT = Path(__file__).resolve().parent.parent
TOPICS = topics.topics()
PAGES = sorted((ROOT / "docs").rglob("*.md"))
BOTH = pytest.mark.parametrize(
    ("topic", "framework"),
    [(topic, framework) for topic in TOPICS for framework in topics.FRAMEWORKS],
    ids=lambda value: getattr(value, "id", value),
)
PROGRAM = '"""A task."""\n\n# why\nvalue = """\nkept\n"""\n\n\ndef run():\n    """Do."""\n'
FENCE = re.compile(
    r"^(?P<indent>[ \t]*)(?P<mark>```+|~~~+)[ \t]*(?P<options>[^\n]*)\n"
    r"(?P<body>.*?)^(?P=indent)(?P=mark)[ \t]*$",
    re.MULTILINE | re.DOTALL,
)
SNIPPET = re.compile(r'\s*(--8<--|-8<-) "[^"]+"\s*')
# The title is what a reader sees over the block, so the reason stands there.
MARKED = re.compile(r'\.not-runnable\b.*\btitle="[^"]*Not run by a test: \w[^"]{9,}"')


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project with one example, `greeting`, and its page."""
    folder = tmp_path / "examples" / "greeting"
    folder.mkdir(parents=True)
    for framework in topics.FRAMEWORKS:
        (folder / f"{framework}_app.py").write_text(PROGRAM)
    (folder / "test_greeting.py").write_text('ENVIRONMENT = {"NAME": "Ada B"}\n')
    words = {"title": "Greeting", "task": "Greet.", "packages": {}, "assembled": {}}
    (folder / "topic.json").write_text(json.dumps(words))
    (tmp_path / "docs" / "build").mkdir(parents=True)
    (tmp_path / "docs" / "build" / "greeting.md").write_text('{{ example("greeting") }}\n')
    return tmp_path


def test_the_examples_have_no_problems() -> None:
    assert examples.problems() == []


@BOTH
def test_each_program_is_annotated(topic: topics.Topic, framework: str) -> None:
    files = [path.relative_to(topic.folder).as_posix() for path in topic.files(framework)]
    assert [note for file in files for note in topic.notes(file)]


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.id)
def test_a_django_program_that_takes_posts_has_the_csrf_check_or_says_why_not(
    topic: topics.Topic,
) -> None:
    text = "".join(topics.text_of(path) for path in topic.files("django"))
    if re.search(r"require_POST|\"POST\"|ModelViewSet|@api\.post|TokenObtainPairView", text):
        assert "CsrfViewMiddleware" in text


@pytest.mark.parametrize(
    ("title", "holds"),
    [
        ("In a clone. Not run by a test: it takes 14 minutes", True),
        ("in a clone of the repository", False),
        ("Not run by a test: ", False),
    ],
)
def test_a_block_that_is_not_run_says_why(title: str, holds: bool) -> None:
    page = f'```{{ .sh .not-runnable title="{title}" }}\nmake bench\n```\n'
    assert (typed_code(page) == []) == holds


@BOTH
def test_the_packages_of_an_example_are_those_that_it_imports(
    topic: topics.Topic, framework: str
) -> None:
    assert set(topic.packages(framework)) == example_imports.imported_packages(topic, framework)


def test_the_packages_of_imported_names_are_named_as_they_are_installed() -> None:
    installed = importlib.metadata.packages_distributions()
    for name, package in example_imports.PACKAGES.items():
        if name in installed:
            assert normal(package) in map(normal, installed[name]), name


def test_what_comes_with_a_framework_is_what_its_metadata_asks_for() -> None:
    for framework in topics.FRAMEWORKS:
        distributions = {normal(name) for name in example_imports.brought(framework)}
        assert needs_of(framework) <= distributions | {"opentelemetry-api"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_each_block_of_code_is_a_snippet_or_says_why_it_cannot_run(page: Path) -> None:
    assert typed_code(page.read_text("utf-8")) == []


def test_typed_code_is_found_and_a_snippet_is_not() -> None:
    assert typed_code("```python\nprint()\n```\n") == ["print()"]
    assert typed_code('    ```python\n    --8<-- "examples/a.py"\n    ```\n') == []
    marked = '``` { .sh .not-runnable title="Not run by a test: it needs a network" }'
    assert typed_code(f"{marked}\ncurl\n```\n") == []


def test_a_complete_example_has_no_problems(project: Path) -> None:
    assert examples.problems(project) == []


@pytest.mark.parametrize("name", ["flask_app.py", "test_greeting.py"])
def test_a_missing_file_is_named(project: Path, name: str) -> None:
    (project / "examples" / "greeting" / name).unlink()
    [message] = examples.problems(project)
    assert "examples/greeting:1: no" in message
    assert name in message


def test_a_missing_page_is_named(project: Path) -> None:
    (project / "docs" / "build" / "greeting.md").unlink()
    [message] = examples.problems(project)
    assert "expected docs/build/greeting.md" in message


def test_an_unknown_example_on_a_page_is_named_with_its_line_and_the_nearest_name(
    project: Path,
) -> None:
    (project / "docs" / "other.md").write_text('Text\n\n{{ example("greting") }}\n')
    [message] = examples.problems(project)
    assert message.startswith("docs/other.md:3: no example 'greting'")
    assert message.endswith("did you mean 'greeting'?")


def test_an_unknown_example_stops_the_page(project: Path) -> None:
    with pytest.raises(topics.UnknownTopicError, match="did you mean 'greeting'"):
        examples.example("greting", project)


def test_a_marker_without_a_note_is_named(project: Path) -> None:
    (project / "examples" / "greeting" / "flask_app.py").write_text("value = 1  # (1)!\n")
    [message] = examples.problems(project)
    assert "examples/greeting/flask_app.py:1: 1 markers and 0 notes" in message


def test_the_title_is_demanded(project: Path) -> None:
    (project / "examples" / "greeting" / "topic.json").write_text('{"task": "Greet."}')
    assert "topic.json:1: title: " in examples.problems(project)[0]


def test_lines_are_counted_without_blanks_comments_and_docstrings(project: Path) -> None:
    assert topics.topic("greeting", project).lines("flask") == 4


def test_an_example_has_a_tab_for_each_framework_with_its_file_and_its_command(
    project: Path,
) -> None:
    text = examples.example("greeting", project)
    assert re.findall('^=== "(.*)"$', text, re.MULTILINE) == ["FastAPI", "Flask", "Django"]
    assert '    --8<-- "examples/greeting/flask_app.py"' in text
    command = text.index("    make run TOPIC=greeting FRAMEWORK=fastapi\n")
    assert command < text.index('--8<-- "examples/greeting/fastapi_app.py"')
    assert "        export NAME='Ada B'\n" in text
    assert (
        "        .venv-test/bin/python -m uvicorn --app-dir=examples/greeting "
        "--port=8000 fastapi_app:app"
    ) in text


def test_the_commands_of_the_test_stand_before_the_usual_ones(project: Path) -> None:
    test = project / "examples" / "greeting" / "test_greeting.py"
    test.write_text('COMMANDS = {"flask": ["-m", "flask"]}\n')
    topic = topics.topic("greeting", project)
    assert topics.commands(topic, "flask").serve == ["-m", "flask"]
    assert topics.commands(topic, "django").serve[1] == "gunicorn"


def test_a_django_program_with_an_asgi_application_is_served_by_uvicorn(project: Path) -> None:
    app = project / "examples" / "greeting" / "django_app.py"
    app.write_text("application = get_asgi_application()\n")
    topic = topics.topic("greeting", project)
    assert topics.commands(topic, "django").serve[1] == "uvicorn"


def test_a_program_of_many_files_shows_them_all(project: Path) -> None:
    folder = project / "examples" / "greeting"
    (folder / "flask_templates").mkdir()
    (folder / "flask_templates" / "page.html").write_text("{{ name }}\n")
    text = examples.example("greeting", project)
    assert text.index("flask_app.py") < text.index("flask_templates/page.html")


def test_what_a_tool_wrote_is_counted_apart(project: Path) -> None:
    folder = project / "examples" / "greeting"
    (folder / "django_app.py").unlink()
    migrations = folder / "django_project" / "notes" / "migrations"
    migrations.mkdir(parents=True)
    (folder / "django_project" / "manage.py").write_text("a = 1\nb = 2\n")
    (folder / "django_project" / "views.py").write_text("c = 3\n")
    (migrations / "0001_initial.py").write_text("d = 4\n")
    (migrations / "0002_books.py").write_text("e = migrations.RunPython(add)\n")
    topic = topics.topic("greeting", project)
    assert example_counts.generated(topic, "django") == 3
    assert example_counts.written(topic, "django") == 2
    assert "<small>and 3 generated</small>" in examples.examples_table("", project)


def test_the_record_of_what_is_installed_is_that_of_the_metadata() -> None:
    record = json.loads((ROOT / example_counts.INSTALLED).read_text("utf-8"))
    assert record["topics"] == installed.counts(TOPICS), "run `make packages`"


def test_the_distributions_are_all_that_an_installation_brings() -> None:
    assert installed.distributions(["Django"]) == {"django", "asgiref", "sqlparse"}
    assert installed.distributions(["Flask-WTF"]) > {"flask", "wtforms", "werkzeug"}
    assert "argon2-cffi" in installed.distributions(["pwdlib"])


def test_the_number_of_distributions_stands_in_the_table(project: Path) -> None:
    assert "not counted yet" in examples.example("greeting", project)
    record = {"topics": {"greeting": {"flask": 7, "fastapi": 11, "django": 3}}}
    (project / example_counts.INSTALLED).parent.mkdir(parents=True)
    (project / example_counts.INSTALLED).write_text(json.dumps(record))
    assert '<td data-label="Flask">7</td>' in examples.example("greeting", project)


def test_the_table_over_all_topics_links_and_sums_up(project: Path) -> None:
    table = examples.examples_table("../build/", project)
    assert '<a href="../build/greeting/">Greeting</a>' in table
    assert table.count("4 lines") == 6


def test_the_table_says_what_the_others_need_for_what_django_has_ready(project: Path) -> None:
    words = {"packages": {"flask": ["Flask-WTF"]}, "assembled": {"flask": ["A form"]}}
    other = project / "examples" / "form"
    shutil.copytree(project / "examples" / "greeting", other)
    (other / "topic.json").write_text(json.dumps({"title": "Form", "task": "Ask.", **words}))
    foot = examples.examples_table("", project).split("<tbody>")[2]
    assert "The 2 that Django has ready" in foot
    assert "Flask-WTF<br>\nand 1 assembled part\n" in foot
    assert "nothing<br>\nand 0 assembled parts\n" in foot


def typed_code(text: str) -> list[str]:
    """Return the code that stands in a page itself, without the blocks that say why."""
    found = []
    for fence in FENCE.finditer(text):
        diagram = fence["options"].startswith("plantuml")
        if not (diagram or MARKED.search(fence["options"]) or SNIPPET.fullmatch(fence["body"])):
            found.append(fence["body"].strip())
    return found


def normal(name: str) -> str:
    """Return a distribution's name as the package index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def needs_of(framework: str) -> set[str]:
    """Return the names of what a framework cannot be installed without."""
    needed = importlib.metadata.requires(framework) or []
    plain = [need for need in needed if "extra ==" not in need and "python_version" not in need]
    names = (re.match(r"[\w.-]+", need) for need in plain if "win32" not in need)
    return {normal(name[0]) for name in names if name}
