"""The form that asks what is wrong with a reply."""

from bot.claims.reading import Reading
from bot.reply.catalogue import Words
from bot.reply.plain import phrase
from bot.reply.sheet import Choice, MistakeSheet


def mistake_sheet(channel: str, reply: str, reading: Reading | None, words: Words) -> MistakeSheet:
    """`reading` is what the reply lists; without one it is not about single claims."""
    claims = enumerate(reading.claims if reading else (), start=1)
    return MistakeSheet(
        channel=channel,
        reply=reply,
        claims=tuple(
            Choice(claim.id, words("sheet.numbered", n=n, text=phrase(claim.text, 100))) for n, claim in claims
        ),
        language=words.language,
    )
