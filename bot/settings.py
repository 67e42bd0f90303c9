"""Every setting there is: read once at the root (`environment`), frozen, passed down as a value.

Names without prefix are those the peers' own tools use; the bot's own begin with `CLAIMS_`.
"""

from typing import Literal, Self

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.intake.rules import FollowUps, Reads, Rules
from bot.settingvalues import ApiBase, DatabaseUrl, Domains, HostPorts, HttpAddress, Keys, LanguageCode, ModelBase

SLACK_OWN_API = "https://slack.com/api/"


class Settings(BaseSettings):
    """Values from the environment; `environment.load_settings` adds those of `.env`."""

    model_config = SettingsConfigDict(
        env_file=None,
        frozen=True,
        extra="ignore",
        env_ignore_empty=True,
        populate_by_name=True,
        hide_input_in_errors=True,
    )

    slack_bot_token: SecretStr | None = Field(None, description="Bot token, begins with `xoxb-`.")
    slack_app_token: SecretStr | None = Field(None, description="App-level token for Socket Mode, begins with `xapp-`.")
    slack_signing_secret: SecretStr | None = Field(None, description="Signing secret, for delivery over HTTP.")
    slack_client_id: str | None = Field(None, description="Client ID, for installing into several workspaces.")
    slack_client_secret: SecretStr | None = Field(
        None, description="Client secret, for installing into several workspaces."
    )
    slack_api_url: ApiBase = Field(SLACK_OWN_API, description="Base of Slack's Web API; ends in `/api/`.")

    secret_key: Keys | None = Field(
        None,
        validation_alias="CLAIMS_SECRET_KEY",
        description="Seals the tokens of several workspaces: 32 random bytes in base64 (`openssl rand -base64 32`); "
        "to change it, `NEW,OLD` for one start.",
    )

    openai_api_key: SecretStr | None = Field(None, description="Key of the model server.")
    openai_base_url: ModelBase | None = Field(None, description="Base URL of any server that speaks Chat Completions.")
    openai_model: str = Field("gpt-6-luna", description="Model to read with.")

    database_url: DatabaseUrl = Field(
        "sqlite:///claims.sqlite3",
        description="Where everything is kept: `sqlite:///PATH` in a folder that is there, or `postgresql://…` for several machines.",
    )

    reader: Literal["auto", "openai", "offline"] = Field(
        "auto",
        validation_alias="CLAIMS_READER",
        description="Who reads: `openai` when a key or base URL is set, else `offline`; or one of the two always.",
    )
    host: str = Field(
        "127.0.0.1", validation_alias="CLAIMS_HOST", description="Address that HTTP, health and metrics listen on."
    )
    port: int = Field(
        3000,
        ge=0,
        le=65535,
        validation_alias="CLAIMS_PORT",
        description="Port that HTTP, health and metrics listen on.",
    )
    fetch_allow: HostPorts = Field(
        frozenset(),
        validation_alias="CLAIMS_FETCH_ALLOW",
        description="`host:port` pairs, comma-separated, exempt from the address guard.",
    )
    fetch_seconds: float = Field(
        15.0,
        gt=0,
        le=120,
        validation_alias="CLAIMS_FETCH_SECONDS",
        description="Deadline over DNS, connecting, redirects and body.",
    )
    fetch_bytes: int = Field(
        5_000_000,
        ge=10_000,
        le=100_000_000,
        validation_alias="CLAIMS_FETCH_BYTES",
        description="Largest page, in bytes after decompression.",
    )
    robots: bool = Field(True, validation_alias="CLAIMS_ROBOTS", description="Honour robots.txt.")
    concurrency: int = Field(
        16, ge=1, le=1000, validation_alias="CLAIMS_CONCURRENCY", description="Jobs worked on at once by this process."
    )
    drain_seconds: float = Field(
        20.0,
        ge=0,
        le=3600,
        validation_alias="CLAIMS_DRAIN_SECONDS",
        description="Time that jobs under way get to end when we are stopped; then they are handed back.",
    )
    sockets: int = Field(
        2,
        ge=1,
        le=10,
        validation_alias="CLAIMS_SOCKETS",
        description="Connections to Slack in Socket Mode by each process; Slack takes ten of an app.",
    )
    channel_reads: Reads = Field(
        "all",
        validation_alias="CLAIMS_CHANNEL_READS",
        description="Which links are read in channels that chose nothing: `all`, or `asked` for when we are mentioned.",
    )
    follow_ups: FollowUps = Field(
        "all",
        validation_alias="CLAIMS_FOLLOW_UPS",
        description="Which questions are answered there: `all`, `mentions`, or `none`.",
    )
    ignore_domains: Domains = Field(
        (), validation_alias="CLAIMS_IGNORE_DOMAINS", description="Domains that are not read there, comma-separated."
    )
    keep_to_domains: Domains = Field(
        (), validation_alias="CLAIMS_KEEP_TO_DOMAINS", description="The only domains that are read there, if any."
    )
    links_per_message: int = Field(
        3,
        ge=1,
        le=20,
        validation_alias="CLAIMS_LINKS_PER_MESSAGE",
        description="Links read out of one message; the rest are named.",
    )
    user_links_per_hour: int = Field(
        60,
        ge=0,
        le=1_000_000,
        validation_alias="CLAIMS_USER_LINKS_PER_HOUR",
        description="Links read for one person in an hour; what is stored does not count; 0 is no limit.",
    )
    workspace_tokens_per_day: int = Field(
        0,
        ge=0,
        le=1_000_000_000_000,
        validation_alias="CLAIMS_WORKSPACE_TOKENS_PER_DAY",
        description="Tokens of the model that one workspace may use in a day (UTC); 0 is no limit.",
    )
    keep_days: int = Field(
        90,
        ge=1,
        le=36_500,
        validation_alias="CLAIMS_KEEP_DAYS",
        description="Days after which articles, readings, questions, votes and jobs are deleted.",
    )
    read_seconds: float = Field(
        120.0,
        gt=0,
        le=3600,
        validation_alias="CLAIMS_READ_SECONDS",
        description="Deadline of one reading by a model, all retries included.",
    )
    read_tokens: int = Field(
        400_000,
        ge=1000,
        le=1_000_000_000,
        validation_alias="CLAIMS_READ_TOKENS",
        description="Token budget of one reading, all retries included.",
    )
    language: LanguageCode = Field(
        "",
        validation_alias="CLAIMS_LANGUAGE",
        description="Language of what we say, and in which a model restates claims, as a code of ISO 639-1 such as `de`; empty keeps English and the article's own.",
    )
    single_call_sentences: int = Field(
        250,
        ge=20,
        le=10_000,
        validation_alias="CLAIMS_SINGLE_CALL_SENTENCES",
        description="Sentences that a model reads in one request; a longer article is read in parts, side by side, and a question about it answered from the sentences that come closest.",
    )
    answer_tokens: int = Field(
        16_000,
        ge=256,
        le=10_000_000,
        validation_alias="CLAIMS_ANSWER_TOKENS",
        description="Most tokens a model may write in one answer.",
    )
    model_requests_per_minute: int = Field(
        0,
        ge=0,
        le=1_000_000,
        validation_alias="CLAIMS_MODEL_REQUESTS_PER_MINUTE",
        description="Most requests to the model in any minute, by each process and the one it replaces; 0 sets no limit.",
    )
    model_server: Literal["auto", "openai", "azure", "compatible"] = Field(
        "auto",
        validation_alias="CLAIMS_MODEL_SERVER",
        description="What the model server accepts; `auto` tells OpenAI and Azure by their host names.",
    )
    model_effort: Literal["", "none", "minimal", "low", "medium", "high"] = Field(
        "low",
        validation_alias="CLAIMS_MODEL_EFFORT",
        description="Reasoning effort, sent to OpenAI and Azure only; empty sends none.",
    )
    otel_endpoint: HttpAddress | None = Field(
        None,
        validation_alias="OTEL_EXPORTER_OTLP_ENDPOINT",
        description="Where traces are collected, over OTLP/HTTP; needs the extra `otel`.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", validation_alias="CLAIMS_LOG_LEVEL", description="Least severe line that is logged."
    )

    @property
    def rules(self) -> Rules:
        """What holds in channels whose members chose nothing."""
        return Rules(
            reads=self.channel_reads,
            follow_ups=self.follow_ups,
            language=self.language,
            ignore=self.ignore_domains,
            keep_to=self.keep_to_domains,
        )

    @model_validator(mode="after")
    def _reader_has_a_server(self) -> Self:
        if self.reader == "openai" and not (self.openai_api_key or self.openai_base_url):
            raise ValueError("CLAIMS_READER is openai, but neither OPENAI_API_KEY nor OPENAI_BASE_URL is set")
        return self

    @property
    def reads_with_model(self) -> bool:
        return self.reader == "openai" or (self.reader == "auto" and bool(self.openai_api_key or self.openai_base_url))

    @property
    def installs(self) -> bool:
        """Whether workspaces install us themselves: the app's own id and secret are set, and no workspace's token."""
        return bool(self.slack_client_id and self.slack_client_secret and not self.slack_bot_token)

    @property
    def secret_keys(self) -> tuple[str, ...]:
        """The newest first."""
        return tuple(self.secret_key.get_secret_value().split(",")) if self.secret_key else ()


def setting_names() -> dict[str, str]:
    """Field name to environment name, in the order of the class."""
    return {
        name: str(field.validation_alias) if field.validation_alias else name.upper()
        for name, field in Settings.model_fields.items()
    }
