import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { demoShopPolicy, publicPagePolicy } from "#security-headers";
import { readBuiltPages } from "./built-pages.ts";
import { secureAnswer } from "./secure-answers.ts";

const ONE = "'sha256-FUvJ+0EK9sMGvPXWmq7rdyFHJbTSXlrSpRjdOtuDBiY='";
let folder: string;
let url: string;
let seen: unknown;

const server = createServer((request, response) => {
  const path = request.url ?? "/";
  const isSecure = path.startsWith("/tls");
  secureAnswer(request, response, {
    builtPages: (at) => ({ isBuilt: at === "/built", hashes: [ONE] }),
    dev: false,
    isSecure,
  });
  seen = request.headers["content-security-policy"];
  if (path === "/known") response.statusCode = 304;
  else if (path === "/public") {
    const policy = publicPagePolicy("n", undefined);
    response.writeHead(200, {
      "Content-Type": "text/html",
      "Content-Security-Policy": policy,
      "Referrer-Policy": "no-referrer",
    });
  } else if (path === "/framed") {
    // As Next does.
    response.appendHeader("content-type", "text/html").appendHeader("content-security-policy", demoShopPolicy("n"));
  } else if (path !== "/api/data" && !path.startsWith("/_next/"))
    response.setHeader("content-type", "text/html; charset=utf-8");
  response.end("<p>");
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "built-pages-"));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

const headersOf = async (path: string, headers = {}) =>
  Object.fromEntries((await fetch(`${url}${path}`, { headers })).headers);

test("a page gets the studio's policy with a nonce of its own, which its request carries too", async () => {
  const forged = { "content-security-policy": "script-src 'nonce-forged'" };
  const [one, two] = [await headersOf("/journeys/1", forged), await headersOf("/journeys/1")];
  expect(seen).toBe(two["content-security-policy"]);
  const nonce = (headers: typeof one) => /'nonce-([\w+/]{22}==)'/.exec(headers["content-security-policy"] ?? "")?.[1];
  expect(nonce(one)).toBeDefined();
  expect(nonce(one)).not.toBe(nonce(two));
  expect(one["content-security-policy"]).toContain(`'self' 'nonce-${nonce(one)}' ${ONE};`);
  const built = await headersOf("/built");
  expect(built["content-security-policy"]).toContain(`script-src 'self' ${ONE};`);
  expect(one["content-security-policy"]).not.toMatch(/script-src[^;]*unsafe/);
  expect(one).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": expect.stringContaining("camera=()"),
  });
  expect(one).not.toHaveProperty("strict-transport-security");
  expect(await headersOf("/tls")).toMatchObject({ "strict-transport-security": "max-age=31536000" });
});

test("what an answer says itself stays, and no page in a sandbox is kept from opening", async () => {
  const page = await headersOf("/public");
  expect(page).toMatchObject({
    "content-security-policy": publicPagePolicy("n", undefined),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
  expect(page).not.toHaveProperty("cross-origin-opener-policy");
  expect(await headersOf("/framed")).toMatchObject({
    "content-security-policy": demoShopPolicy("n"),
    "x-frame-options": "SAMEORIGIN",
  });
});

test("an answer that only says that nothing changed leaves the headers that the browser kept", async () => {
  const headers = await headersOf("/known");
  expect(headers).not.toHaveProperty("content-security-policy");
  expect(headers).not.toHaveProperty("x-frame-options");
});

test("an answer of the API does nothing as a page; a file, which may be a worker, has no policy", async () => {
  expect((await headersOf("/api/data"))["content-security-policy"]).toContain("default-src 'none'");
  expect(await headersOf("/_next/static/worker.js")).not.toHaveProperty("content-security-policy");
});

test("each path knows the inline scripts of its own page, and any other those of the page that is not found", async () => {
  await mkdir(join(folder, "people"));
  const page = (...scripts: string[]) => scripts.map((one) => `<script>${one}</script>`).join("<p>");
  await writeFile(
    join(folder, "people/import.html"),
    `${page("one", "one", "two")}<script src="/a.js" async=""></script>`,
  );
  await writeFile(join(folder, "index.html"), page("one"));
  await writeFile(join(folder, "_not-found.html"), '<script id="a">two</script>');
  const built = await readBuiltPages(folder);
  const { isBuilt, hashes } = built("/people/import/");
  expect([isBuilt, hashes.length]).toEqual([true, 2]);
  expect(built("/")).toEqual({ isBuilt: true, hashes: hashes.slice(0, 1) });
  expect(built("/people/018f")).toEqual({ isBuilt: false, hashes: hashes.slice(1) });
});
