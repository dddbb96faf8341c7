"""All settings, read from the environment or a `.env` file; a wrong one stops the start with a sentence.

`.env.example` lists every name, docs/operating.md explains them.
"""

from pathlib import Path

from csp.constants import NONE, SELF

from config.environment import Environment

BASE_DIR = Path(__file__).resolve().parent.parent
env = Environment.load(BASE_DIR)

# Where it runs.
DEBUG = env.switch("DEBUG")
HTTPS = env.switch("HTTPS")
LISTEN = env.address("LISTEN", "127.0.0.1")
PORT = env.number("PORT", 8000, least=1, most=65535)
WORKERS = env.number("WORKERS", 2, least=1, most=64)
THREADS = env.number("THREADS", 4, least=1, most=64)
ACCESS_LOG = env.switch("ACCESS_LOG")
LOG_LEVEL = env.choice("LOG_LEVEL", "INFO", ("DEBUG", "INFO", "WARNING", "ERROR"))
ALLOWED_HOSTS = env.hosts("ALLOWED_HOSTS", ("127.0.0.1", "localhost", "[::1]"))

# What it keeps.
DATA_DIR = env.data_folder("DATA_DIR", "data", BASE_DIR)
SECRET_KEY = env.secret("SECRET_KEY", DATA_DIR / "secret_key")
DATABASE_POOL = env.number("DATABASE_POOL", THREADS, least=0, most=200)
DATABASES = {"default": env.database("DATABASE_URL", DATA_DIR / "register.sqlite3", BASE_DIR, DATABASE_POOL)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

# Whose register it is: another city sets these and brings its own fixtures.
SITE_NAME = env.text("SITE_NAME", "长沙园区实录", longest=40)
SITE_NAME_EN = env.text("SITE_NAME_EN", "Changsha Parks Record", longest=80)
SITE_TAGLINE = env.text("SITE_TAGLINE", "园区说过的目标，一项一项记下来")
SITE_TAGLINE_EN = env.text("SITE_TAGLINE_EN", "What the parks promised, goal by goal", longest=200)
CITY = env.text("CITY", "长沙", longest=20)
CITY_EN = env.text("CITY_EN", "Changsha", longest=40)
OPERATOR = env.text("OPERATOR", longest=200)
OPERATOR_EN = env.text("OPERATOR_EN", longest=200)
REGISTER_FIXTURES = env.folder("REGISTER_FIXTURES", "fixtures", BASE_DIR)
FIXTURE_DIRS = [REGISTER_FIXTURES]

env.refuse_strangers(("SITE_", "CITY_", "OPERATOR_", "REGISTER_"))

# What other sites add to an address when it is shared; pages redirect it away. A final * stands for any ending.
SHARING_PARAMETERS = [
    "utm_*",
    "from",
    "isappinstalled",
    "spm",
    "scene",
    "share_token",
    "sharer_shareid",
    "clicktime",
    "enterid",
    "nsukey",
    "wx_fromid",
    "timestamp",
    "fbclid",
    "gclid",
    "dclid",
    "msclkid",
    "yclid",
    "igshid",
    "mc_cid",
    "mc_eid",
    "bd_vid",
    "_hsenc",
    "_hsmi",
]

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "rest_framework",
    "django_filters",
    "simple_history",
    "csp",
    "parks",
]

MIDDLEWARE = [
    # The three that add headers stand outside whitenoise, so that static files carry them too.
    "django.middleware.security.SecurityMiddleware",
    "config.headers.HeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Pages are a tenth of their size on the way to a phone; the random padding answers BREACH.
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "parks.templatetags.site.of_request",
            ],
        },
    },
]

# Accounts.
AUTH_USER_MODEL = "parks.User"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# Languages and time: "today" is Shanghai's.
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "parks" / "locale"]
USE_I18N = True
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

# Static files: collected, hashed and compressed once by `manage.py prepare`, served by whitenoise.
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False
# Pages name hashed files only; the plain copies would double the work of compressing.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_AUTOREFRESH = DEBUG

# What browsers may do with our pages.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    },
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
# Behind HTTPS everything else is refused. Probes ask on the inner address, in plain HTTP.
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^(livez|readyz)$"]
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
    # Nobody is ever authenticated here, so this means: read only.
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticatedOrReadOnly"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "parks": {"level": LOG_LEVEL},
        # Django's own handlers mail the administrators; here the console gets everything once.
        "django": {"handlers": [], "level": LOG_LEVEL, "propagate": True},
        # A refused page is no fault of the server's.
        "django.request": {"level": "ERROR"},
        # Nor is Django's body of an answer to HEAD, which gunicorn rightly drops.
        "gunicorn.http.wsgi": {"level": "ERROR"},
    },
}
