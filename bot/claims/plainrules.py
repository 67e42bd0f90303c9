"""The rules that need nothing but a text and the sentences that it cites, one a line."""

from collections.abc import Callable, Iterator, Sequence

from bot.claims.grammar.contraries import contrary_problems
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.joints import joint_problems
from bot.claims.grammar.moods import mood_problems
from bot.claims.grammar.slots import slot_problems
from bot.claims.rules.additional import additional_problems
from bot.claims.rules.addressees import addressee_problems
from bot.claims.rules.aims import aim_problems
from bot.claims.rules.announced import announced_problems
from bot.claims.rules.antonyms import antonym_problems
from bot.claims.rules.asked import asked_problems
from bot.claims.rules.attachments import attachment_problems
from bot.claims.rules.authorship import authorship_problems
from bot.claims.rules.averted import averted_problems
from bot.claims.rules.borrowed import borrowed_problems
from bot.claims.rules.bounds import bound_problems
from bot.claims.rules.cataphors import cataphor_problems
from bot.claims.rules.chosen import chosen_problems
from bot.claims.rules.clausemates import clausemate_problems
from bot.claims.rules.contrasts import contrast_problems
from bot.claims.rules.counted import counted_problems
from bot.claims.rules.couplings import coupling_problems
from bot.claims.rules.crossings import crossing_problems
from bot.claims.rules.dated import dated_problems
from bot.claims.rules.dates import date_problems
from bot.claims.rules.datives import dative_problems
from bot.claims.rules.defining import defining_problems
from bot.claims.rules.demoted import demoted_problems
from bot.claims.rules.denials import denial_problems
from bot.claims.rules.displaced import displaced_problems
from bot.claims.rules.exchanges import exchange_problems
from bot.claims.rules.findings import existence_problems, finding_problems
from bot.claims.rules.formerfigures import former_figure_problems
from bot.claims.rules.formerly import formerly_problems, never_problems
from bot.claims.rules.gendered import gender_problems
from bot.claims.rules.governed import governed_problems
from bot.claims.rules.groups import group_problems
from bot.claims.rules.heads import head_problems
from bot.claims.rules.hearers import hearer_problems
from bot.claims.rules.lists import list_problems
from bot.claims.rules.miscounts import miscount_problems
from bot.claims.rules.mixing import mixing_problems
from bot.claims.rules.narrowings import narrowing_problems
from bot.claims.rules.nearhalves import half_problems
from bot.claims.rules.onbehalf import behalf_problems
from bot.claims.rules.ones import one_problems
from bot.claims.rules.orders import order_problems
from bot.claims.rules.ownership import ownership_problems
from bot.claims.rules.partitives import partitive_problems
from bot.claims.rules.patients import patient_problems
from bot.claims.rules.possessed import possessed_problems
from bot.claims.rules.prepositions import preposition_problems
from bot.claims.rules.realised import realised_problems
from bot.claims.rules.reasons import reason_problems
from bot.claims.rules.reckoned import reckoned_problems
from bot.claims.rules.restrictors import restrictor_problems
from bot.claims.rules.reversals import reversal_problems
from bot.claims.rules.rough import rough_problems
from bot.claims.rules.shares import share_problems
from bot.claims.rules.standings import standing_problems
from bot.claims.rules.superlatives import superlative_problems
from bot.claims.rules.swapped import swapped_problems
from bot.claims.rules.swaps import swap_problems
from bot.claims.rules.takers import taker_problems
from bot.claims.rules.timing import timing_problems
from bot.claims.rules.unnamed import unnamed_problems
from bot.claims.rules.unreal import unreal_problems
from bot.claims.rules.untold import untold_problems
from bot.claims.rules.whoever import whoever_problems

Rule = Callable[[Analysed, Sequence[Analysed]], list[str]]

# What is told of whom aside: how much, when, and how firmly.
TURNS: tuple[Rule, ...] = (
    date_problems,
    mood_problems,
    governed_problems,
    contrary_problems,
    antonym_problems,
    contrast_problems,
    bound_problems,
    rough_problems,
    denial_problems,
    existence_problems,
    finding_problems,
    joint_problems,
    narrowing_problems,
    partitive_problems,
    share_problems,
    half_problems,
    swapped_problems,
    gender_problems,
    list_problems,
    one_problems,
    order_problems,
    preposition_problems,
    timing_problems,
    restrictor_problems,
    defining_problems,
    chosen_problems,
    unreal_problems,
    untold_problems,
    attachment_problems,
    asked_problems,
    counted_problems,
    former_figure_problems,
    formerly_problems,
    never_problems,
    additional_problems,
    dated_problems,
    group_problems,
    miscount_problems,
    superlative_problems,
    realised_problems,
    reason_problems,
    aim_problems,
    announced_problems,
    averted_problems,
    reckoned_problems,
)

# Who does, says and is what.
SIDES: tuple[Rule, ...] = (
    addressee_problems,
    hearer_problems,
    ownership_problems,
    standing_problems,
    swap_problems,
    dative_problems,
    demoted_problems,
    crossing_problems,
    clausemate_problems,
    head_problems,
    possessed_problems,
    exchange_problems,
    slot_problems,
    mixing_problems,
    coupling_problems,
    authorship_problems,
    behalf_problems,
    displaced_problems,
    cataphor_problems,
    taker_problems,
    unnamed_problems,
    patient_problems,
    borrowed_problems,
    reversal_problems,
    whoever_problems,
)


def by(rules: Sequence[Rule], own: Analysed, cited: Sequence[Analysed]) -> Iterator[str]:
    """What is wrong with the text by each of the rules, in plain sentences."""
    for rule in rules:
        yield from rule(own, cited)
