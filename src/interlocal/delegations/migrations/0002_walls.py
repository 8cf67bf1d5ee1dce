from django.db import migrations

from interlocal.delegations import walls

TABLES = {table: walls.seen(*columns) for table, columns in walls.WALLED.items()}
TABLES["delegations_escort"] = walls.ESCORT


class Migration(migrations.Migration):
    dependencies = [("delegations", "0001_first")]

    operations = [
        migrations.RunSQL(walls.ROLE, migrations.RunSQL.noop),
        migrations.RunSQL(
            "".join(walls.wall(table, condition) for table, condition in TABLES.items()),
            "".join(walls.unwall(table) for table in TABLES),
        ),
        migrations.RunSQL(walls.BY_SECRET, "drop policy by_secret on delegations_link"),
    ]
