import { fork } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { cpus, release, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { machine } from "./ground.ts";
import type { Row } from "./rounds.ts";

/**
 * The figures that nobody in this field publishes, on any machine, in about five minutes: transitions a second, lateness of
 * waits among many who wait, an event until its first step, moving people under a held snapshot, what pages read, and live
 * people beside bulk work. `npm run bench -- figures`; with `--million` as large as the goals (an hour); `--json FILE` says where the
 * figures are written. Ends with 1 where one is not met, or a bench failed.
 */
const { values } = parseArgs({
  options: {
    million: { type: "boolean", default: false },
    json: { type: "string", default: "sojourn-figures.json" },
  },
});
const PARTS: readonly (readonly [program: string, quick: readonly unknown[], million: readonly unknown[]])[] = [
  ["advance", [20_000, 3], [60_000, 5]],
  ["latency", [60], [200]],
  ["situations", ["late", 200_000, 1_000], ["late", 1_000_000, 5_000]],
  ["waiting", [200_000, 60_000, 8], [10_000_000, 1_000_000, 30]],
  ["reads", [50_000, 10], [1_000_000, 30]],
  ["fairness", [30_000], [1_000_000]],
];

const begun = new Date();
const rows: Row[] = [];
const failed: string[] = [];
for (const [program, quick, million] of PARTS) {
  const child = fork(
    fileURLToPath(new URL(`./${program}.ts`, import.meta.url)),
    (values.million ? million : quick).map(String),
    { stdio: ["ignore", "ignore", "inherit", "ipc"] },
  );
  child.on("message", (row) => {
    rows.push(row as Row);
    printLine(row as Row);
  });
  const before = rows.length;
  const [code] = await once(child, "close");
  // A bench that ends with 1 because of its rows has said so in them.
  if (rows.length === before || (code !== 0 && rows.slice(before).every(({ met }) => met))) failed.push(program);
}

const minutes = (Date.now() - begun.getTime()) / 60_000;
await writeFile(values.json, `${JSON.stringify(report(), null, 2)}\n`);
for (const program of failed) console.log(`bench/${program}.ts failed: run it by itself to see why.`);
console.log(`\n${machine()}; ${minutes.toFixed(1)} minutes; ${values.json}`);
process.exitCode = failed.length === 0 && rows.every(({ met }) => met) ? 0 : 1;

function report(): object {
  return {
    begun: begun.toISOString(),
    minutes: Number(minutes.toFixed(1)),
    machine: {
      processors: cpus().length,
      model: cpus()[0]?.model.trim(),
      memoryGb: Math.round(totalmem() / 2 ** 30),
      system: `${process.platform} ${release()}`,
      node: process.version,
    },
    figures: rows,
    failed,
  };
}

function printLine({ name, measured, against, figure, bound, met }: Row): void {
  console.log(`${met ? "  " : "! "}${name}: ${measured} (${against}): ${figure}, bound ${bound}`);
}
