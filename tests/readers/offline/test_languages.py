"""German, French and Spanish; an honest refusal for the rest."""

import re
from pathlib import Path

import pytest

from bot.errors import LanguageUnread
from bot.readers.offline.text import language, tongue
from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("de", "„Die Brücke ist sicher“, sagte Ministerin Clara Weber am Montag.", "Clara Weber"),
        ("de", "Die Brücke sei sicher, teilte die Polizei mit.", "Polizei"),
        ("de", "Laut Clara Weber ist die Brücke sicher.", "Clara Weber"),
        ("fr", "« Le pont est sûr », a déclaré la ministre Claire Dubois lundi.", "Claire Dubois"),
        ("fr", "Le pont est sûr, a indiqué la préfecture.", "préfecture"),
        ("fr", "Selon Claire Dubois, le pont est sûr.", "Claire Dubois"),
        ("es", "«El puente es seguro», dijo la ministra Clara Gómez el lunes.", "Clara Gómez"),
        ("es", "Clara Gómez aseguró que el puente es seguro.", "Clara Gómez"),
        ("es", "Según la policía, el puente es seguro.", "policía"),
    ],
)
def test_speech_is_read(fill: Fill, code: str, text: str, name: str) -> None:
    """The same forms of speech, with the words of the language."""
    filled = fill(text, code)

    assert [filled.names(claim) for claim in filled.claims] == [[name]]


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        ("de", "Clara Weber beschuldigte die Stadt. Die Stadt wies die Vorwürfe zurück.", "denies"),
        ("de", "Die Firma reagierte nicht auf eine Anfrage.", "no_response"),
        ("fr", "Claire Dubois a accusé la ville de mentir. La ville a démenti ces accusations.", "denies"),
        ("fr", "La société n'a pas répondu à nos sollicitations.", "no_response"),
        ("es", "Clara Gómez acusó a la empresa de mentir. La empresa negó las acusaciones.", "denies"),
        ("es", "La empresa no respondió a las preguntas.", "no_response"),
    ],
)
def test_denials_are_read(fill: Fill, code: str, text: str, kind: str) -> None:
    """A denial and a silence are told apart."""
    assert [denial.kind for denial in fill(text, code).draft.form.denials] == [kind]


def test_another_language_is_refused(fill: Fill) -> None:
    """There are no rules for Finnish, and the reader says so."""
    with pytest.raises(LanguageUnread):
        fill("Silta on turvallinen, sanoi ministeri.", "fi")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The mayor of the city said that the bridge is safe and that it is not for sale to anybody.", "en"),
        (
            "Der Bürgermeister sagte, dass die Brücke sicher ist und nicht für den Verkehr auf der Insel gesperrt wird.",
            "de",
        ),
        (
            "Le maire de la ville a dit que le pont est sûr et que les habitants ne sont pas en danger dans le port.",
            "fr",
        ),
        (
            "El alcalde de la ciudad dijo que el puente es seguro y que los vecinos no están en peligro por el viento.",
            "es",
        ),
    ],
)
def test_an_unstated_language_is_guessed(text: str, code: str) -> None:
    """Function words tell the language of a text that does not state it."""
    assert tongue.of(None, text).code == code


def test_a_longer_text_in_no_known_language_is_refused() -> None:
    """Twelve words of which none is ours are enough to know."""
    with pytest.raises(LanguageUnread):
        tongue.of(
            None, "silta on turvallinen ja kaupunki korjaa sitä joka vuosi ennen talvea kertoi ministeri tiistaina"
        )


