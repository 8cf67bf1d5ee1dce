"""Addresses of a preparation's papers, and of a body's templates."""

from django.urls import path

from interlocal.office import views_papers, views_papers_printings, views_papers_templates

of_preparation = [
    path("papers/", views_papers.papers, name="papers"),
    path("papers/printings/", views_papers_printings.printings, name="printings"),
    path("papers/printings/<uuid:printing>/", views_papers_printings.file, name="printing_file"),
    path("papers/printings/<uuid:printing>/cancel/", views_papers_printings.cancel, name="printing_cancel"),
    path("papers/<slug:paper>/", views_papers.paper, name="paper_print"),
]
of_body = [
    path("templates/", views_papers_templates.templates, name="templates"),
    path("templates/sample/<slug:made_as>/", views_papers_templates.sample, name="template_sample"),
    path("templates/<int:number>/", views_papers_templates.template, name="template"),
    path("templates/<int:number>/file/", views_papers_templates.file, name="template_file"),
    path("templates/<int:number>/retire/", views_papers_templates.retire, name="template_retire"),
    path("templates/<int:number>/reinstate/", views_papers_templates.reinstate, name="template_reinstate"),
]
