import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Files } from "./files.ts";
import { folderFiles } from "./folder.ts";
import { readImage } from "./read-image.ts";
import { s3Files } from "./s3.ts";

const folder = await mkdtemp(join(tmpdir(), "sojourn-files-"));
const objects = new Map<string, Buffer>();
/** A store with one bucket, which takes signed requests only. */
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { method, url = "", headers } = request;
  const isSigned = /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/us-east-1\/s3\/aws4_request/.test(
    headers.authorization ?? "",
  );
  const answer = (status: number, body: Buffer | string = "") => response.writeHead(status).end(body);
  if (!isSigned) return answer(403, "not signed");
  if (!url.startsWith("/pictures/")) return answer(404, "no such bucket");
  if (method === "PUT") objects.set(url, Buffer.concat(chunks));
  else if (method === "DELETE") objects.delete(url);
  const found = objects.get(url);
  if (method === "GET") return answer(found ? 200 : 404, found);
  return answer(method === "DELETE" ? 204 : 200);
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const { port } = server.address() as AddressInfo;
const s3 = (bucket: string, keyId = "key") =>
  s3Files({ url: `http://127.0.0.1:${port}`, bucket, region: "us-east-1", keyId, secret: "secret" });

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

const stores: readonly (readonly [string, Files])[] = [
  ["a folder", folderFiles(folder)],
  ["a bucket", s3("pictures")],
];

describe.each(stores)("%s", (_, files) => {
  test("keeps bytes under a key until they are removed", async () => {
    const bytes = new Uint8Array([0, 255, 10]);
    expect(await files.get("images/a/b.png")).toBeNull();
    await files.put("images/a/b.png", bytes, "image/png");
    await files.put("images/a/b.png", bytes, "image/png");
    expect(await files.get("images/a/b.png")).toEqual(bytes);
    await files.remove("images/a/b.png");
    await files.remove("images/a/b.png");
    expect(await files.get("images/a/b.png")).toBeNull();
  });

  test.each(["../a.png", "/a.png", "a/../../b.png", "a//b.png", ""])("refuses the key %j", async (key) => {
    await expect(Promise.resolve().then(() => files.put(key, new Uint8Array(1), "image/png"))).rejects.toThrow(
      "no key",
    );
  });
});

test("a folder holds whole files only, and a bucket that is not there or a wrong key is said", async () => {
  expect((await readdir(folder, { recursive: true })).filter((name) => name.includes(".png"))).toEqual([]);
  const put = (files: Files) => files.put("a.png", new Uint8Array(1), "image/png");
  await expect(put(s3("other"))).rejects.toThrow("no bucket other");
  await expect(put(s3("pictures", "wrong"))).rejects.toThrow("403");
});

const bytes = (text: string, ...rest: number[]) => new Uint8Array([...Buffer.from(text, "latin1"), ...rest]);

test.each([
  [bytes("GIF89a", 2, 0, 3, 0), { kind: "gif", width: 2, height: 3 }],
  [bytes("RIFF\0\0\0\0WEBPVP8X\n\0\0\0\0\0\0\0", 1, 0, 0, 2, 0, 0), { kind: "webp", width: 2, height: 3 }],
  [bytes("\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08", 0, 3, 0, 2), { kind: "jpeg", width: 2, height: 3 }],
  [bytes("GIF89a", 0, 0, 3, 0), null],
  [bytes("\xff\xd8\xff\xe0\0\x04ab"), null],
  [bytes("<svg width='2' height='3'/>"), null],
  [new Uint8Array(), null],
])("the picture %# is read by its bytes", (picture, size) => {
  expect(readImage(picture)).toEqual(size);
});
