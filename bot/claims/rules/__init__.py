"""What a restatement may not do to the sentences that it cites, one rule a module; `bot.claims.restatement` asks them all."""
