"""What the web's database role may do: read and write rows, own nothing, and leave what is settled alone.

Run by the owner after every migration; running it again changes nothing.
"""

from django.db import connection, transaction

from interlocal.delegations.walls import ROLE, WEB

# The journal, the certificates and the histories grow; nobody rewrites them. Histories of people's data are not even read.
_SETTLE = f"""
grant usage on schema public to {WEB};
grant select, insert, update, delete on all tables in schema public to {WEB};
grant usage, select on all sequences in schema public to {WEB};
revoke update, delete on identity_entry, delegations_certificate from {WEB};
revoke insert, update, delete on django_migrations from {WEB};
do $$ declare history text; begin
    for history in
        select c.table_name from information_schema.columns c
        where c.table_schema = 'public' and c.column_name = 'pgh_id'
    loop
        execute format('revoke update, delete on %I from {WEB}', history);
        if history ~ '^(delegations|arrangements|papers)_' then
            execute format('revoke select on %I from {WEB}', history);
        end if;
    end loop;
end $$;
"""


@transaction.atomic
def settle_rights() -> None:
    """Give the web's role what it needs on the tables as they are now; ProgrammingError without the right to give it."""
    with connection.cursor() as cursor:
        cursor.execute(ROLE)
        cursor.execute(_SETTLE)
