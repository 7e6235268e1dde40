"""A client that is generated from the description calls the API by the names of its functions."""

import importlib
import json
import re
import sys

import pytest
from clientele.api.exceptions import HTTPStatusError
from openapi_spec_validator import OpenAPIV31SpecValidator

SETUP = {
    "fastapi": [
        ["{topic}/fastapi_schema.py", "{folder}/openapi.json"],
        [
            "-m", "clientele.cli", "start-api", "--file={folder}/openapi.json",
            "--output={folder}/notes_client",
        ],
    ],
    "flask": [
        ["-m", "flask", "--app={topic}/flask_app.py", "openapi", "write", "{folder}/openapi.json"],
        [
            "-m", "clientele.cli", "start-api", "--file={folder}/openapi.json",
            "--output={folder}/notes_client",
        ],
    ],
    "django": [
        [
            "{topic}/django_project/manage.py", "export_openapi_schema", "--api=notes.api.api",
            "--output={folder}/openapi.json",
        ],
        [
            "-m", "clientele.cli", "start-api", "--file={folder}/openapi.json",
            "--output={folder}/notes_client",
        ],
    ],
}  # fmt: skip
# Whether the description says what a refused body is answered with.
REFUSAL_IS_DESCRIBED = {"fastapi": True, "flask": False, "django": False}
OPERATIONS = {"list_notes", "create_note", "read_note"}


@pytest.fixture(scope="module")
def generated(server):
    """The client that SETUP generated, as a program imports it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(server.folder)
        patch.setenv("BASE_URL", server.url)
        module = importlib.import_module("notes_client.client")
        yield module
        module.client.close()
    for name in [name for name in sys.modules if name.split(".")[0] == "notes_client"]:
        del sys.modules[name]


def test_the_description_is_valid(client):
    schema = client.get("/openapi.json").json()
    assert list(OpenAPIV31SpecValidator(schema).iter_errors()) == []


def test_the_file_describes_what_the_server_describes(client, server):
    written = json.loads((server.folder / "openapi.json").read_text())
    assert written == client.get("/openapi.json").json()


def test_the_operations_are_called_as_the_functions(client):
    paths = client.get("/openapi.json").json()["paths"].values()
    operations = [path[method] for path in paths for method in ("get", "post") if method in path]
    assert {operation["operationId"] for operation in operations} == OPERATIONS


def test_the_page_of_the_documentation_is_there_with_its_own_scripts(client):
    page = client.get("/docs").text
    assert "swagger-ui" in page
    for script in re.findall(r'src="(/[^"]+)"', page):
        assert client.get(script).status_code == 200


def test_the_client_stores_a_note_and_reads_it(generated):
    data = generated.schemas.NoteIn(text="from the client")
    note = generated.create_note(data=data)
    assert generated.read_note(note_id=note.id) == note
    assert note.text == "from the client"


def test_the_client_passes_a_parameter(generated):
    for text in ("milk", "bread"):
        generated.create_note(data=generated.schemas.NoteIn(text=text))
    found = generated.list_notes(contains="brea")
    assert [note.text for note in found] == ["bread"]


def test_a_described_error_comes_back_as_an_object(generated):
    problem = generated.read_note(note_id=999)
    assert isinstance(problem, generated.schemas.Problem)


def test_a_refused_body_is_an_object_where_it_is_described_and_else_an_exception(generated, server):
    data = generated.schemas.NoteIn(text="x" * 101)
    if REFUSAL_IS_DESCRIBED[server.framework]:
        refusal = generated.create_note(data=data)
        assert isinstance(refusal, generated.schemas.HTTPValidationError)
    else:
        with pytest.raises(HTTPStatusError) as refusal:
            generated.create_note(data=data)
        assert refusal.value.response.status_code == 422
