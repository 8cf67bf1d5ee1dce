from django.apps import AppConfig


class Papers(AppConfig):
    name = "interlocal.papers"
    label = "papers"
    default_auto_field = "django.db.models.BigAutoField"
