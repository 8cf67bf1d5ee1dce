"""Settings. Production is the default shape; a checkout, a server and a test run differ only in their environment.

Environment: DATABASE_URL, INTERLOCAL_HOME, INTERLOCAL_PORT, INTERLOCAL_HOSTS, INTERLOCAL_ADDRESS (docs/settings.md).
"""

import os
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from interlocal.ops.home import secret
from interlocal.ops.postgres import connection_settings

PACKAGE = Path(__file__).resolve().parents[1]

SECRET_KEY = os.environ.get("INTERLOCAL_SECRET_KEY") or secret("django")
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
    "django.contrib.staticfiles",
    "pgtrigger",
    "pghistory",
    "interlocal.ground",
    "interlocal.identity",
    "interlocal.evidence",
    "interlocal.registry",
    "interlocal.programmes",
    "interlocal.search",
    "interlocal.documents",
    "interlocal.portal",
    "interlocal.ops",
]

MIDDLEWARE = [
    "interlocal.portal.middleware.plain_requests",
    "interlocal.portal.middleware.safe_headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "interlocal.portal.middleware.database_gone",
    "interlocal.portal.caching.by_revision",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "interlocal.portal.middleware.not_there",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "interlocal.portal.jinja.environment",
            "context_processors": ["interlocal.portal.frame.begin"],
        },
    }
]


def _database() -> dict[str, Any]:
    database = connection_settings()
    pool = {"min_size": 1, "max_size": 8, "timeout": 3, "max_idle": 120, "reconnect_timeout": 5}
    database["OPTIONS"] = {
        **database.get("OPTIONS", {}),
        "pool": pool,
        "application_name": "interlocal",
        "prepare_threshold": 2,
    }
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
SECURE_HSTS_SECONDS = 31536000 if PUBLIC_ADDRESS.startswith("https://") else 0

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": os.environ.get("INTERLOCAL_LOG", "WARNING")},
}
