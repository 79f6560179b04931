insert into people_search (shard, person_id, workspace_id, words, tags, created_at)
select shard, id, workspace_id,
  left(' ' || lower(concat_ws(' ', external_id, anonymous_id, left(traits ->> 'email', 255), left(traits ->> 'name', 255),
    left(traits ->> 'firstName', 255), left(traits ->> 'lastName', 255))), 600),
  tags, created_at
from people where merged_into is null
on conflict do nothing;--> statement-breakpoint
-- Without the extension, which a provider may not have, people are found by the beginnings of words.
do $$ begin
  create extension if not exists pg_trgm;
exception when others then
  raise notice 'pg_trgm is not available: %', sqlerrm;
end $$;--> statement-breakpoint
do $$ begin
  if exists (select from pg_extension where extname = 'pg_trgm') then
    create index people_search_trigrams on people_search using gin (words gin_trgm_ops) with (gin_pending_list_limit = 512);
  else
    create index people_search_beginnings on people_search
      using gin (to_tsvector('simple', regexp_replace(words, '[^[:alnum:]]+', ' ', 'g')));
  end if;
end $$;
