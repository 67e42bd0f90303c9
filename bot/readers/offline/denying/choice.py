"""Choice: which of the sentences that a denial may answer it does answer."""

from collections.abc import Sequence

from bot.claims.reading import SILENT
from bot.readers.offline.denying.denied import Denied
from bot.readers.offline.denying.link import Link
from bot.readers.offline.text import tokens
from bot.readers.offline.text.passage import Passage

_NEAR = 3
_SINGLE = 2  # words of "the report"
_LIGHT = 4  # words of "all of these accusations"
_FAR = 8  # sentences
_ANSWERED = 2  # sentences within which another story answers what was told
# How much worse than the best a sentence may be, and how many are taken: of "such allegations", of what is said of those who
# keep silent on all of it, and else.
_ALL, _OF_THEM, _BEST = (3.5, 4), (1.5, 3), (0.8, 2)


def fitting(denial: Denied, links: Sequence[Link], *, tells: bool) -> list[Link]:
    """Those that bear the denial; where it `tells` itself what it denies, those that say as much.

    A word that is rejected stands in what is answered, and an accusation of something else is answered only where it is
    the one that is made.
    """
    found = _bearing(denial, links)
    if denial.replies:
        return [link for link in found if link.asks and link.named and 0 < link.gap <= _NEAR] or found
    retort = denial.basis == "pointing" and (denial.kind == "counters" or denial.also == "rival")
    if denial.basis == "rival" or retort:
        just = [link for link in found if link.claimed and 0 < link.gap <= _ANSWERED]
        if retort and denial.also == "rival" and denial.matter is None:
            return sorted(just, key=lambda link: link.gap)[:1] or found  # "said by contrast"
        return just or found
    if "conceded" in (denial.basis, denial.also):
        return _of_matter(links) or _of_them(links)
    if denial.also == "turn":
        return [link for link in found if link.gap == 1 and (link.telling or link.named)] or found
    if denial.basis == "lying":
        return sorted(found, key=lambda link: link.gap)[:1]
    if denial.kind == "rejects_wording":
        return [link for link in found if link.most] or found
    if any(link.numbered for link in found):
        found = [link for link in found if not link.misnumbered]  # "crane 2", not "crane 1"
    return _as_much(denial, found) if tells else found


def _bearing(denial: Denied, links: Sequence[Link]) -> list[Link]:
    """Those that bear it, or all; of them what "this", a name or a figure points at."""
    first = [link for link in links if denial.also == "turn" and link.bears(denial.basis)]
    found = first or [link for link in links if link.bears_out(denial)] or list(links)
    found = [link for link in found if link.this] or [link for link in found if link.claimant] or found
    return [link for link in found if link.counted and link.generic] or found


def _as_much(denial: Denied, links: Sequence[Link]) -> list[Link]:
    """Those that say as much of what is denied, or the one that accuses those who deny it."""
    conceded = denial.matter and denial.implied and denial.matter[0] < denial.implied[0]
    same = [
        link
        for link in links
        if link.half
        or link.most
        or link.shares > 1
        or link.accuser
        or (link.named and link.telling)
        or (conceded and link.claimed and link.gap == 1 and link.telling)
    ]
    charges = [link for link in links if link.accuses and link.named]
    just = [link for link in links if denial.basis == "pointing" and link.claimed and link.gap == 1]
    return same or (charges if len(charges) == 1 else []) or just  # "no such call was made"


def _of_matter(links: Sequence[Link]) -> list[Link]:
    """What somebody said or accused of not long before, with a telling word of what is conceded."""
    return [link for link in links if link.telling and (link.claimed or link.raises) and 0 < link.gap <= _FAR]


def _of_them(links: Sequence[Link]) -> list[Link]:
    """What was just said of those who concede it."""
    return [link for link in links if link.named and link.claimed and 0 < link.gap <= _NEAR]


def best(denial: Denied, links: Sequence[Link], passage: Passage) -> list[int]:
    """The sentence that fits best and one that fits as well; with no matter of its own also the article's main claim.

    Of several things ("such allegations") all that come near, charge somebody and carry a claim. Where a language puts the verb
    before its subject, a silence on nothing that it names is on what its own paragraph tells right before.
    """
    several, silent = plural(denial, passage), denial.kind in SILENT
    main = [] if several else _main(denial, links)
    if several:
        links = _run([link for link in links if link.claimed and link.charges], links) or links
    if silent:
        if passage.language.inverts and (told := _told_beside(links)):
            return told
        links = _asked_about(links) or [link for link in links if link.n in main]
    elif not several and (just := _just_said(denial, links, passage)):
        return just
    return _nearest(links, main, several=several, silent=silent)


