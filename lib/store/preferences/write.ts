import type { PersonPreferences } from "#consent";
import { shardOf, type TransactionSql } from "#db";
import { type ConsentChange, insertConsentChanges } from "../consent-changes/write.ts";
import { holdPeople } from "../people/hold.ts";
import { readNow } from "../sql/read-now.ts";
import { readPreferences } from "./read.ts";

export type PreferencesChange = {
  readonly workspaceId: string;
  readonly personId: string;
  /** Only the given answers change; null takes one back. */
  readonly answers: Partial<Pick<PersonPreferences, "trackOpens" | "trackClicks" | "frequency" | "snoozedUntil">>;
  readonly source: string;
  readonly reason?: string | null;
};

const NONE: PersonPreferences = {
  trackOpens: null,
  trackClicks: null,
  frequency: null,
  snoozedUntil: null,
  lastMarketingAt: null,
};

const QUESTIONS = [
  ["trackOpens", "track_opens"],
  ["trackClicks", "track_clicks"],
  ["frequency", "frequency"],
  ["snoozedUntil", "snooze"],
] as const;

/** Stores a person's answers with their history, in the caller's transaction; false: nothing changed. */
export async function setPreferences(sql: TransactionSql, change: PreferencesChange): Promise<boolean> {
  const { workspaceId, personId, answers, source } = change;
  if (!(await holdPeople(sql, [change])).has(personId)) return false;
  const [known = NONE] = await readPreferences(sql, [personId]);
  const next = { ...known, ...answers };
  const changed = QUESTIONS.filter(([name]) => next[name] !== known[name]);
  if (changed.length === 0) return false;
  await sql`
    insert into preferences
      (shard, person_id, workspace_id, track_opens, track_clicks, frequency, snoozed_until, updated_at)
    values (${shardOf(personId)}, ${personId}, ${workspaceId}, ${next.trackOpens}, ${next.trackClicks}, ${next.frequency},
      ${moment(next.snoozedUntil)}::timestamptz, clock_timestamp())
    on conflict (shard, person_id) do update set track_opens = excluded.track_opens,
      track_clicks = excluded.track_clicks, frequency = excluded.frequency, snoozed_until = excluded.snoozed_until,
      updated_at = excluded.updated_at`;
  const at = await readNow(sql);
  await insertConsentChanges(
    sql,
    changed.map(([name, what]): ConsentChange => {
      const said = { former: written(name, known), current: written(name, next) };
      const about = { workspaceId, personId, what, topic: null, channel: null, source, reason: change.reason ?? null };
      return { ...about, ...said, at };
    }),
  );
  return true;
}

const moment = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

function written(name: (typeof QUESTIONS)[number][0], preferences: PersonPreferences): string | null {
  if (name === "snoozedUntil") return moment(preferences.snoozedUntil);
  const value = preferences[name];
  return value === null ? null : String(value);
}
