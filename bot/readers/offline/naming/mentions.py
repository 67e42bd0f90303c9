"""A mention of a source: the words by which the article names who speaks, and what kind of source they make it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.claims.reading import Media, SourceKind
from bot.readers.offline.naming import bodies, people, pronouns
from bot.readers.offline.naming.phrase import Phrase
from bot.readers.offline.naming.pronouns import Pronoun
from bot.readers.offline.text import accountnouns
from bot.readers.offline.text.fullnames import Names
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.names import is_name_word, without_letters
from bot.readers.offline.text.tokens import Token

_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}")
_PRONOUN_KINDS: dict[Pronoun, SourceKind] = {"they": "unnamed_group", "it": "organisation"}


@dataclass(frozen=True, slots=True)
class Mention:
    """One source as mentioned at `start:end`.

    `name` is the article's own words for it, None when the source is unnamed or a pronoun; `described` are the
    words that describe it; `pronoun` says that it is nothing but that. It is not `sure` when nothing but its place
    says that this phrase may be a source.
    """

    start: int
    end: int
    name: str | None
    kind: SourceKind
    role: str | None = None
    media: Media = "none"
    count: int | None = None
    pronoun: Pronoun | None = None
    described: str | None = None
    sure: bool = True


def read(text: str, tokens: Sequence[Token], language: Language, names: Names) -> Mention | None:
    """What the tokens of a noun phrase mention; None when they cannot be a source."""
    stressed = pronouns.stressed(tokens, language)
    if stressed:
        start, end = tokens[0].start, tokens[-1].end
        role = text[start:end] if len(tokens) > 1 else None  # "l'intéressé", where nothing tells who it is
        return Mention(start, end, None, _PRONOUN_KINDS.get(stressed, "person"), role=role, pronoun=stressed)
    tokens = _trimmed(tokens, language)
    if not tokens or (len(tokens) == 1 and tokens[0].low in language["grammar.first_person"]):
        return None
    start, end = tokens[0].start, tokens[-1].end
    if _no_source(tokens, text, language):
        return None
    pronoun = pronouns.plain(tokens, language)
    if pronoun:
        return Mention(start, end, None, _PRONOUN_KINDS.get(pronoun, "person"), pronoun=pronoun)
    whose = accountnouns.whose(tokens[-1].low, language) if len(tokens) == 1 else None
    if whose is not None:
        body = text[start : start + whose[0]]
        return Mention(start, end, body, "organisation", described=body)
    spoken_for = accountnouns.speaks_for(tokens[-1].low, language)
    if spoken_for:  # "ein Polizeisprecher"
        noun = tokens[-1]
        body = text[noun.start : noun.start + spoken_for]
        return Mention(start, end, body, "organisation", role=noun.text, described=noun.text)
    if _enumerates(tokens, language):
        whole = text[start:end][:300]
        return Mention(start, end, whole, "unnamed_group", role=whole, described=whole)
    return _described(text, tokens, language, names)


def _no_source(tokens: Sequence[Token], text: str, language: Language) -> bool:
    """ "did not answer" before "emails", "contrary to recent media"; "c'est", "qu'il aurait été écarté"; "we put readers' questions
    to …"; "who cannot be named for legal" before "reasons"."""
    if _tells_verb(tokens, language) or (language.noun_first and _points_only(tokens, language)):
        return True
    own = language["grammar.first_person"] & (language["grammar.nominatives"] | language.pronouns)
    clause = len(tokens) > 2 and tokens[0].low in language["grammar.who"]
    return tokens[0].low in own or clause or (len(tokens) == 1 and _attribute(tokens[0], text, language))


def _tells_verb(tokens: Sequence[Token], language: Language) -> bool:
    """A helping verb, unless it is a name ("May") or stands before one ("was Mabb's reply"), or a comparison."""
    first, named = tokens[0], len(tokens) > 1 and tokens[1].is_capital
    helping = first.text.islower() and first.low in language["sources.never_first"] and not named
    return helping or first.low in language["sources.comparing"]


def _attribute(word: Token, text: str, language: Language) -> bool:
    """A negated participle is an adjective, and at the head of a sentence belongs to the noun behind it: "Unconfirmed" before
    "reports"."""
    opens = word.start == 0 or not text[: word.start].rstrip(" ")[-1:].isalnum()
    participle = not language.noun_first and not language.capital_nouns and language.is_participle(word.low)
    return opens and participle and word.low.startswith("un") and text.count(word.text) == 1


def _points_only(tokens: Sequence[Token], language: Language) -> bool:
    """A clause, or nothing but "c'"."""
    return tokens[0].low in language["grammar.that"] or (
        len(tokens) == 1 and tokens[0].low in language["grammar.clitics"]
    )


def _described(text: str, tokens: Sequence[Token], language: Language, names: Names) -> Mention | None:
    """Not a pronoun: somebody anonymous, a person or a body."""
    start, end = tokens[0].start, tokens[-1].end
    phrase = Phrase.of(text, tokens, language)
    count = _count(phrase.head, language)
    if _anonymous(tokens, language, names):
        return Mention(start, end, None, "anonymous", role=phrase.whole, count=count, described=phrase.whole)
    person = people.name(phrase, language, names)
    if person:
        return Mention(start, end, person, "person", role=people.role(phrase, person, language), described=phrase.whole)
    named = _named_behind(text, phrase, language, names)
    if named is not None:
        return named
    body = bodies.read(phrase, language, names)
    if body is None:
        return None
    return Mention(
        start,
        end,
        body.name,
        body.kind,
        role=body.role,
        media=body.media,
        count=count if body.kind != "document" else None,
        described=phrase.whole,
        sure=body.sure,
    )


