import { expect, it } from "vitest";
import { type ApiFixture, apiFixture } from "#api/testing";
import type { Retry } from "./index.ts";
import { Sojourn } from "./index.ts";
import { startServerProcess } from "./testing/start-process.ts";
import { VirtualClock } from "./testing/virtual-clock.ts";

const MINUTE = 60_000;

async function stored({ database, workspaceId }: ApiFixture): Promise<number[]> {
  const rows = await database.sql`
    select (properties->>'n')::int as n from events
    where workspace_id = ${workspaceId} and name = 'app.counted' order by shard, id`;
  return rows.map(({ n }) => n).sort((one, other) => one - other);
}

it("loses nothing while the server is killed and away for a minute, and stores nothing twice", {
  timeout: 60_000,
}, async () => {
  const api = await apiFixture();
  const { databaseUrl } = api;
  let server = await startServerProcess(databaseUrl);
  const clock = new VirtualClock();
  let retried: (retry: Retry) => void = () => {};
  const client = new Sojourn({
    url: server.url,
    secretKey: api.secretKey,
    clock,
    flushOnExit: false,
    flushAt: 20,
    onRetry: (retry) => retried(retry),
  });
  const numbers = Array.from({ length: 300 }, (_, n) => n);
  const send = (from: number, to: number) => {
    for (const n of numbers.slice(from, to)) client.track(`person-${n % 7}`, "counted", { n });
  };
  try {
    send(0, 50);
    await client.flush();
    // Killed while a request is on its way: whether it was stored, nobody knows.
    let failed = new Promise<Retry>((resolve) => {
      retried = resolve;
    });
    send(50, 150);
    await server.kill();
    for (let awayMs = 0; awayMs < MINUTE; ) {
      const { waitMs } = await failed;
      failed = new Promise((resolve) => {
        retried = resolve;
      });
      awayMs += waitMs;
      clock.advance(waitMs);
    }
    send(150, 300);
    server = await startServerProcess(databaseUrl, server.port);
    const { waitMs } = await failed;
    retried = (retry) => setImmediate(() => clock.advance(retry.waitMs));
    clock.advance(waitMs);
    await client.flush();
    expect(await stored(api)).toEqual(numbers);
    expect(client.queued).toBe(0);
  } finally {
    await server.kill();
  }
});
