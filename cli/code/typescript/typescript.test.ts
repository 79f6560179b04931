import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dialects, nativeJsonSchema } from "#dialects";
import { everyForeignJourney, everyJourney } from "#dialects/cases";
import { temporaryFolder } from "../../testing/temporary-folder.ts";
import { testCli } from "../../testing/test-cli.ts";
import { readTypescript } from "./read-typescript.ts";
import { sourceOf } from "./write-source.ts";

type Native = Readonly<Record<string, unknown>>;

const native = dialects.find(({ key }) => key === "native");
const told: string[] = [];
const cli = testCli((text) => told.push(text));

/** Writes files into a new folder and reads them all. */
async function read(texts: Readonly<Record<string, string>>, limitMs?: number) {
  const cwd = temporaryFolder();
  for (const [file, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(cwd, file)), { recursive: true });
    writeFileSync(join(cwd, file), text);
  }
  const files = new Map(Object.keys(texts).map((file) => [file, join(cwd, file)]));
  return readTypescript(cli, files, limitMs);
}

async function again(files: readonly Native[]): Promise<unknown[]> {
  const read = await readAll(
    Object.fromEntries(files.map((file, index) => [`j${index}.ts`, sourceOf(`j${index}`, file)])),
  );
  return files.map((_, index) => read.get(`j${index}.ts`));
}
const readAll = read;

const said = (key: string, journey: unknown) => ({ value: { key, journey } });

describe("a journey as TypeScript", () => {
  it("says every journey of the gallery, of the engine's cases and of the dialects exactly", async () => {
    const files = [...everyJourney(), ...everyForeignJourney()].map((draft) => native?.write(draft).foreign as Native);
    expect(files.length).toBeGreaterThan(100);
    expect(await again(files)).toEqual(files.map((file, index) => said(`j${index}`, file)));
  });

  it("carries fields that it does not know, odd names and unfinished parts", async () => {
    const odd = {
      format: "sojourn-journey",
      version: 1,
      name: 'A "quoted"\n`name`\u2028',
      nodes: [
        {
          name: "12",
          type: "WAIT",
          config: { duration: "1d", later: { "a-b": [1, [], {}] } },
          position: { x: 0.5, y: -3 },
        },
        JSON.parse('{"name": "__proto__", "type": "EXIT", "config": {"__proto__": {"a": 1}}, "content": null}'),
        { name: "new kind", type: "FAX", config: { to: "x".repeat(200) }, note: "kept" },
        { name: "placed", type: "EXIT", config: {}, position: { x: 1, y: 2, z: 3 } },
        { name: "bare", type: "EXIT" },
      ],
      edges: [
        { from: "12", to: "bare", colour: "red" },
        { from: "12", to: "placed", weight: 5, trigger: { type: "timer", delay: "2d", jitter: 1 } },
      ],
      settings: { reEntry: "sometimes", own: null },
      goalConfig: { type: "event", config: {} },
      audience: null,
      labels: ["a", "b"],
    };
    expect(await again([odd])).toEqual([said("j0", odd)]);
    expect(JSON.stringify((await again([odd]))[0])).toContain('"__proto__":{"a":1}');
  });

  it("says any JSON, whatever its texts and keys", async () => {
    const samples = fc.sample(fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue()), { numRuns: 25, seed: 7 });
    const files = samples.map((settings) => ({ name: "x", settings: JSON.parse(JSON.stringify(settings)), nodes: [] }));
    const expected = files.map((file, index) => said(`j${index}`, { format: "sojourn-journey", version: 1, ...file }));
    expect(await again(files)).toEqual(expected);
  });
});

describe("reading a file of TypeScript", () => {
  it("names what is wrong with each, with its line, and reads the others", async () => {
    const read = await readAll({
      "enum.ts": "const a: number = 1;\nenum Kind { A }\nexport default a;\n",
      "syntax.ts": "export default {\n  a: ;\n};\n",
      "throws.ts": "function check(): never {\n  throw new Error('no plan');\n}\ncheck();\nexport default 1;\n",
      "missing.ts": 'import { x } from "./nowhere.ts";\nexport default x;\n',
      "nothing.ts": "export const a = 1;\n",
      "function.ts": "export default { key: 'a', journey: { nodes: [{ name: () => 1 }] } };\n",
      "date.ts": "export default { at: new Date(0) };\n",
      "good.ts": "const key: string = 'good';\nexport default { key, journey: {} };\n",
    });
    const messages = Object.fromEntries(
      [...read].map(([file, one]) => [
        file,
        "finding" in one ? `${one.finding.pointer} ${one.finding.message}` : one.value,
      ]),
    );
    expect(messages).toEqual({
      "enum.ts": expect.stringMatching(/^enum\.ts:2 is not TypeScript that Node reads: .*enum/),
      "syntax.ts": expect.stringMatching(/^syntax\.ts:2 is not TypeScript that Node reads: /),
      "throws.ts": "throws.ts:2:9 no plan",
      "missing.ts": expect.stringContaining("nowhere.ts"),
      "nothing.ts": "nothing.ts has no default export: `export default journey(…)`",
      "function.ts": "function.ts exports something else than data at /journey/nodes/0/name",
      "date.ts": "date.ts exports something else than data at /at",
      "good.ts": { key: "good", journey: {} },
    });
  });

  it("ends a file that does not end, names it, and reads those after it", async () => {
    const good = "export default { key: 'good', journey: {} };\n";
    const read = await readAll(
      { "a.ts": good, "b.ts": "while (true);\n", "c.ts": "await new Promise(() => {});", "d.ts": good },
      2_000,
    );
    expect(read.get("b.ts")).toEqual({ finding: { pointer: "b.ts", message: "did not end within 2 s" } });
    expect(read.get("c.ts")).toMatchObject({ finding: { pointer: "c.ts" } });
    expect([read.get("a.ts"), read.get("d.ts")]).toEqual([said("good", {}), said("good", {})]);
  });

  it("gives it neither network, nor processes, nor files to write, nor the environment", async () => {
    const attempts = {
      "fetch.ts": "await fetch('http://127.0.0.1:1');",
      "net.ts": "await import('node:net');",
      "http.ts": "await import('http');",
      "builtin.ts": "process.getBuiltinModule('net');",
      "require.ts": "(await import('node:module')).createRequire(import.meta.url)('net');",
      "child.ts": "await import('node:child_process');",
      "write.ts": "(await import('node:fs')).writeFileSync('x.txt', 'x');",
    };
    const ending = Object.entries(attempts).map(([file, text]) => [file, `${text}\nexport default 1;\n`] as const);
    const read = await readAll({
      ...Object.fromEntries(ending),
      "file.ts": "import { readFileSync } from 'node:fs';\nexport default typeof readFileSync;\n",
      "env.ts": "export default Object.keys(process.env);",
    });
    for (const file of Object.keys(attempts)) expect(read.get(file), file).toHaveProperty("finding");
    expect(read.get("env.ts")).toEqual({ value: ["NODE_ENV"] });
    expect(read.get("file.ts")).toEqual({ value: "function" });
  });
});

it("the schema for editors has no reference that leads nowhere", () => {
  const schema = nativeJsonSchema();
  const names = [...JSON.stringify(schema).matchAll(/"\$ref":"([^"]*)"/g)].map(([, ref]) => ref);
  expect(names.length).toBeGreaterThan(20);
  const known = Object.keys(schema.$defs as object).map((name) => `#/$defs/${name}`);
  expect([...new Set(names)].filter((name) => !known.includes(name ?? ""))).toEqual([]);
});
