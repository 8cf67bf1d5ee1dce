from django.apps import AppConfig


class Search(AppConfig):
    name = "interlocal.search"
    label = "search"
    default_auto_field = "django.db.models.BigAutoField"
