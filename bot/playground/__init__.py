"""A local Slack workspace that speaks the real wire protocol.

    async with LocalSlack() as slack:
        app = AsyncApp(client=AsyncWebClient(slack.bot_token, base_url=slack.api_url))
        ...connect it with AsyncSocketModeHandler(app, slack.app_token), or slack.deliver_over_http(url)...
        ana = slack.add_user("ana")
        ts = await slack.say(ana, slack.general, "https://example.org/article")
        await slack.settled()
        slack.thread(slack.general, ts)

It is as strict as Slack: what Slack refuses, it refuses, with the same code. Where Slack's documentation
is silent and nobody measured, it takes the stricter reading.

    workspace  people, channels, messages: the state          api/       the Web API, by family of methods
    backend    the state and its way out                      blocks/    Block Kit's limits as models
    people     what people do with messages                   delivery/  Socket Mode, signed HTTP, redelivery
    acts       what they do with the app; modals.py too       pace, faults, timing: rates, failures, clocks
    server     LocalSlack, all of it together                 control    the same over HTTP, for other processes
    page/      the workspace in a browser: what it is told, what people do there, and its HTML, CSS and modules
"""
