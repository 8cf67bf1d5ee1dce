"""Addresses of a preparation's notes and papers."""

from django.urls import path

from interlocal.office import views_notes

of_preparation = [
    path("notes/", views_notes.notes, name="notes"),
    path("notes/<int:number>/", views_notes.rewrite, name="note_change"),
    path("notes/<int:number>/settle/", views_notes.settle, name="note_settle"),
    path("notes/<int:number>/reopen/", views_notes.reopen, name="note_reopen"),
    path("papers/add/", views_notes.add_paper, name="paper_add"),
    path("papers/<int:number>/ready/", views_notes.tick, name="paper_ready"),
    path("papers/<int:number>/not-ready/", views_notes.untick, name="paper_not_ready"),
    path("papers/<int:number>/remove/", views_notes.remove_paper, name="paper_remove"),
]
