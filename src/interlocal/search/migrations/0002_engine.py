import django.contrib.postgres.fields
import django.db.models
from django.db import migrations, models

ARRAY = django.contrib.postgres.fields.ArrayField

TABLES = {
    "subject": """
        slot smallint not null, id bigint not null, kind varchar(20) not null, key varchar(200) not null,
        label jsonb not null, country varchar(2) not null, countries text[], bodies text[],
        topics text[], years integer[], langs text[], day date, readers text[],
        home_kind varchar(20) not null, home_key varchar(200) not null""",
    "text": """
        slot smallint not null, subject bigint not null, length integer not null, part smallint not null,
        lang text not null, readers text[], title text not null, body text not null, terms integer[] not null""",
    "form": """
        slot smallint not null, subject bigint not null, nth smallint not null, own boolean not null,
        lang text not null, text text not null, fold text not null, typed text not null""",
    "key": """
        slot smallint not null, subject bigint not null, nth smallint not null, level smallint not null,
        type text not null, text text not null""",
    "frequency": """
        slot smallint not null, code integer not null, ko integer not null, ja integer not null,
        zh integer not null, en integer not null, other integer not null""",
    "learnt": """
        slot smallint not null, word text not null, other text not null, probability double precision not null""",
}
# A text's row stays slim, its terms and words apart from it: candidates are counted without reading either.
INDEXES = """
    create unique index search_subject_{slot}_id on search_subject_{slot} (id);
    create unique index search_subject_{slot}_key on search_subject_{slot} (kind, key);
    create index search_subject_{slot}_home on search_subject_{slot} (home_kind, home_key);
    alter table search_text_{slot} set (toast_tuple_target = 128);
    alter table search_text_{slot} alter column terms set storage external;
    create index search_text_{slot}_subject on search_text_{slot} (subject);
    create index search_text_{slot}_terms on search_text_{slot} using gin (terms) with (fastupdate = off);
    create index search_form_{slot}_subject on search_form_{slot} (subject);
    create index search_form_{slot}_fold on search_form_{slot} (fold text_pattern_ops);
    create index search_form_{slot}_typed on search_form_{slot} (typed text_pattern_ops);
    create index search_form_{slot}_like on search_form_{slot} using gin (fold gin_trgm_ops) with (fastupdate = off);
    create index search_key_{slot}_subject on search_key_{slot} (subject);
    create index search_key_{slot}_text on search_key_{slot} (text text_pattern_ops, type);
    create index search_key_{slot}_like on search_key_{slot} using gin (text gin_trgm_ops) with (fastupdate = off);
    create unique index search_frequency_{slot}_code on search_frequency_{slot} (code);
    create index search_learnt_{slot}_word on search_learnt_{slot} (word);
"""


def _made() -> str:
    parents = "".join(
        f"create table search_{name} ({columns}) partition by list (slot);"
        for name, columns in TABLES.items()
    )
    parts = "".join(
        f"create table search_{name}_{slot} partition of search_{name} for values in ({slot});"
        for name in TABLES
        for slot in (0, 1)
    )
    return (
        parents
        + parts
        + "".join(INDEXES.format(slot=slot) for slot in (0, 1))
        + "create sequence search_ids;"
    )


_UNMADE = "drop sequence search_ids;" + "".join(f"drop table search_{name};" for name in TABLES)

# A trigram of hangul or Han is none where the database takes only ASCII for letters: names would not be found.
_LETTERS = """
do $$ begin
    if cardinality(show_trgm('경북')) = 0 then
        raise exception 'this database knows no letters but ASCII (LC_CTYPE %%): create it with a UTF-8 locale, as C.UTF-8',
            (select datctype from pg_database where datname = current_database());
    end if;
end $$
"""


def _slot() -> tuple[str, models.Field]:
    return ("slot", models.SmallIntegerField())


