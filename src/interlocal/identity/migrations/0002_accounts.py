import django.db.models.functions.text
from django.db import migrations, models

# As Django's cache in the database wants it: here attempts to sign in are counted, for all web processes together.
COUNTED = """
create table identity_counted (
    cache_key varchar(255) primary key,
    value text not null,
    expires timestamp with time zone not null
);
create index identity_counted_expires on identity_counted (expires);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("identity", "0001_first"),
    ]

    operations = [
        migrations.AddField(
            model_name="entry",
            name="public",
            field=models.BooleanField(db_default=True, default=True),
        ),
        migrations.AddField(
            model_name="user",
            name="is_administrator",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="user",
            name="is_demo",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="user",
            name="language",
            field=models.CharField(
                blank=True,
                choices=[("ko", "한국어"), ("ja", "日本語"), ("zh-Hans", "简体中文"), ("en", "English")],
                max_length=7,
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="name",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(condition=models.Q(("public", True)), fields=["-id"], name="entry_public"),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("email"), name="user_email_once"
            ),
        ),
        migrations.RunSQL(COUNTED, "drop table identity_counted"),
    ]
