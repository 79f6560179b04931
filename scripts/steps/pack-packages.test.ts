import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { dialects } from "#dialects";
import { everyJourney } from "#dialects/cases";
import { sourceOf } from "../../cli/code/typescript/write-source.ts";
import { typesText } from "../../cli/code/typescript/write-types.ts";
import { packPackages } from "./pack-packages.ts";

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "sojourn-packages-"));
const write = (file: string, text: string) => writeFileSync(join(folder, file), text);

/** What the packages need besides each other, as archives too, because nothing is asked of a registry. */
const OTHERS = ["openapi-fetch", "openapi-typescript-helpers", "react"];

beforeAll(async () => {
  const archives = Object.values(await packPackages(folder)).map((file) => resolve(file));
  write("package.json", '{"name": "shop", "private": true, "type": "module"}\n');
  for (const name of OTHERS)
    await run("npm", ["pack", resolve("node_modules", name), "--pack-destination", folder, "--ignore-scripts"]);
  await run("sh", ["-c", "npm install --offline --no-audit --no-fund --cache ./cache ./*.tgz"], { cwd: folder });
  expect(archives).toHaveLength(4);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("the packages can be installed without a registry, loaded and run", async () => {
  write(
    "all.mjs",
    `import { journey, trigger } from "sojourn/journeys";
import { Sojourn } from "@sojourn/node";
import { createClient } from "@sojourn/browser";
import { useAnalytics } from "@sojourn/react";
const made = journey("a", { name: "A", nodes: [trigger("in", { triggerType: "MANUAL", triggerConfig: {} })] });
console.log(made.key, typeof Sojourn, typeof createClient, typeof useAnalytics);\n`,
  );
  const { stdout } = await run(process.execPath, ["all.mjs"], { cwd: folder });
  expect(stdout).toBe("a function function function\n");
  const cli = await run(join(folder, "node_modules", ".bin", "sojourn"), ["--version"], { cwd: folder });
  expect(cli.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

it("written journeys have the types that they say, and wrong names are errors", async () => {
  const native = dialects.find(({ key }) => key === "native");
  mkdirSync(join(folder, "journeys"));
  for (const [index, draft] of everyJourney().entries()) {
    const foreign = native?.write(draft).foreign as Readonly<Record<string, unknown>>;
    write(`journeys/j${index}.ts`, sourceOf(`j${index}`, foreign));
  }
  const field = (name: string, type: string) => ({ name, count: 1, types: [{ type, count: 1 }] });
  const seen = {
    events: [{ name: "app.bought", count: 1, lastSeenAt: "", sampled: 1, properties: [field("amount", "number")] }],
    traits: { sampled: 1, fields: [field("plan", "string")] },
    ...{ segments: ["loyal"], content: [{ key: "hello", type: "email" }], journeys: [], decisionFlows: [] },
  };
  mkdirSync(join(folder, "strict"));
  write("strict/sojourn-types.d.ts", typesText(seen, true));
  write(
    "strict/checked.ts",
    `import { after, content, edge, exit, journey, onEvent, trigger } from "sojourn/journeys";
import { Sojourn } from "@sojourn/node";
const start = trigger("start", { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "bought" } });
const mail = content("mail", { contentType: "email" }, { content: "hello" });
export default journey("shop", {
  name: "Shop",
  audience: "loyal",
  nodes: [start, mail, exit("done")],
  edges: [edge("start", "mail"), edge("mail", "done", { trigger: after("2d") })],
});
// @ts-expect-error there is no node of this name
export const toNowhere = journey("x", { name: "X", nodes: [start, mail], edges: [edge("start", "mial")] });
// @ts-expect-error nobody has seen this event
onEvent("bougth");
// @ts-expect-error there is no such content
content("mail", { contentType: "email" }, { content: "helo" });
// @ts-expect-error a field that the config does not have
trigger("in", { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "bought", filters: {} } });
const client = new Sojourn({ url: "http://localhost:3000", secretKey: "sk_x" });
client.track("ada", "bought", { amount: 5 });
client.track("ada", "app.bought", { amount: 5 });
// @ts-expect-error the amount was seen as a number
client.track("ada", "bought", { amount: "5" });
// @ts-expect-error nobody has seen this event
client.track("ada", "bougth");
`,
  );
  const options = {
    compilerOptions: {
      ...{ target: "es2022", module: "nodenext", strict: true, noEmit: true, skipLibCheck: false, types: [] },
      ...{ lib: ["es2023", "dom"], exactOptionalPropertyTypes: true, allowImportingTsExtensions: true },
    },
  };
  for (const part of ["journeys", "strict"]) {
    write(`${part}/tsconfig.json`, JSON.stringify({ ...options, include: ["."] }));
    const compiler = resolve("node_modules", "typescript", "bin", "tsc");
    const told = await run(process.execPath, [compiler, "-p", join(folder, part)]).then(
      () => "",
      (error: { stdout: string }) => error.stdout,
    );
    expect(told, part).toBe("");
  }
}, 60_000);
