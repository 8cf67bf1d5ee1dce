from django.apps import AppConfig


class Delegations(AppConfig):
    name = "interlocal.delegations"
    label = "delegations"
    default_auto_field = "django.db.models.BigAutoField"
