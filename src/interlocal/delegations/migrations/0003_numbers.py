from django.db import migrations

# For ministry desks and missions: how many, by country, never who. It runs as the owner of the tables, so the wall does
# not stand in its way; what it gives away is in its columns.
NUMBERS = """
create function delegations_numbers(whose text)
returns table (preparation bigint, country text, invited bigint, accepted bigint, nominated bigint, approved bigint, seen bigint)
language sql stable security definer set search_path = public, pg_temp as $$
    select i.preparation_id, b.country,
           count(distinct i.id) filter (where i.state <> 'draft'),
           count(distinct i.id) filter (where i.state = 'accepted'),
           count(distinct d.id) filter (where d.state in ('nominated', 'pre_approved')),
           count(distinct d.id) filter (where d.state = 'approved'),
           count(distinct c.delegate_id) filter (where c.undone_at is null)
    from delegations_preparation p
    join registry_body s on s.id = p.secretariat_id
    join delegations_invitation i on i.preparation_id = p.id
    join registry_body b on b.id = i.body_id
    left join delegations_delegate d on d.invitation_id = i.id
    left join delegations_checkin c on c.delegate_id = d.id
    where s.country = whose
       or exists (select from delegations_invitation j join registry_body x on x.id = j.body_id
                  where j.preparation_id = p.id and x.country = whose and j.state <> 'draft')
    group by i.preparation_id, b.country
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("delegations", "0002_walls")]

    operations = [migrations.RunSQL(NUMBERS, "drop function delegations_numbers(text)")]