@pytest.mark.parametrize(
    ("code", "text", "name", "content"),
    [
        ("de", "Am Mittwoch sagte Minister Paul Kern, die Preise würden steigen.", "Paul Kern", "die Preise würden steigen"),
        ("de", "Paul Kern sagte der Zeitung am Montag, die Brücke sei alt.", "Paul Kern", "die Brücke sei alt"),
        ("de", "Weil sie marode ist, fordert die Stadt eine Sperrung.", "Stadt", "eine Sperrung"),
        ("de", "„Die Brücke ist alt“, so Clara Weber.", "Clara Weber", "„Die Brücke ist alt“"),
        ("de", "Experten zufolge könnte der Pegel steigen.", "Experten", "könnte der Pegel steigen"),
        ("de", "Nach Angaben der Umweltbehörde lag der Bericht vor.", "Umweltbehörde", "lag der Bericht vor"),
        ("de", "Der Chef der Grünen, Jens Ahlers, warf der Stadt vor, sie habe gelogen.", "Jens Ahlers", "sie habe gelogen"),
        ("fr", "Pour l'économiste Anne Morel, la mesure coûtera cher.", "Anne Morel", "la mesure coûtera cher"),
        ("fr", "Le pont est sûr, assure sa directrice, Nadia Perrin.", "Nadia Perrin", "Le pont est sûr"),
        ("fr", "Selon l'agence de l'eau, le pont est sûr.", "agence de l'eau", "le pont est sûr"),
        ("fr", "Le ministre Luc Fabre s'est dit « inquiet ».", "Luc Fabre", "« inquiet »"),
        ("fr", "Le pont est fermé, a-t-on appris de source judiciaire.", None, "Le pont est fermé"),
        ("es", "Fuentes judiciales confirmaron a este periódico que hay una investigación.", None, "hay una investigación"),
        ("es", "El sindicato Fuerza Unida acusa a la empresa de fraude.", "Fuerza Unida", "a la empresa de fraude"),
        ("es", "El puente es seguro, asegura su directora, Nadia Peral.", "Nadia Peral", "El puente es seguro"),
    ],
)  # fmt: skip
def test_each_language_has_its_own_order(fill: Fill, code: str, text: str, name: str | None, content: str) -> None:
    """Verbs in second place, postpositions, names behind roles, adjectives behind nouns."""
    filled = fill(text, code)

    [claim] = filled.claims
    assert (filled.names(claim), filled.content(claim)) == ([name], content)


@pytest.mark.parametrize(
    ("code", "text", "implied"),
    [
        ("de", "Der Minister bestritt, von dem Plan gewusst zu haben.", "von dem Plan gewusst zu haben"),
        ("fr", "La maire a démenti avoir caché un rapport.", "avoir caché un rapport"),
        ("es", "La alcaldesa negó haber ocultado un informe.", "haber ocultado un informe"),
    ],
)
def test_a_denial_tells_what_nobody_states(fill: Fill, code: str, text: str, implied: str) -> None:
    """An infinitive is what is denied."""
    [denial] = fill(text, code).draft.form.denials

    assert (denial.kind, denial.claims, denial.implied) == ("denies", [], implied)


@pytest.mark.parametrize(
    ("code", "claim", "denial", "kind"),
    [
        ("de", "Clara Weber warf der Stadt Betrug vor.", "Die Stadt hat die Vorwürfe zurückgewiesen.", "denies"),
        ("de", "Clara Weber warf der Stadt Betrug vor.", "„Das stimmt nicht“, entgegnete Bürgermeister Jan Roth.", "denies"),
        ("de", "Clara Weber warf der Stadt Betrug vor.", "Der Bürgermeister wollte sich dazu nicht äußern.", "declines_comment"),
        ("de", "Clara Weber warf der Stadt Betrug vor.", "Die Stadt bezeichnete die Vorwürfe als haltlos.", "denies"),
        ("fr", "Claire Dubois accuse la ville de mentir.", "« C'est totalement faux », a répondu le maire.", "denies"),
        ("fr", "Claire Dubois accuse la ville de mentir.", "La ville rejette ces accusations.", "denies"),
        ("es", "Clara Gómez acusa a la empresa de mentir.", "La empresa no ha querido hacer declaraciones.", "declines_comment"),
        ("es", "Clara Gómez acusa a la empresa de mentir.", "El abogado calificó las acusaciones de “infundadas”.", "denies"),
    ],
)  # fmt: skip
def test_a_denial_hangs_on_the_accusation(fill: Fill, code: str, claim: str, denial: str, kind: str) -> None:
    """As in English, whatever the words."""
    filled = fill(f"{claim} {denial}", code)

    [found] = filled.draft.form.denials
    assert (found.kind, found.sentences) == (kind, [2])
    assert [claim.sentences for claim in filled.claims if claim.id in found.claims] == [[1]]


@pytest.mark.parametrize(
    "text",
    [
        "Il sindaco della città ha detto che il ponte è sicuro e che non ci sono pericoli per gli abitanti del porto.",
        "Мэр города заявил, что мост безопасен и что жителям порта ничего не угрожает этой зимой и весной.",
        "قال رئيس البلدية إن الجسر آمن وإن سكان الميناء ليسوا في خطر هذا الشتاء ولا في الربيع القادم",
        "市长表示，这座桥是安全的，港口的居民今年冬天没有危险。工程师们每周都会检查这座桥。",
    ],
    ids=["it", "ru", "ar", "zh"],
)
def test_a_language_without_rules_is_refused_unstated(text: str) -> None:
    """Italian is no Spanish, and a text in another script is not read as English."""
    with pytest.raises(LanguageUnread):
        tongue.of(None, text)


