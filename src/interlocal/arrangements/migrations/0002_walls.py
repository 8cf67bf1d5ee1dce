from django.db import migrations

from interlocal.delegations.walls import unwall, wall
from interlocal.arrangements import walls


class Migration(migrations.Migration):
    dependencies = [("arrangements", "0001_first")]

    operations = [
        migrations.RunSQL(walls.DURING, walls.NO_DURING),
        migrations.RunSQL(
            "".join(wall(table, condition) for table, condition in walls.TABLES.items()),
            "".join(unwall(table) for table in walls.TABLES),
        ),
    ]