def _nearest(links: Sequence[Link], main: Sequence[int], *, several: bool, silent: bool) -> list[int]:
    """The best and those that are not much worse, then the `main` claim; of a figure, or of nothing that fits, one alone."""
    if not links:
        return []
    if links[0].score <= 0 and not silent and not links[0].most:
        return [link.n for link in links if link.generic and link.claimed and 0 < link.gap <= _NEAR][:1]
    if links[0].counted and links[0].generic:
        return [links[0].n]
    reach, most = _ALL if several else _OF_THEM if silent and links[0].named and links[0].generic else _BEST
    least = max(0.0 if several else 1.0, links[0].score - reach)
    chosen = [links[0].n, *(link.n for link in links[1:most] if link.score >= least)]
    return [*chosen, *(n for n in main if n not in chosen)]


def _just_said(denial: Denied, links: Sequence[Link], passage: Passage) -> list[int]:
    """What was claimed right before: all of it that the denial points at, or the first link where a single thing or "that" is it."""
    said = [link.n for link in links if link.generic and link.gap == 1 and link.claimed]
    if not said or _points(denial, passage):
        return said
    pointing = denial.basis == "pointing" and denial.kind == "denies"
    return [links[0].n] if links[0].n in said and (pointing or _single(denial, passage)) else []


def _main(denial: Denied, links: Sequence[Link]) -> list[int]:
    """The article's main claim, unless "that was nothing of the sort" is of what was just said."""
    if denial.basis == "pointing" and any(link.gap == 1 and link.claimed for link in links):
        return []
    return [link.n for link in links if link.main and link.generic and (link.accuses or link.named)]


def _single(denied: Denied, passage: Passage) -> bool:
    """ "The report", "the accusation": one thing that somebody said."""
    if denied.matter is None:
        return False
    words = passage.text[slice(*denied.matter)].lower().strip(".,;").split()
    definite = passage.language["grammar.definite"] | passage.language["grammar.articles"]
    return len(words) == _SINGLE and words[0] in definite - passage.language["grammar.indefinite"]


def _points(denied: Denied, passage: Passage) -> bool:
    """ "That was untrue", "called this false": at what was just said, and at once what is said of it."""
    line, language = passage.lines[denied.n - 1], passage.language
    if denied.matter is not None or denied.kind != "denies":
        return False
    found = tokens.cut(passage.text, line.start, line.end)
    said = language["grammar.auxiliaries"] | language["denials.untrue_that"]
    return any(
        word.low in language["denials.that_alone"]
        and behind.low in said
        and before.low not in language["grammar.prepositions"]
        for before, word, behind in zip(found, found[1:], found[2:], strict=False)  # not "none of that was true"
    )


def plural(denied: Denied, passage: Passage) -> bool:
    """ "such allegations" may be several, "everything" is; "the claim that" is one."""
    if denied.matter is None or denied.embedded:
        return False
    words = [word.strip(".,;") for word in passage.text[slice(*denied.matter)].lower().split()]
    if words[0] in passage.language["denials.wholes"]:
        return len(words) == 1 or words[1] in passage.language["grammar.prepositions"]
    return len(words) <= _LIGHT and any(word in passage.language["denials.several"] for word in words)


def _run(charges: Sequence[Link], links: Sequence[Link]) -> list[Link]:
    """The accusations, and what is claimed right beside them by the same or in their paragraph: "They also say that …"."""
    run = list(charges)
    voices = frozenset[str]().union(*(link.speakers for link in charges))
    for link in sorted(links, key=lambda link: -link.gap):
        beside = [other for other in run if abs(link.n - other.n) == 1]
        goes_on = link.speakers & voices or any(other.paragraph == link.paragraph for other in beside)
        if link.claimed and link not in run and beside and goes_on:
            run.append(link)
    return sorted(run, key=lambda link: -link.score)


def _told_beside(links: Sequence[Link]) -> list[int]:
    """The claim told last in the paragraph of a silence, where nothing in that paragraph is said of those who keep it."""
    here = [link for link in links if link.beside and link.claimed and 0 < link.gap <= _ANSWERED]
    if not here or not links[0].generic or any(link.puts_to or link.this for link in here):
        return []
    return [min(here, key=lambda link: link.gap).n]


def _asked_about(links: Sequence[Link]) -> list[Link]:
    """What the silent were asked about: what is pointed at, has words of it or is said of them; else what was said just
    before; nothing where the article tells nothing of them."""
    pointed = [link for link in links if link.this and link.claimed]
    return pointed or [link for link in links if link.puts_to] or [link for link in links if link.just_said]
