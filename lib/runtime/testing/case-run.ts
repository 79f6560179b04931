import { type Database, newId } from "#db";
import { schema } from "#store";
import { appendSignals } from "#store/inbox";
import { testWorkspace } from "#store/testing";
import { createRuntime, drain, type Runtime, runUntil } from "../index.ts";
import { ingest } from "../ingest/index.ts";
import { type Drawing, draw } from "./draw.ts";
import { publish, queueOperation, raiseRevision } from "./publish.ts";

export type CaseSignal = {
  at: string;
  track?: string;
  properties?: Record<string, unknown>;
  person?: string;
  timestamp?: string;
  identify?: Record<string, unknown>;
  tag?: string;
  do?: string;
  pauseMode?: string;
};

const START = Date.parse("2026-03-02T09:00:00Z");

/** The time at an offset such as `1d2h30m10s` from the start of a case. */
export function caseTime(offset: string): Date {
  const parts = offset.match(/\d+[smhdw]/g) ?? [];
  const units: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
  const ms = parts.reduce((sum, part) => sum + Number.parseInt(part, 10) * (units[part.slice(-1)] ?? 0), 0);
  return new Date(START + ms);
}

/** Runs one case on the real driver: a separate workspace, a virtual clock, every signal at its own time. */
export class CaseRun {
  readonly database: Database;
  readonly runtime: Runtime;
  workspaceId = "";
  journeyId = "";
  names = new Map<string, string>();
  tags: Record<string, string[]> = {};

  constructor(database: Database) {
    this.database = database;
    this.runtime = createRuntime(database, { clock: { kind: "virtual", at: new Date(START) } });
  }

  async open(drawing: Drawing): Promise<void> {
    const place = await testWorkspace(this.database);
    this.workspaceId = place.workspaceId;
    await this.database.orm
      .insert(schema.content)
      .values({ id: newId(), ...place, slug: "mail", type: "email", name: "Mail", subject: "Hi", html: "<p>Hi</p>" });
    const document = draw(drawing);
    for (const node of document.nodes) this.names.set(node.id, node.name);
    this.journeyId = (await publish(this.database, place, document)).journeyId;
  }

  async play(signals: readonly CaseSignal[], looks: readonly string[] = []): Promise<void> {
    const times = [...new Set([...signals.map((signal) => signal.at), ...looks])];
    times.sort((a, b) => caseTime(a).getTime() - caseTime(b).getTime());
    for (const time of times) {
      await runUntil(this.runtime, caseTime(time), { gather: 0 });
      for (const signal of signals.filter((one) => one.at === time)) {
        await this.give(signal);
        await drain(this.runtime);
      }
      if (looks.includes(time)) await this.look(time);
    }
  }

  private async give(signal: CaseSignal): Promise<void> {
    const { workspaceId } = this;
    const { clock } = this.runtime;
    const userId = signal.person ?? "p";
    const base = { workspaceId, userId };
    if (signal.track !== undefined) {
      const timestamp = signal.timestamp ? { timestamp: new Date(signal.timestamp) } : {};
      const properties = signal.properties ?? {};
      await ingest(this.database, [{ ...base, type: "track", event: signal.track, properties, ...timestamp }], {
        clock,
      });
    } else if (signal.identify !== undefined) {
      await ingest(this.database, [{ ...base, type: "identify", traits: signal.identify }], { clock });
    } else if (signal.tag !== undefined) {
      await this.send(userId, "patch", { patch: { addTags: [signal.tag] }, source: "api" });
    } else if (signal.do === "stop") {
      await this.send(userId, "stop", { journeyId: this.journeyId, reason: "stopped" });
    } else await this.operate(signal);
  }

  private async send(userId: string, kind: string, payload: Record<string, unknown>): Promise<void> {
    const { workspaceId } = this;
    const { clock } = this.runtime;
    const [found] = await ingest(this.database, [{ workspaceId, userId, type: "identify" }], { clock });
    const receivedAt = clock.kind === "virtual" ? clock.at : new Date();
    await appendSignals(this.database.sql, [
      { workspaceId, personId: found?.personId ?? "", kind, payload, receivedAt },
    ]);
  }

  /** Does what the services do to a journey, at the virtual time. */
  private async operate(signal: CaseSignal): Promise<void> {
    const { sql } = this.database;
    const at = caseTime(signal.at).toISOString();
    const id = this.journeyId;
    const [before] = await sql<{ status: string; mode: string | null }[]>`
      select status, pause_mode as mode from journeys where id = ${id}`;
    const endPauses = async () => {
      await sql`
        update journeys set pause_mode = null, pauses = coalesce((
          select jsonb_agg(case when pause->>'to' is null then pause || jsonb_build_object('to', ${at}::text) else pause end)
          from jsonb_array_elements(pauses) as pause), '[]')
        where id = ${id}`;
    };
    switch (signal.do) {
      case "pause":
        await sql`
          update journeys set status = 'paused', pause_mode = ${signal.pauseMode ?? "hold"},
            pauses = pauses || jsonb_build_object('mode', ${signal.pauseMode ?? "hold"}::text, 'from', ${at}::text, 'to', null)
          where id = ${id}`;
        break;
      case "resume":
      case "publish":
      case "unpublish":
        await endPauses();
        await sql`update journeys set status = ${signal.do === "unpublish" ? "draft" : "published"} where id = ${id}`;
        if (before?.status === "paused") await this.queue("resume");
        break;
      case "archive":
        await endPauses();
        await sql`update journeys set status = 'archived', epoch = epoch + 1 where id = ${id}`;
        await this.queue("archive");
        break;
      case "restore":
        await sql`update journeys set status = 'draft' where id = ${id}`;
        break;
      default:
    }
    await raiseRevision(this.database);
  }

  private async queue(kind: string): Promise<void> {
    await queueOperation(this.database, { workspaceId: this.workspaceId, journeyId: this.journeyId, kind });
  }

  private async look(time: string): Promise<void> {
    const rows = await this.database.sql<{ tags: string[] }[]>`
      select tags from people where workspace_id = ${this.workspaceId} and external_id = 'p'`;
    this.tags[time] = rows[0]?.tags ?? [];
  }
}
