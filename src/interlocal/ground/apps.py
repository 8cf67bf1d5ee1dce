from django.apps import AppConfig


class Ground(AppConfig):
    name = "interlocal.ground"
    label = "ground"
