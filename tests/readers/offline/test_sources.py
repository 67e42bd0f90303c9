"""Which source a mention is, and what kind."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("phrase", "name", "kind"),
    [
        ("Mary Hill", "Mary Hill", "person"),
        ("Sen. Mary Hill (D-Ohio)", "Mary Hill", "person"),
        ("Secretary of State Mary Hill", "Mary Hill", "person"),
        ("The World Health Organization", "World Health Organization", "organisation"),
        ("Transport Minister Mary Hill", "Mary Hill", "person"),
        ("One resident, 34-year-old Mary Hill,", "Mary Hill", "person"),
        ("The WHO’s Mary Hill", "Mary Hill", "person"),
        ("Moscow", "Moscow", "organisation"),
        ("A spokesman for the Interior Ministry", "Interior Ministry", "organisation"),
        ("White House officials", "White House", "organisation"),
        ("A study by the Hill Institute", "study by the Hill Institute", "document"),
        ("Local residents", "Local residents", "unnamed_group"),
        ("A teacher", None, "unnamed_person"),
        ("Two people familiar with the talks", None, "anonymous"),
        ("Unnamed sources", None, "anonymous"),
    ],
)
def test_a_phrase_tells_name_and_kind(fill: Fill, phrase: str, name: str | None, kind: str) -> None:
    """Titles are no part of a name, officials are their body, and nobody unnamed gets a name."""
    filled = fill(f"{phrase} said the bridge is safe.")

    [source] = filled.sources(filled.claims[0])
    assert (source.name, source.kind) == (name, kind)


def test_short_names_are_the_full_one(fill: Fill) -> None:
    """ "Ms Hill", "Hill" and a pronoun are one source, named as in full."""
    filled = fill("Mary Hill said it is safe. Ms Hill said more. Then Hill warned that it may rain. She said it will.")

    assert {name for claim in filled.claims for name in filled.names(claim)} == {"Mary Hill"}


def test_a_role_stands_for_its_person(fill: Fill) -> None:
    """A description whose name follows, and the same description later, are that person."""
    filled = fill(
        "Troops could go, France’s defence minister told parliament.\n\nJean Roux said they would leave soon.\n\n"
        "“It is likely,” the defence minister told lawmakers."
    )

    [source] = filled.draft.form.sources
    assert (source.name, source.role) == ("Jean Roux", "France’s defence minister")


@pytest.mark.parametrize(
    "described",
    [
        *("The contractor denied that.", "The contractor said it was wrong.", "The minister said it was wrong."),
        *("The minister denied that.", "Her mother said it was wrong."),
    ],
)
def test_a_description_is_nobody_who_was_not_given_it(fill: Fill, described: str) -> None:
    """Neither who spoke before nor a name that comes later is "the contractor", unless the article says so."""
    form = fill(
        f"Mayor Anna Keller said the bridge will close. {described}\n\nIvo Lang said 40 people were hurt."
    ).draft.form

    assert {(source.name, source.role) for source in form.sources if source.name} == {
        ("Anna Keller", "Mayor"),
        ("Ivo Lang", None),
    }
    assert [source.kind for source in form.sources].count("unnamed_person") == 1


@pytest.mark.parametrize("nurse", ["A nurse", "The nurse", "Nurse"])
def test_an_accused_is_not_the_prosecutor(fill: Fill, nurse: str) -> None:
    """A name that follows with another role is somebody else."""
    filled = fill(
        f"{nurse} accused of poisoning three patients told a court on Monday she had never touched the pump. "
        "Prosecutor Maria Quell said Anna Holt had altered the dose."
    )

    assert filled.names(filled.of(1)) == [None]
    assert [(source.name, source.role) for source in filled.sources(filled.of(2))] == [("Maria Quell", "Prosecutor")]


@pytest.mark.parametrize("noun", ["contractor", "company", "bridge builder"])
def test_a_name_between_commas_is_who_denies(fill: Fill, noun: str) -> None:
    """The name that explains a description is the source, and its denial is found."""
    filled = fill(f"Mayor Anna Keller said the bridge would cost 8 million euros. The {noun}, Hallberg, denied that.")

    [denial] = filled.draft.form.denials
    assert [source.name for source in filled.draft.form.sources if source.id in denial.sources] == ["Hallberg"]
    assert denial.claims == [filled.of(1).id]


@pytest.mark.parametrize(
    "named",
    [
        "His sister Judith Larkfield owns the other half.",
        "The other half belongs to Ms. Judith Larkfield.",
        "Judith Larkfield opposes a sale.",
    ],
)
def test_she_is_the_woman_just_named(fill: Fill, named: str) -> None:
    """A pronoun is rather a woman or a subject named just before than who spoke last."""
    filled = fill(f"Founder Amos Larkfield said on Monday the firm is for sale. {named} “He cannot sell it,” she said.")

    assert filled.names(filled.of(3)) == ["Judith Larkfield"]


def test_a_title_tells_two_of_one_surname_apart(fill: Fill) -> None:
    """ "Ms Reed" is not Mr Tom Reed where a woman of that name was named."""
    filled = fill("Mr. Tom Reed said the dam leaked. The mayor of Esk, Mary Reed, was there. Ms. Reed said it did not.")

    assert filled.names(filled.of(3)) == ["Mary Reed"]


def test_a_count_is_kept(fill: Fill) -> None:
    """ "Three officials" are three."""
    filled = fill("Three officials said the deal is dead.")

    assert filled.sources(filled.claims[0])[0].count == 3


def test_two_who_speak_together_are_two(fill: Fill) -> None:
    """Partners are parted; one body with "and" in its name is not."""
    together = fill("Mary Hill and Tom Reed said it is safe. Tom Reed and Mary Hill agreed.")
    body = fill("Customs and Border Protection said it is safe.")

    assert together.names(together.claims[0]) == ["Mary Hill", "Tom Reed"]
    assert body.names(body.claims[0]) == ["Customs and Border Protection"]


def test_a_relay_is_no_source(fill: Fill) -> None:
    """ "quoted … as claiming" gives the unnamed sources, through the two outlets, outermost first."""
    filled = fill("The Kyiv Post and Reuters had quoted unnamed sources as claiming that six soldiers were killed.")

    [claim] = filled.claims
    assert [source.kind for source in filled.sources(claim)] == ["anonymous"]
    assert [(relay.name, relay.media) for relay in filled.relays(claim)] == [
        ("Kyiv Post", "other_media"),
        ("Reuters", "other_media"),
    ]


def test_state_media_relay(fill: Fill) -> None:
    """An outlet called state media relays what the ministry says."""
    filled = fill(
        "“We will answer,” the foreign ministry said in a statement, according to the state news agency KCNA."
    )

    [claim] = filled.claims
    assert filled.names(claim) == ["foreign ministry"]
    assert [(relay.name, relay.media) for relay in filled.relays(claim)] == [("KCNA", "state_media")]


def test_a_report_goes_by_its_author(fill: Fill) -> None:
    """ "The report" is its author's where the article names one."""
    filled = fill("The Hill Institute submitted its report in May. The report recommends lower rents.")

    [source] = filled.sources(filled.claims[0])
    assert (source.name, source.kind, source.role) == ("Hill Institute", "document", "report")


