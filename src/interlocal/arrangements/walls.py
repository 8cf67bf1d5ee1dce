"""Statements of the room that Django has no words for: who sees a row, and when an item takes what it takes."""

from interlocal.delegations import walls

_KEPT = (
    "cost",
    "detail",
    "photo",
    "placing",
    "resource",
    "route",
    "seating",
    "site",
    "taking",
    "track",
    "words",
)
TABLES = {f"arrangements_{noun}": walls.OFFICE for noun in _KEPT}
TABLES["arrangements_releasedsheet"] = f"is_public or {walls.PARTY}"

DURING = """
create function arrangements_during(of_item bigint) returns tstzrange
language sql stable security definer set search_path = public as $$
    select case
        when i.starts_at is null or d.state = 'declined' then null
        else tstzrange(
            t.begins,
            greatest(t.begins, ((p.from_on + i.day + i.nights) + coalesce(i.ends_at, i.starts_at))
                at time zone coalesce(nullif(i.ends_zone, ''), nullif(i.zone, ''), p.timezone)),
            '[)')
        end
    from delegations_planneditem i
    join delegations_preparation p on p.id = i.preparation_id
    left join arrangements_detail d on d.item_id = i.id
    cross join lateral (
        select ((p.from_on + i.day) + i.starts_at) at time zone coalesce(nullif(i.zone, ''), p.timezone) as begins
    ) t
    where i.id = of_item
$$;

create function arrangements_taken() returns trigger language plpgsql as $$
begin
    new.during := arrangements_during(new.item_id);
    return new;
end $$;
create trigger arrangements_taken before insert or update of item_id on arrangements_taking
    for each row execute function arrangements_taken();

create function arrangements_item_moved() returns trigger
language plpgsql security definer set search_path = public as $$
begin
    update arrangements_taking set during = arrangements_during(item_id)
        where item_id = coalesce(to_jsonb(new) ->> 'item_id', to_jsonb(new) ->> 'id')::bigint;
    return null;
end $$;
create trigger arrangements_item_moved
    after update of day, starts_at, ends_at, nights, zone, ends_zone on delegations_planneditem
    for each row execute function arrangements_item_moved();
create trigger arrangements_item_moved after insert or update of state on arrangements_detail
    for each row execute function arrangements_item_moved();

create function arrangements_days_moved() returns trigger
language plpgsql security definer set search_path = public as $$
begin
    update arrangements_taking set during = arrangements_during(item_id) where preparation_id = new.id;
    return null;
end $$;
create trigger arrangements_days_moved after update of from_on, timezone on delegations_preparation
    for each row execute function arrangements_days_moved();

-- Checked when a statement ends, so that all of them can move together.
alter table arrangements_taking add constraint resource_taken_once_at_a_time
    exclude using gist (int8range(resource_id, resource_id, '[]') with &&, during with &&)
    where (resource_id is not null) deferrable initially immediate;
alter table arrangements_taking add constraint delegate_taken_once_at_a_time
    exclude using gist (int8range(delegate_id, delegate_id, '[]') with &&, during with &&)
    where (delegate_id is not null) deferrable initially immediate;
"""
NO_DURING = """
alter table arrangements_taking drop constraint delegate_taken_once_at_a_time;
alter table arrangements_taking drop constraint resource_taken_once_at_a_time;
drop trigger arrangements_days_moved on delegations_preparation;
drop function arrangements_days_moved();
drop trigger arrangements_item_moved on arrangements_detail;
drop trigger arrangements_item_moved on delegations_planneditem;
drop function arrangements_item_moved();
drop trigger arrangements_taken on arrangements_taking;
drop function arrangements_taken();
drop function arrangements_during(bigint);
"""
