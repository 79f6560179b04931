import { connect, migrate } from "#db";
import { auditAll } from "#services/audit";
import { startMailServer } from "../lib/channels/testing/index.ts";
import { accounts } from "../lib/runtime/testing/accounts.ts";
import { runChaos } from "../lib/runtime/testing/chaos.ts";
import { startRestartable } from "../lib/runtime/testing/restartable-server.ts";
import { machine, show } from "./ground.ts";

/**
 * 20,000 people through mail, wait and event while engines are killed with `kill -9` and Postgres goes down, with and
 * without a shutdown, all with durable commits; then an audit checks every enrollment. `node bench/chaos.ts 20000 24 4`.
 */
const PEOPLE = Number(process.argv[2] ?? 20_000);
const KILLS = Number(process.argv[3] ?? 24);
const RESTARTS = Number(process.argv[4] ?? 4);

const server = await startRestartable({});
const smtp = await startMailServer();
const database = connect(server.url, { max: 6 });
await migrate(database);
const started = performance.now();
const say = (line: string) =>
  console.log(`${((performance.now() - started) / 1_000).toFixed(0).padStart(4)} s  ${line}`);
const { kills, restarts, mailsInDoubt } = await runChaos(server, database, smtp, {
  people: PEOPLE,
  kills: KILLS,
  restarts: RESTARTS,
  say,
});
say("everyone is through");

const seen = await accounts(database);
const audit = await auditAll(database);
const copies = Map.groupBy(smtp.mails, (mail) => mail.messageId);
const again = await database.sql<{ to: string }[]>`select recipient as to from deliveries where attempts > 1`;
const attempted = new Set(again.map((row) => row.to));
const twice = [...copies.values()].filter((mails) => mails.length > 1);
const unreported = twice.filter(([mail]) => !attempted.has(mail?.to ?? ""));
const faults = [
  [`${PEOPLE} people completed`, seen.completed === PEOPLE],
  ["no enrollment too many or too few", seen.enrollments === PEOPLE],
  ["no hop doubled, none missing", seen.repeatedVisits === 0 && seen.brokenPaths === 0 && seen.hops === PEOPLE * 5],
  ["counters agree", seen.openVisits === 0],
  ["one delivery each", seen.deliveries === PEOPLE && copies.size === PEOPLE],
  ["no mail twice outside its window", unreported.length === 0 && smtp.mails.length - PEOPLE <= mailsInDoubt],
  ["the audit finds nothing", audit.findings.length === 0],
].filter(([, fine]) => !fine);

for (const [what] of faults) console.log(`NOT SO: ${what}`);
if (faults.length > 0) console.log(seen, audit.findings.slice(0, 20));
console.log(
  `\nchaos: ${show(PEOPLE)} people, ${kills} engines killed, Postgres down ${restarts} times: ` +
    `${PEOPLE - Number(seen.completed)} lost, ${audit.findings.length} findings, ` +
    `${smtp.mails.length - PEOPLE} mails twice with the same Message-ID (window: at most ${mailsInDoubt}), ` +
    `${unreported.length} outside the window`,
);
console.log(machine());
process.exitCode = faults.length > 0 ? 1 : 0;
await database.close();
await smtp.close();
await server.close();
