from django.apps import AppConfig


class Ops(AppConfig):
    name = "interlocal.ops"
    label = "ops"
    default_auto_field = "django.db.models.BigAutoField"
