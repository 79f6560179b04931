import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Engine, startEngine } from "#runtime";
import { cliFixture } from "./testing/cli-fixture.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

const cli = cliFixture();
const cwd = temporaryFolder();
let engine: Engine;
beforeAll(() => {
  engine = startEngine(cli.api.database, { outbox: false });
});
afterAll(() => engine?.stop());

const write = (name: string, text: string | Uint8Array) => writeFileSync(join(cwd, name), text);

it("imports a list, follows it to its end, and prints the refused rows", async () => {
  write("list.csv", "Id,Mail,Age\nada,ada@a.example,30\nbea,bea@b.example,old\n,nobody,1\n");
  const columns = "--column Id=userId --column Mail=trait:email --column Age=trait:age:number";
  const plan = await cli.sojourn(`people import list.csv ${columns} --plan`, { cwd });
  expect(plan).toMatchObject({ code: 0, stdout: expect.stringContaining("3\tAge\tThe cell is no number.\n") });
  expect(plan.stderr).toContain("Mail → trait email\n");
  expect((await cli.sojourn("people show ada")).code).toBe(5);
  const done = await cli.sojourn(`people import list.csv ${columns}`, { cwd });
  expect(done.code).toBe(3);
  expect(done.stdout).toBe("3\tAge\tThe cell is no number.\n4\t\tThe row names nobody: its id is empty.\n");
  expect(done.stderr).toContain("3 rows: 1 people created, 0 rows changed somebody who was there, 2 refused.\n");
  expect((await cli.sojourn("people show ada")).stdout).toContain("email: ada@a.example");
});

it("ends well when every row is stored, and says everything as JSON", async () => {
  const list = await cli.json<object>("people import -", { stdin: "userId,v\ncy,1\n" });
  expect(list).toMatchObject({ name: "stdin", rows: 1, created: 1, refusedRows: [], operation: { status: "done" } });
});

it.each([
  ["people import missing.csv", 5, "cannot be read"],
  ["people import latin.csv", 3, "is not in UTF-8"],
  ["people import plain.csv", 3, "Say which column is the userId"],
  ["people import plain.csv --column Mail", 2, "--column is <name>=<target>"],
  ["people import plain.csv --column Mail=email", 2, "A target is one of"],
  ["people import plain.csv --column Mail=trait:email:date", 2, "trait:age:number"],
])("refuses %s", async (line, code, words) => {
  write("latin.csv", Uint8Array.from([0x75, 0x0a, 0xe9]));
  write("plain.csv", "Mail\na@a.example\n");
  const refused = await cli.sojourn(line, { cwd });
  expect([refused.code, refused.stdout]).toEqual([code, ""]);
  expect(refused.stderr).toContain(words);
});
