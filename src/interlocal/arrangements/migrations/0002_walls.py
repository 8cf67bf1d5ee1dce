from django.db import migrations

from interlocal.arrangements import walls
from interlocal.delegations.walls import unwall, wall


class Migration(migrations.Migration):
    dependencies = [("arrangements", "0001_first")]

    operations = [
        migrations.RunSQL(walls.DURING, walls.NO_DURING),
        migrations.RunSQL(
            "".join(wall(table, condition) for table, condition in walls.TABLES.items()),
            "".join(unwall(table) for table in walls.TABLES),
        ),
    ]
