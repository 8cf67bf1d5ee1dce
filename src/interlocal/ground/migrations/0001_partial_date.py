from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension
from django.db import migrations

# A day, a month or a year, as the days it may mean. A domain, so that no column can hold anything else.
DOMAIN = """
create domain partial_date as daterange check (
    value is null or (
        not isempty(value) and not lower_inf(value) and not upper_inf(value) and (
            upper(value) = lower(value) + 1
            or (extract(day from lower(value)) = 1 and upper(value) = (lower(value) + interval '1 month')::date)
            or (extract(doy from lower(value)) = 1 and upper(value) = (lower(value) + interval '1 year')::date)
        )
    )
)
"""


class Migration(migrations.Migration):
    dependencies = ()
    operations = (
        BtreeGistExtension(),
        TrigramExtension(),
        migrations.RunSQL(DOMAIN, "drop domain partial_date"),
    )
