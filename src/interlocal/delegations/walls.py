"""The statements that make rows with people in them visible only to whom they concern.

What a transaction was told (`identity.walls`): the body whose hat is worn, in a signed link also the preparation, in a
delegate's link the delegate. A row is seen by its own body, by the secretariat of its preparation, and by its delegate.
Used by migrations; a later table with people in it adds itself in a migration of its own.
"""

WEB = "interlocal_web"

_BODY = "(select nullif(current_setting('interlocal.body', true), '')::bigint)"
_PREPARATION = "(select nullif(current_setting('interlocal.preparation', true), '')::bigint)"
_DELEGATE = "(select nullif(current_setting('interlocal.delegate', true), '')::bigint)"
# An array, not `in (select …)`: the planner then uses the index on the preparation.
_OURS = f"array(select p.id from delegations_preparation p where p.secretariat_id = {_BODY})"
_SECRET = "(select nullif(current_setting('interlocal.secret', true), ''))"

ROLE = f"""
do $$ begin
    if not exists (select from pg_roles where rolname = '{WEB}') then
        create role {WEB} nologin;
    end if;
    if not pg_has_role(current_user, '{WEB}', 'member') then
        execute format('grant {WEB} to %I', current_user);
    end if;
end $$;
"""

# table: the column that names the delegate ("" where a row is of a whole delegation), other bodies that see it
WALLED: dict[str, tuple[str, str]] = {
    "delegations_invitation": ("", ""),
    "delegations_link": ("delegate_id", ""),
    "delegations_delegate": ("id", ""),
    "delegations_decision": ("delegate_id", ""),
    "delegations_change": ("delegate_id", ""),
    "delegations_moved": ("", ""),
    "delegations_datum": ("delegate_id", ""),
    "delegations_consent": ("delegate_id", ""),
    "delegations_wish": ("delegate_id", ""),
    "delegations_checkin": ("delegate_id", ""),
    "delegations_gift": ("", "to_body_id"),
    "delegations_mail": ("delegate_id", ""),
}


def seen(delegate: str, also: str) -> str:
    """The condition under which the web sees a row."""
    bodies = f"body_id = {_BODY}" + (f" or {also} = {_BODY}" if also else "")
    office = (
        f"{_DELEGATE} is null and ({_PREPARATION} is null or preparation_id = {_PREPARATION})"
        f" and ({bodies} or preparation_id = any({_OURS}))"
    )
    return f"({office}) or {delegate} = {_DELEGATE}" if delegate else office


# What a secretariat keeps beside the list of people: rooms, cars, texts. Nobody else sees a row of it.
OFFICE = (
    f"{_DELEGATE} is null and ({_PREPARATION} is null or preparation_id = {_PREPARATION})"
    f" and preparation_id = any({_OURS})"
)
# What everybody of an edition may see: its secretariat, invited bodies, holders of its links.
PARTY = (
    f"preparation_id = any({_OURS}) or preparation_id = {_PREPARATION}"
    f" or preparation_id in (select i.preparation_id from delegations_invitation i"
    f" where i.body_id = {_BODY} and i.state <> 'draft')"
)
# What belongs to the body whose hat is worn, of one preparation.
HAT = (
    f"{_DELEGATE} is null and body_id = {_BODY}"
    f" and ({_PREPARATION} is null or preparation_id = {_PREPARATION})"
)
HAT_ONLY = f"{_DELEGATE} is null and {_PREPARATION} is null and body_id = {_BODY}"


def wall(table: str, condition: str) -> str:
    return f"""
alter table {table} enable row level security;
alter table {table} force row level security;
create policy keeper on {table} to current_user using (true) with check (true);
create policy seen on {table} to {WEB} using ({condition}) with check ({condition});
"""


def unwall(table: str) -> str:
    return f"""
drop policy if exists seen on {table};
drop policy if exists keeper on {table};
alter table {table} no force row level security;
alter table {table} disable row level security;
"""


# Who helps a delegation is seen by that delegation, its delegates included.
ESCORT = (
    f"({_PREPARATION} is null or preparation_id = {_PREPARATION})"
    f" and (body_id = {_BODY} or ({_DELEGATE} is null and preparation_id = any({_OURS})))"
)
# Before anybody is known, a link is found by the hash of its secret, and by nothing else.
BY_SECRET = (
    f"create policy by_secret on delegations_link for select to {WEB} using (secret_hash = {_SECRET});"
)
