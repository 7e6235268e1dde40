"""The commands behind `make`: python -m builder site | serve | check | record | schema | ..."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

from builder import checks, offline, record, schema, site
from macros.problems import BadDataError
from macros.program import exit_code


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code, 1 for bad input, told in one line each."""
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.run
    try:
        return command(options)
    except BadDataError as error:
        print(error, file=sys.stderr)
        print(f"\n{len(error.messages)} problem(s); nothing was written.", file=sys.stderr)
        return 1
    except site.BuildFailedError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m builder", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    add = commands.add_parser
    build = add("site", help="build the site, strictly, into site/")
    build.set_defaults(run=lambda _: site.build())
    serve = add("serve", help="build, serve on loopback and follow every change")
    serve.add_argument("--port", type=int, metavar="PORT")
    serve.set_defaults(run=_serve)
    pack = add("offline", help="copy the built site so that it opens without a server")
    pack.set_defaults(run=lambda _: offline.main())
    check = add("check", help="check the data and the diagrams without building")
    check.set_defaults(run=lambda _: checks.main())
    note = add("record", help="write down ids, pages and verdicts as published")
    note.set_defaults(run=lambda _: record.main(site.SITE, site.day()))
    generate = add("schema", help="write the JSON Schema that editors use")
    generate.add_argument("--check", action="store_true", help="compare, write nothing")
    generate.set_defaults(run=lambda options: schema.main(check=options.check))
    draw = add("diagrams", help="render the PlantUML pictures into their committed cache")
    draw.add_argument("--check", action="store_true", help="compare, write nothing")
    draw.set_defaults(run=_diagrams)
    return parser


def _serve(options: argparse.Namespace) -> int:
    from builder import preview  # only the site's set can watch files

    return preview.serve(options.port or preview.FIRST_PORT)


def _diagrams(options: argparse.Namespace) -> int:
    from builder import diagrams

    return diagrams.main(["--check"] if options.check else [])


if __name__ == "__main__":
    sys.exit(exit_code(main))
