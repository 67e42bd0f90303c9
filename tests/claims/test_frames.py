"""The build of an English sentence: who does what to whom, past insertions, phrases, relative clauses and shared verbs."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.claims.frames.frames import frames
from bot.claims.frames.phrases import Phrase
from bot.claims.grammar.evidence import Analysed, analysed
from bot.claims.restatement import problems
from tests.claims.articles import article


def said(text: Analysed, phrases: tuple[Phrase, ...] | None) -> list[str] | None:
    return None if phrases is None else [text.said(phrase.places) for phrase in phrases]


def told(sentence: str, verb: str) -> tuple[list[str] | None, list[str] | None]:
    """Who does what the verb says, and whom or what it takes."""
    text = analysed(sentence, "en")
    (frame,) = (frame for at, frame in frames(text).items() if text.tokens[at].text == verb)
    return said(text, frame.doers), said(text, frame.taken)


@pytest.mark.parametrize(
    ("sentence", "verb", "doers"),
    [
        ("The village of Pozo, whose well ran dry, fears that it is lost.", "fears", ["The village", "Pozo"]),
        ("The village of Pozo, whose well ran dry, fears that it is lost.", "ran", ["well"]),
        ("The board, which runs the harbour, sold two cranes.", "sold", ["The board"]),
        ("The university that carried it out has since distanced itself from it.", "distanced", ["The university"]),
        ("A study commissioned by Corvane found no link.", "commissioned", ["Corvane"]),
        ("A study commissioned by Corvane found no link.", "found", ["A study"]),
        ("The miners' leader, Joe Tadic, accused the firm.", "accused", ["The miners ' leader", "Joe Tadic"]),
        ("The board closed the plant and moved its staff.", "moved", ["The board"]),
        ("Arce said Corvane had used the water and had never paid.", "paid", ["Corvane"]),
        ("A plan to build three dams was rejected by the court.", "rejected", ["the court"]),
        ("Two people close to the talks said Sodeka had left.", "said", ["Two people close"]),
        ('"It is late," said Omar Dahl.', "said", ["Omar Dahl"]),
        ("The sale was delayed by a week.", "delayed", []),
        ("Hovde praised Kessler, promised a review and left.", "promised", ["Hovde"]),
        ("Hovde praised Kessler, promised a review and left.", "left", ["Hovde"]),
        ("The fees it paid to its owner, Cardel, rose again.", "rose", ["The fees"]),
        ("Spending on roads rose by 12 percent.", "rose", ["Spending"]),
        ("Fishermen who rent stores in the hall say they were told.", "say", ["Fishermen"]),
        ("The hall rents cold stores.", "rents", ["The hall"]),
        ("A man who left in May, Omar Dahl, said a nurse had wept.", "said", ["A man", "Omar Dahl"]),
        ("Dahl was blamed for hiding it.", "hiding", ["Dahl"]),
        ("They accused Dahl of having hidden it.", "hidden", ["Dahl"]),
        ("Owners sue Ostra, which bought the home in May and has closed it.", "closed", ["Ostra"]),
        ("Northern Mutual repaid 400 customers.", "repaid", ["Northern Mutual"]),
        ("The samples were taken by Cerval.", "taken", ["Cerval"]),
        ("Oude's own staff had warned him.", "warned", ["Oude own staff"]),
    ],
)
def test_who_does_it_is_found(sentence: str, verb: str, doers: list[str]) -> None:
    """Those who may do it, in the words of the sentence."""
    assert told(sentence, verb)[0] == doers


@pytest.mark.parametrize(
    ("sentence", "verb", "taken"),
    [
        ("Holm promised the owners a sale.", "promised", ["the owners", "a sale"]),
        ("The damage will cost the owner £8,000.", "cost", ["the owner", "£8,000"]),
        ("Two hikers were killed.", "killed", ["Two hikers"]),
        ("The hackers used a password sold online.", "sold", ["a password"]),
        ("The owner was awarded damages.", "awarded", ["The owner", "damages"]),
        ("Rehn was told by her to wait.", "told", ["Rehn"]),
        ("Gratz was itself paid by Lumen.", "paid", ["Gratz"]),
        ("Lumen repaid the customers whom it had overcharged.", "overcharged", ["the customers"]),
        ("The court heard Holm had left.", "heard", None),
        ("The court declined to comment.", "declined", []),
    ],
)
def test_what_it_takes_is_found(sentence: str, verb: str, taken: list[str] | None) -> None:
    """Objects, the subject of a passive, and nothing where another clause begins."""
    assert told(sentence, verb)[1] == taken


ACCUSED = "The miners' leader, Joe Tadic, accused the company of fraud and called on the minister to grant a licence."

URGED = "A former manager said she had urged Renard to stop the line that week, and that he had refused."


@pytest.mark.parametrize(
    ("sentence", "lie"),
    [
        (ACCUSED, "Joe Tadic accused the minister of fraud."),
        ("She owed Lind everything, Ida Sand said.", "Lind owed Ida Sand everything."),
        ("Arce would meet Tadic but would not meet Holm.", "Arce would not meet Tadic."),
        ("One patient lost a kidney; the other settled last year.", "Both patients settled last year."),
        ("Brandt has 28 days to appeal.", "Brandt has appealed."),
        ("Reyes could not remember any warning.", "There was no warning."),
        ("A colleague said nobody had believed the nurse.", "Nobody believes the nurse."),
        (
            "It killed four drivers and hurt a cyclist, whose family wants a trial.",
            "The drivers' family wants a trial.",
        ),
        ("An expert whom the court appointed found that it had cracks.", "The court found that it had cracks."),
        ("Inspectors hired by the builder, Ostra, had skipped two pillars.", "The builder had skipped two pillars."),
        ("Ross, who warned the board, was dismissed.", "Ross was dismissed for warning the board."),
        ('Vance told Ross that she should "stop it" and sent the file to Moe.', "Ross sent the file to Moe."),
        ("Ness advised the board against a sale in two letters.", "Ness advised the board against two letters."),
        ("The paper said it would not name its source.", "The paper said its source would not name it."),
        ("Lien asked the police who had leaked a report.", "Lien leaked a report."),
        ("Two of nine members want Berg to go, four support him.", "Two of nine members support Berg."),
        ("Adler declined to say how much the hospital had paid.", "Adler declined to pay."),
        ("Fishermen who rent a hall say they have been promised stores.", "Fishermen have promised stores."),
        ("The drug was withdrawn after the agency linked it to 26 deaths.", "The agency withdrew the drug."),
        ("Kessler, who advised the agency, was refused data by the firm.", "The agency was refused data by the firm."),
        ("Lawyers for 60 families want no panel chosen by Velmora.", "The families chose a panel."),
        ("Rehn told the court that he had asked Thorn but had been told by her to wait.", "Rehn told Thorn to wait."),
        ("Hovde praised Kessler, promised a review of the agency, and left.", "The agency promised a review."),
        ("Northern Mutual repaid 4,000 customers.", "4,000 customers repaid Northern Mutual."),
        (
            "The work cost 11 million euros, twice what a survey had put it at.",
            "A survey had put it at 11 million euros.",
        ),
        ("Fishermen rent cold stores in the hall.", "The hall rents cold stores."),
        (
            "The group Gout Voice, which is funded by Dorne, said it had received 380 calls.",
            "Dorne received 380 calls.",
        ),
        ("Tate said he had voted against the cuts.", "Tate had voted for the cuts."),
        (
            "Marsh blamed the manager, Ines Prado, for putting nurses on shifts alone.",
            "Marsh put nurses on shifts alone.",
        ),
        ("Kemp, whom the newspaper called, said he remembered a request.", "The newspaper remembered a request."),
        ("Prado told the Elmstead Post that she had asked for staff.", "The Elmstead Post had asked for staff."),
        ("A nurse said the agency, Medora, had threatened her when she complained.", "Medora complained."),
        ("The agency, Medora, said it had been approached by her.", "Medora had approached her."),
        ("Lowe's brother, Martin, a police officer, filed a complaint.", "Lowe is a police officer."),
        ("The agency, Medora, left, and Ostra said it had trusted the agency for years.", "Medora had trusted Ostra."),
        ("The town has a hall, and the buyer, Havblikk, paid a deposit.", "The town paid a deposit."),
        (
            "One of the hospitals, Saint Bride's, said it had raised concerns and had been asked to keep quiet.",
            "Saint Bride's asked Velmora to keep quiet.",
        ),
        ("Lumen repaid customers whom it had overcharged.", "The customers had overcharged Lumen."),
        ("Dorn left; his colleague, Lena Fisk, is expected to be heard soon.", "Dorn is expected to be heard soon."),
        (
            "Two inspectors said they had been told by him to leave Lumen alone.",
            "Two inspectors told Marek to leave Lumen.",
        ),
        ("Lawyers for 60 families said they would prefer a court to Velmora's panel.", "Velmora would prefer a court."),
        ("Colin Reeve, whose daughter was born on the ward, called it a loss.", "Colin Reeve was born on the ward."),
        ("We did not take it lightly, and we took it together, Ansell said.", "Ansell said they had taken it lightly."),
        ("The board blamed a shortage of midwives.", "A shortage of midwives was blamed on the board."),
        ("Reeve, a Liberal, voted against raising the levy.", "Reeve voted against the Liberals."),
        ("Lie said he expected one, although inspectors had not asked for it.", "Inspectors expect one."),
        (URGED, "The manager refused to stop the line."),
        (
            "An inspection by the authority had found no fault, Reinders said.",
            "An inspection by Reinders found no fault.",
        ),
        ("The clinic had been warned by its nurses, Judge Miriam Falk said.", "Falk warned the clinic."),
        (
            "The court sentenced Brandvold to a suspended term of a year.",
            "The court received a suspended term of a year.",
        ),
        ("Brandvold's lawyer said his client intended to leave.", "Brandvold's lawyer intends to leave."),
        ("AGES learned of it from the company, which may have broken the law.", "AGES may have broken the law."),
        ("VKI wants them back, contradicting Lanter, which had said they were safe.", "VKI said they were safe."),
        ("It reached the firm on Monday, documents seen by Reuters show.", "It reached Reuters on Monday."),
    ],
)
def test_what_another_does_is_refused(sentence: str, lie: str) -> None:
    """By the build of the sentence, whatever words are shared."""
    assert problems(article(sentence, "en"), lie, [1])


@pytest.mark.parametrize(
    ("sentence", "restated"),
    [
        (ACCUSED, "The company was accused of fraud by Joe Tadic."),
        ("Corvane said the company would cut 40 jobs.", "Corvane will cut 40 jobs."),
        ("Lind said she had never seen Moe.", "Lind had never seen Moe."),
        ("Brandt has 28 days to appeal.", "Brandt has 28 days to appeal."),
        ("The police will close the bridge.", "The bridge will close."),
        ("Ansell blamed the delay on a shortage of midwives.", "A shortage of midwives was blamed for the delay."),
        ("The board blamed a shortage of staff for the delay.", "The board blamed the delay on a shortage of staff."),
        ("Inspectors hired by the builder, Ostra, had skipped two pillars.", "Inspectors had skipped two pillars."),
        ("Weil questioned Vance twice but not Ross.", "Weil has not questioned Ross."),
        ("Luca Ferri said Oude was warned by his own staff.", "Luca Ferri said Oude's own staff had warned him."),
        ("Hovde praised Kessler, promised a review and left.", "Hovde left."),
        ("The bank said it had been promised loans.", "The bank was promised loans."),
        ("The plant was closed after the owner had died.", "The plant was closed."),
        ("Lowe's brother, Martin, a police officer, filed a complaint.", "Martin Lowe is a police officer."),
        (
            "A nurse said Medora had paid her less and had threatened to report her.",
            "A nurse said Medora had threatened to report her.",
        ),
        (URGED, "Renard had refused to stop the line."),
        ("The court gave Brandvold, who had operated on Lena Korsh, a year.", "Brandvold had operated on her."),
        (
            "The court sentenced Brandvold to a suspended term of a year.",
            "Brandvold received a suspended term of a year.",
        ),
        ("An expert for the court, Anton Hesse, put her chances at half.", "Anton Hesse put the chances at half."),
        ("Lanter Foods will recall 40 jars in May, the firm said.", "The firm will recall 40 jars in May."),
        ("It will recall 40 jars because some may contain glass.", "Some of the jars may contain glass."),
        ("VKI wants the jars back even if they look whole.", "VKI wants even jars back that look whole."),
        (
            "It learned of it from the press rather than from Lanter.",
            "It learned of it from the press and not from Lanter.",
        ),
        ("Inga Holm would not say whether it could stop it.", "Inga Holm declined to say whether it could stop it."),
        ("Only 550 were born, fewer than in any year since 1998.", "The number of births was the lowest since 1998."),
    ],
)
def test_what_is_told_so_stands(sentence: str, restated: str) -> None:
    """In either voice, by a pronoun and by a noun for who it is."""
    assert problems(article(sentence, "en"), restated, [1]) == ()


def test_a_sentence_of_any_length_costs_little() -> None:
    """Many verbs that share their subject do not multiply, and a sentence that nobody writes has no frames."""
    began = time.perf_counter()
    text = analysed("The board met " + "and went " * 140, "en")
    assert len(frames(text)) > 100
    assert frames(analysed("The board met " + "and went " * 9_000, "en")) == {}
    assert time.perf_counter() - began < 5


@given(st.text(max_size=200))
def test_no_text_fails(text: str) -> None:
    """Whatever stands in it; every index is one of the text."""
    known = analysed(text, "en")
    for at, frame in frames(known).items():
        places = [i for phrase in (*(frame.doers or ()), *(frame.taken or ())) for i in phrase.places]
        assert all(0 <= i < len(known.tokens) for i in (at, *places))
