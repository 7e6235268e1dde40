"""What the chooser asks, and which rows answer for each need: judgment, a module a question.

A need names three rows, so that no need weighs more than another, or none where nothing
is wanted. Support levels give the points; a row of plain facts says what its facts are
worth to this need, and why.
"""

from __future__ import annotations

from macros.needs import data, existing, hosting, life, load, login, office, product, team

QUESTIONS = (
    product.QUESTION,
    login.QUESTION,
    office.QUESTION,
    data.QUESTION,
    load.QUESTION,
    team.QUESTION,
    life.QUESTION,
    hosting.QUESTION,
    existing.QUESTION,
)
