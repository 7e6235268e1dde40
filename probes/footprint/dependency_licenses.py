"""Read the license of every distribution in a clean install, by family."""

LICENSES = """
import re
from importlib.metadata import distributions
families = set()
for found in distributions():
    classifiers = found.metadata.get_all("Classifier", [])
    words = [found.metadata.get("License-Expression"), found.metadata.get("License")]
    words += [name.rpartition(" :: ")[2] for name in classifiers if name.startswith("License")]
    license = next(word for word in words if word)
    families.add(re.split("[- ]", license)[0])
print(", ".join(sorted(families)))
"""


def fastapi(clean_env) -> str:
    """Read the licenses in a clean install of `fastapi`."""
    return clean_env("fastapi").run(LICENSES)


def flask(clean_env) -> str:
    """Read the licenses in a clean install of `flask`."""
    return clean_env("flask").run(LICENSES)


def django(clean_env) -> str:
    """Read the licenses in a clean install of `django`."""
    return clean_env("django").run(LICENSES)