def test_who_is_cited_speaks(fill: Fill) -> None:
    """ "reported that …, citing two officials": the officials are the source, the outlet relays."""
    filled = fill("The Maren Courier reported that a crew had been questioned, citing two officials.")

    [claim] = filled.claims
    assert (filled.names(claim), filled.content(claim)) == (["two officials"], "a crew had been questioned")
    assert [(relay.name, relay.media) for relay in filled.relays(claim)] == [("Maren Courier", "other_media")]


def test_the_company_is_the_one_named_before(fill: Fill) -> None:
    """ "a spokesman for the company" speaks for the company that the article named last."""
    filled = fill("A ship of Norsa Lines sank. “Every ship was inspected,” a spokesman for the company said.")

    assert filled.names(filled.claims[0]) == ["Norsa Lines"]


@pytest.mark.parametrize(
    "speakers",
    [
        "Norland, Esk and Tovia have",
        "Norland, Esk, and Tovia",
        "The Norland Times reported that Tovia spoke after Esk did. Norland, Esk and Tovia",
    ],
)
def test_all_who_speak_in_a_list_are_sources(fill: Fill, speakers: str) -> None:
    """Names that commas and an "and" join speak each for itself, known or not."""
    filled = fill(f"{speakers} accused Arcady of spying.")

    assert filled.names(filled.claims[-1]) == ["Norland", "Esk", "Tovia"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norland and Esk have denied it.", ["Norland", "Esk"]),
        ("Both Norland and Esk have denied it.", ["Norland", "Esk"]),
        ("Esk fell. Norland rose. Norland and Esk denied the claims.", ["Norland", "Esk"]),
        ("Customs and Border Protection denied the claims.", ["Customs and Border Protection"]),
        ("Health and Human Services have denied the claims.", ["Health and Human Services"]),
    ],
)
def test_two_who_deny_together_are_two(fill: Fill, text: str, found: list[str]) -> None:
    """A plural verb, or the rest of the article, tells two names from a name with "and"."""
    filled = fill(text)
    [denial] = filled.draft.form.denials

    assert [source.name for source in filled.draft.form.sources if source.id in denial.sources] == found