@pytest.mark.parametrize(
    ("language", "text", "name", "role"),
    [
        ("fr", "Le pont fermera en mai, a déclaré lundi la maire Anne Keller.", "Anne Keller", "maire"),
        ("es", "El puente cerrará en mayo, dijo el lunes la alcaldesa Ana Keller.", "Ana Keller", "alcaldesa"),
    ],
)
def test_a_day_before_the_speaker_is_no_part_of_them(
    fill: Fill, language: str, text: str, name: str, role: str
) -> None:
    """What follows the day is who speaks."""
    filled = fill(text, language)

    [source] = filled.sources(filled.claims[0])
    assert (source.name, source.role) == (name, role)


def test_whom_a_german_pronoun_tells_it_to_is_no_part_of_it(fill: Fill) -> None:
    """ "Sagte er der Zeitung" has "er" for its subject."""
    filled = fill(
        "Ministerpräsident Jens Ahlers sagte, die Brücke sei sicher. „Das ist Unsinn“, sagte er der Zeitung.", "de"
    )

    assert filled.names(filled.of(2)) == ["Jens Ahlers"]


def test_a_matter_is_nobody_who_is_silent(fill: Fill) -> None:
    """Who would not comment stands before the helping verb."""
    filled = fill("Ministerpräsident Jens Ahlers wollte sich zu den Kosten nicht äußern.", "de")

    assert [source.name for source in filled.draft.form.sources] == ["Jens Ahlers"]


@pytest.mark.parametrize(
    ("code", "claim", "denial"),
    [
        ("de", "Clara Weber sagte, Jan Roth habe Geld genommen. Die Stadt ist alt.", "„Das ist eine Lüge“, sagte Roth."),
        ("de", "Clara Weber sagte, die Firma habe Öl abgelassen.", "„Wir haben nichts abgelassen“, sagte die Firma."),
        ("de", "Clara Weber sagte, Jan Roth habe Geld genommen.", "Roth widersprach ihr."),
        ("de", "Die Zeitung berichtete, der Minister habe Rebellen getroffen.", "Ein solches Treffen gab es nie, sagte der Minister."),
        ("fr", "Claire Dubois affirme que Jean Roux a pris de l'argent. La ville est vieille.", "« C'est un mensonge », a dit Jean Roux."),
        ("fr", "Claire Dubois affirme que Jean Roux a pris de l'argent.", "Jean Roux a contredit Claire Dubois."),
        ("fr", "Le Courrier rapporte que le ministre a rencontré des rebelles.", "Aucune telle rencontre n'a eu lieu, a dit le ministère."),
        ("es", "Clara Gómez dijo que Juan Roca tomó dinero. La ciudad es vieja.", "«Es mentira», dijo Juan Roca."),
        ("es", "Clara Gómez dijo que Juan Roca tomó dinero.", "Roca contradijo a Gómez."),
        ("es", "Clara Gómez dijo que Juan Roca tomó dinero.", "«No tomé nada», dijo Juan Roca."),
    ],
)  # fmt: skip
def test_what_was_said_is_called_untrue(fill: Fill, code: str, claim: str, denial: str) -> None:
    """A lie, a contradiction or a deed that was not done answers what somebody said, also over a sentence between."""
    filled = fill(f"{claim} {denial}", code)

    [found] = filled.draft.form.denials
    assert [claim.sentences for claim in filled.claims if claim.id in found.claims] == [[1]]


@pytest.mark.parametrize(
    ("code", "text", "silent"),
    [
        ("de", "Die Firma sagte, sie wolle dies nicht kommentieren.", "Firma"),
        ("fr", "La société a dit qu'elle n'avait pas souhaité commenter.", "société"),
        ("es", "La empresa dijo que no quiso hacer comentarios.", "empresa"),
    ],
)
def test_saying_nothing_is_no_statement(fill: Fill, code: str, text: str, silent: str) -> None:
    """Who only says that they do not comment makes no claim."""
    filled = fill(text, code)

    assert [denial.kind for denial in filled.draft.form.denials] == ["declines_comment"]
    assert filled.claims == []
    assert [source.name for source in filled.draft.form.sources] == [silent]


