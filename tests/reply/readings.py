"""Readings to render: one that looks like a day's work, and any that there could be."""

from collections.abc import Sequence

from hypothesis import strategies as st

from bot.article.article import Article, Sentence
from bot.claims.reading import Claim, Denial, ReaderInfo, Reading, Report, Source

PARAGRAPHS = (
    ("Harbour bridge ‘very likely’ to close this winter, minister says",),
    (
        "The harbour bridge of Westhaven will probably shut for repairs, the transport minister told parliament on Tuesday.",
    ),
    (
        "Anna Lindqvist said that engineers had found cracks in two of its pillars.",
        "“A closure this winter is very likely,” she told lawmakers.",
        "She put the cost at 40 million crowns.",
    ),
    (
        "The Evening Courier and Radio North had quoted unnamed engineers as claiming that the bridge moved by six centimetres in a storm.",
    ),
    ("Unions accused the port authority of hiding an inspection report for two years.",),
    ("The port authority and the shipping firm Baltmar have denied such accusations.",),
    ("The foreign ministry of Ostland blamed foreign divers for the damage, according to the state news agency ONA.",),
    ("The bridge was opened in 1961 and carries 30,000 vehicles a day.",),
    ("The mayor’s office declined to comment.",),
)

SOURCES = (
    Source(id="s1", name="Anna Lindqvist", kind="person", role="transport minister"),
    Source(id="s2", name=None, kind="anonymous", role="unnamed engineers"),
    Source(id="s3", name="The Evening Courier", kind="organisation", media="other_media"),
    Source(id="s4", name="Radio North", kind="organisation", media="other_media"),
    Source(id="s5", name="Unions", kind="organisation"),
    Source(id="s6", name="The port authority", kind="organisation"),
    Source(id="s7", name="Baltmar", kind="organisation", role="shipping firm"),
    Source(id="s8", name="The foreign ministry of Ostland", kind="organisation"),
    Source(id="s9", name="ONA", kind="organisation", role="state news agency", media="state_media"),
    Source(id="s10", name="The mayor’s office", kind="organisation"),
)

CLAIMS = (
    Claim(
        id="c1",
        text="The harbour bridge of Westhaven will very likely close this winter.",
        sentences=(2, 4),
        sources=("s1",),
        certainty="probable",
        hedge="very likely",
    ),
    Claim(id="c2", text="Engineers found cracks in two pillars of the bridge.", sentences=(3,), sources=("s1",)),
    Claim(
        id="c3",
        text="The bridge moved by six centimetres in a storm.",
        sentences=(6,),
        sources=("s2",),
        via=("s3", "s4"),
    ),
    Claim(
        id="c4",
        text="Unions accused the port authority of hiding an inspection report for two years.",
        sentences=(7,),
        sources=("s5",),
        wording="quoted",
    ),
    Claim(
        id="c5",
        text="Foreign divers caused the damage to the bridge.",
        sentences=(9,),
        sources=("s8",),
        via=("s9",),
    ),
    Claim(id="c6", text="The bridge was opened in 1961 and carries 30,000 vehicles a day.", sentences=(10,)),
)

DENIALS = (
    Denial(id="d1", sources=("s6", "s7"), kind="denies", claims=("c4",), sentences=(8,)),
    Denial(id="d2", sources=("s10",), kind="declines_comment", sentences=(11,)),
)


def article_of(
    paragraphs: Sequence[Sequence[str]],
    *,
    url: str | None = "https://news.example/bridge?id=7",
    title: str | None = "Harbour bridge ‘very likely’ to close this winter, minister says",
    outlet: str | None = "The Westhaven Times",
    published_at: str | None = "2026-11-17T08:00:00+00:00",
) -> Article:
    """An article of these sentences, one line a paragraph."""
    parts: list[str] = []
    sentences: list[Sentence] = []
    at = 0
    for p, paragraph in enumerate(paragraphs):
        for s, sentence in enumerate(paragraph):
            gap = "" if not sentences else "\n" if s == 0 and p else " "
            parts.append(gap + sentence)
            at += len(gap)
            sentences.append(Sentence(n=len(sentences) + 1, start=at, end=at + len(sentence)))
            at += len(sentence)
    return Article(
        url=url,
        title=title,
        outlet=outlet,
        published_at=published_at,
        language="en",
        text="".join(parts),
        sentences=tuple(sentences),
        lead=1,
    )


def report_of(
    *,
    article: Article | None = None,
    claims: Sequence[Claim] = CLAIMS,
    sources: Sequence[Source] = SOURCES,
    denials: Sequence[Denial] = DENIALS,
    reader: str = "openai",
    dropped: int = 0,
    stands_in: bool = False,
) -> Report:
    reading = Reading(
        claims=tuple(claims),
        sources=tuple(sources),
        denials=tuple(denials),
        reader=ReaderInfo.model_validate({"name": reader}),
        dropped=dropped,
    )
    return Report(article=article or article_of(PARAGRAPHS), reading=reading, stands_in=stands_in)


