import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildBrowserClient } from "./build-browser-client.ts";
import { say } from "./say.ts";

// Not tsconfig.json: Next writes it itself.
const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "sdk/browser",
  "next.config.ts",
  "postcss.config.mjs",
  "package.json",
  "package-lock.json",
];
const STAMP = join(".next", "sojourn-sources");

/** Builds the pages, unless the last build has the same sources. */
export async function ensureBuild(options: { always?: boolean } = {}): Promise<void> {
  const sources = hashSources();
  if (!options.always && existsSync(STAMP) && readFileSync(STAMP, "utf8") === sources) return;
  say("Building, as the sources are new …");
  rmSync(STAMP, { force: true });
  await build();
  await buildBrowserClient();
  writeFileSync(STAMP, sources);
}

async function build(): Promise<void> {
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const args = [join("node_modules", "next", "dist", "bin", "next"), "build"];
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  const output: Buffer[] = [];
  child.stdout.on("data", (part: Buffer) => output.push(part));
  child.stderr.on("data", (part: Buffer) => output.push(part));
  const stop = () => child.kill("SIGKILL");
  process.once("exit", stop);
  const [code] = await once(child, "close");
  process.off("exit", stop);
  if (code !== 0) throw new Error(`The build failed:\n${Buffer.concat(output).toString("utf8").trim()}`);
}

function hashSources(): string {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap(listFiles)) hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

function listFiles(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return /\.(test|cases)\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => listFiles(join(path, name)));
}
