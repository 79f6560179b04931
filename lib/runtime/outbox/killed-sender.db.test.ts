import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { startMailServer } from "#channels/testing";
import { testDatabase } from "#db/testing";
import { openDeadWatch, runOutbox } from "./index.ts";
import { outboxFixture } from "./testing/fixture.ts";

const MAILS = 600;
const KILLS = 3;
/** Mails that each sender sends before it is killed. */
const MAILS_A_LIFE = 100;
/** Mails being sent, plus sent ones not yet marked: the most that a dying sender leaves in doubt. */
const IN_DOUBT = 16 + 32;
const SENDER = fileURLToPath(new URL("./testing/sender.ts", import.meta.url));

it("T14: a sender killed again and again loses no mail, and what arrives twice is the same mail with the same Message-ID (R42)", {
  timeout: 120_000,
}, async () => {
  const { database, url } = await testDatabase();
  let received = 0;
  let awaited = { count: Number.POSITIVE_INFINITY, reached: () => {} };
  const server = await startMailServer({
    beforeAccept: async () => {
      received += 1;
      if (received >= awaited.count) awaited.reached();
    },
  });
  const fixture = await outboxFixture(database, server.url);
  await Promise.all(Array.from({ length: MAILS }, () => fixture.queue()));

  for (let kill = 1; kill <= KILLS; kill++) {
    const child = spawn(process.execPath, [SENDER, url, server.url], { stdio: "ignore" });
    const enough = Promise.withResolvers<void>();
    awaited = { count: received + MAILS_A_LIFE, reached: enough.resolve };
    const ended = once(child, "exit");
    // Killed in the middle of a mail: it is received and not acknowledged yet.
    await Promise.race([enough.promise, ended]);
    child.kill("SIGKILL");
    expect(await ended, "the sender was killed, and did not end by itself").toEqual([null, "SIGKILL"]);
    // The next sender frees at its start what this one had claimed.
  }
  const unsettled = (await database.sql`select 1 from deliveries where status <> 'sent'`).length;
  expect(unsettled).toBeGreaterThan(0);

  const runtime = { ...fixture.runtime, clock: { kind: "database" as const } };
  // The database may take a moment to notice that the last sender is gone.
  const watch = openDeadWatch(runtime);
  let freed = 0;
  while (freed === 0) freed = await watch();
  while ((await runOutbox(runtime)) > 0);
  const rows = await database.sql`select status, count(*)::int as n from deliveries group by 1`;
  expect(rows).toEqual([{ status: "sent", n: MAILS }]);

  const arrived = Map.groupBy(server.mails, (mail) => mail.messageId);
  expect(arrived.size).toBe(MAILS);
  for (const copies of arrived.values())
    expect(new Set(copies.map((mail) => mail.html + mail.subject + mail.to)).size).toBe(1);
  const twice = server.mails.length - MAILS;
  expect(twice).toBeLessThanOrEqual(KILLS * IN_DOUBT);
  await fixture.channels.close();
  await server.close();
});
