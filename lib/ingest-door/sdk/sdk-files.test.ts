import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SdkFiles } from "./sdk-files.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sojourn-files-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("the script has a name that is asked again and one that is kept, and there is none before the build", async () => {
  const files = new SdkFiles(folder);
  await expect(files.answer("/sdk/sojourn.js")).rejects.toMatchObject({ code: "not_found" });
  await writeFile(join(folder, "sojourn.js"), "1;");
  await writeFile(
    join(folder, "sojourn.json"),
    JSON.stringify({ file: "/sdk/sojourn-0123456789ab.js", integrity: "sha384-x" }),
  );
  const cached = async (path: string) => (await files.answer(path)).headers.get("cache-control");
  expect(await cached("/sdk/sojourn.js")).toContain("max-age=300");
  expect(await cached("/sdk/sojourn-0123456789ab.js")).toContain("immutable");
  expect(await (await files.answer("/sdk/sojourn.json")).json()).toMatchObject({ integrity: "sha384-x" });
  expect((await files.answer("/sdk/sojourn.js")).headers.get("access-control-allow-origin")).toBe("*");
  await expect(files.answer("/sdk/sojourn-old.js")).rejects.toMatchObject({ code: "not_found" });
  await expect(new SdkFiles(null).answer("/sdk/sojourn.js")).rejects.toMatchObject({ code: "not_found" });
});
