import { type AnyPgTable, getTableConfig } from "drizzle-orm/pg-core";
import * as schema from "./schema.ts";

/** Tables that only migrations define, because tracking from SQL has a separate schema (R38). */
type TrackingTable = "sojourn.tracked" | "sojourn.tracking_roles";
type Defined = (typeof schema)[keyof typeof schema];
export type TableName = Defined["_"]["name"] | TrackingTable;

/**
 * How a person's rows of a table are found. `by_enrollment`: by the ids of the person's enrollments, where an index by
 * person would slow down every insert. `own_statement`: by a statement for this table alone. `none`: the table stores
 * nothing about people.
 */
type PersonRows = "by_person" | "by_enrollment" | "own_statement" | "none";

type ShardedTable = {
  /** `shard` is the first column of its primary key: the person's shard, or a hash of the row's own key (R2). */
  readonly place: "sharded";
  /** How a person's rows are deleted (R40). */
  readonly erase: PersonRows;
  /** How the rows of a merged person are moved to the survivor (R39). */
  readonly merge: PersonRows;
  /** The time range of one partition (R11). */
  readonly partitions?: "week" | "day";
};

type LocalTable = {
  /** Not sharded: it is on one server only, and no batch writes to it (R4). */
  readonly place: "local";
  readonly erase: Exclude<PersonRows, "by_enrollment">;
  /** `installation`: it belongs to no workspace, and a copy of a workspace excludes it. */
  readonly scope: "workspace" | "installation";
};

const sharded = (erase: PersonRows, merge: PersonRows = erase): ShardedTable => ({ place: "sharded", erase, merge });
const local = (scope: LocalTable["scope"], erase: LocalTable["erase"] = "none"): LocalTable => ({
  place: "local",
  erase,
  scope,
});

/**
 * Every table of the database. The compiler requires an entry for a new one, and a test compares the entries with the
 * database.
 */
