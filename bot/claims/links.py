"""Denials of a long article, tied to claims that stand far from them."""

from collections.abc import Iterable

from bot.claims.form import Complaint, DenialForm, Form, LinksForm


def unknown_ids(links: LinksForm, form: Form) -> list[Complaint]:
    """What is wrong with links: ids that are not there."""
    claims, denials = {claim.id for claim in form.claims}, {f"d{n}" for n in range(1, len(form.denials) + 1)}
    found = []
    for n, link in enumerate(links.links, start=1):
        wrong = [link.denial] if link.denial not in denials else []
        wrong += [claim for claim in link.claims if claim not in claims]
        found += [Complaint(f"link {n}", f"There is no {item}.") for item in wrong]
    return found


def linked(form: Form, links: LinksForm) -> Form:
    """The form with the links added. Nobody denies what only they said; ids that are not there say nothing."""
    speakers = {claim.id: set(claim.sources) for claim in form.claims}
    wanted: dict[str, list[str]] = {}
    for link in links.links:
        wanted.setdefault(link.denial, []).extend(link.claims)

    def with_links(denial: DenialForm, answered: Iterable[str]) -> DenialForm:
        new = [c for c in answered if c in speakers and not (speakers[c] and speakers[c] <= set(denial.sources))]
        claims = list(dict.fromkeys([*denial.claims, *new]))
        return denial.model_copy(update={"claims": claims, "implied": None if claims else denial.implied})

    denials = [with_links(denial, wanted.get(f"d{n}", ())) for n, denial in enumerate(form.denials, start=1)]
    return form.model_copy(update={"denials": denials})
