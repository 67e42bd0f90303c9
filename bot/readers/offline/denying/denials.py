"""Denials: who denies, rejects or counters something, by the verb that says so."""

from collections.abc import Sequence
from dataclasses import replace

from bot.claims.reading import DenialKind
from bot.readers.offline.denying import (
    accounts,
    approaches,
    asreported,
    concessions,
    contradictions,
    denialverbs,
    dissent,
    matters,
    opposites,
    outright,
    ownvoice,
    refusing,
    rejoinders,
    retorts,
    rivals,
    samesentence,
    silences,
    topicwise,
    unshared,
    whodenies,
)
from bot.readers.offline.denying.denied import Basis, Denied, Hearsay
from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.sourcing import speakers
from bot.readers.offline.speech import corrections, retractions, tails, takersback, unsaid
from bot.readers.offline.syntax import adjuncts, phrasing
from bot.readers.offline.syntax.sentence import Attribution, Place, Sentence
from bot.readers.offline.text import tokens
from bot.readers.offline.text.passage import Line, Passage

_HELPED = 2  # words of "l'a" before "démenti"
_QUOTED = 12  # words behind "took issue with" among which the rejected words are quoted


def of(passage: Passage, found: Sequence[Sequence[Attribution]]) -> list[Denied | None]:
    """The denial of each sentence, if it has any; `found` are the attributions of each."""
    denied = [
        concessions.behind(in_line(line, passage, one), passage) for line, one in zip(passage.lines, found, strict=True)
    ]
    answered = dissent.told(passage, found, rivals.going_on(passage, found, denied))
    explained = rejoinders.explained(passage, found, approaches.unanswered(passage, found, answered))
    answering = topicwise.told(passage, found, rejoinders.told(passage, found, explained))
    told = opposites.told(passage, found, answering)
    for said, n in retractions.of(passage, found).items():
        told[n - 1] = _taken_back(said, n, passage, found)
    return told


def _taken_back(said: int, n: int, passage: Passage, found: Sequence[Sequence[Attribution]]) -> Denied | None:
    """What sentence `said` tells, by sentence `n`; where these are the same, it tells again what was said elsewhere."""
    if said != n:
        return Denied(n, "denies", found[said - 1][0].sources, None, withdraws=said)
    line = passage.lines[n - 1]
    place, who = retractions.clause(line, passage), retractions.speaking(line, passage)
    if place and who:
        return Denied(n, "denies", who, place, hearsay=Hearsay(place, who[0]), withdraws=n)
    own = next((one.sources for one in found[n - 1] if takersback.asserts(one)), None)
    return Denied(n, "denies", own, None, withdraws=n) if own else None


def in_line(line: Line, passage: Passage, found: Sequence[Attribution]) -> Denied | None:
    """The denial of one sentence; `found` are its attributions."""
    told = not (unsaid.heads(line, passage.text) or unsaid.orders(Sentence(line, passage)))
    if corrections.in_line(line, passage) or not told:
        return None
    silence, stated = silences.in_line(line, passage, found), _stated(line, passage, found)
    if silence and not (stated and stated.outweighs(silence)):
        return silence
    return (
        stated
        or refusing.in_line(line, passage, found)
        or unshared.in_line(line, passage, found)
        or concessions.in_line(line, passage, found)
        or _answered(line, passage, found)
        or (None if found else ownvoice.in_line(line, passage))
    )


def _answered(line: Line, passage: Passage, found: Sequence[Attribution]) -> Denied | None:
    """By its own words it contradicts, or tells another story; in part where something is conceded first: "accepted that …
    but said nobody had died of it"."""
    language = passage.language
    denied = rivals.in_line(line, passage, found, contradictions.in_line(line, passage, found))
    account = accounts.in_line(line, passage, found)
    if account is not None and account.basis == "figure" and denied is not None and denied.basis == "rival":
        return account  # "maintains that there were more than 70"
    if denied is None or denied.matter is None or denied.basis not in ("contrary", "own deeds", "rival"):
        return denied or account
    matter, denied = denied.matter, replace(denied, also=account.basis if account else denied.also)
    before = [token.low for token in line.tokens if token.end <= matter[0]]
    conceded = next((at for at, low in enumerate(before) if low in language["denials.conceding"]), None)
    if conceded is None or not any(low in language["denials.but"] for low in before[conceded:]):
        return denied
    return replace(denied, kind="partly_denies", basis="stated")


def _stated(line: Line, passage: Passage, found: Sequence[Attribution]) -> Denied | None:
    for one in found:
        if not _denying(line, passage, one) or one.negated or _hypothetical(line, passage, one):
            continue
        kind = denialverbs.kind(line, passage, one)
        flat = retorts.flat(line, passage, one, found) if kind == "counters" else None
        if flat is not None:
            return flat
        if kind:
            return _of_kind(kind, line, passage, one, found)
    return None


