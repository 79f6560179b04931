import { type Columns, type Fragment, newId } from "#db";
import type { UniformEntry } from "#engine";
import { packHops } from "../history/hops.ts";
import type { SliceQuery } from "../operations/slice.ts";
import type { Source } from "../people/newcomers.ts";
import { columnsOf } from "../sql/columns-of.ts";
import { type Connection, placedMicros, plain, toSqlTimestamp } from "../sql/connection.ts";
import { inOrder } from "../sql/plan-settings.ts";
import { joined, rowsAsTable } from "../sql/rows-as-table.ts";
import { atEntry } from "./columns.ts";

/** The entry of all people who have the same values of some traits. `key` is their text in SQL, see `traitsKey`. */
export type SharedEntry = { readonly key: string; readonly entry: UniformEntry };

export type UniformEnrollments = {
  /** People who entered, by the key of their traits. */
  readonly entered: Readonly<Record<string, number>>;
  readonly seen: number;
  readonly last: string | null;
  /** People who have to be advanced one by one. */
  readonly others: readonly string[];
};

/** The values of traits as one text, a line each; a line is empty where there is none. JSON text has no line breaks. */
function traitsKey(sql: Connection, names: readonly string[]): Fragment {
  const [first = sql`''`, ...rest] = names.map((name) => sql`coalesce((people.traits -> ${name}::text)::text, '')`);
  return rest.reduce((all, next) => sql`${all} || E'\\n' || ${next}`, first);
}

/** The traits that a key of `traitsKey` stands for. */
const traitsOf = (key: string, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    key.split("\n").flatMap((text, place) => {
      const name = names[place];
      return name === undefined || text === "" ? [] : [[name, JSON.parse(text)]];
    }),
  );

export type SharedValues = { readonly key: string; readonly traits: Record<string, unknown> };

/** The different values that people of a slice have of these traits, the most frequent first, `limit` at most. */
export async function readSharedTraits(
  sql: Connection,
  { from }: Source,
  names: readonly string[],
  limit: number,
): Promise<SharedValues[]> {
  const rows = await inOrder(
    sql,
    async () =>
      await sql<{ key: string }[]>`
      with slice as materialized (select ${traitsKey(sql, names)} as key ${from})
      select key from slice group by key order by count(*) desc limit ${limit}`,
  );
  return rows.map(({ key }) => ({ key, traits: traitsOf(key, names) }));
}

/**
 * Enrolls everybody of the slice for whom one of the entries holds, in one statement, and returns the rest. The rows
 * never leave the database: advancing people one by one took half as long again, and so did reading the rows and
 * copying them back. The enrollment's id also serves as the id of its first signal, and each JSON document is parsed
 * once for all rows. Scalar sub-selects are used because `not exists` is planned as a join that reads everybody in the
 * journey for each person while statistics are outdated. `is not distinct from` is used instead of an equality with the
 * journey, because with an equality the planner takes the index by journey, with the same effect. The join times of members are not read, so that a segment is read from its index
 * alone (0.8 µs less per person).
 */
