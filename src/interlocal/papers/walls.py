"""Statements of the room that Django has no words for: who sees a row, and what goes when a person is erased."""

from interlocal.delegations import walls

TABLES = {"papers_printing": walls.HAT, "papers_template": walls.HAT_ONLY}

# A kept result may name the person: it goes, the order that it was printed stays.
ERASED = """
create function papers_forget() returns trigger language plpgsql security definer set search_path = public as $$
begin
    update papers_printing set content = null, filename = '', wish = wish - 'delegate', refusal = 'erased'
        where preparation_id = new.preparation_id and content is not null;
    return null;
end $$;
create trigger papers_forget after update of erased_at on delegations_delegate
    for each row when (old.erased_at is null and new.erased_at is not null) execute function papers_forget();
"""
NOT_ERASED = """
drop trigger papers_forget on delegations_delegate;
drop function papers_forget();
"""
