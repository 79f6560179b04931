import { type SQL, sql } from "drizzle-orm";

/** Tables whose rows have names, by the first word of an action. People are not named: the log outlives them. */
const NAMED: Readonly<Record<string, SQL>> = {
  journey: sql`select name from journeys`,
  content: sql`select name from content`,
  segment: sql`select name from segments`,
  site: sql`select name from sites`,
  key: sql`select name from api_keys`,
  channel: sql`select name from channels`,
  topic: sql`select name from topics`,
  offer: sql`select name from offers`,
  decision_flow: sql`select name from decision_flows`,
  campaign: sql`select name from campaigns`,
  workspace: sql`select name from workspaces`,
  member: sql`select email from users`,
  account: sql`select email from users`,
};

/** Ids of all but users; other subjects are words, such as `engine`. */
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** The name of the object of an action; of one that is gone, the name that the log knows from before. */
export function subjectName(workspaceId: string, action: string, subject: string): SQL {
  const named = NAMED[action.split(".", 1)[0] ?? ""];
  const known = sql`(select subject_name from audit_log where workspace_id = ${workspaceId} and subject = ${subject}
    and subject_name is not null order by at desc limit 1)`;
  const isUser = named === NAMED.member || named === NAMED.account;
  if (!named || (!isUser && !UUID.test(subject))) return known;
  return sql`coalesce((${named} where id = ${subject}), ${known})`;
}

/** The name of who acts, as `user:…` or `key:…`. */
export function actorName(actor: string): SQL {
  const id = actor.slice(actor.indexOf(":") + 1);
  if (actor.startsWith("user:")) return sql`(select email from users where id = ${id})`;
  if (actor.startsWith("key:")) return sql`(select name from api_keys where id = ${id}::uuid)`;
  return sql`null::text`;
}
