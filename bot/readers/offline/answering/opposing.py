"""Opposing: "Who disputes the minister?" asks for those who deny what the minister claims."""

from bot.claims.form import Form, SourceForm
from bot.claims.reading import SILENT
from bot.readers.offline.text import tokens
from bot.readers.offline.text.language import ACTS, Language

_LONG = 6  # letters of a word that others end with


def of(question: str, form: Form, language: Language) -> list[int] | None:
    """The sentences of the denials that answer a claim by whom the question names, by name or role; None for another question."""
    words = [token.low for token in tokens.cut(question, 0, len(question)) if token.is_word]
    denying = language["overview.denying"].union(*(language[name] for name in ACTS["deny"]))
    who = any(low in language["overview.who"] for low in words[:1]) and not set(words) & language["asks.doing"]
    act = next((at for at, low in enumerate(words) if low in denying), None)
    if not who or act is None or set(words) & (language["grammar.negations"] | language["asks.reason"]):
        return None
    idle = language.empty | language["asks.light"] | language["overview.matters"] | denying | language["cues.say"]
    called = {low for low in words if low not in idle}
    opposed = {one.id for one in form.sources if called and all(_is_called(low, one) for low in called)}
    if not opposed:
        return None
    claims = {claim.id for claim in form.claims if opposed & set(claim.sources)}
    return [
        n
        for denial in form.denials
        if denial.kind not in SILENT and claims & set(denial.claims) and not opposed & set(denial.sources)
        for n in denial.sentences
    ]


def _is_called(low: str, source: SourceForm) -> bool:
    """By a word of its name or its role, or by what such a word ends with: "Minister" of "Finanzminister"."""
    text = f"{source.name or ''} {source.role or ''}"
    words = (token.low for token in tokens.cut(text, 0, len(text)) if token.is_word)
    return any(word == low or (len(low) >= _LONG and word.endswith(low)) for word in words)
