from interlocal.office import entrance, views_imports

TAILS: list[entrance.Tail] = [("import/", views_imports.import_list, "delegation_import")]
of_preparation = entrance.of_staff(TAILS)
of_link = entrance.of_holders(TAILS)
