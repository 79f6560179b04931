import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type Database, migrate, newId, schema } from "#db";
import { startEmbedded } from "#db/embedded";

/** A fresh, migrated server with durable commits, in a temporary folder, and a workspace on it. */
export type Ground = {
  readonly url: string;
  readonly database: Database;
  readonly workspaceId: string;
  readonly siteId: string;
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
  return { url: server.url, database, workspaceId, siteId, close };
}

export const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}, ${process.platform}`;

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const show = (value: number): string => Math.round(value).toLocaleString("en");
