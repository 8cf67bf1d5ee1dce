from django.apps import AppConfig


class Portal(AppConfig):
    name = "interlocal.portal"
    label = "portal"
    default_auto_field = "django.db.models.BigAutoField"
