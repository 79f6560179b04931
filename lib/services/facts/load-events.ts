import type { LoggedEvent } from "#engine";
import type { Reader } from "#services";
import { peopleOf } from "./people-of.ts";

/** Events of a person at most, the latest ones, unless fewer are asked for (R10). */
const EACH = 1_000;

/** Past events of the given names, the oldest first, without those that still wait in the inbox (R21). */
export async function loadEvents(
  ctx: Reader,
  ids: readonly string[],
  names: readonly string[],
  each: number = EACH,
): Promise<(LoggedEvent & { readonly personId: string })[]> {
  if (ids.length === 0 || names.length === 0) return [];
  return await ctx.database.sql<(LoggedEvent & { personId: string })[]>`
    select wanted.id as "personId", past.id, past.name, past.properties, past.imported,
      floor(date_part('epoch', past.timestamp) * 1000 + 0.0005) as timestamp,
      floor(date_part('epoch', past.received_at) * 1000 + 0.0005) as "receivedAt"
    from ${peopleOf(ctx, ids)}
    cross join lateral (
      select * from events e
      where e.shard = wanted.shard and e.person_id = wanted.id and e.name = any(${[...names]}::text[])
        and not exists (
          select from inbox i where i.shard = e.shard and i.received_at = e.received_at and i.id = e.id)
      order by e.received_at desc limit ${each}
    ) past
    order by past.received_at, past.id`;
}
