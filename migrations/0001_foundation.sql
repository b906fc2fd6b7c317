-- Roles, the functions that every later migration and every request stand on, and the shared tables.
-- Shared tables have no organisation_id in their key, hold nothing of a child, and are few: src/server/shared-tables.ts.

create schema if not exists evident;
create schema if not exists auth;

do $$ begin
  if not exists (select from pg_roles where rolname = 'evident_app') then
    create role evident_app login nobypassrls nosuperuser;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;

do $$ begin
  if not exists (select from pg_roles where rolname = 'evident_eraser') then
    create role evident_eraser login nobypassrls nosuperuser;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;

-- Membership without inheritance: the connecting role has the application's rights only after `enter`. A server's administrator may have
-- made the roles and granted them beforehand; then nothing is left to do here. From PostgreSQL 16 on, being a member and being allowed to
-- change to the role are two things, and whoever makes a role is a member without being allowed to.
do $$ declare member text; begin
  foreach member in array array['evident_app', 'evident_eraser'] loop
    if current_setting('server_version_num')::int >= 160000 then
      if not pg_has_role(current_user, member, 'set') then
        execute format('grant %I to %I with inherit false, set true', member, current_user);
      end if;
    elsif not pg_has_role(current_user, member, 'member') then
      execute format('grant %I to %I', member, current_user);
    end if;
  end loop;
end $$;

create function evident.enter(organisation uuid) returns void language plpgsql as $$
begin
  execute format('set local app.organisation_id = %L', organisation);
  set local role evident_app;
end $$;
comment on function evident.enter is 'Enters one organisation for the rest of the transaction: row-level security shows its rows and no others.';

create function evident.become_eraser() returns void language plpgsql as $$
begin
  set local role evident_eraser;
end $$;
comment on function evident.become_eraser is 'Changes to the role that may delete, inside the organisation entered before. Called by the erasure feature alone.';

create function evident.organisation() returns uuid language sql stable as $$
  select nullif(current_setting('app.organisation_id', true), '')::uuid
$$;
comment on function evident.organisation is 'The organisation entered, or null: then no row is to be seen.';

create function evident.protect(name text, verbs text, erasable boolean default false) returns void language plpgsql as $$
declare verb text;
begin
  execute format('alter table public.%I enable row level security', name);
  execute format('alter table public.%I force row level security', name);
  foreach verb in array regexp_split_to_array(verbs, '\s*,\s*(?![^(]*\))') loop
    if verb like 'update%' then
      execute format('grant %s on public.%I to evident_app', verb, name);
      execute format('create policy own_update on public.%I for update to evident_app using (organisation_id = evident.organisation())', name);
    elsif verb = 'insert' then
      execute format('grant insert on public.%I to evident_app', name);
      execute format('create policy own_insert on public.%I for insert to evident_app with check (organisation_id = evident.organisation())', name);
    else
      execute format('grant %s on public.%I to evident_app', verb, name);
      execute format('create policy %I on public.%I for %s to evident_app using (organisation_id = evident.organisation())', 'own_' || verb, name, verb);
    end if;
  end loop;
  if erasable then
    execute format('grant select, delete on public.%I to evident_eraser', name);
    execute format('create policy erase_select on public.%I for select to evident_eraser using (organisation_id = evident.organisation())', name);
    execute format('create policy erase_delete on public.%I for delete to evident_eraser using (organisation_id = evident.organisation())', name);
  end if;
end $$;
comment on function evident.protect is 'Row-level security, forced, and grants for one tenant table. Verbs: a list of select, insert, delete, update(column).';

grant usage on schema public, evident, auth to evident_app, evident_eraser;

create table public.organisations (
  id uuid primary key,
  kind text not null check (kind in ('school', 'centre')),
  name text not null,
  created_at timestamptz not null
);
comment on table public.organisations is 'Shared. The directory: schools and centres of this installation.';

create table public.installation (
  only_one boolean primary key default true check (only_one),
  state text not null check (state in ('new', 'demo', 'real')),
  setup_code_hash bytea
);
comment on table public.installation is 'Shared. One row: what this installation is for, and the SHA-256 of the set-up code that the terminal printed.';
insert into public.installation (state) values ('new');

create table auth.users (
  id uuid primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table auth.users is 'Shared. Accounts that can sign in; never a learner''s.';

create table auth.sessions (
  id uuid primary key,
  user_id uuid not null references auth.users on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sessions_user on auth.sessions (user_id);
comment on table auth.sessions is 'Shared. Who is signed in, and until when.';

create table auth.accounts (
  id uuid primary key,
  user_id uuid not null references auth.users on delete cascade,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index accounts_user on auth.accounts (user_id);
comment on table auth.accounts is 'Shared. Ways of signing in; for the provider `credential`, the Argon2id hash of the password.';

create table auth.verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table auth.verifications is 'Shared. Short-lived values of the sign-in library.';

create table public.memberships (
  user_id uuid not null references auth.users,
  organisation_id uuid not null references public.organisations,
  person_id uuid not null,
  shut_at timestamptz,
  primary key (user_id, organisation_id)
);
comment on table public.memberships is 'Shared. Which person an account is in which organisation: what the visible switch is made from. Shut after a recovery elsewhere, until this organisation''s administrator opens it.';

grant select, insert on public.organisations, public.memberships to evident_app;
grant update (shut_at) on public.memberships to evident_app;
grant select on public.installation to evident_app;
grant update (state, setup_code_hash) on public.installation to evident_app;
grant select, insert on auth.users, auth.accounts to evident_app;
grant update (password, updated_at) on auth.accounts to evident_app;
grant select, delete on auth.sessions to evident_app;
