from django.urls import path

from interlocal.office import views_activity

of_preparation = [path("activity/", views_activity.activity, name="activity")]
