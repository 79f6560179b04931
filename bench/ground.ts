import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type Database, migrate, newId } from "#db";
import { startEmbedded } from "#db/embedded";
import { schema } from "#store";
import { type ProcessorParts, processorParts, processorTime } from "./processor-time.ts";

/** A new, migrated server with durable commits, in a temporary folder, with a workspace. */
export type Ground = {
  readonly url: string;
  readonly database: Database;
  readonly workspaceId: string;
  readonly siteId: string;
  /** Seconds of processor time that the bench and its server have used so far; null where it cannot be read. */
  readonly processorTime: () => Promise<number | null>;
  /** The same by where it was spent. */
  readonly processorParts: () => Promise<ProcessorParts | null>;
  readonly close: () => Promise<void>;
};

export async function openGround(settings: Record<string, string> = {}): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), "sojourn-bench-"));
  const server = await startEmbedded(folder, settings);
  const database = connect(server.url, { max: 12 });
  await migrate(database);
  const [workspaceId, siteId] = [newId(), newId()];
  await database.orm.insert(schema.workspaces).values({ id: workspaceId, name: "Bench", slug: "bench" });
  await database.orm.insert(schema.sites).values({ id: siteId, workspaceId, name: "Website" });
  await database.orm.insert(schema.content).values({
    id: newId(),
    workspaceId,
    slug: "mail",
    type: "email",
    name: "Mail",
    subject: "Hello",
    html: "<p>Hello</p>",
  });
  const close = async () => {
    await database.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return {
    url: server.url,
    database,
    workspaceId,
    siteId,
    processorTime: () => processorTime(join(folder, "postgres")),
    processorParts: () => processorParts(join(folder, "postgres")),
    close,
  };
}

/**
 * A server that has run for a while reuses its WAL files; a new one fills each with zeros first, which takes a sixth of
 * the workers' time. 16 MB each; as many as fit into `min_wal_size` are reused.
 */
export async function makeLogFiles({ database }: Ground, files: number): Promise<void> {
  for (let file = 0; file < files; file += 1) {
    await database.sql`select pg_logical_emit_message(false, 'bench', '')`;
    await database.sql`select pg_switch_wal()`;
  }
  await database.sql`checkpoint`;
}

export const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}, ${process.platform}`;

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const show = (value: number): string => Math.round(value).toLocaleString("en");
