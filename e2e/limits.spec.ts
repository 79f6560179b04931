import { expect, test } from "@playwright/test";
import { Api } from "./server/api.ts";
import { openRawSocket, requestBytes } from "./server/raw-socket.ts";
import { SECRET_KEY, startServer } from "./server/start-server.ts";

const UPGRADE = {
  Connection: "Upgrade",
  Upgrade: "websocket",
  "Sec-WebSocket-Version": "13",
  "Sec-WebSocket-Key": "AA==",
};

test.describe.configure({ timeout: 180_000 });

test("T2: upgrades that nobody handles are closed at once, and the server stops whatever its clients do", async () => {
  const server = await startServer();
  const open = (bytes: string) => openRawSocket(server.url, bytes);
  const upgrades = await Promise.all(
    ["/", "/api/health", "/_next/hmr", "/nothing"].map((path) => open(requestBytes("GET", path, UPGRADE))),
  );
  for (const upgrade of upgrades) await upgrade.closed;

  const key = { Authorization: `Bearer ${SECRET_KEY}` };
  const api = new Api(server.url);
  const sites = await api.get<{ data: { id: string }[] }>("/api/sites");
  const journey = { name: "Watched", siteId: sites.data[0]?.id };
  const { data } = await api.post<{ data: { id: string } }>("/api/journeys", journey);
  const idle = await open("");
  const served = await open(requestBytes("GET", "/api/health"));
  const half = await open("POST /api/track HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n");
  const halfBody = await open(requestBytes("POST", "/api/track", { ...key, "Content-Length": "100" }));
  const stream = await open(requestBytes("GET", `/api/journeys/${data.id}/live`, key));
  await expect.poll(() => served.received()).toContain('"alive"');
  await expect.poll(() => stream.received()).toContain("event: stats");

  const stopping = performance.now();
  expect(await server.stop()).toBe(0);
  expect(server.output()).not.toContain("ended by force");
  expect(performance.now() - stopping).toBeLessThan(20_000);
  for (const one of [idle, served, half, halfBody, stream]) await one.closed;
});

test("T19: unknown methods and broken percent escapes are the client's mistake", async () => {
  const server = await startServer();
  const status = async (method: string, path: string) => {
    const { received, closed, socket } = await openRawSocket(
      server.url,
      requestBytes(method, path, { Connection: "close" }),
    );
    await closed;
    socket.destroy();
    return Number(received().split(" ")[1]);
  };
  try {
    const seen: Record<string, number> = {};
    for (const [method, path] of [
      ["PROPFIND", "/api/journeys"],
      ["PROPFIND", "/"],
      ["TRACE", "/api/track"],
      ["MKCOL", "/v1/track"],
      ["GET", "/api/journeys/%E0%A4%A"],
      ["GET", "/api/people/%"],
      ["GET", "/journeys/%zz"],
      ["POST", "/v1/%E0%A4%A"],
      ["GET", "/%c0"],
      ["GET", "/api/journeys?search=%E0%A4%A"],
    ] as const)
      seen[`${method} ${path}`] = await status(method, path);
    expect(Object.entries(seen).filter(([, code]) => code < 400 || code >= 500)).toEqual([]);
  } finally {
    await server.stop();
  }
});

/** Runs until it is ended, using only processor time. */
const LOOPS = `{% assign list = "${"x,".repeat(1_000)}" | split: "," %}${"{% for x in list %}".repeat(3)}${"{% endfor %}".repeat(3)}`;

test("T1: the built server renders in threads: health is answered while previews run, and they are ended", async () => {
  const server = await startServer();
  try {
    const api = new Api(server.url);
    const order: string[] = [];
    const previews = [1, 2].map(async () => {
      const { status, body } = await api.send("POST", "/api/content/preview", { html: LOOPS });
      order.push(`preview ${status}`);
      return body;
    });
    for (let asked = 0; asked < 3; asked++) expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
    order.push("health");
    for (const body of await Promise.all(previews))
      expect(body).toMatchObject({
        errors: [{ field: "html", message: "The template took longer than 2 s to render" }],
      });
    expect(order).toEqual(["health", "preview 422", "preview 422"]);
    const fine = await api.send("POST", "/api/content/preview", { subject: "{{ 'hello' | upcase }}" });
    expect(fine.body).toMatchObject({ data: { subject: "HELLO", errors: [] } });
  } finally {
    await server.stop();
  }
});

test("T1: who asks for too much at once is told 429, by whichever route, though each has a copy of its own of what it is made of", async () => {
  const server = await startServer();
  try {
    const api = new Api(server.url);
    const asked = Array.from({ length: 4 }, () => [
      api.send("POST", "/api/content/preview", { html: LOOPS }),
      api.send("POST", "/api/journeys/none/forecast", {}),
    ]).flat();
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.filter((status) => ![404, 422, 429].includes(status))).toEqual([]);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(2);
  } finally {
    await server.stop();
  }
});
