"""What is left to do where a channel's members want less of us."""

from bot.intake.links import divided
from bot.intake.rules import Rules
from bot.intake.task import Ask, ReadLinks


def heeded(task: ReadLinks, rules: Rules) -> ReadLinks | None:
    """The links that are to be read; None for none. Whoever asks by name is heeded whatever the rules."""
    if task.asked:
        return task
    wanted = tuple(filter(rules.wants, (*task.links, *task.left_out))) if rules.reads == "all" else ()
    read, left_out = divided(wanted, len(task.links))
    return task.model_copy(update={"links": read, "left_out": left_out}) if wanted else None


def answers(task: Ask, rules: Rules) -> bool:
    """Whether a question in a thread of ours is to be answered."""
    return rules.follow_ups == "all" or (rules.follow_ups == "mentions" and task.mentioned)
