"""An answer as Markdown, for Slack's streams: each growing answer continues the one before."""

from bot.reply.catalogue import words
from bot.reply.reply import AnswerLine, AnswerReply, Passage
from bot.slack.escape import markdown

_ADDRESS = str.maketrans({"(": "%28", ")": "%29", " ": "%20", "<": "%3C", ">": "%3E", "|": "%7C"})


def answer_markdown(reply: AnswerReply) -> str:
    """The lead and the lines. Progress and notes are left out, so that text only ever grows at its end."""
    said = words(reply.language)
    parts = [markdown(reply.lead)] if reply.lead else []
    parts += [_line(line, said("quote.text", text=line.text) if line.quoted else line.text) for line in reply.lines]
    if not reply.progress and reply.note:
        parts.append(f"_{markdown(reply.note)}_")
    return "\n\n".join(parts)


def _line(line: AnswerLine, text: str) -> str:
    return " ".join([markdown(text), *(_link(passage) for passage in line.passages[:6])])


def _link(passage: Passage) -> str:
    """`[3]`, opening the article at sentence 3; an address of ours cannot end the link early."""
    label = f"\\[{passage.n}\\]"
    return f"[{label}]({passage.url.translate(_ADDRESS)})" if passage.url else label