@pytest.mark.parametrize(
    ("code", "claim", "denial"),
    [
        ("de", "Clara Weber sagte, Jan Roth habe das Wehr geöffnet.", "Roth beteuerte, das Wehr sei zu gewesen."),
        ("de", "Clara Weber sagte, Jan Roth habe das Wehr geöffnet.", "Roth sieht das anders."),
        ("de", "Clara Weber sagte, Jan Roth habe das Wehr geöffnet.", "Das stimme nicht, sagte Roth."),
        ("de", "Clara Weber sagte, Jan Roth habe das Wehr geöffnet.", "„Das ist völlig frei erfunden“, sagte Roth."),
        ("fr", "Claire Dubois affirme que Jean Roux a ouvert la vanne.", "Jean Roux affirme le contraire."),
        ("fr", "Claire Dubois affirme que Jean Roux a ouvert la vanne.", "Jean Roux assure que la vanne était fermée."),
        ("fr", "Claire Dubois affirme que Jean Roux a ouvert la vanne.", "Jean Roux assure n'avoir jamais touché la vanne."),
        ("fr", "Claire Dubois affirme que Jean Roux a ouvert la vanne.", "« C'est absolument faux », a dit Jean Roux."),
        ("es", "Clara Gómez dijo que Juan Roca abrió la compuerta.", "Roca sostuvo que la compuerta estaba cerrada."),
        ("es", "Clara Gómez dijo que Juan Roca abrió la compuerta.", "Roca afirma lo contrario."),
        ("es", "Clara Gómez dijo que Juan Roca abrió la compuerta.", "Roca aseguró que no tocó la compuerta."),
        ("es", "Clara Gómez dijo que Juan Roca abrió la compuerta.", "«Es rotundamente falso», dijo Juan Roca."),
    ],
)  # fmt: skip
def test_another_story_is_a_denial(fill: Fill, code: str, claim: str, denial: str) -> None:
    """Who insists, says the contrary or calls it "entirely" false answers what was said."""
    filled = fill(f"{claim} {denial}", code)

    [found] = filled.draft.form.denials
    assert found.sentences == [2]
    assert [claim.sentences for claim in filled.claims if claim.id in found.claims] == [[1]]


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        ("de", "Ob ermittelt wird, wollte die Staatsanwaltschaft nicht sagen.", "declines_comment"),
        ("fr", "Interrogé sur l'enquête, le parquet n'a pas souhaité s'exprimer.", "declines_comment"),
        ("es", "La fiscalía evitó pronunciarse sobre el caso.", "declines_comment"),
    ],
)
def test_silence_has_its_words(fill: Fill, code: str, text: str, kind: str) -> None:
    """Not to say whether is to decline, and the helping verb before the subject is no part of who is silent."""
    form = fill(text, code).draft.form

    assert [denial.kind for denial in form.denials] == [kind]
    assert {source.name for source in form.sources} <= {"Staatsanwaltschaft", "parquet", "fiscalía"}


def test_a_vote_is_no_denial(fill: Fill) -> None:
    """A council that rejects a request by votes denies nothing."""
    assert fill("Le conseil a rejeté par 15 voix la demande d'un référendum.", "fr").draft.form.denials == []


@pytest.mark.parametrize(
    ("code", "claim", "denial"),
    [
        ("de", "Clara Weber sagte, Jan Roth habe das Wehr geöffnet.", "„Daran ist kein Wort wahr“, sagte Roth."),
        ("de", "Clara Weber sagte, Jan Roth habe das Wehr geöffnet.", "Roth wies die Darstellung als falsch zurück."),
        ("de", "Clara Weber sagte, Jan Roth habe das Wehr geöffnet.", "Roth sprach von einer Lüge."),
        ("de", "Clara Weber sagte, Jan Roth habe das Wehr geöffnet.", "Roth bestritt aber, dass es offen war."),
        ("de", "Clara Weber sagte, Jan Roth habe das Wehr geöffnet.", "Roth räumte ein Treffen ein, bestritt aber, dass es offen war."),
        ("fr", "Claire Dubois affirme que Jean Roux a ouvert la vanne.", "Jean Roux a qualifié ces accusations d'absurdes."),
        ("fr", "Claire Dubois affirme que Jean Roux a ouvert la vanne.", "Jean Roux rejette ces affirmations."),
        ("es", "Clara Gómez dijo que Juan Roca abrió la compuerta.", "Roca tachó la denuncia de invento."),
        ("es", "Clara Gómez dijo que Juan Roca abrió la compuerta.", "Roca habló de calumnias."),
    ],
)  # fmt: skip
def test_a_name_for_a_lie_is_a_denial(fill: Fill, code: str, claim: str, denial: str) -> None:
    """What was said is called what it is said to be, and the accused says so."""
    filled = fill(f"{claim} {denial}", code)

    [found] = filled.draft.form.denials
    names = [source.name for source in filled.draft.form.sources if source.id in found.sources]
    assert (found.sentences, names) == ([2], [{"de": "Jan Roth", "fr": "Jean Roux", "es": "Juan Roca"}[code]])


