"""Use something deprecated and look whether the warning names the version of its removal."""


def fastapi() -> str:
    """Give FastAPI the deprecated argument `root_path`."""
    import re
    import warnings

    from fastapi import FastAPI

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        FastAPI(root_path="/api")
    versions = re.findall(r"FastAPI \d[\d.]*\d", str(caught[0].message))
    return f"{caught[0].category.__name__}: {', '.join(versions) or 'no version'}"


def flask() -> str:
    """Read the deprecated attribute `flask.__version__`."""
    import re
    import warnings

    import flask

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        flask.__version__  # noqa: B018 -- to look at it is the question
    versions = re.findall(r"Flask \d[\d.]*\d", str(caught[0].message))
    return f"{caught[0].category.__name__}: {', '.join(versions) or 'no version'}"


def django() -> str:
    """Configure Django with the deprecated setting `EMAIL_HOST`."""
    import re
    import warnings

    from django.conf import settings

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        settings.configure(EMAIL_HOST="localhost")
    versions = re.findall(r"Django \d[\d.]*\d", str(caught[0].message))
    return f"{caught[0].category.__name__}: {', '.join(versions) or 'no version'}"
