"""Who says that somebody must do something need not do it."""

from bot.claims.grammar.evidence import analysed
from bot.claims.rules.agents import agent_problems

TOLD = "Union leader Tomas Reer said the present harbour master, Edda Kull, must explain the delay."


def test_who_is_named_beside_a_role_does_it() -> None:
    """What stands between commas behind the role hides nobody."""
    sentence = analysed(TOLD, "en")

    assert agent_problems(analysed("Tomas Reer must explain the delay.", "en"), [sentence], [sentence])
    assert agent_problems(analysed("Edda Kull must explain the delay.", "en"), [sentence], [sentence]) == []
