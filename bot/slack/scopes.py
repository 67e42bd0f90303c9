"""The scopes the bot asks for, and what each is for; the manifest in `deploy/` says the same."""

BOT_SCOPES = {
    "app_mentions:read": "to be asked by name",
    "channels:history": "to see links and questions in public channels it was invited to",
    "groups:history": "the same in private channels",
    "im:history": "the same in direct messages",
    "mpim:history": "the same in group messages",
    "chat:write": "to reply, and to show that it is reading",
    "commands": "for /claims, and List claims in the menu of a message",
    "channels:read": "to know who sees which public channel, for what is found again",
    "groups:read": "the same for private channels",
    "im:read": "the same for direct messages",
    "mpim:read": "the same for group messages",
    "files:read": "to read a PDF or a text file that somebody shares",
    "users:read": "to tell guests, who do not see every public channel",
    "files:write": "to put an export into the thread",
    "im:write": "to hand an export to whoever asked for it alone",
}