def _named_behind(text: str, phrase: Phrase, language: Language, names: Names) -> Mention | None:
    """The name between the commas of "The contractor, Hallberg,": whom the definite description stands for."""
    rest = _trimmed(phrase.rest, language)
    beside = all(phrase.linked(run, language) and phrase.head[run.first] != phrase.noun for run in phrase.names)
    opening: frozenset[str] = language["grammar.definite"]
    if language.noun_first:  # "Son auteure, Maud Perrichon,", "un ancien coéquipier, Willem Straeten,"
        opening = opening | language["grammar.possessives"] | language["grammar.indefinite"]
    if phrase.noun is not None and phrase.noun.low in language["sources.called"]:
        opening = opening | language["grammar.possessives"]  # "their union, Unity"
    described = beside and (phrase.head[0].low in opening or bodies.is_one_of(phrase, language))
    bare = _bare(rest, language)
    if not described or not bare or not (_is_name(bare, language) or _ends_in_body(bare, language)):
        return None
    named = _described(text, rest, language, names)
    titled = phrase.noun is not None and language.is_title(phrase.noun.low)
    if named is None or not titled or named.kind != "organisation" or len(bare) > 1:
        return named
    return replace(named, kind="person", role=phrase.whole)  # "the treasurer, Quill,"


def _is_name(words: Sequence[Token], language: Language) -> bool:
    """ "Hallberg", "Holm & Partners"."""
    return all(is_name_word(token, language) or token.text == "&" for token in words)


def _ends_in_body(words: Sequence[Token], language: Language) -> bool:
    """ "The Aker family fund": a name, and what kind of body has it."""
    if (
        language.noun_first
        or language.capital_nouns
        or len(words) < 3
        or words[0].low not in language["grammar.definite"]
    ):
        return False
    return is_name_word(words[1], language) and words[-1].low in language["sources.organisations"]


def _bare(tokens: Sequence[Token], language: Language) -> Sequence[Token]:
    """The name in "die Firma Ottbau"."""
    noun = len(tokens) > 2 and tokens[0].low in language["grammar.definite"] | language["grammar.articles"]
    body = noun and language.noun(tokens[1].low) in language["sources.organisations"]
    return tokens[2:] if body else tokens


def _trimmed(tokens: Sequence[Token], language: Language) -> list[Token]:
    """Without marks and adverbs at the ends, and without the time of an entry before it: "15:55 Eyewitness Tom Harker"."""
    clock = len(tokens) > 1 and _CLOCK.fullmatch(tokens[0].text)
    kept = list(tokens[1:] if clock else tokens)
    vague = language["grammar.adverbs"] - language["grammar.determiners"]
    while kept and (not kept[0].is_word or kept[0].low in vague):
        kept.pop(0)
    if language.noun_first and len(kept) > 2 and kept[0].low in language["grammar.tight_links"]:
        kept = kept[1:] if kept[1].low in language["grammar.early_adjectives"] else kept  # "d'anciens salariés"
    loose = language["grammar.tight_links"] | {"from"}
    while len(kept) > 1 and kept[-1].low in language["grammar.emphatic"]:
        kept.pop()  # "Krell himself"
    while kept and ((not kept[-1].is_word and kept[-1].text not in (")", ".")) or kept[-1].low in loose):
        kept.pop()  # "a report from" before "last May"
    return list(without_letters(kept, language))


def _enumerates(tokens: Sequence[Token], language: Language) -> bool:
    """ "parents, students and school staff"."""
    if len(tokens) > 13 or any(token.is_capital for token in tokens):
        return False
    joined = any(token.low in language["grammar.coordinators"] for token in tokens)
    return joined and tokens[0].low in language.nouns and tokens[-1].low in language.nouns


def _anonymous(tokens: Sequence[Token], language: Language, names: Names) -> bool:
    """By its words, of which one that is a surname tells nothing: "fuentes", not "Carla Fuentes"."""
    hidden = [at for at, token in enumerate(tokens) if language.noun(token.low) in language["sources.anonymous"]]
    if any(not _surname(tokens, at, language, names) for at in hidden):
        return True
    if len(tokens) == 1 and tokens[0].low in language["hearsay.nouns"]:
        return True  # "reports suggest"
    line = " ".join(token.low for token in tokens)
    return any(phrase in line for phrase in language["sources.anonymous_phrases"])


def _surname(tokens: Sequence[Token], at: int, language: Language, names: Names) -> bool:
    """The token ends a name that the article tells in full; not "Fuentes municipales"."""
    if language.capital_nouns or not tokens[at].is_capital or names.person(tokens[at].text) is None:
        return False
    return tokens[at - 1].is_capital if at else len(tokens) == 1


def _count(tokens: Sequence[Token], language: Language) -> int | None:
    """ "three officials" is 3."""
    numbers = dict(entry.rsplit(":", 1) for entry in language["grammar.numbers"])
    for token, behind in zip(tokens[:2], [*tokens[1:3], None], strict=False):
        if behind is not None and behind.low in language["grammar.years"]:
            return None  # "eine 29 Jahre alte Zeugin"
        if token.text.isascii() and token.text.isdecimal() and len(token.text) < 6:
            return int(token.text)
        if token.low in numbers:
            return int(numbers[token.low])
    return None
