"""Settings. Production is the default shape; a checkout, a server and a test run differ only in their environment.

Environment: DATABASE_URL, INTERLOCAL_HOME, INTERLOCAL_PORT, INTERLOCAL_HOSTS, INTERLOCAL_ADDRESS and more (docs/settings.md).
"""

import os
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from interlocal.config.outside import identity_providers, mail_server
from interlocal.ops.home import chosen_home, folder, secret
from interlocal.ops.postgres import connection_settings

PACKAGE = Path(__file__).resolve().parents[1]

# Where keys lie that must not be in the database.
SECRETS = folder("secrets")
SECRET_KEY = os.environ.get("INTERLOCAL_SECRET_KEY") or secret("django")
SECRET_KEY_FALLBACKS = [key for key in os.environ.get("INTERLOCAL_SECRET_KEY_BEFORE", "").split(",") if key]
DEBUG = False
ALLOWED_HOSTS = [
    host for host in os.environ.get("INTERLOCAL_HOSTS", "localhost,127.0.0.1,[::1]").split(",") if host
]
ROOT_URLCONF = "interlocal.config.urls"
WSGI_APPLICATION = "interlocal.config.wsgi.application"
AUTH_USER_MODEL = "identity.User"
APPEND_SLASH = True
USE_TZ = True
TIME_ZONE = "UTC"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "allauth",
    "interlocal.office.allauth_app.Accounts",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "pgtrigger",
    "pghistory",
    "interlocal.ground",
    "interlocal.identity",
    "interlocal.evidence",
    "interlocal.registry",
    "interlocal.programmes",
    "interlocal.delegations",
    "interlocal.arrangements",
    "interlocal.papers",
    "interlocal.search",
    "interlocal.documents",
    "interlocal.portal",
    "interlocal.office",
    "interlocal.ops",
]

MIDDLEWARE = [
    "interlocal.portal.middleware.plain_requests",
    "interlocal.ground.pages.headers.safe_headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "interlocal.portal.middleware.database_gone",
    "interlocal.portal.caching.by_revision",
    "interlocal.office.middleware.packed",
    "interlocal.office.middleware.sessions",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "interlocal.portal.middleware.not_there",
    "interlocal.office.middleware.csrf",
    "interlocal.office.middleware.users",
    "interlocal.office.middleware.flashes",
    "interlocal.office.middleware.hats",
    # Last, so that it is asked first what an exception of its own means.
    "interlocal.office.middleware.sign_in",
]


def _engine(door: str) -> dict[str, Any]:
    return {
        "NAME": door,
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [PACKAGE / door / "jinja2", PACKAGE / "documents" / "jinja2"],
        "OPTIONS": {
            "environment": f"interlocal.{door}.jinja.environment",
            "context_processors": [f"interlocal.{door}.frame.begin"],
        },
    }


TEMPLATES = [_engine("portal"), _engine("office")]
FORM_RENDERER = "django.forms.renderers.Jinja2"


def _database() -> dict[str, Any]:
    database = connection_settings()
    pool = {"min_size": 1, "max_size": 8, "timeout": 3, "max_idle": 120, "reconnect_timeout": 5}
    database["OPTIONS"] = {
        **database.get("OPTIONS", {}),
        "pool": pool,
        "application_name": "interlocal",
        "prepare_threshold": 2,
    }
    # The web works as a role that owns nothing: row-level security holds for it (docs/decisions/0015). Told on connecting,
    # because Django's own `assume_role` waits for itself where there is a pool.
    if role := os.environ.get("INTERLOCAL_DATABASE_ROLE"):
        given = database["OPTIONS"].get("options", "")
        database["OPTIONS"]["options"] = f"{given} -c role={role}".strip()
    database["TEST"] = {"NAME": os.environ.get("INTERLOCAL_TEST_DATABASE")}
    # A connection that died with its server is noticed before it is used, so that no restart is needed.
    database["CONN_HEALTH_CHECKS"] = True
    return database


DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en"
LANGUAGES = [
    ("ko", _("Korean")),
    ("ja", _("Japanese")),
    ("zh-hans", _("Simplified Chinese")),
    ("en", _("English")),
]
LOCALE_PATHS = [PACKAGE / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = os.environ.get("INTERLOCAL_STATIC_ROOT") or None
WHITENOISE_USE_FINDERS = STATIC_ROOT is None
WHITENOISE_MAX_AGE = 3600

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# The address people reach it by, for feeds and calendars; https turns on the strict headers.
PUBLIC_ADDRESS = os.environ.get("INTERLOCAL_ADDRESS", "").rstrip("/")
IS_HTTPS = PUBLIC_ADDRESS.startswith("https://")
SECURE_HSTS_SECONDS = 31536000 if IS_HTTPS else 0
# A proxy in front ends TLS and says so; without https nobody is believed.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_HTTPS else None
CSRF_TRUSTED_ORIGINS = [PUBLIC_ADDRESS] if PUBLIC_ADDRESS else []

# -- sessions: a working day; nothing readable by scripts, nothing sent from other sites --

SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_NAME = "__Host-session" if IS_HTTPS else "interlocal-session"
CSRF_COOKIE_NAME = "__Host-form" if IS_HTTPS else "interlocal-form"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "interlocal.office.views_trouble.csrf_failed"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
# Forms with a line for each of hundreds of people; ground.pages.requests refuses what is larger still.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
DATA_UPLOAD_MAX_NUMBER_FILES = 10
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# -- signing in --

AUTHENTICATION_BACKENDS = ["interlocal.identity.backends.Accounts"]
PASSWORD_HASHERS = ["interlocal.identity.hashing.Argon2id"]
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email")},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "office"
# Accounts of the demonstration open only where it is meant, and never on a public address.
TAKES_DEMO = os.environ.get("INTERLOCAL_DEMO") == "1" and not IS_HTTPS

ACCOUNT_ADAPTER = "interlocal.office.adapters.Accounts"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if IS_HTTPS else "http"
# Whole offices share an address: counted are the account, and the account from one address.
ACCOUNT_RATE_LIMITS = {
    "login": "300/m/ip",
    "login_failed_here": "8/10m/key",
    "login_failed": "60/h/key",
    "reset_password": "100/m/ip,5/h/key",
    "reauthenticate": "20/10m/user",
    "change_password": "10/10m/user",
}
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("INTERLOCAL_PROXIES", "0"))

MFA_ADAPTER = "interlocal.office.adapters.SecondFactors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
# A minute of difference between the clocks of a telephone and ours is usual.
MFA_TOTP_TOLERANCE = 1
MFA_RATE_LIMITS = {"webauthn_login": "300/m/ip"}
# Browsers count http://localhost as safe, the library does not.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IS_HTTPS

SOCIALACCOUNT_ADAPTER = "interlocal.office.adapters.OtherHouses"
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": identity_providers()}}
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_STORE_TOKENS = False

# Attempts are counted in the database: several web processes share them.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "identity_counted",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# -- mail: by a server, else into a mailbox that administrators read in the office --

DEFAULT_FROM_EMAIL = SERVER_EMAIL = os.environ.get(
    "INTERLOCAL_MAIL_FROM", "Interlocal <interlocal@localhost>"
)
_MAIL = mail_server()
MAILBOX = None if _MAIL else chosen_home() / "mailbox"
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend" if _MAIL else "interlocal.ground.mailbox.Backend"
)
EMAIL_TIMEOUT = 20
globals().update(_MAIL)

# By whose clock the office says when something is due.
OFFICE_ZONE = os.environ.get("INTERLOCAL_ZONE", "Asia/Seoul")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": os.environ.get("INTERLOCAL_LOG", "WARNING")},
}