def _of_kind(kind: DenialKind, line: Line, passage: Passage, one: Attribution, found: Sequence[Attribution]) -> Denied:
    """With what is denied, who denies it, and where the sentence itself has it from."""
    matter = None if denialverbs.contradicts(line, passage, one) else _matter(line, passage, one)
    retort = retorts.points_back(passage, one) or _says_untrue(passage, one)
    embedded = (
        tails.head(Sentence(line, passage), one)
        or samesentence.of_others(matters.aside(line, one, passage.language), one, found)
        or matters.said_by_others(line, passage, one)
    )
    whole = (min(one.cue[1], matter[0]), matter[1]) if one.cue and matter else matter
    hearsay = (
        None
        if embedded
        else asreported.hearsay(passage, matter) or matters.hearsay(passage, matter) or matters.hearsay(passage, whole)
    )
    embedded = embedded or (None if hearsay else samesentence.said(passage, one, found))
    told = matter if kind in ("denies", "partly_denies") and not embedded and not retort else None
    matter = concessions.with_conceded(passage, one, found, matter) if told else matter
    return Denied(
        line.n,
        kind,
        whodenies.meant(line, passage, one, found) or _conceding(line, passage, one) or one.sources,
        matter=None if retort else hearsay.place if hearsay else matter,
        embedded=embedded,
        hearsay=hearsay,
        via=one.via,
        basis="pointing" if retort else _basis(line, passage, one, kind),
        implied=hearsay.place if hearsay else told,
    )


def _says_untrue(passage: Passage, one: Attribution) -> bool:
    """ "« C'est faux », réfute la mairie": what is quoted only points at what was said."""
    words = tokens.cut(passage.text, *one.content[0]) if one.quotes and one.content else []
    return bool(words) and outright.calls(words, passage.language) and outright.matter(words, passage.language) is None


def _matter(line: Line, passage: Passage, one: Attribution) -> Place | None:
    """The words that say what is denied, without what is told beside them and without a verdict on them."""
    clitic = _clitic(line, passage, one)
    if clitic is not None:
        return clitic
    said = matters.without_asides(line, passage, one.content[0]) if one.content else None
    matter = matters.before_verb(line, passage, one) or (adjuncts.behind(line, passage, said) if said else None)
    if matter is None:
        return None
    words = tokens.cut(passage.text, *matter)
    named = outright.named(words, passage.language) if one.frame == "call" else None
    return named or outright.without_verdict(words, passage.language) or matter


def _clitic(line: Line, passage: Passage, one: Attribution) -> Place | None:
    """ "Lo" in "Quijano lo desmintió", "l'" in "la mairie l'a démenti": the object before the verb."""
    cue = one.cue_among(line.tokens)
    if cue is None or not passage.language.noun_first:
        return None
    subject = max((who.end for who in one.sources if who.end <= line.tokens[cue].start), default=one.group[0])
    near = [token for token in line.tokens[max(0, cue - _HELPED) : cue] if token.start >= subject]
    found = next((token for token in near[::-1] if token.low in passage.language["denials.clitics"]), None)
    return (found.start, found.end) if found else None


def _conceding(line: Line, passage: Passage, one: Attribution) -> tuple[Mention, ...]:
    """Who concedes in "Acme accepts that a lorry passed but disputes that it struck anything": the two verbs share a subject."""
    found, language = line.tokens, passage.language
    cue = one.cue_among(found) or 0
    if cue < 2 or found[cue - 1].low not in language["denials.but"]:
        return ()
    conceding = next((at for at in range(1, cue - 1) if found[at].low in language["denials.conceding"]), None)
    sources = speakers.subject(Sentence(line, passage), conceding) if conceding else ()
    inside = (token.low for token in found for who in sources if who.start <= token.start < who.end)
    return () if any(low in language["cues.say"] for low in inside) else sources  # "Oram said his client"


def _denying(line: Line, passage: Passage, one: Attribution) -> bool:
    """Also in "dismissed the charges as politics", which gives them a name, and in "countered that …", which says more."""
    cue = one.cue_among(line.tokens)
    if cue is None or one.frame == "deny":
        return one.frame == "deny"
    if one.frame == "call":
        return bool(phrasing.phrase(line.tokens, cue, "denials.rejects", passage.language))
    return one.frame in ("say", "quote", "think", "judge") and bool(
        phrasing.phrase(line.tokens, cue, "denials.counters", passage.language)
    )


def _basis(line: Line, passage: Passage, one: Attribution, kind: DenialKind) -> Basis:
    """A bare "disagreed" and a rejected "notion" deny only what somebody said."""
    wording = kind == "rejects_wording"
    if wording and any(token.is_quote for token in denialverbs.onwards(line, one)[1:_QUOTED]):
        return "stated"  # "rejects the word “fraud”"
    if (
        wording
        and denialverbs.onwards(line, one)[1:2]
        and denialverbs.onwards(line, one)[1].low in passage.language["denials.pointers"]
    ):
        return "pointing"  # "rejected that word"
    if wording and not phrasing.phrase(denialverbs.onwards(line, one), 0, "denials.counters", passage.language):
        return "notion"
    behind = [token for token in line.tokens if one.cue and token.start >= one.cue[1]]
    alone = not (behind and behind[0].is_word) or denialverbs.follows(one, behind, passage.language)
    alone = alone or denialverbs.with_whom(behind, passage.language)  # "disagreed with her"
    return "pointing" if kind == "counters" and alone else "stated"


def _hypothetical(line: Line, passage: Passage, one: Attribution) -> bool:
    """ "voters would reject", "if he denies"."""
    before = ["" if token.text == "May" else token.low for token in line.tokens if one.cue and token.end <= one.cue[0]]
    unreal = passage.language["denials.hypothetical"]
    return any(low in unreal for low in before[-2:]) and before[-1:] != ["to"]
