"""Which pages stand for all of them in a real browser: every template at least once, its awkward cases too."""

# Chinese ones; each has its English twin under /en.
PUBLIC = [
    "/",
    "/?as_of=2022-08-31",
    "/?as_of=1990-01-01",
    "/parks/",
    "/parks/malanshan/",
    "/parks/tianxin-edz/?as_of=2022-08-31",
    "/goals/",
    "/goals/?standing=reached",
    "/goals/malanshan-revenue-2022/",
    "/goals/malanshan-national-culture-park/",
    "/goals/liuyang-edz-chain-share-2021/",
    "/goals/yuhua-national-level/",
    "/projects/",
    "/projects/tianyi-cloud/",
    "/projects/yuelushan-laboratory/",
    "/indicators/",
    "/indicators/enterprise-revenue/",
    "/sources/",
    "/sources/article-2022/",
    "/method/",
    "/about/",
]
REFUSED = ["/goals/?nonsense=1&as_of=never", "/parks/none-such/"]
# One of every template: enough where the language or the colours alone differ.
EACH = [
    "/",
    "/parks/",
    "/parks/malanshan/",
    "/goals/",
    "/goals/malanshan-revenue-2022/",
    "/projects/",
    "/projects/tianyi-cloud/",
    "/indicators/enterprise-revenue/",
    "/sources/article-2022/",
    "/method/",
    "/about/",
]


def english(path: str) -> str:
    return f"/en{path}"
