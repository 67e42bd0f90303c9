"""`claims-bot ask`: a question to one article."""

import sys
from dataclasses import replace

from rich.console import Console

from bot.commands.sources import article_named
from bot.desks import open_desk
from bot.flow import answer_from
from bot.intake.verdict import asks_for_a_verdict, asks_for_the_truth, asks_whether_it_is_true
from bot.reply.catalogue import words
from bot.reply.compose import answer_reply, say
from bot.reply.verdict import no_verdict
from bot.settings import Settings
from bot.terminal import show_reply


async def ask_article(settings: Settings, source: str, question: str) -> int:
    """Print the answer with its sentences, or that the article does not say; what is true nobody is told. Raises
    `ClaimsBotError`."""
    console = Console(file=sys.stdout)
    if asks_for_the_truth(question) or asks_for_a_verdict(question):
        show_reply(say("no_verdict", words(settings.language).of_operator()), console)
        return 0
    async with open_desk(settings) as desk:
        article = await article_named(desk, source)
        answer = await answer_from(desk, article, question, [])
    said = words(settings.language or article.language).of_operator()
    reply = replace(answer_reply(answer, article, said), retry=False)  # nothing can be pressed here
    if asks_whether_it_is_true(question):
        reply = no_verdict(reply, said)
    show_reply(reply, console)
    return 0
