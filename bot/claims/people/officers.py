"""Officers: "we" of a chief executive is the company with which the article begins, where it names no other as theirs."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed, Evidence
from bot.claims.grammar.kinds import listed
from bot.claims.language.smallwords import POSSESSIVES
from bot.claims.language.token import Token
from bot.claims.people.callings import called
from bot.claims.people.tellers import speaking

_US = frozenset({"we", "our", "us"})
_ALONE = frozenset({"i", "my", "me"})
_LONGEST = 2  # words of a name before its last
_AHEAD = 6  # words before a name among which a body stands whose officer it is


def spoken_for(held: Evidence, known: Sequence[Analysed]) -> tuple[str, ...]:
    """The name of the body that is "we" in the cited sentences; `known` are those that tell who is who."""
    if held.language != "en":
        return ()
    said = frozenset[str]().union(*(sentence.lows for sentence in held.cited))
    if not _US & said or _ALONE & said:
        return ()
    tellers = [party.tokens[-1].low for sentence in held.cited for party in speaking(sentence) if party.name]
    body = _first_named(held)
    if not body or not tellers or set(body) & set(tellers):
        return ()
    return (" ".join(body),) if all(_officer(name, body, known) for name in tellers) else ()


def _first_named(held: Evidence) -> tuple[str, ...]:
    """The name with which the first sentence begins, unless that is a person's or a word that stands small elsewhere."""
    sentences = held.article.sentences
    lead = held.sentence(sentences[min(held.article.lead, len(sentences) - 1)].n)
    run: list[int] = []
    for i in lead.content:
        if not lead.tokens[i].capital or (run and i != run[-1] + 1) or i > len(run) + 1:
            break
        run.append(i)
    name = [lead.tokens[i] for i in run]
    words = held.article.text.replace("’", " ").split()
    small = any(token.text.lower() in words for token in name)
    return () if small or not name or called(name, [lead], held.language) == "person" else tuple(t.low for t in name)


def _officer(name: str, body: Sequence[str], known: Sequence[Analysed]) -> bool:
    """Called by an office beside the name, that of no other body, be it named there or only pointed at: "its director"."""
    beside = [list(_around(s, i)) for s in known for i in s.content if s.tokens[i].low == name]
    words = {low for around in beside for low, _ in around}
    others = {low for around in beside for low, proper in around if proper}
    return bool(words & listed("en", "speaks")) and not words & POSSESSIVES and others <= {*body}


def _around(text: Analysed, index: int) -> Iterator[tuple[str, bool]]:
    """(a word, whether it is a name) before the name itself and in an apposition behind it."""
    start = index
    while start and _proper(text.tokens[start - 1]) and index - start < _LONGEST:
        start -= 1
    ahead = text.tokens[max(0, start - _AHEAD) : start]
    stop = max((k + 1 for k, token in enumerate(ahead) if token.kind == "punct" and token.low != ","), default=0)
    for token in ahead[stop:]:
        yield from ((low, _proper(token)) for low in token.low.split())
    if text.tokens[index + 1 : index + 2] and text.tokens[index + 1].low == ",":
        for token in text.tokens[index + 2 : index + 2 + _AHEAD]:
            if token.kind == "punct":
                break
            yield from ((low, token.capital) for low in token.low.split())


def _proper(token: Token) -> bool:
    return token.capital and not token.first
