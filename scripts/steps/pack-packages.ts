import { execFile } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { build, type Plugin } from "esbuild";
import { buildCli, cliBundle } from "../../cli/build.ts";
import { packageTypes } from "./package-types.ts";

const run = promisify(execFile);
const { version, license, dependencies } = JSON.parse(readFileSync("package.json", "utf8"));

/** A client as a package: its folder below sdk, and what it needs to be installed beside it. */
type Client = {
  readonly folder: "node" | "browser" | "react";
  readonly platform: "node" | "browser";
  /** Its declarations, and those that they refer to. */
  readonly types: readonly string[];
  readonly description: string;
  readonly fields: Readonly<Record<string, unknown>>;
};

const CLIENTS: readonly Client[] = [
  {
    folder: "node",
    platform: "node",
    types: ["node", "journeys"],
    description: "Sends events to Sojourn from a backend, and calls its API with types.",
    fields: { engines: { node: ">=20" }, dependencies: { "openapi-fetch": dependencies["openapi-fetch"] } },
  },
  {
    folder: "browser",
    platform: "browser",
    types: ["browser"],
    description: "Reports page views, events and people to Sojourn.",
    fields: { sideEffects: false },
  },
  {
    folder: "react",
    platform: "browser",
    types: ["react", "browser"],
    description: "Sojourn in React: a provider and a hook.",
    fields: {
      sideEffects: false,
      peerDependencies: { react: ">=18" },
      dependencies: { "@sojourn/browser": version },
    },
  },
];

/** Makes an archive of each package in a folder; answers the files by the names of the packages. */
export async function packPackages(folder: string): Promise<Readonly<Record<string, string>>> {
  const work = mkdtempSync(join(tmpdir(), "sojourn-pack-"));
  try {
    const types = join(work, "types");
    await packageTypes(types);
    mkdirSync(folder, { recursive: true });
    const packed: Record<string, string> = { sojourn: await pack(await makeCli(work, types), folder) };
    for (const client of CLIENTS)
      packed[`@sojourn/${client.folder}`] = await pack(await makeClient(client, work, types), folder);
    return packed;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function makeCli(work: string, types: string): Promise<string> {
  await buildCli();
  const folder = join(work, "sojourn");
  cpSync(join(cliBundle, ".."), folder, { recursive: true });
  rmSync(join(folder, "sources.json"));
  cpSync(join(types, "journeys"), join(folder, "types", "journeys"), { recursive: true });
  return folder;
}

async function makeClient(client: Client, work: string, types: string): Promise<string> {
  const { folder: name, platform, description, fields } = client;
  const folder = join(work, name);
  await build({
    entryPoints: [join("sdk", name, "index.ts")],
    outfile: join(folder, "index.js"),
    bundle: true,
    platform,
    format: "esm",
    target: platform === "node" ? "node20" : "es2020",
    external: ["openapi-fetch", "react", "react/jsx-runtime", "@sojourn/browser"],
    plugins: name === "react" ? [browserByName] : [],
    jsx: "automatic",
    legalComments: "eof",
    logLevel: "warning",
  });
  for (const part of client.types) cpSync(join(types, part), join(folder, "types", part), { recursive: true });
  const main = { types: `./types/${name}/index.d.ts`, default: "./index.js" };
  const published = {
    ...{ name: `@sojourn/${name}`, version, description, license, type: "module" },
    exports: { ".": main, "./package.json": "./package.json" },
    files: ["index.js", "types"],
    ...fields,
  };
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(published, null, 2)}\n`);
  const readme = readFileSync(join("sdk", name, "README.md"), "utf8").replaceAll(/"#sdk\/(\w+)"/g, '"@sojourn/$1"');
  writeFileSync(join(folder, "README.md"), readme);
  copyFileSync("LICENSE", join(folder, "LICENSE"));
  return folder;
}

/** The hook uses the client of the browser's package, so that a page has one of them. */
const browserByName: Plugin = {
  name: "browser by name",
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/browser\/index\.ts$/ }, () => ({ path: "@sojourn/browser", external: true }));
  },
};

async function pack(folder: string, into: string): Promise<string> {
  const args = ["pack", "--json", "--pack-destination", resolve(into)];
  const { stdout } = await run("npm", args, { cwd: folder });
  const answer: unknown = JSON.parse(stdout);
  const [one] = Array.isArray(answer) ? answer : Object.values(answer as object);
  return join(into, (one as { readonly filename: string }).filename);
}
