import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type MailServer, startMailServer } from "#channels/testing";
import { connect, type Database, migrate } from "#db";
import { auditAll } from "#services/audit";
import { accounts } from "./testing/accounts.ts";
import { runChaos } from "./testing/chaos.ts";
import { type RestartableServer, startRestartable } from "./testing/restartable-server.ts";

const PEOPLE = 1_500;

let server: RestartableServer;
let smtp: MailServer;
let database: Database;
beforeAll(async () => {
  server = await startRestartable({ fsync: "off" });
  smtp = await startMailServer();
  database = connect(server.url, { max: 6 });
  await migrate(database);
});
afterAll(async () => {
  await database.close();
  await smtp.close();
  await server.close();
});

describe("engines killed and Postgres taken down in the middle of a run", () => {
  test("R12 R1 R42 nobody is lost, no hop is doubled, no mail is sent twice outside its window, the audit finds nothing", {
    timeout: 240_000,
  }, async () => {
    const { mailsInDoubt } = await runChaos(server, database, smtp, { people: PEOPLE, kills: 6, restarts: 2 });
    expect(await accounts(database)).toEqual({
      people: PEOPLE,
      enrollments: PEOPLE,
      completed: PEOPLE,
      positions: 0,
      inbox: 0,
      deliveries: PEOPLE,
      repeatedVisits: 0,
      brokenPaths: 0,
      hops: PEOPLE * 5,
      openVisits: 0,
      counted: { enrolled: PEOPLE, completed: PEOPLE, stopped: 0, failed: 0 },
    });
    const audit = await auditAll(database);
    expect(audit.findings).toEqual([]);
    expect(audit.accounted.completed).toBe(PEOPLE);

    const copies = Map.groupBy(smtp.mails, (mail) => mail.messageId);
    expect(copies.size).toBe(PEOPLE);
    expect(smtp.mails.length - PEOPLE).toBeLessThanOrEqual(mailsInDoubt);
    const again = await database.sql<{ to: string }[]>`select recipient as to from deliveries where attempts > 1`;
    const attempted = new Set(again.map((row) => row.to));
    const twice = [...copies.values()].filter((mails) => mails.length > 1);
    expect(twice.filter(([mail]) => !attempted.has(mail?.to ?? ""))).toEqual([]);
  });
});
