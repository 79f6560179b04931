import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { connect } from "#db";
import { auditAll } from "#services/audit";
import { installPackages } from "../lib/ingest-door/clients/install-packages.ts";
import { TIMEOUT_SECONDS, WAIT_SECONDS } from "./compare/plan.ts";
import { type Ground, machine, openGround, show } from "./ground.ts";
import { printRow } from "./rounds.ts";

/**
 * The same journey (`bench/compare/plan.ts`) in Sojourn, on two queues and on two engines for durable execution: one process
 * each, one after the other, on one server with durable commits. `node bench/compare.ts 20000 DBOS`
 * takes the number of people, and names to run only a few.
 */
const PEOPLE = Number(process.argv[2] ?? 20_000);
const NAMES = process.argv.slice(3);
const LIBRARIES = fileURLToPath(new URL("./compare/libraries", import.meta.url));
const CONTESTANTS = [
  { name: "Sojourn", program: new URL("./compare/sojourn.ts", import.meta.url) },
  { name: "graphile-worker", program: new URL("./compare/libraries/graphile-worker.ts", import.meta.url) },
  { name: "pg-boss", program: new URL("./compare/libraries/pg-boss.ts", import.meta.url) },
  { name: "DBOS", program: new URL("./compare/libraries/dbos.ts", import.meta.url) },
  // Its server asks GitHub for its latest release at each start, whatever its settings say: it runs only when it is named.
  { name: "Restate", onlyNamed: true, program: new URL("./compare/libraries/restate.ts", import.meta.url) },
];

console.log("Installing what Sojourn is compared with into bench/compare/libraries …");
installPackages(LIBRARIES);
const ground = await openGround({ max_wal_size: "4GB" });
const rates = new Map<string, number>();
for (const { name, program, onlyNamed = false } of CONTESTANTS) {
  if (NAMES.length > 0 ? !NAMES.includes(name) : onlyNamed) continue;
  const url = name === "Sojourn" ? ground.url : await createDatabase(ground, name);
  const database = connect(url, { max: 2 });
  await database.sql`create table sent (person int not null)`;
  const seconds = await run(fileURLToPath(program), url);
  const wrong = await audit(database, name === "Sojourn");
  await database.close();
  const rate = PEOPLE / seconds;
  rates.set(name, rate);
  const ratio = (rates.get("Sojourn") ?? Number.NaN) / rate;
  const beyond = seconds - WAIT_SECONDS - TIMEOUT_SECONDS;
  printRow({
    name: `compare: ${show(PEOPLE)} people, ${name}`,
    measured: `${show(rate)} people/s (${seconds.toFixed(1)} s, ${beyond.toFixed(1)} s beyond the waits)`,
    against: "Sojourn",
    figure: Number.isNaN(ratio) ? "–" : `1 : ${ratio.toFixed(1)}`,
    bound: "all right",
    met: wrong.length === 0,
  });
  for (const line of wrong) console.log(`  NOT SO: ${line}`);
  if (wrong.length > 0) process.exitCode = 1;
}
console.log(machine());
await ground.close();

async function createDatabase({ database, url }: Ground, name: string): Promise<string> {
  await database.sql`create database ${database.sql(name)}`;
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** Seconds reported by the candidate's process. */
async function run(program: string, url: string): Promise<number> {
  const stdio: ("inherit" | "ipc")[] = ["inherit", "inherit", "inherit", "ipc"];
  const child: ChildProcess = spawn(process.execPath, [program, url, String(PEOPLE)], { stdio });
  const told = new Promise<number>((resolve, reject) => {
    child.once("message", (seconds) => resolve(Number(seconds)));
    child.once("exit", (code, signal) => reject(new Error(`${program} ended with ${signal ?? code}.`)));
  });
  const seconds = await told;
  child.disconnect();
  if (child.exitCode === null) await once(child, "exit");
  return seconds;
}

/** Errors in the result: each person must get exactly one email, and end exactly once with the right outcome. */
async function audit(database: Ground["database"], isSojourn: boolean): Promise<string[]> {
  const [row] = await database.sql<Record<string, number>[]>`
    with wanted as (select person, case when person % 2 = 0 then 'event' else 'timeout' end as outcome
      from generate_series(0, ${PEOPLE - 1}) as everyone (person))
    select
      (select count(*)::int from wanted where not exists (select from sent s where s.person = wanted.person)) as "without a mail",
      (select count(*)::int - count(distinct person)::int from sent) as "mails too many",
      (select count(*)::int from wanted where not exists (select from ended e where e.person = wanted.person)) as "not ended",
      (select count(*)::int - count(distinct person)::int from ended) as "ended too often",
      (select count(*)::int from wanted join ended using (person) where ended.outcome is distinct from wanted.outcome)
        as "with the wrong outcome"`;
  const found = Object.entries(row ?? {}).filter(([, count]) => count !== 0);
  const findings = isSojourn ? (await auditAll(database)).findings.map((finding) => finding.text) : [];
  return [...found.map(([what, count]) => `${count} ${what}`), ...findings];
}
