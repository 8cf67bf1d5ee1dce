from django.apps import AppConfig


class Arrangements(AppConfig):
    name = "interlocal.arrangements"
    label = "arrangements"
    default_auto_field = "django.db.models.BigAutoField"
