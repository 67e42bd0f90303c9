"""The commands. Exit 0 done, 1 failed with one sentence on stderr, 2 wrong usage."""

import gc
from pathlib import Path
from typing import Annotated, cast

import typer

from bot import __version__
from bot.commands.running import at_home, fast_loop, run, stoppable

cli = typer.Typer(
    name="claims-bot",
    help="What an article claims, who says it, and who denies it. It never says what is true.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
database = typer.Typer(help="Look after the database.", no_args_is_help=True)
cli.add_typer(database, name="db")

Source = Annotated[str, typer.Argument(metavar="LINK_OR_FILE", help="A link, a .html, .pdf, .txt or .md file, or -.")]


@cli.callback(invoke_without_command=True)
def claims_bot(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    if version:
        print(f"claims-bot {__version__}")
        raise typer.Exit


@cli.command()
def read(
    sources: Annotated[
        list[str], typer.Argument(metavar="LINK_OR_FILE...", help="Links, .html, .pdf, .txt or .md files, or -.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print one article's reading as a JSON object.")] = False,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a line.")] = False,
    as_markdown: Annotated[bool, typer.Option("--markdown", help="Print Markdown.")] = False,
    as_csv: Annotated[
        bool, typer.Option("--csv", help="Print CSV, a row for each claim; see docs/exports.md.")
    ] = False,
    as_jsonld: Annotated[bool, typer.Option("--jsonld", help="Print JSON-LD in the words of schema.org.")] = False,
) -> None:
    """Read articles and list their claims."""
    asked = {"json": as_json, "jsonl": as_jsonl, "markdown": as_markdown, "csv": as_csv, "jsonld": as_jsonld}
    if sum(asked.values()) > 1:
        raise typer.BadParameter("choose one of --json, --jsonl, --markdown, --csv and --jsonld")
    if as_json and len(sources) > 1:
        raise typer.BadParameter("--json prints one object; take --jsonl for several articles")
    from bot.commands.printing import Format
    from bot.commands.read import read_all

    form = cast(Format, next((name for name, wanted in asked.items() if wanted), "text"))
    run(lambda settings: read_all(settings, sources, form))


@cli.command()
def ask(source: Source, question: Annotated[str, typer.Argument(help="What you want to know.")]) -> None:
    """Ask one article a question."""
    if not question.strip():
        raise typer.BadParameter("say what you want to know", param_hint="QUESTION")
    from bot.commands.ask import ask_article

    run(lambda settings: ask_article(settings, source, question))


@cli.command()
def serve() -> None:
    """Serve a Slack workspace, over Socket Mode or HTTP, until stopped."""
    stoppable()
    from bot.commands.serve import serve_workspace

    run(serve_workspace, loop=fast_loop())


@cli.command()
def work() -> None:
    """Work on what other processes accepted, until stopped; any number of these, on Postgres."""
    stoppable()
    from bot.commands.serve import serve_workspace

    run(lambda settings: serve_workspace(settings, accepting=False), loop=fast_loop())


@cli.command()
def demo(
    stay: Annotated[
        bool | None,
        typer.Option(
            "--stay/--no-stay",
            help="Keep the playground open afterwards; so it is where a terminal is.",
            show_default=False,
        ),
    ] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port of the playground, on 127.0.0.1.")] = 3001,
) -> None:
    """Watch a thread fill with claims, then try the bot in the browser; needs no account."""
    from bot.commands.demo import show_demo

    run(lambda settings: show_demo(settings, stay=stay, port=port))


Gold = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="GOLD...", help="Gold files (JSON lines, see seeds/README.md) or folders of them; or: seeds."
    ),
]
Readers = Annotated[list[str] | None, typer.Option(help="offline, openai or openai:MODEL; may be given several times.")]
FromVotes = Annotated[
    str | None,
    typer.Option(
        metavar="FILE_OR_DATABASE",
        help="List what people voted down instead: a file with votes, a database's URL, or: database. "
        "With --json as gold rows to label.",
    ),
]


@cli.command("eval")
def evaluate(
    gold: Gold = None,
    reader: Readers = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print an object instead of tables.")] = False,
    errors: Annotated[bool, typer.Option("--errors", help="List every mistake with its sentence.")] = False,
    articles: Annotated[
        bool, typer.Option("--articles", help="List each article, won or lost against the floor.")
    ] = False,
    kept: Annotated[
        Path | None, typer.Option(help="File of articles that a model has finished; by default in the user's cache.")
    ] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Read everything anew and keep nothing.")] = False,
    from_votes: FromVotes = None,
) -> None:
    """Measure readers against gold, beside the floors. Stopped, the same command goes on where it was."""
    if from_votes:
        from bot.commands.voted import list_votes

        run(lambda settings: list_votes(settings, from_votes, as_json=as_json))
        return
    if not gold:
        raise typer.BadParameter("name gold files, or seeds")
    readers = list(dict.fromkeys(reader or ["offline"]))
    if any(each not in ("offline", "openai") and not each.startswith("openai:") for each in readers):
        raise typer.BadParameter("--reader is offline, openai or openai:MODEL")
    from bot.commands.evaluate import Shown, evaluate_readers, kept_readings

    shown = Shown(as_json, errors, articles, None if fresh else kept or kept_readings())
    run(lambda settings: evaluate_readers(settings, gold, readers, shown))


@cli.command()
def votes() -> None:
    """Print what people thought of the readings, a line of gold each, as eval reads it."""
    from bot.commands.votes import print_votes

    run(print_votes)


@cli.command()
def doctor(
    settings_only: Annotated[bool, typer.Option("--settings", help="List every setting and stop.")] = False,
) -> None:
    """Check the settings, the database, the model and Slack."""
    from bot.commands.doctor import examine_setup, list_settings

    if settings_only:
        list_settings()
        return
    run(examine_setup)


@cli.command("manifest")
def print_manifest(
    http: Annotated[
        str | None, typer.Option(metavar="HOST", help="For delivery over HTTP to https://HOST, not for Socket Mode.")
    ] = None,
) -> None:
    """Print the manifest from which Slack makes the app."""
    from bot.slack.manifest import manifest

    try:
        print(manifest(http), end="")
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


@database.command()
def upgrade() -> None:
    """Bring the database to this version's schema."""
    from bot.commands.database import upgrade_database

    run(upgrade_database)


@database.command()
def backup(
    file: Annotated[Path, typer.Argument(help="A new file.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Take the place of the file, if it is there, once the new one is whole.")
    ] = False,
) -> None:
    """Write everything into one file; the bot may go on meanwhile."""
    from bot.commands.database import back_up_database

    run(lambda settings: back_up_database(settings, file, replace=replace))


@database.command()
def restore(file: Annotated[Path, typer.Argument(help="What `db backup` wrote.")]) -> None:
    """Put a backup in the place of what is there; stop the bot first."""
    from bot.commands.database import restore_database

    run(lambda settings: restore_database(settings, file))


def main() -> None:
    at_home()
    gc.disable()  # loading makes next to no garbage, and a sixth of its time went into looking for some
    cli()


if __name__ == "__main__":
    main()
