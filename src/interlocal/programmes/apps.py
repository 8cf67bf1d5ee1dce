from django.apps import AppConfig


class Programmes(AppConfig):
    name = "interlocal.programmes"
    label = "programmes"
    default_auto_field = "django.db.models.BigAutoField"
