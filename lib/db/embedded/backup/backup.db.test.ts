import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { connect } from "../../client.ts";
import { restoredFolder } from "../cluster.ts";
import { type Embedded, startEmbedded } from "../start.ts";
import { backUpEmbedded, restoreEmbedded } from "./index.ts";
import { MANIFEST } from "./manifest.ts";

let home: string;
let source: string;
let server: Embedded;
/** Made by the first test. */
let backup: string;
const open: Embedded[] = [];

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "sojourn-backup-"));
  source = join(home, "source");
  server = await startEmbedded(source);
  await ask(server, "create table debits (n int); create table credits (n int)");
  await mkdir(join(source, "files", "a"), { recursive: true });
  await writeFile(join(source, "files", "a", "logo.png"), "a picture");
});
afterEach(async () => {
  for (const each of open.splice(0)) await each.stop();
});
afterAll(async () => {
  await server.stop();
  await rm(home, { recursive: true, force: true });
});

async function ask<Row>({ url }: { url: string }, question: string): Promise<Row[]> {
  const database = connect(url, { max: 1 });
  try {
    return [...(await database.sql.unsafe(question))] as Row[];
  } finally {
    await database.close();
  }
}

async function start(dataDir: string): Promise<Embedded> {
  const started = await startEmbedded(dataDir);
  open.push(started);
  return started;
}

const countBoth = "select (select count(*)::int from debits) as debits, (select count(*)::int from credits) as credits";
const plainly = { replace: false, check: async () => {} };

test("a backup made while rows are written is one moment of the database, with the files", async () => {
  const writer = connect(server.url, { max: 1 });
  let written = 0;
  let done = false;
  const writing = (async () => {
    for (; !done; written += 1)
      await writer.sql.begin(async (sql) => {
        await sql`insert into debits select ${written} from generate_series(1, 50)`;
        await sql`insert into credits select ${written} from generate_series(1, 50)`;
      });
  })();
  await expect.poll(() => written).toBeGreaterThan(5);
  const before = written;
  backup = (await backUpEmbedded(source, server.url, join(home, "first"))).folder;
  const after = written + 1;
  done = true;
  await writing;
  await writer.close();

  const target = join(home, "restored");
  await restoreEmbedded(backup, target, plainly);
  const [counts] = await ask<{ debits: number; credits: number }>(await start(target), countBoth);
  expect(counts?.debits).toBe(counts?.credits);
  expect(counts?.debits).toBeGreaterThanOrEqual(before * 50);
  expect(counts?.debits).toBeLessThanOrEqual(after * 50);
  expect(await readFile(join(target, "files", "a", "logo.png"), "utf8")).toBe("a picture");
});

test("a backup is refused where something stands already, within the data folder, and leaves nothing behind", async () => {
  await mkdir(join(home, "taken"));
  await expect(backUpEmbedded(source, server.url, join(home, "taken"))).rejects.toThrow("exists already");
  await expect(backUpEmbedded(source, server.url, join(source, "inside"))).rejects.toThrow("within the data folder");
  await expect(
    backUpEmbedded(source, "postgres://postgres:wrong@127.0.0.1:1/none", join(home, "away")),
  ).rejects.toThrow();
  expect((await readdir(home)).filter((name) => name.startsWith("away"))).toEqual([]);
});

test("a database in use is never replaced, another one is put aside only when asked", async () => {
  await expect(restoreEmbedded(backup, source, { ...plainly, replace: true })).rejects.toThrow("Stop it first");
  const target = join(home, "second");
  const other = await startEmbedded(target);
  await ask(other, "create table mine (n int)");
  await other.stop();
  await expect(restoreEmbedded(backup, target, plainly)).rejects.toThrow("--replace");
  const { kept } = await restoreEmbedded(backup, target, { ...plainly, replace: true });
  expect(await ask(await start(target), "select to_regclass('mine') as mine")).toEqual([{ mine: null }]);
  expect(kept).toEqual([expect.stringContaining("postgres.before-")]);
  expect(existsSync(join(kept[0] ?? "", "PG_VERSION"))).toBe(true);
});

test("a check that fails leaves the data folder as it was", async () => {
  const target = join(home, "third");
  const refused = restoreEmbedded(backup, target, {
    replace: false,
    check: async () => {
      throw new Error("another release");
    },
  });
  await expect(refused).rejects.toThrow("another release");
  expect(await readdir(target)).toEqual([]);
});

test("a restore that died with its database ready is finished by the next start", async () => {
  const target = join(home, "died");
  await restoreEmbedded(backup, target, plainly);
  await rename(join(target, "postgres"), restoredFolder(target));
  expect(await ask(await start(target), countBoth)).toHaveLength(1);
  expect(existsSync(restoredFolder(target))).toBe(false);
});

test("a damaged, unfinished or foreign backup changes nothing", async () => {
  const target = join(home, "untouched");
  const manifest = JSON.parse(await readFile(join(backup, MANIFEST), "utf8"));
  const restoreWith = async (text: string) => {
    await writeFile(join(backup, MANIFEST), text);
    return restoreEmbedded(backup, target, plainly);
  };
  await expect(restoreWith(JSON.stringify({ ...manifest, postgres: "17" }))).rejects.toThrow("PostgreSQL 17");
  await expect(restoreWith("{")).rejects.toThrow("damaged, or of a newer release");
  const outside = [{ ...manifest.files[0], path: "postgres/../../elsewhere" }];
  await expect(restoreWith(JSON.stringify({ ...manifest, files: outside }))).rejects.toThrow("outside of it");
  await writeFile(join(backup, "postgres", "PG_VERSION"), "19\n");
  await expect(restoreWith(JSON.stringify(manifest))).rejects.toThrow("first postgres/PG_VERSION");
  await rm(join(backup, MANIFEST));
  await expect(restoreEmbedded(backup, target, plainly)).rejects.toThrow("no finished backup");
  expect(await readdir(target)).toEqual([]);
});
