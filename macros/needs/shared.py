"""Rules that count in the needs of several questions: a fact is worth the same everywhere."""

from __future__ import annotations

from macros.needs.terms import fact

OWN_DATA_LAYER = fact(
    "sqlalchemy_in_a_view",
    "Works in all three: 3. In Django at the price of its admin, users and migrations: 1.",
    fastapi=3,
    flask=3,
    django=1,
)
AWAITED_SERVER = fact(
    "async_usual_server",
    "Waits overlap: 3. Over one of two interfaces only: 2. One request a worker: 0.",
    fastapi=3,
    flask=0,
    django=2,
)
SIZE_ON_DISK = fact(
    "clean_install_size",
    "The smallest: 3, the next: 2, the largest: 1.",
    fastapi=2,
    flask=3,
    django=1,
)
