"""How the bot behaves in one channel."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.intake.heed import answers, heeded
from bot.intake.rules import Rules, domain_of, domains_in
from bot.intake.task import Ask, ReadLinks

NEWS, SHOP = "https://www.news.example/a", "https://shop.example/b"


def links(*links: str, asked: bool = False, left_out: tuple[str, ...] = ()) -> ReadLinks:
    return ReadLinks(team="T", channel="C", thread="1.1", message="1.1", links=links, left_out=left_out, asked=asked)


def question(*, mentioned: bool) -> Ask:
    return Ask(team="T", channel="C", thread="1.1", message="1.2", question="Who?", mentioned=mentioned)


def test_by_default_every_link_and_every_question_counts() -> None:
    """As it was before anybody chose."""
    assert heeded(links(NEWS, SHOP), Rules()) == links(NEWS, SHOP)
    assert answers(question(mentioned=False), Rules())


def test_links_are_read_only_when_asked_for() -> None:
    """A mention counts, a paste does not."""
    assert heeded(links(NEWS), Rules(reads="asked")) is None
    assert heeded(links(NEWS, asked=True), Rules(reads="asked")) == links(NEWS, asked=True)


def test_domains_are_left_alone_or_kept_to_with_their_subdomains() -> None:
    """Those that remain move up into the places of those that do not count."""
    assert heeded(links(SHOP, NEWS), Rules(ignore=("shop.example",))) == links(NEWS)
    assert heeded(links(SHOP, NEWS), Rules(keep_to=("news.example",))) == links(NEWS)
    assert heeded(links("https://m.news.example/x"), Rules(ignore=("news.example",))) is None
    assert heeded(links("https://badnews.example/x"), Rules(ignore=("news.example",))) is not None
    assert heeded(links(SHOP, left_out=(NEWS,)), Rules(ignore=("shop.example",))) == links(NEWS)
    assert heeded(links(SHOP, asked=True), Rules(ignore=("shop.example",))) == links(SHOP, asked=True)


@pytest.mark.parametrize(
    ("follow_ups", "unasked", "mentioned"), [("all", True, True), ("mentions", False, True), ("none", False, False)]
)
def test_questions_are_answered_as_chosen(follow_ups: str, unasked: bool, mentioned: bool) -> None:
    """All, those that name us, or none."""
    rules = Rules.model_validate({"follow_ups": follow_ups})

    assert answers(question(mentioned=False), rules) is unasked
    assert answers(question(mentioned=True), rules) is mentioned


def test_domains_are_understood_as_people_write_them() -> None:
    """Addresses, wildcards, capitals, any separator; and what is none is told apart."""
    found, others = domains_in(
        "https://www.News.example/politics?x=1, *.shop.example\nbücher.example;; 127.0.0.1:80 ??? a/b"
    )

    assert found == ("news.example", "shop.example", "xn--bcher-kva.example", "127.0.0.1")
    assert others == ("???", "a/b")


@given(st.text())
def test_any_text_is_a_list_of_domains_or_not(text: str) -> None:
    """Nothing that people type breaks it, and what is found is found again."""
    found, _ = domains_in(text)

    assert domains_in("\n".join(found))[0] == found
    domain_of(text)


def test_a_front_page_gives_way_to_an_article_that_is_wanted() -> None:
    """Also where an ignored link has made room for another."""
    home, article = "https://news.example/", "https://news.example/2"
    task = links(NEWS, SHOP, left_out=(home, article))

    assert heeded(task, Rules(ignore=("shop.example",))) == links(NEWS, article, left_out=(home,))