export async function insertUniformEnrollments(
  slice: SliceQuery,
  source: Source,
  names: readonly string[],
  entries: readonly SharedEntry[],
): Promise<UniformEnrollments> {
  const { sql, operation, shard, now } = slice;
  const [first] = entries;
  if (first === undefined) return { entered: {}, seen: 0, last: null, others: [] };
  // What a journey, its version and a signal determine is the same in all entries.
  const { start, enrollment, history } = first.entry;
  const ids = Array.from({ length: slice.limit }, () => newId(shard, now));
  const at = toSqlTimestamp(start.enrolledAt);
  const { id: _, ...same } = atEntry;
  const started = columnsOf(
    same,
    entries.map(({ entry }) => entry.start),
  );
  const columns = Object.keys(started);
  const begun = joined(
    sql,
    columns.map((name) => sql`${sql(name)}`),
  );
  const values = joined(
    sql,
    columns.map((name) => sql`shared.${sql(name)}`),
  );
  const [row] = await sql<UniformEnrollments[]>`
    with given as materialized (
      select ${plain(ids)}::uuid[] as ids
    ),
    shared as materialized (${rowsAsTable(sql, { ...started, ...placesOf(entries, now) })}),
    newcomer as materialized (${newcomersOf(slice, source, names, start.journeyId)}),
    begun as (
      insert into enrollments (shard, id, workspace_id, person_id, status, ${begun})
      select ${shard}, enrollment_id, ${operation.workspaceId}, person_id, 'active', ${values}
      from newcomer join shared on shared.traits_key = newcomer.key where fits
    ),
    stood as (
      insert into positions (shard, enrollment_id, workspace_id, journey_id, version_id, person_id, instance_key, epoch,
        node_id, wake_at, seq, enrolled_at, state)
      select ${shard}, enrollment_id, ${operation.workspaceId}, ${enrollment.journeyId}, ${enrollment.versionId}, person_id, '',
        ${enrollment.epoch}, shared.node_id, shared.wakes, shared.seq, ${at}::timestamptz, shared.state
      from newcomer join shared on shared.traits_key = newcomer.key where fits
    ),
    told as (
      insert into history (shard, at, id, workspace_id, enrollment_id, journey_id, version_id, person_id, signal_id,
        signal_kind, hops, committed_at)
      select ${shard}, to_timestamp(${placedMicros(history.at, 1)}::float8 / 1000000), enrollment_id, ${operation.workspaceId},
        enrollment_id, ${history.journeyId}, ${history.versionId}, person_id, enrollment_id, ${history.signalKind},
        shared.hops, ${toSqlTimestamp(now)}::timestamptz
      from newcomer join shared on shared.traits_key = newcomer.key where fits
    )
    select
      coalesce((select jsonb_object_agg(key, people) from (
        select newcomer.key, count(*) as people
        from newcomer join shared on shared.traits_key = newcomer.key where fits group by newcomer.key
      ) counted), '{}') as entered,
      count(*)::int as seen, max(person_id::text collate "C") as last,
      coalesce(jsonb_agg(person_id) filter (where not fits or shared.traits_key is null), '[]') as others
    from newcomer left join shared on shared.traits_key = newcomer.key`;
  return row ?? { entered: {}, seen: 0, last: null, others: [] };
}

/**
 * The people of a slice, with the ids that their enrollments may have. `fits`: nothing else of theirs is due, unread or over.
 * Signals are not looked up while the shard has none.
 */
function newcomersOf(
  { sql, shard, now }: SliceQuery,
  { from }: Source,
  names: readonly string[],
  journeyId: string,
): Fragment {
  return sql`
    select people.id as person_id, ((select given.ids from given))[row_number() over ()] as enrollment_id,
      ${traitsKey(sql, names)} as key,
      people.external_id is not null and people.merged_into is null and people.traits -> 'timezone' is null
      and (select true from enrollments past where past.shard = people.shard and past.person_id = people.id
        and past.journey_id is not distinct from ${journeyId}::uuid limit 1) is null
      and case when (select true from inbox where inbox.shard = ${shard} limit 1) is null then true else
        (select true from inbox where inbox.shard = people.shard and inbox.person_id = people.id limit 1) is null end
      and case when (select true from positions due where due.shard = ${shard}
        and due.wake_at < ${toSqlTimestamp(now)}::timestamptz order by due.wake_at limit 1) is null then true else
        (select true from positions due where due.shard = people.shard and due.person_id = people.id
          and due.wake_at < ${toSqlTimestamp(now)}::timestamptz limit 1) is null end as fits
    ${from}`;
}

/** What differs between the entries beside the enrollment itself: where they stand, and how they came there. */
const placesOf = (entries: readonly SharedEntry[], now: number): Columns => ({
  traits_key: ["text", entries.map(({ key }) => key)],
  node_id: ["uuid", entries.map(({ entry }) => entry.enrollment.nodeId)],
  wakes: ["moment", entries.map(({ entry: { enrollment } }) => laterOf(enrollment.wakeAt, now))],
  seq: ["int", entries.map(({ entry }) => entry.enrollment.seq)],
  state: ["json", entries.map(({ entry }) => json(entry.enrollment.state))],
  hops: ["json", entries.map(({ entry }) => json(packHops(entry.history.hops)))],
});

const laterOf = (at: number | null, now: number): number | null => (at === null ? null : Math.max(at, now));
const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