def test_an_entry_that_is_denied_is_no_denial(fill: Fill) -> None:
    """A guest who is not let in has claimed nothing."""
    assert fill("Roca negó la entrada a un visitante.", "es").draft.form.denials == []


@pytest.mark.parametrize(
    ("code", "text", "implied"),
    [
        ("es", "Juan Roca negó este miércoles haber cobrado comisiones.", "haber cobrado comisiones"),
        ("es", "La ministra desmintió ayer por la tarde conocer el contrato.", "conocer el contrato"),
        ("es", "La empresa negó el lunes en un comunicado que sus camiones contaminen.", "sus camiones contaminen"),
        ("fr", "Jean Roux a nié mercredi soir avoir touché de l'argent.", "avoir touché de l'argent"),
        ("fr", "La ville dément depuis lundi matin que le pont ait bougé.", "le pont ait bougé"),
        ("en", "Tom Reed denied on Wednesday having taken bribes.", "having taken bribes"),
        ("en", "Acme denied late on Monday that its lorries leak.", "its lorries leak"),
        ("en", "Acme denied in a statement on Monday that its lorries leak.", "its lorries leak"),
        ("de", "Jan Roth bestritt am Mittwochabend, Geld genommen zu haben.", "Geld genommen zu haben"),
    ],
)
def test_when_it_was_denied_is_no_part_of_what_is(fill: Fill, code: str, text: str, implied: str) -> None:
    """The time, or the statement, between the verb of denying and its clause."""
    [denial] = fill(text, code).draft.form.denials

    assert denial.implied == implied


@pytest.mark.parametrize(
    ("headline", "first"),
    [
        ("El alcalde niega haber cobrado comisiones", "El alcalde, Ramón Iglesias, negó ayer haber cobrado comisiones."),
        ("Iglesias niega haber vendido el parque", "Iglesias negó el lunes haber vendido el parque."),
    ],
)  # fmt: skip
def test_a_denial_in_the_headline_leaves_that_of_the_body(fill: Fill, headline: str, first: str) -> None:
    """The body's is kept, also where another sentence denies further on."""
    filled = fill(
        f"{headline}\n\n{first}\n\nLa ciudad es vieja. «No he visto ese dinero en mi vida», dijo el regidor.", "es"
    )

    assert next(denial.sentences for denial in filled.draft.form.denials) == [2]


@pytest.mark.parametrize(
    ("code", "text", "implied"),
    [
        ("es", "No es cierto que el hospital vaya a cerrar, aclaró Pilar Montes.", "el hospital vaya a cerrar"),
        ("es", "«Es mentira que bebiera», dijo Juan Roca.", "bebiera"),
        ("en", "It is not true that the clinic will close, Mary Hill said.", "the clinic will close"),
        ("en", "“It is simply false that we sold the park,” Tom Reed said.", "we sold the park"),
        ("fr", "Il n'est pas vrai que l'hôpital va fermer, a déclaré Claire Dubois.", "l'hôpital va fermer"),
        ("de", "Es stimmt nicht, dass die Klinik schließt, sagte Clara Weber.", "die Klinik schließt"),
    ],
)
def test_it_is_not_true_that(fill: Fill, code: str, text: str, implied: str) -> None:
    """The clause is denied, though nobody in the article says it."""
    [denial] = fill(text, code).draft.form.denials

    assert (denial.kind, denial.implied) == ("denies", implied)


