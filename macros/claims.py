"""Claims of published comparisons: what a claim is, and how pages show it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from macros.badges import answer
from macros.bench_results import Results
from macros.bench_words import VerdictChangedError, conclusion, rests_on
from macros.fields import Identifier, Record, Sentence, Short, Url
from macros.figures import NoFigureError
from macros.prose import cite
from macros.raw import raw
from macros.text import escape, in_markdown, inline
from macros.view import View

LONGEST_QUOTE = 25  # words: enough to judge, short enough to be a quotation


class Verdict(StrEnum):
    """What became of a claim when it was run."""

    HOLDS = "holds"
    CONDITIONS = "holds_with_conditions"
    OUTDATED = "outdated"
    WRONG = "does_not_hold"
    UNTESTABLE = "cannot_be_tested"

    @property
    def word(self) -> str:
        """Return the words that readers see beside the symbol."""
        return self.value.replace("_", " ").capitalize()

    @property
    def symbol(self) -> str:
        """Return the one-character symbol; it always stands beside the words."""
        return {"holds": "✓", "holds_with_conditions": "◐", "outdated": "↻"}.get(
            self.value, "✗" if self is Verdict.WRONG else "?"
        )

    @property
    def meaning(self) -> str:
        """Return the sentence that the legend prints."""
        return _MEANINGS[self]


_MEANINGS = {
    Verdict.HOLDS: "True of the versions compared here, as it stands.",
    Verdict.CONDITIONS: "True in some set-ups; the finding names them.",
    Verdict.OUTDATED: "Was true of an earlier version.",
    Verdict.WRONG: "A run of the pinned versions shows something else.",
    Verdict.UNTESTABLE: "An opinion, or a number without the conditions to repeat it.",
}


class Source(Record):
    """Where a claim or a fact stands: a name, an address, and the day where one is given."""

    name: Short
    url: Url
    date: Annotated[str, Field(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$")] | None = None
    about: Short | None = None


class Topic(Record):
    """A page of claims."""

    id: Identifier
    title: Short


class Claim(Record):
    """One statement, in its own words or as it is commonly said, with verdict and proof.

    ``proof`` names rows, or cells as ``row.framework``; ``measured`` names comparisons of the
    benchmark, each with the verdict that the finding rests on, "less" or "more" where two differ;
    ``further`` is what no row says.
    """

    id: Identifier
    topic: Identifier
    title: Short
    quote: Annotated[str, Field(min_length=3, max_length=300)] | None = None
    commonly: Sentence | None = None
    source: Source | None = None
    verdict: Verdict
    finding: Annotated[str, Field(min_length=20, max_length=900)]
    proof: tuple[str, ...] = ()
    measured: dict[Identifier, Short] = Field(default_factory=dict)
    further: tuple[Source, ...] = ()

    @model_validator(mode="after")
    def _is_a_quotation_or_a_common_belief(self) -> Self:
        if (self.quote is None) == (self.commonly is None):
            raise ValueError(
                "a claim has either quote or commonly; expected exactly one of them; "
                "quote words that really stand somewhere, or say in your own what is believed"
            )
        if (self.quote is None) != (self.source is None):
            raise ValueError(
                "a quotation and its source belong together; expected both or neither; "
                "name the page where the words stand"
            )
        return self

    @model_validator(mode="after")
    def _is_short_and_proved(self) -> Self:
        if self.quote and len(self.quote.split()) > LONGEST_QUOTE:
            raise ValueError(
                f"the quotation has {len(self.quote.split())} words; "
                f"expected at most {LONGEST_QUOTE}; quote the part that is checked"
            )
        if not (self.proof or self.measured or self.further):
            raise ValueError(
                "the verdict has no proof; expected rows under proof, or a source under further; "
                "name the row that shows it, or the page that says it"
            )
        return self

    @property
    def stands(self) -> str:
        """Return where the claim stands, in words."""
        if self.source is None:
            return "Commonly said"
        return ", ".join(part for part in (self.source.name, self.source.date) if part)


class Claims(Record):
    """The whole file of claims."""

    topics: tuple[Topic, ...]
    claims: tuple[Claim, ...]

    def of(self, topic_id: str) -> list[Claim]:
        """Return the claims of one topic; raises LookupError for an unknown one."""
        if topic_id not in {topic.id for topic in self.topics}:
            raise LookupError(f'no topic of claims is called "{topic_id}"')
        return [claim for claim in self.claims if claim.topic == topic_id]


def verdict_badge(verdict: Verdict) -> str:
    """Return symbol and words of a verdict."""
    return f'<span class="verdict v-{verdict}">{verdict.symbol} {verdict.word}</span>'


def verdict_legend() -> str:
    """Return what the verdicts mean."""
    entries = "\n".join(
        f"<div>\n<dt>{verdict_badge(each)}</dt>\n<dd>{escape(each.meaning)}</dd>\n</div>"
        for each in Verdict
    )
    return raw(f'<dl class="td-key">\n{entries}\n</dl>')


def claim_count(claims: Claims, source: str = "") -> int:
    """Return how many claims there are, or how many stand in a source of that name."""
    if not source:
        return len(claims.claims)
    return sum(bool(each.source and source in each.source.name) for each in claims.claims)


def verdict_counts(claims: Claims) -> str:
    """Return each verdict with how many claims got it, as a phrase."""
    found = [claim.verdict for claim in claims.claims]
    return ", ".join(
        f"{each.word.lower()} {found.count(each)}" for each in Verdict if each in found
    )


_HEADS = ("Claim", "Verdict", "Where it stands")


def claim_table(view: View, claims: Claims) -> str:
    """Return all claims in one table, under their topics, each linked to its section."""
    caption = f"{len(claims.claims)} claims: {verdict_counts(claims)}"
    heads = "\n".join(f'<th scope="col">{head}</th>' for head in _HEADS)
    bodies = "\n".join(_body(view, topic, claims.of(topic.id)) for topic in claims.topics)
    return raw(
        f'<div class="td-table td-claims" role="region" tabindex="0" '
        f'aria-label="{escape(caption)}">\n'
        f'<table class="td-grid">\n<caption>{escape(caption)}</caption>\n'
        f"<thead>\n<tr>\n{heads}\n</tr>\n</thead>\n{bodies}\n</table>\n</div>"
    )


def _body(view: View, topic: Topic, claims: list[Claim]) -> str:
    page = f"{view.root}claims/{topic.id}/"
    link = f'<a href="{page}">{escape(topic.title)}</a>'
    head = f'<tr class="td-group">\n<th scope="rowgroup" colspan="3">{link}</th>\n</tr>'
    rows = "\n".join(
        f'<tr>\n<th scope="row"><a href="{page}#{claim.id}">{escape(claim.title)}</a></th>\n'
        f"<td>{verdict_badge(claim.verdict)}</td>\n"
        f'<td class="td-stands">{escape(claim.stands)}</td>\n</tr>'
        for claim in claims
    )
    return f"<tbody>\n{head}\n{rows}\n</tbody>"


def claim_sections(view: View, claims: Claims, topic_id: str, results: Results) -> str:
    """Return a section for each claim of a topic, as Markdown with a heading each."""
    return "\n".join(_section(view, claim, results) for claim in claims.of(topic_id))


def _section(view: View, claim: Claim, results: Results) -> str:
    lines = [
        '<div class="td-claim">',
        *_said(claim),
        f'<p class="td-verdict">{verdict_badge(claim.verdict)}</p>',
        f"<p>{inline(claim.finding)}</p>",
        *_proofs(view, claim, results),
        "</div>",
    ]
    return f"## {in_markdown(claim.title)} {{ #{claim.id} }}\n" + raw("\n".join(lines))


def _said(claim: Claim) -> list[str]:
    if claim.source is None:
        return [f'<p class="td-commonly">Commonly said: {inline(claim.commonly or "")}</p>']
    about = f", about {escape(claim.source.about)}" if claim.source.about else ""
    return [
        "<blockquote>",
        f"<p>“{escape(claim.quote)}”</p>",
        f"<footer>{_link(claim.source)}{about}</footer>",
        "</blockquote>",
    ]


def _link(source: Source) -> str:
    day = f", {source.date}" if source.date else ""
    return f'<a href="{escape(source.url)}">{escape(source.name)}</a>{day}'


def _proofs(view: View, claim: Claim, results: Results) -> list[str]:
    items = [_proof(view, name) for name in claim.proof]
    items += [_measured(view, claim, pair, results) for pair in claim.measured]
    items += [f"Source: {_link(source)}" for source in claim.further]
    inside = "\n".join(f"<li>{item}</li>" for item in items)
    return ["<p>Proof:</p>", f"<ul>\n{inside}\n</ul>"]


def _measured(view: View, claim: Claim, pair: str, results: Results) -> str:
    """Return what the benchmark says; raises ValueError when the finding rests on another verdict.

    The chapter behind the link names the servers, the runs and the interval.
    """
    try:
        rests_on(results, pair, claim.measured[pair])
        said = inline(conclusion(results, pair))
    except (NoFigureError, VerdictChangedError) as error:
        raise ValueError(f"data/claims.yml: {claim.id}: {error}") from None
    return f'Measured: {said} <a href="{view.root}performance/#ten-comparisons">Performance</a>'


def _proof(view: View, name: str) -> str:
    """Return one proof: the answer of a cell, or a whole row, with its state."""
    row_id, _, framework_id = name.partition(".")
    row = view.data.row(row_id)
    if not framework_id:
        return f"{escape(row.title)}, all three {cite(view, row_id)}"
    framework = view.data.framework(framework_id)
    said = answer(view.data.cell(row_id, framework_id))
    return (
        f"{escape(row.title)}, {escape(framework.name)}: {said} {cite(view, row_id, framework_id)}"
    )
