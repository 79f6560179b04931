import { openChannels } from "#channels";
import { ingest, startEngine } from "#runtime";
import { startMailServer } from "../lib/channels/testing/index.ts";
import { draw } from "../lib/runtime/testing/draw.ts";
import { publish } from "../lib/runtime/testing/publish.ts";
import { type Ground, machine, openGround, percentile } from "./ground.ts";
import { printRow } from "./rounds.ts";

/**
 * Measures the time from an event's commit to the commit of its first step (by the server's commit timestamps), and
 * from the event's acceptance to the email's acceptance by a real SMTP server. Idle, and with 500 other events a
 * second.
 */
const SAMPLES = Number(process.argv[2] ?? 100);
const LOAD_PER_SECOND = 500;

const ground = await openGround({ track_commit_timestamp: "on" });
const arrived = new Map<string, number>();
const smtp = await startMailServer({
  beforeAccept: async (mail) => {
    arrived.set(mail.to, performance.now());
  },
});
const channels = openChannels({ smtpUrl: smtp.url, defaultFrom: "Bench <bench@example.com>" });
await publish(
  ground.database,
  ground,
  draw({
    nodes: [
      { name: "start", type: "TRIGGER", config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "in" } } },
      { name: "mail", type: "CONTENT", config: { contentType: "email" }, contentId: "mail" },
      { name: "wait", type: "WAIT", config: { duration: "1d" } },
    ],
    edges: [
      { from: "start", to: "mail" },
      { from: "mail", to: "wait" },
    ],
  }),
);
await publish(
  ground.database,
  ground,
  draw({
    nodes: [
      {
        name: "start",
        type: "TRIGGER",
        config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "noise" } },
      },
      { name: "wait", type: "WAIT", config: { duration: "1d" } },
    ],
    edges: [{ from: "start", to: "wait" }],
  }),
);
const engine = startEngine(ground.database, { url: ground.url, outbox: { channels } });

await sample(ground, "warm", 20);
const idle = await sample(ground, "idle", SAMPLES);
report("idle", idle);
const noise = makeNoise(ground);
report(`${LOAD_PER_SECOND} events/s`, await sample(ground, "busy", SAMPLES));
console.log(`noise: ${await noise.stop()} events/s were taken in`);
const [half, most] = [0.5, 0.95].map((share) =>
  percentile(
    idle.map((one) => one.step),
    share,
  ).toFixed(1),
);
printRow({
  name: "latency: an event until its first step is committed, p50 / p95",
  measured: `${half} / ${most} ms`,
  against: "idle",
  figure: `p95 ${most} ms`,
  bound: "< 100 ms",
  met: Number(most) < 100,
});
console.log(machine());

await engine.stop();
await channels.close();
await smtp.close();
await ground.close();

type Sample = { readonly accept: number; readonly step: number; readonly mail: number };

async function sample({ database, workspaceId }: Ground, label: string, count: number): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (let index = 0; index < count; index++) {
    const userId = `${label}-${index}`;
    const email = `${userId}@example.com`;
    await ingest(database, [{ workspaceId, userId, type: "identify", traits: { email } }]);
    await sleep(40 + Math.random() * 40);
    const sent = performance.now();
    const [result] = await ingest(database, [{ workspaceId, userId, type: "track", event: "in" }]);
    const accepted = performance.now();
    while (!arrived.has(email)) await sleep(1);
    const [row] = await database.sql<{ step: number }[]>`
      select extract(epoch from pg_xact_commit_timestamp(history.xmin) - pg_xact_commit_timestamp(events.xmin))::float8 * 1000 as step
      from history join events on events.person_id = history.person_id and events.name = 'app.in'
      where history.person_id = ${result?.personId ?? ""} limit 1`;
    samples.push({
      accept: accepted - sent,
      step: row?.step ?? Number.NaN,
      mail: (arrived.get(email) ?? Number.NaN) - accepted,
    });
  }
  return samples;
}

function report(label: string, samples: readonly Sample[]): void {
  const line = (name: string, values: number[]) =>
    `  ${name.padEnd(34)} p50 ${percentile(values, 0.5).toFixed(1)} ms, p95 ${percentile(values, 0.95).toFixed(1)} ms, max ${Math.max(...values).toFixed(1)} ms`;
  console.log(`${label} (${samples.length} samples)`);
  console.log(
    line(
      "event sent → accepted",
      samples.map((one) => one.accept),
    ),
  );
  console.log(
    line(
      "accepted → first step committed",
      samples.map((one) => one.step),
    ),
  );
  console.log(
    line(
      "accepted → mail accepted by SMTP",
      samples.map((one) => one.mail),
    ),
  );
}

/** Events of other people, in small batches every 20 ms, independent of the engine. */
function makeNoise({ database, workspaceId }: Ground): { stop: () => Promise<number> } {
  const started = performance.now();
  let made = 0;
  const pending = new Set<Promise<unknown>>();
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - started) / 1_000) * LOAD_PER_SECOND) - made;
    const items = Array.from({ length: due }, () => ({
      workspaceId,
      userId: `n${made++}`,
      type: "track" as const,
      event: "noise",
    }));
    const one = ingest(database, items).finally(() => pending.delete(one));
    pending.add(one);
  }, 20);
  return {
    stop: async () => {
      clearInterval(timer);
      const seconds = (performance.now() - started) / 1_000;
      await Promise.all(pending);
      return Math.round(made / seconds);
    },
  };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