class Migration(migrations.Migration):
    dependencies = (("search", "0001_first"), ("identity", "0001_first"))
    operations = (
        migrations.RunSQL(_LETTERS.replace("%%", "%"), migrations.RunSQL.noop),
        migrations.DeleteModel("Found"),
        migrations.CreateModel(
            "Index",
            [
                ("slot", models.SmallIntegerField(primary_key=True, serialize=False)),
                ("state", models.CharField(max_length=10)),
                ("terms", models.CharField(blank=True, max_length=200)),
                ("changed_at", models.DateTimeField(null=True)),
                ("texts", models.JSONField(default=dict)),
                ("words", models.BigIntegerField(default=0)),
            ],
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(_made(), _UNMADE)],
            state_operations=[
                migrations.CreateModel(
                    "Subject",
                    [
                        _slot(),
                        ("pk", models.CompositePrimaryKey("slot", "id", primary_key=True, serialize=False)),
                        ("id", models.BigIntegerField()),
                        ("kind", models.CharField(max_length=20)),
                        ("key", models.CharField(max_length=200)),
                        ("label", models.JSONField()),
                        ("country", models.CharField(max_length=2)),
                        ("countries", ARRAY(models.TextField(), null=True, size=None)),
                        ("bodies", ARRAY(models.TextField(), null=True, size=None)),
                        ("topics", ARRAY(models.TextField(), null=True, size=None)),
                        ("years", ARRAY(models.IntegerField(), null=True, size=None)),
                        ("langs", ARRAY(models.TextField(), null=True, size=None)),
                        ("day", models.DateField(null=True)),
                        ("readers", ARRAY(models.TextField(), null=True, size=None)),
                        ("home_kind", models.CharField(max_length=20)),
                        ("home_key", models.CharField(max_length=200)),
                    ],
                    options={"abstract": False},
                ),
                migrations.CreateModel(
                    "Text",
                    [
                        _slot(),
                        (
                            "pk",
                            models.CompositePrimaryKey(
                                "slot", "subject", "lang", "part", primary_key=True, serialize=False
                            ),
                        ),
                        ("subject", models.BigIntegerField()),
                        ("lang", models.TextField()),
                        ("part", models.SmallIntegerField()),
                        ("length", models.IntegerField()),
                        ("readers", ARRAY(models.TextField(), null=True, size=None)),
                        ("title", models.TextField()),
                        ("body", models.TextField()),
                        ("terms", ARRAY(models.IntegerField(), size=None)),
                    ],
                    options={"abstract": False},
                ),
                migrations.CreateModel(
                    "Form",
                    [
                        _slot(),
                        (
                            "pk",
                            models.CompositePrimaryKey(
                                "slot", "subject", "nth", primary_key=True, serialize=False
                            ),
                        ),
                        ("subject", models.BigIntegerField()),
                        ("nth", models.SmallIntegerField()),
                        ("lang", models.TextField()),
                        ("own", models.BooleanField()),
                        ("text", models.TextField()),
                        ("fold", models.TextField()),
                        ("typed", models.TextField()),
                    ],
                    options={"abstract": False},
                ),
                migrations.CreateModel(
                    "Key",
                    [
                        _slot(),
                        (
                            "pk",
                            models.CompositePrimaryKey(
                                "slot", "subject", "nth", "type", "text", primary_key=True, serialize=False
                            ),
                        ),
                        ("subject", models.BigIntegerField()),
                        ("nth", models.SmallIntegerField()),
                        ("type", models.TextField()),
                        ("text", models.TextField()),
                        ("level", models.SmallIntegerField()),
                    ],
                    options={"abstract": False},
                ),
                migrations.CreateModel(
                    "Frequency",
                    [
                        _slot(),
                        ("pk", models.CompositePrimaryKey("slot", "code", primary_key=True, serialize=False)),
                        ("code", models.IntegerField()),
                        ("ko", models.IntegerField()),
                        ("ja", models.IntegerField()),
                        ("zh", models.IntegerField()),
                        ("en", models.IntegerField()),
                        ("other", models.IntegerField()),
                    ],
                    options={"abstract": False},
                ),
                migrations.CreateModel(
                    "Learnt",
                    [
                        _slot(),
                        (
                            "pk",
                            models.CompositePrimaryKey(
                                "slot", "word", "other", primary_key=True, serialize=False
                            ),
                        ),
                        ("word", models.TextField()),
                        ("other", models.TextField()),
                        ("probability", models.FloatField()),
                    ],
                    options={"abstract": False},
                ),
            ],
        ),
        # What was read into the old table is read anew.
        migrations.RunSQL(
            "delete from identity_follower where name = 'search'",
            "delete from identity_follower where name like 'search%'",
        ),
    )