def test_whoever_an_outlet_quotes_behind_the_quotation_is_the_source(fill: Fill) -> None:
    """The outlet only relays, and "the ministry" is the one that spoke before."""
    filled = fill(
        "The Norlandish defence ministry said the bridge is open, according to the state news agency NTA. "
        "“If it rains, the bridge will be closed,” NTA quoted the ministry as saying."
    )
    first, second = filled.claims

    assert filled.names(first) == filled.names(second) == ["Norlandish defence ministry"]
    assert [(relay.name, relay.media) for relay in filled.relays(second)] == [("NTA", "state_media")]


@pytest.mark.parametrize(
    ("text", "role", "count"),
    [
        (
            "The dam leaked, three Norlandish harbour officials said. They spoke on condition of anonymity. Norland rose.",
            "harbour officials",
            3,
        ),
        ("A Pentagon aide said the dam leaked, speaking on condition of anonymity.", "Pentagon aide", None),
        ("Two teachers said the dam leaked. Both asked not to be named, fearing for their jobs.", "teachers", 2),
    ],
)
def test_who_asks_not_to_be_named_is_anonymous(fill: Fill, text: str, role: str, count: int | None) -> None:
    """The condition may stand in the same sentence or the next."""
    [source] = fill(text).draft.form.sources

    assert (source.name, source.kind, source.role, source.count) == (None, "anonymous", role, count)


def test_the_officials_are_those_who_asked_not_to_be_named(fill: Fill) -> None:
    """Once anonymous, the same words with an article are the same source."""
    filled = fill(
        "Two harbour officials said the dam leaked. They spoke on condition of anonymity. The officials said it was old."
    )

    assert [source.kind for source in filled.draft.form.sources] == ["anonymous"]


def test_somebody_named_stays_named_beside_a_condition(fill: Fill) -> None:
    """That others asked for anonymity takes no name away."""
    filled = fill("Mary Hill said the dam leaked. They spoke on condition of anonymity.")

    assert filled.names(filled.claims[0]) == ["Mary Hill"]


@pytest.mark.parametrize("who", ["Danish officials", "Norlandish officials", "Dutch prosecutors"])
def test_a_nationality_is_no_name(fill: Fill, who: str) -> None:
    """Officials of a country are a group, not a body that goes by an adjective."""
    [source] = fill(f"{who} said the dam leaked.").draft.form.sources

    assert (source.name, source.kind) == (who, "unnamed_group")


def test_a_spokesperson_is_no_role_of_the_body(fill: Fill) -> None:
    """The body is named by itself, whoever speaks for it."""
    [source] = fill("An Acme spokeswoman said the dam leaked. Acme said it is sorry.").draft.form.sources

    assert (source.name, source.kind, source.role) == ("Acme", "organisation", None)


@pytest.mark.parametrize("name", ["Theresa May", "George Will"])
def test_a_surname_may_look_like_a_helping_verb(fill: Fill, name: str) -> None:
    """A capital behind a first name makes a person of it."""
    filled = fill(f"{name} said the dam leaked. In May it closed.")

    assert filled.names(filled.claims[0]) == [name]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Councillor Jane Prowse said the dam leaked.", "Jane Prowse", "person"),
        ("Doctors said the dam leaked.", "Doctors", "unnamed_group"),
        ("Opposition councillors said the dam leaked.", "Opposition councillors", "unnamed_group"),
        ("Engineers hired by the county said the dam leaked.", "Engineers hired by the county", "unnamed_group"),
        ("The dam leaked, according to a study published on Monday.", "study", "document"),
        ("The Apple Growers' Federation said the dam leaked.", "Apple Growers' Federation", "organisation"),
        ("ESK (Reuters) - Mary Hill said the dam leaked.", "Mary Hill", "person"),
        ("A spokesman for the police union said the dam leaked.", "police union", "organisation"),
    ],
)
def test_a_phrase_is_its_head(fill: Fill, text: str, name: str, kind: str) -> None:
    """Titles, participles, datelines and genitives around a noun leave it what it is."""
    filled = fill(text)

    assert [(source.name, source.kind) for source in filled.sources(filled.claims[0])] == [(name, kind)]


