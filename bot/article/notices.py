"""What pages say where an article should be, in the languages that we have met them in."""

import re

CHALLENGE_MARKUP = re.compile(
    r"cdn-cgi/challenge-platform|_cf_chl_opt|cf-turnstile|captcha-delivery\.com|px-captcha|_Incapsula_Resource|awswaf|awsWafCookieDomainList|ddos-guard|perimeterx|akam/13|kasada|g-recaptcha|h-captcha|hcaptcha\.com|sgcaptcha",
    re.IGNORECASE,
)
CHALLENGE_TEXT = re.compile(
    r"just a moment|checking (?:if the site connection|your browser)|verify(?:ing)? (?:that )?you(?: are|'re|’re) (?:a )?(?:human|not a (?:ro)?bot)|are you (?:a )?(?:human|robot)|pardon our interruption|attention required"
    r"|(?:unusual|automated|suspicious) (?:traffic|activity|requests)|access to this page has been denied|press (?:&|and) hold|complete the (?:security check|captcha)|prove you(?:'re|’re| are) (?:a )?human|not a robot|ddos protection"
    r"|request unsuccessful\. incapsula|bist du ein mensch|sind sie ein mensch|v[eé]rifi(?:er|ez) que vous (?:êtes|n)|no eres un robot|не робот|please enable (?:js|javascript) and disable any ad blocker",
    re.IGNORECASE,
)
CONSENT = re.compile(
    r"cookies?\b|\bconsent\b|\bgdpr\b|\bwe and our (?:\d+ )?partners|personal(?:ised|ized)? (?:data|ads|advertising)|privacy (?:policy|settings|choices)|legitimate interest|store and/or access|before you continue"
    r"|einwilligung|datenschutz|personenbezogene|zustimm|consentement|donn[eé]es personnelles|consentimiento|datos personales|consenso|dati personali|toestemming|persoonsgegevens|zgod[ay]|куки|файлы cookie",
    re.IGNORECASE,
)
ACCEPT = re.compile(
    r"accept (?:all|cookies|and continue)|\bi (?:accept|agree)\b|agree (?:and|&) (?:continue|proceed)|accept\b|manage (?:cookies|preferences|options|settings)|reject all|alle akzeptieren|akzeptieren|zustimmen|tout accepter|j.accepte|accepter"
    r"|aceptar|accetta|accepteren|akkoord|aceitar|akceptuj|принять|pay or consent",
    re.IGNORECASE,
)
LOGIN = re.compile(
    r"(?:subscribe|register|sign up|sign in|log ?in|become a (?:member|subscriber))\b[^.]{0,60}\b(?:to (?:continue|read|keep|unlock|access|view)|for (?:full |unlimited )?access)|to (?:continue|keep) reading|continue reading (?:this|with|your)"
    r"|already (?:a |have an? )?(?:subscriber|member|subscribed|account|registered)|(?:this|the) (?:article|content|story|page) is (?:for|reserved for|only available|available (?:only )?(?:to|for)|exclusive)|subscribers? only|subscriber[- ]exclusive|members? only|for (?:paying )?(?:subscribers|members)\b"
    r"|you(?: have|'ve|’ve) (?:reached|read|used)[^.]{0,60}(?:free|limit)|unlock this (?:article|story)|subscription (?:is )?required|you (?:must|need to) (?:be logged in|log in|sign in|subscribe|register)|please (?:log|sign) ?in|sign in to|log in to"
    r"|weiterlesen mit|jetzt (?:abonnieren|anmelden|registrieren)|nur für abonnenten|bereits abonnent|r[eé]serv[eé] (?:à|aux) (?:nos )?abonn[eé]s|d[eé]jà abonn[eé]|abonnez-vous|s.identifier|suscr[ií]bete|solo para suscriptores|ya eres suscriptor|inicia sesi[oó]n"
    r"|abbonati|sei già abbonato|contenuto riservato|alleen voor abonnees|assine|já é assinante|только для подписчиков|войдите",
    re.IGNORECASE,
)
# What only those who sell articles say of a login.
METERED = re.compile(
    r"\b(?:free|gratis|gratuits?) (?:articles?|stories|artikel|artículos)|\bsubscri(?:be|bers?|ption)\b|\babonn|\bsuscr[ií]|\bcontinue reading|\bkeep reading|\bgo on reading",
    re.IGNORECASE,
)
SCRIPT = re.compile(
    r"(?:enable|requires?|turn on|activate|need|without|disabled|support)[^.]{0,40}\bjava ?script|\bjava ?script\b[^.]{0,60}(?:enabled?|required|disabled|not (?:supported|available)|to (?:run|view|use|continue))|aktivieren sie javascript|activer javascript|habilit\w+ javascript|включ\w+ javascript",
    re.IGNORECASE,
)
MISSING = re.compile(
    r"^(?:error\s*)?(?:404|410)\b|(?:page|article|story|content|site|file)\s+(?:(?:was|is|could|can|cannot|not|be|you|requested|are|looking|for|doesn.t|does|no longer)\s+){0,6}(?:not found|found|exist|available)|not found|no longer (?:available|exists)"
    r"|(?:something|that|this page) (?:went|has gone) wrong|seite nicht gefunden|page (?:introuvable|non trouvée)|p[aá]gina (?:no encontrada|não encontrada)|pagina non trovata|страница не найдена|internal server error|service unavailable|access denied|forbidden",
    re.IGNORECASE,
)
