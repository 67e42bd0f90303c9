"""Who says it, and on what footing, in words."""

from collections.abc import Iterable, Sequence
from typing import Final

from bot.claims.reading import Claim, Reading, Source
from bot.reply.catalogue import Words
from bot.reply.plain import phrase

_MOST_NAMES: Final = 5
_LONGEST_NAME: Final = 120
_LONGEST_ROLE: Final = 120

_ARTICLES: Final = frozenset(("The", "A", "An", "Le", "La", "Les", "Un", "Une", "El", "Los", "Las", "Una"))

FOOTING: Final = {
    "person": "named",
    "organisation": "named",
    "document": "document",
    "anonymous": "anonymous",
    "unnamed_person": "unnamed",
    "unnamed_group": "unnamed",
}
_NAMELESS: Final = {
    "person": "who.person",
    "organisation": "who.organisation",
    "document": "who.document",
    "unnamed_person": "who.person",
    "unnamed_group": "who.group",
}


def footing_of(source: Source) -> str:
    """`named`, `anonymous`, `unnamed` or `document`. A person without a name is unnamed, whatever the kind says."""
    footing = FOOTING[source.kind]
    return "unnamed" if footing == "named" and not (source.name or "").strip() else footing


def naming(source: Source, words: Words) -> str:
    """ "Kim Yong-hyun (defence minister)"; without a name the role; without either what kind of source it is."""
    name = _within(phrase(source.name or "", _LONGEST_NAME))
    role = _within(phrase(source.role or "", _LONGEST_ROLE))
    if name and role and role.casefold() not in name.casefold():
        return words("who.role", name=name, role=role)
    return name or _counted(role, source, words) or _nameless(source, words)


def _counted(role: str, source: Source, words: Words) -> str:
    """ "security officials (3)", where the article counts them and the role does not."""
    count = source.stated_count or 0
    return words("who.counted", who=role, n=count) if role and count > 1 and str(count) not in role else role


def _within(name: str) -> str:
    """ "The port authority" began a sentence and is no title: within one of ours it is "the port authority"."""
    article, _, rest = name.partition(" ")
    return f"{article.lower()} {rest}" if article in _ARTICLES and rest[:1].islower() else name


def _nameless(source: Source, words: Words) -> str:
    if source.kind != "anonymous":
        return words(_NAMELESS[source.kind])
    if source.stated_count is None:
        return words("who.anonymous_some")
    return words("who.anonymous", n=source.stated_count)


def names(sources: Iterable[Source], words: Words) -> str:
    """Several joined as in speech, each once, the last of many as a number."""
    each = list(dict.fromkeys(naming(source, words) for source in sources))
    if len(each) > _MOST_NAMES + 1:
        left = len(each) - _MOST_NAMES
        each = [*each[:_MOST_NAMES], words("join.others", n=left)]
    return words.join(each)


def known(reading: Reading, ids: Sequence[str]) -> list[Source]:
    """The sources behind the ids; one that does not resolve is passed over."""
    return [reading.by_id[each] for each in dict.fromkeys(ids) if each in reading.by_id]


def who_says(reading: Reading, sources: Sequence[str], via: Sequence[str], words: Words, nobody: str) -> str:
    """ "unnamed intelligence sources, via The Kyiv Post and Interfax Ukraine"; `nobody` without either."""
    who, relays = names(known(reading, sources), words), names(known(reading, via), words)
    return words("who.via", who=who, relays=relays) if who and relays else who or relays or nobody


def footing(claim: Claim, reading: Reading, words: Words) -> str:
    """How the source stands behind it: "named", "named and unnamed" of two, "anonymous · second-hand", "named · via state media"."""
    sources, relays = known(reading, claim.sources), known(reading, claim.via)
    if not sources and not relays:
        return words("footing.own_voice")
    kinds = dict.fromkeys(source.media if source.media != "none" else footing_of(source) for source in sources)
    behind = [words.join([words(f"footing.{kind}") for kind in kinds])] if kinds else []
    if any(relay.media == "state_media" for relay in relays):
        behind.append(words("footing.via_state_media"))
    elif relays:
        behind.append(words("footing.second_hand"))
    return words("join.dot").join(behind)


def firmness(claim: Claim, words: Words) -> str:
    """As the source puts it, with its own hedge: "likely (“highly likely”)"."""
    kind = claim.kind if claim.certainty == "unstated" and claim.kind in ("opinion", "directive") else claim.certainty
    said = words(f"firmness.{kind}")
    hedge = phrase(claim.hedge or "", 60)
    return words("firmness.hedged", firmness=said, hedge=words("quote.text", text=hedge)) if hedge else said
