"""What the fields of a record may hold: identifiers, sentences, versions, web addresses.

A field says in words what was expected, because the people who read its messages edit YAML.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    HttpUrl,
    TypeAdapter,
    ValidationError,
)

_URL = TypeAdapter(HttpUrl)


def _web_address(value: str) -> str:
    try:
        _URL.validate_python(value)
    except ValidationError:
        host = ""
    else:
        host = value.removeprefix("https://")
    if not host or host == value:
        raise ValueError(
            f'"{value}" is not a web address; expected one that starts with https://; '
            "copy it from the address bar of the browser"
        )
    return value


Url = Annotated[str, AfterValidator(_web_address), Field(json_schema_extra={"format": "uri"})]
Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
Sentence = Annotated[str, Field(min_length=3, max_length=700)]
Short = Annotated[str, Field(min_length=1, max_length=70)]
Version = Annotated[str, Field(pattern=r"^\d+(\.\d+)*[a-z0-9.]*$", max_length=40)]


class Record(BaseModel):
    """Base of every record: no unknown keys, nothing changed after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
