"""The program of the worker processes: `python -m bot.bench`, started by `bot.adapters.processes.nursery`.

Joins what they do, as `bot.root` joins the rest: articles out of pages, and forms held against articles.
"""

from bot.adapters.processes import extraction
from bot.adapters.processes.checker import works
from bot.adapters.processes.copies import serve
from bot.adapters.rows.indexing import indexing
from bot.readers.offline import hear
from bot.warmup import check_one


def main() -> None:
    serve(
        {extraction.EXTRACT: extraction.extract} | {work.name: work.there for work in (*works(hear), indexing())},
        warm_up,
    )


def warm_up() -> None:
    extraction.warm_up()
    check_one()


if __name__ == "__main__":
    main()
