"""Called: which sources a question means by "the manager", "the defence", "the company"."""

from collections.abc import Iterator, Sequence

from bot.article.article import Article
from bot.claims.form import ClaimForm, DenialForm, Form, SourceForm
from bot.claims.grammar.evidence import analysed
from bot.claims.language.token import Token
from bot.claims.reading import SILENT
from bot.readers.offline.answering import kindred
from bot.readers.offline.text.language import Language

_BEFORE = 4  # words before a name that may tell who it is: "rebels of the Northern Front"
_BEHIND = 12  # words behind its comma that do: "who studies vocal communication"


def by(
    who: Sequence[Token], article: Article, form: Form, language: Language, office: Token | None = None
) -> frozenset[str]:
    """The ids of the sources that are called so: by name where the question has one, else by what they are, which may be
    a kindred word beside their name where no other is called by the very word. A person who speaks for a body speaks as
    that, and only who holds an `office` as its holder."""
    names = [token for token in who if token.capital]
    wanted = names or list(who)
    if not wanted:
        return frozenset()
    writing = who[-1].low in language["asks.writings"]
    called = {
        one.id: [
            token
            for token in _called(one, article, language, aside=not names)
            if one.kind == "person" or not _is_inside(token, one, wanted, language)
        ]
        for one in form.sources
        if (one.kind == "document") >= writing
    }
    if office is not None:
        return frozenset(one.id for one in form.sources if _holds(one, office, names, article, form, language))
    found = {id_ for id_, words in called.items() if _all_in(wanted, words, language)}
    if not names:
        stems = {id_: {token.stem for token in called[id_]} for id_ in found}
        found = {id_ for id_ in found if all(word.stem in stems[id_] for word in wanted)} or found
    if not names and wanted[0].low in language["sources.any_body"]:
        found = _main_body(found, article, form)
    return frozenset(found | {one.id for one in form.sources if _speaks_for(one, found, form, language)})


def _is_inside(token: Token, source: SourceForm, wanted: Sequence[Token], language: Language) -> bool:
    """ "Justice" in "Justice Ministry" is a ministry's, and no judge's, unless asked for by that very word."""
    head = (source.name or "").split()[-1:]
    plain = language.noun_first or language.capital_nouns or not token.capital or [token.text] == head
    return not plain and all(word.stem != token.stem for word in wanted)


def _all_in(wanted: Sequence[Token], words: Sequence[Token], language: Language) -> bool:
    return all(any(kindred.same(word, token, language) for token in words) for word in wanted)


def _holds(
    source: SourceForm, office: Token, names: Sequence[Token], article: Article, form: Form, language: Language
) -> bool:
    """ "Acme's chairman" is called a chairman, and Acme stands in that or about where he speaks; Norvald's is another's."""
    words = list(_called(source, article, language, aside=True))
    if not _all_in([office], words, language):
        return False
    role = analysed(source.role or "", language.code)
    owners = [token for token in role.meaning if token.capital or token.possessive]  # "the board's chairman"
    if _all_in(names, words, language) or owners:
        return _all_in(names, words, language)
    where = {n + beside for n in sentences(frozenset((source.id,)), form) for beside in (-1, 0)}
    near = [token for n in where if article.has(n) for token in analysed(article.sentence(n), language.code).meaning]
    return _all_in(names, near, language)


def _main_body(found: set[str], article: Article, form: Form) -> set[str]:
    """ "The company" is the one that the article speaks of most."""
    bodies = [one for one in form.sources if one.kind == "organisation" and one.name and one.name[0].isupper()]
    fitting = [one for one in bodies if one.id in found] or bodies
    return {max(fitting, key=lambda one: article.text.count(one.name or "")).id} if fitting else found


def _speaks_for(source: SourceForm, bodies: set[str], form: Form, language: Language) -> bool:
    """ "Its regional officer", "a spokeswoman", right behind what one of the `bodies` says; "the trust's chief nurse" anywhere."""
    words = analysed(source.role or "", language.code).tokens
    named = [one for one in form.sources if one.id in bodies and one.kind == "organisation" and one.name]
    if any((one.name or "") in (source.role or "") for one in named):
        return True
    theirs = sentences(frozenset(one.id for one in named), form)
    if source.kind == "document" and any(
        word.low in language["asks.writings"] for word in analysed(source.name or "", language.code).tokens
    ):
        return any(n - 1 in theirs for n in sentences(frozenset((source.id,)), form)[:1])
    owned = any(word.low in language["grammar.possessives"] for word in words[:1])
    unnamed = source.name is None and any(word.low in language["sources.speaks_for"] for word in words)
    if not (owned or unnamed):
        return False
    return any(n - 1 in theirs for n in sentences(frozenset((source.id,)), form)[:1])


def _called(source: SourceForm, article: Article, language: Language, *, aside: bool) -> Iterator[Token]:
    """The words of its name and its role, and those `aside` of the name wherever it stands."""
    for text in (source.name, source.role):
        yield from analysed(text, language.code).tokens if text else ()
    if not aside or not source.name or source.kind not in ("person", "organisation"):
        return
    own = [
        token for token in analysed(source.name, language.code).tokens if token.low not in language["sources.letters"]
    ]
    if not own:
        return
    whole, last = {token.text for token in own}, own[-1].text
    for sentence in article.sentences:
        if last not in article.sentence(sentence.n):
            continue
        tokens = analysed(article.sentence(sentence.n), language.code).tokens
        for at in (i for i, token in enumerate(tokens) if token.text == last):
            start = at
            while start and tokens[start - 1].text in whole:
                start -= 1
            yield from beside(tokens, start, at, language)


def beside(tokens: Sequence[Token], start: int, at: int, language: Language) -> Iterator[Token]:
    """What stands right before the name from `start` to `at`, and between it and the next comma."""
    closed = start > 1 and tokens[start - 1].text == "," and tokens[at + 1 : at + 2] and tokens[at + 1].text == ","
    first = start - 1 if closed else start  # "his lawyer, Ben Caddick,"
    ahead = (
        [token for token in tokens[:first] if token.text != "-"] if closed else tokens[:first]
    )  # "her brother-in-law,"
    for token in ahead[: -_BEFORE - 1 : -1]:
        if token.kind != "word" or language.is_finite(token.low):
            break
        yield token
    if at + 1 < len(tokens) and tokens[at + 1].low in language["sources.letters"]:
        at += 1  # "Helena Marsh KC, defending,"
    if at + 1 < len(tokens) and tokens[at + 1].text == ",":
        for token in tokens[at + 2 : at + 2 + _BEHIND]:
            if token.text == ",":
                break
            yield token


def sentences(ids: frozenset[str], form: Form) -> list[int]:
    """Those in which they speak or deny."""
    items: list[ClaimForm | DenialForm] = [*form.claims]
    items += [denial for denial in form.denials if denial.kind not in SILENT]
    return sorted({n for item in items if ids & {*item.sources, *item.via} for n in item.sentences})