def test_they_are_the_people_of_the_sentence_before(fill: Fill) -> None:
    """A plural subject is nearer to "they" than a body or a study that spoke earlier."""
    filled = fill(
        "Rents fell, according to a study. Researchers at Esk University followed 400 tenants. They found that few moved."
    )

    assert filled.names(filled.of(3)) == ["Researchers at Esk University"]


def test_the_woman_is_no_man(fill: Fill) -> None:
    """A description with a gender passes over a person of the other one."""
    filled = fill("Mr. Tom Reed said the dam leaked. The woman said it did not.")

    assert filled.names(filled.of(2)) == [None]


def test_an_agency_is_no_outlet_by_its_name(fill: Fill) -> None:
    """ "Environment Agency" reports nothing as a newspaper does."""
    [source] = fill("The Environment Agency said the dam leaked.").draft.form.sources

    assert (source.name, source.media) == ("Environment Agency", "none")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“The money is gone,” the treasurer, Ada Quill, told reporters.", "Ada Quill"),
        ('"The audit was complete," the treasurer, Quill, told the Herald.', "Quill"),
        ("The town had no money left, the mayor, Lena Ott, 51, said.", "Lena Ott"),
        ("The road is closed, the ministry's Ann <Mo> Brown said.", "Ann <Mo> Brown"),
    ],
)
def test_a_name_between_commas_is_who_speaks(fill: Fill, text: str, name: str) -> None:
    """The description before it belongs to the source, and whoever is told does not speak."""
    filled = fill(text)

    [claim] = filled.claims
    [source] = filled.sources(claim)
    assert (source.name, source.kind) == (name, "person")
    assert "the " not in filled.content(claim).removeprefix("“The").removeprefix('"The').removeprefix("The")


@pytest.mark.parametrize(
    ("tie", "bodies"), [("", 2), (", also known as the Peat Institute,", 1), (" (formerly the Peat Institute)", 1)]
)
def test_two_names_are_one_body_only_where_the_article_ties_them(fill: Fill, tie: str, bodies: int) -> None:
    """Shared words alone make nobody the same."""
    filled = fill(
        f"The Institute for Peat Research{tie} said that bogs were drying. The Peat Institute said rain would help."
    )

    assert len({claim.sources[0] for claim in filled.claims}) == bodies


@pytest.mark.parametrize("done", ["funded", "criticised", "rejected"])
def test_who_does_something_to_a_study_is_not_its_author(fill: Fill, done: str) -> None:
    """ "The study was funded by the tea trade" makes it nobody's."""
    filled = fill(f"Tea makes people old, the study says. The study was {done} by the Tea Growers' League.")

    assert filled.names(filled.of(1)) == ["study"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("D’après M. Petit, le bassin fermera en janvier.", None),
        ("Selon M. Petit, le bassin ferme en janvier.", None),
        ("Selon M. Petit, le maire de Brive, le bassin fermera en janvier.", "maire de Brive"),
    ],
)
def test_the_clause_behind_who_says_it_is_no_role(fill: Fill, text: str, role: str | None) -> None:
    """What a second comma sets apart tells who somebody is, what goes on to the end tells what they say."""
    filled = fill(text, "fr")

    [source] = filled.sources(filled.claims[0])
    assert source.role == role


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("en", "Opinion: We should tear down the stadium", "The stadium is old."),
        ("en", "Analysis: The bank must close", "The bank is old."),
        ("de", "Analyse: Die Bank muss schließen", "Die Bank ist alt."),
        ("fr", "Tribune : La banque doit fermer", "La banque est vieille."),
        ("es", "Análisis: El banco debe cerrar", "El banco es viejo."),
    ],
)
def test_the_sort_of_a_piece_says_nothing(fill: Fill, code: str, title: str, text: str) -> None:
    """A label of a headline that tells what is to come is no source of it."""
    filled = fill(f"{title}\n\n{text}", code)

    assert filled.claims == []


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("en", "According to Booking.com, prices rose by four percent.", "Booking.com"),
        ("en", "Booking.com said prices rose by four percent.", "Booking.com"),
        ("en", "According to www.example.org, the firm was closed.", "www.example.org"),
        ("de", "Laut Booking.com stiegen die Preise.", "Booking.com"),
        ("fr", "Selon Doctissimo.fr, le pont est sûr.", "Doctissimo.fr"),
    ],
)
def test_a_domain_is_one_name(fill: Fill, code: str, text: str, name: str) -> None:
    """The dot in it ends nothing, and no claim begins with "com"."""
    filled = fill(text, code)

    assert [filled.names(claim) for claim in filled.claims] == [[name]]
    assert not filled.content(filled.claims[0]).startswith(("com", "org", "fr"))
