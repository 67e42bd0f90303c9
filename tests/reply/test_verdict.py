"""What whoever asks for a verdict is shown instead of one."""

from bot.claims.reading import Denial
from bot.reply.catalogue import words
from bot.reply.reply import AnswerReply
from bot.reply.verdict import verdict_reply
from tests.reply.readings import article_of, report_of

EN = words("en")


def test_a_sentence_with_marks_of_its_own_gets_no_second_ones() -> None:
    """As in any other answer: not "““I hid nothing,” he said.”"."""
    article = article_of([["Ahl took bribes, Ann Ode said.", "“I took nothing,” he said."]])
    denial = Denial.model_validate(
        {"id": "d1", "sources": ("s7",), "kind": "denies", "claims": (), "sentences": (1, 2)}
    )

    reply = verdict_reply(report_of(denials=[denial]).reading, article, EN)

    assert isinstance(reply, AnswerReply)
    assert [line.quoted for line in reply.lines] == [not line.text.startswith("“") for line in reply.lines]
    assert "“I took nothing,” he said." in [line.text for line in reply.lines]
