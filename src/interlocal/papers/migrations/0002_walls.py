from django.db import migrations

from interlocal.delegations.walls import unwall, wall
from interlocal.papers import walls


class Migration(migrations.Migration):
    dependencies = [("papers", "0001_first")]

    operations = [
        migrations.RunSQL(walls.ERASED, walls.NOT_ERASED),
        migrations.RunSQL(
            "".join(wall(table, condition) for table, condition in walls.TABLES.items()),
            "".join(unwall(table) for table in walls.TABLES),
        ),
    ]
