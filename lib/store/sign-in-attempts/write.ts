import type { Connection } from "../sql/connection.ts";

/** From how many failures on a subject waits; the wait doubles with each further one, up to the longest. */
export type Threshold = {
  readonly free: number;
  readonly longestSeconds: number;
  /** How long failures count: from the `first` of them, or from the `last`. */
  readonly seconds: number;
  readonly since: "first" | "last";
};

/**
 * Counts an attempt before it is made, so that many at once are counted too. Returns the seconds to wait if the subject
 * is blocked, else `null`. Nothing counts for longer than a day.
 */
export async function countAttempt(
  sql: Connection,
  subject: string,
  { free, longestSeconds, seconds, since }: Threshold,
): Promise<number | null> {
  const isOver = sql`a.last_at < now() - make_interval(secs => ${seconds}::float8)`;
  await sql`
    delete from sign_in_attempts where subject in (
      select subject from sign_in_attempts where last_at < now() - interval '1 day' and subject <> ${subject}
      order by last_at limit 10 for update skip locked)`;
  const [counted] = await sql`
    insert into sign_in_attempts as a (subject, failures, last_at) values (${subject}, 1, now())
    on conflict (subject) do update set
      failures = case when ${isOver} then 1 else a.failures + 1 end,
      blocked_until = case
        when ${isOver} or a.failures + 1 < ${free}::int then null
        else now() + make_interval(secs => least(60 * power(2, least(a.failures + 1 - ${free}::int, 20)), ${longestSeconds}::float8))
      end,
      last_at = case when ${since === "first"}::boolean and not (${isOver}) then a.last_at else now() end
    where a.blocked_until is null or a.blocked_until <= now()
    returning subject`;
  if (counted) return null;
  const [blocked] = await sql<{ seconds: number }[]>`
    select greatest(1, ceil(extract(epoch from blocked_until - now())))::int as seconds
    from sign_in_attempts where subject = ${subject}`;
  return blocked?.seconds ?? 1;
}

/** A right answer: the failures of these subjects are forgotten. */
export async function clearAttempts(sql: Connection, subjects: readonly string[]): Promise<void> {
  await sql`delete from sign_in_attempts where subject = any(${[...subjects]}::text[])`;
}

/** A right answer of one account: the address made one failure less, but keeps those of other accounts. */
export async function takeBackAttempt(sql: Connection, subject: string): Promise<void> {
  await sql`
    update sign_in_attempts set failures = greatest(failures - 1, 0), blocked_until = null where subject = ${subject}`;
}