@pytest.mark.parametrize(
    ("code", "claim", "denial"),
    [
        ("es", "Una médica contó que avisaron en agosto del olor.", "«Ese aviso nunca llegó a mi mesa», dijo Luis Cabrera."),
        ("es", "Una médica contó que avisaron en agosto del olor.", "El gerente, Luis Cabrera, no lo admite: «Ese aviso nunca llegó a mi mesa»."),
        ("en", "A doctor said that she had alerted the board.", "“That warning never reached my desk,” Tom Reed said."),
        ("en", "A doctor said that she had told the board.", "“No such letter came in,” Tom Reed said."),
        ("fr", "Claire Dubois affirme avoir prévenu le maire.", "« Cette alerte n'est jamais arrivée chez moi », a dit Jean Roux."),
        ("de", "Clara Weber sagte, sie habe den Chef informiert.", "„Diese Warnung hat mich nie erreicht“, sagte Jan Roth."),
        ("de", "Clara Weber sagte, Jan Roth habe Geld genommen.", "Ein Sprecher Roths nannte dies frei erfunden."),
        ("de", "Clara Weber sagte, Jan Roth habe Geld genommen.", "Roth nannte das gelogen."),
        ("de", "Clara Weber sagte, Jan Roth habe Geld genommen.", "Die Firma nannte den Bericht schlicht erlogen."),
        ("en", "Oliver Gant said a colleague had amended the chart.", "That colleague, the assistant Tina Bowes, rejected the suggestion."),
        ("en", "Oliver Gant said Tina Bowes had amended the chart.", "Tina Bowes rejected the suggestion that she had."),
    ],
)  # fmt: skip
def test_what_was_told_never_came_or_is_made_up(fill: Fill, code: str, claim: str, denial: str) -> None:
    """A warning that never arrived, and a name for an invention, answer what was said just before."""
    filled = fill(f"{claim} {denial}", code)

    [found] = filled.draft.form.denials
    assert (found.kind, found.sentences) == ("denies", [2])
    assert [claim.sentences for claim in filled.claims if claim.id in found.claims] == [[1]]


@pytest.mark.parametrize(
    ("code", "text", "hedge"),
    [
        ("es", "Marta Salas dijo que un imputado no puede gobernar.", None),
        ("es", "Marta Salas dijo que el río ya no se puede cruzar.", None),
        ("es", "Marta Salas dijo que el puente puede caer.", "puede"),
        ("es", "Marta Salas anunció que habría elecciones en mayo.", None),
        ("es", "Marta Salas dijo que dos obreros habrían caído.", "habrían"),
        ("fr", "Claire Dubois a dit que le pont ne peut pas tenir.", None),
        ("fr", "Paul Guérin a indiqué que des bouteilles seraient distribuées jeudi.", None),
        ("fr", "Paul Guérin avait promis que deux ponts auraient une barrière.", None),
        ("fr", "Paul Guérin affirme que des bouteilles seraient distribuées.", "seraient"),
        ("fr", "Paul Guérin a affirmé que des fûts auraient été vidés.", "auraient"),
        ("fr", "Paul Guérin a annoncé que les écoles pourraient rouvrir.", "pourraient"),
    ],
)
def test_a_form_is_a_hedge_by_where_it_stands(fill: Fill, code: str, text: str, hedge: str | None) -> None:
    """What cannot be is firm, and a conditional behind a past verb of saying tells what was still to come."""
    [claim] = fill(text, code).claims

    assert claim.hedge == hedge


@pytest.mark.parametrize(
    ("code", "text", "content"),
    [
        ("en", "Mary Hill said the figure was wrong, but would not give another.", "the figure was wrong"),
        ("en", "Tom Reed said the deal was fair, but declined to say what it cost.", "the deal was fair"),
        ("en", "The ministry said two ships had sunk but did not name them.", "two ships had sunk"),
        ("en", "Tom Reed said the firm had debts but would not close.", "the firm had debts but would not close"),
        ("de", "Clara Weber sagte, die Zahl sei falsch, nannte aber keine andere.", "die Zahl sei falsch"),
        ("fr", "Claire Dubois a dit que le pont est vieux, mais n'a pas précisé son âge.", "le pont est vieux"),
        ("es", "Clara Gómez dijo que el puente es viejo, pero no quiso dar su edad.", "el puente es viejo"),
    ],
)
def test_what_somebody_keeps_back_is_no_part_of_it(fill: Fill, code: str, text: str, content: str) -> None:
    """ "But would not give another" ends what is said."""
    filled = fill(text, code)

    assert [filled.content(claim) for claim in filled.claims] == [content]


def test_every_list_is_asked_for() -> None:
    """By its name; all of `grammar` and `hedges` are also asked for together, as words that say nothing of a matter."""
    code = "\n".join(file.read_text("utf-8") for file in Path(language.__file__).parents[1].rglob("*.py"))
    named = set(re.findall(r'"([a-z_]+(?:\.[a-z_]+)?)"', code))

    lists = [name for name in language.load("en") if not name.startswith(("grammar.", "hedges."))]
    assert [name for name in lists if name not in named and name.partition(".")[2] not in named] == []