HOSTILE = (
    "<!channel> & <@U123> <https://evil.example|click> *bold* _it_ ~no~ `code` @here :tada:",
    "שלום עולם \u202edlrow\u202c",
    "تنفي موسكو ذلك",
    "零幅\u200b空白\u200e、，。北京表示：“不”。",
    "\x1b[31mred\x1b[0m\x00\x07",
    "[link](https://evil.example) # heading > quote | cell",
    "👩‍👩‍👧‍👦 family 🫨",
    "\ud800 lone",
    "می‌خواهم",
    "line\nbreak\u2028and\u2029more\r\n",
)

texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(max_size=60),
    st.builds(lambda piece, times: (piece * times)[:3000], st.text(min_size=1, max_size=8), st.integers(1, 3000)),
    st.builds(" ".join, st.lists(st.text(min_size=1, max_size=12), max_size=120)),
)
maybe = st.none() | texts
_some_ids = st.lists(st.integers(0, 12), max_size=4)


@st.composite
def reports(draw: st.DrawFn, most: int = 400) -> Report:
    """Anything: 0 to `most` claims, ids that do not resolve, numbers that do not exist, every script."""
    pool = [draw(texts) for _ in range(4)]
    count = draw(st.sampled_from((0, 1, 2, 9, 40, most)))
    pick = st.sampled_from(pool)
    article = article_of(
        [[piece.replace("\n", " ") or "x"] for piece in pool * draw(st.integers(1, 3))],
        url=draw(st.sampled_from((None, "https://news.example/a", "https://news.example/" + "x" * 1500, "ftp://x"))),
        title=draw(maybe),
        outlet=draw(maybe),
        published_at=draw(st.sampled_from((None, "2026-02-30", "2026-11-17", "yesterday"))),
    )
    sources = draw(
        st.lists(
            st.builds(
                Source,
                id=st.integers(0, 12).map("s{}".format),
                name=st.none() | pick,
                kind=st.sampled_from(
                    ("person", "organisation", "document", "anonymous", "unnamed_person", "unnamed_group")
                ),
                role=st.none() | pick,
                media=st.sampled_from(("none", "other_media", "state_media")),
                stated_count=st.none() | st.integers(0, 10_000),
            ),
            max_size=12,
        )
    )
    shapes = draw(st.lists(_claim_shapes(pick), min_size=1, max_size=5))
    claims = [shapes[i % len(shapes)].model_copy(update={"id": f"c{i}"}) for i in range(count)]
    turns = draw(st.sampled_from((0, 1, 3, 60)))
    marks = draw(st.lists(_denial_shapes(pick), min_size=1, max_size=4))
    denials = [marks[i % len(marks)].model_copy(update={"id": f"d{i}"}) for i in range(turns)]
    return report_of(
        article=article,
        claims=claims,
        sources=sources,
        denials=denials,
        reader=draw(st.sampled_from(("openai", "offline"))),
        dropped=draw(st.integers(0, 3)),
        stands_in=draw(st.booleans()),
    )


def _claim_shapes(pick: st.SearchStrategy[str]) -> st.SearchStrategy[Claim]:
    return st.builds(
        Claim,
        id=st.just("c"),
        text=pick,
        sentences=st.lists(st.integers(-1, 20), max_size=15).map(tuple),
        sources=_some_ids.map(_names),
        via=_some_ids.map(_names),
        certainty=st.sampled_from(("certain", "probable", "possible", "unstated")),
        hedge=st.none() | pick,
        kind=st.sampled_from(("fact", "figure", "prediction", "intention", "opinion", "directive")),
        wording=st.sampled_from(("restated", "quoted")),
    )


def _denial_shapes(pick: st.SearchStrategy[str]) -> st.SearchStrategy[Denial]:
    return st.builds(
        Denial,
        id=st.just("d"),
        sources=_some_ids.map(_names),
        via=_some_ids.map(_names),
        kind=st.sampled_from(
            (
                "denies",
                "partly_denies",
                "rejects_wording",
                "counters",
                "declines_comment",
                "no_response",
                "could_not_reach",
            )
        ),
        claims=st.lists(st.integers(0, 450), max_size=5).map(lambda ns: tuple(f"c{n}" for n in ns)),
        implied_claim=st.none() | pick,
        sentences=st.lists(st.integers(-1, 20), max_size=15).map(tuple),
    )


def _names(numbers: list[int]) -> tuple[str, ...]:
    return tuple(f"s{n}" for n in numbers)
