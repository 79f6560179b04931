import { type Database, newId } from "#db";
import { testDatabase } from "#db/testing";
import type { JourneyDocument } from "#journey";
import { schema } from "#store";
import { appendSignals } from "#store/inbox";
import { testWorkspace } from "#store/testing";
import { createRuntime, drain, type IngestItem, type IngestResult, ingest, type Runtime, runUntil } from "../index.ts";
import { type Published, publish } from "./publish.ts";

export { DAY_MS as DAY, HOUR_MS as HOUR, MINUTE_MS as MINUTE } from "#times";

const START = Date.parse("2026-03-02T09:00:00Z");

/** A workspace on a separate database, with a runtime whose clock stands still until a test moves it. */
export class RuntimeHarness {
  readonly database: Database;
  readonly url: string;
  readonly workspaceId: string;
  readonly siteId: string;
  readonly runtime: Runtime;
  readonly reports: string[] = [];

  private constructor(opened: { database: Database; url: string }, place: { workspaceId: string; siteId: string }) {
    this.database = opened.database;
    this.url = opened.url;
    this.workspaceId = place.workspaceId;
    this.siteId = place.siteId;
    const report = (message: string) => this.reports.push(message);
    this.runtime = createRuntime(opened.database, { clock: { kind: "virtual", at: new Date(START) }, report });
  }

  static async open(): Promise<RuntimeHarness> {
    const opened = await testDatabase();
    const stage = new RuntimeHarness(opened, await testWorkspace(opened.database));
    await opened.database.orm.insert(schema.content).values({
      id: newId(),
      workspaceId: stage.workspaceId,
      slug: "mail",
      type: "email",
      name: "Mail",
      subject: "Hi",
      html: "<p>Hi</p>",
    });
    return stage;
  }

  publish(document: Partial<JourneyDocument>): Promise<Published> {
    return publish(this.database, { workspaceId: this.workspaceId, siteId: this.siteId }, document);
  }

  give(...items: Omit<IngestItem, "workspaceId">[]): Promise<IngestResult[]> {
    const { workspaceId, runtime } = this;
    return ingest(
      this.database,
      items.map((item) => ({ ...item, workspaceId })),
      { clock: runtime.clock },
    );
  }

  track(userId: string, event: string, rest: Partial<IngestItem> = {}): Promise<IngestResult[]> {
    return this.give({ userId, type: "track", event, ...rest });
  }

  /** Puts a signal of any kind into the inbox of a person. */
  async signal(personId: string, kind: string, payload: Record<string, unknown>): Promise<void> {
    const { clock } = this.runtime;
    const receivedAt = clock.kind === "virtual" ? { receivedAt: clock.at } : {};
    await appendSignals(this.database.sql, [{ workspaceId: this.workspaceId, personId, kind, payload, ...receivedAt }]);
  }

  settle(): Promise<void> {
    return drain(this.runtime);
  }

  /** Advances the clock by so many ms, and processes everything that becomes due. */
  async pass(ms: number): Promise<void> {
    const { clock } = this.runtime;
    if (clock.kind === "virtual") await runUntil(this.runtime, new Date(clock.at.getTime() + ms), { gather: 0 });
  }

  async count(table: string, where = "true"): Promise<number> {
    const [row] = await this.database.sql.unsafe<{ count: number }[]>(
      `select count(*)::int as count from ${table} where ${where}`,
    );
    return row?.count ?? 0;
  }
}

/**
 * Polls until the condition holds, for at most twenty seconds. On a timeout it returns false, and the test fails at its
 * next check.
 */
export async function until(condition: () => Promise<boolean>, withinMs = 20_000): Promise<boolean> {
  for (const end = Date.now() + withinMs; Date.now() < end; ) {
    if (await condition()) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}
