from django.urls import path

from interlocal.office import views_following

of_body = [path("following/", views_following.following, name="following")]