export const TABLES: Readonly<Record<TableName, ShardedTable | LocalTable>> = {
  // People, and the keys that lead to them.
  people: sharded("own_statement"),
  people_search: sharded("own_statement"),
  identities: sharded("own_statement"),
  message_ids: { ...sharded("own_statement", "none"), partitions: "day" },
  devices: sharded("own_statement"),
  // What people want to receive, and the addresses that must not receive anything.
  subscriptions: sharded("own_statement"),
  preferences: sharded("own_statement"),
  consent_changes: sharded("own_statement"),
  // What caps count.
  send_usage: sharded("by_person", "own_statement"),
  suppressions: sharded("own_statement", "none"),
  segment_members: sharded("own_statement"),
  segment_rechecks: sharded("by_person", "none"),
  date_starts: sharded("by_person", "own_statement"),
  content_seen: sharded("by_person", "own_statement"),
  accounts: sharded("by_person"),
  orders: sharded("by_person"),
  assigned_campaigns: sharded("by_person"),
  person_changes: sharded("by_person"),
  events: { ...sharded("by_person"), partitions: "week" },
  // Unread signals, and those that could not be processed.
  inbox: sharded("by_person", "own_statement"),
  rejected_signals: sharded("by_person"),
  // Enrollments and what belongs to them.
  enrollments: sharded("by_person"),
  positions: sharded("by_person"),
  history: { ...sharded("by_enrollment"), partitions: "week" },
  queued_actions: sharded("by_person"),
  deliveries: sharded("by_enrollment"),
  message_events: sharded("by_person"),
  conversions: sharded("by_enrollment"),
  split_choices: sharded("by_person"),
  exposures: sharded("by_person", "own_statement"),
  advance_attempts: sharded("by_enrollment", "none"),
  // Offers that people were given, and what they did with them.
  offer_decisions: sharded("by_person"),
  outcomes: sharded("by_person"),
  // What people answered to surveys.
  survey_responses: sharded("by_person"),
  // Counters. They name no person, except in samples.
  node_counts: sharded("none"),
  journey_counts: sharded("none"),
  journey_series: sharded("none"),
  segment_counts: sharded("none"),
  version_moves: sharded("none"),
  goal_counts: sharded("none"),
  exposure_counts: sharded("none"),
  offer_counts: sharded("none"),
  delivery_counts: sharded("none"),
  survey_counts: sharded("none"),
  near_misses: sharded("own_statement", "none"),
  alerts: sharded("own_statement", "none"),
  // The engine's own bookkeeping.
  shards: sharded("none"),
  operation_shards: sharded("own_statement", "none"),
  people_import_parts: sharded("own_statement", "none"),
  operations: local("workspace", "own_statement"),
  engine_config: local("installation"),
  engine_life: local("installation"),
  // Configuration of a workspace.
  workspaces: local("workspace"),
  sites: local("workspace"),
  api_keys: local("workspace"),
  audit_log: local("workspace", "own_statement"),
  idempotency_keys: local("workspace", "own_statement"),
  segments: local("workspace"),
  archive_purges: local("workspace"),
  retention_purges: local("workspace"),
  broadcasts: local("workspace"),
  campaigns: local("workspace"),
  channels: local("workspace"),
  providers: local("workspace"),
  sending_policies: local("workspace"),
  rate_slots: local("workspace"),
  sender_identities: local("workspace"),
  content: local("workspace"),
  content_revisions: local("workspace"),
  topics: local("workspace"),
  content_drafts: local("workspace"),
  preview_links: local("workspace"),
  images: local("workspace"),
  test_sends: local("workspace", "own_statement"),
  journeys: local("workspace"),
  journey_imports: local("workspace"),
  people_imports: local("workspace"),
  versions: local("workspace"),
  plans: local("workspace"),
  split_allocations: local("workspace"),
  offers: local("workspace"),
  notices: local("workspace"),
  saved_views: local("workspace"),
  journey_comments: local("workspace"),
  decision_flows: local("workspace"),
  event_interest: local("workspace"),
  event_catalog: local("workspace"),
  property_catalog: local("workspace"),
  refused_messages: local("workspace", "own_statement"),
  message_counts: local("workspace"),
  schedules: local("workspace"),
  date_plans: local("workspace"),
  "sojourn.tracked": local("workspace", "own_statement"),
  "sojourn.tracking_roles": local("installation"),
  // Accounts. A member belongs to a workspace, and to a user of this installation.
  members: local("installation"),
  users: local("installation"),
  sessions: local("installation"),
  totp_secrets: local("installation"),
  backup_codes: local("installation"),
  passkeys: local("installation"),
  sign_in_attempts: local("installation"),
  logins: local("installation"),
  verifications: local("installation"),
  installation: local("installation"),
};

const ENTRIES = Object.entries(TABLES);
const PLACES = new Map(ENTRIES.map(([name, { place }]) => [name, place]));

const named = (isWanted: (entry: ShardedTable | LocalTable) => boolean): readonly string[] =>
  ENTRIES.filter(([, entry]) => isWanted(entry)).map(([name]) => name);

/** Tables whose rows of an erased person are found in this way. */
export const erasedTables = (way: PersonRows): readonly string[] => named((entry) => entry.erase === way);

/** Tables whose rows of a merged person are found in this way. */
export const mergedTables = (way: PersonRows): readonly string[] =>
  named((entry) => entry.place === "sharded" && entry.merge === way);

/** Tables with partitions of a week or of a day. */
export const partitionedTables = (length: "week" | "day"): readonly string[] =>
  named((entry) => entry.place === "sharded" && entry.partitions === length);

/** Tables of the installation itself. */
export const installationTables = (): readonly string[] =>
  named((entry) => (entry.place === "local" ? entry.scope === "installation" : false));

/** Sharded tables with this column and without any column of `but`. */
export function shardedTablesWith(column: string, but: readonly string[] = []): readonly string[] {
  return Object.values<AnyPgTable>(schema)
    .map((table) => getTableConfig(table))
    .filter(({ name, columns }) => {
      const has = (wanted: string) => columns.some((one) => one.name === wanted);
      return PLACES.get(name) === "sharded" && has(column) && !but.some(has);
    })
    .map(({ name }) => name);
}
