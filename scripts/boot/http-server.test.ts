import { once } from "node:events";
import type { RequestListener } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, expect, it } from "vitest";
import { type HttpServer, type HttpServerOptions, openHttpServer } from "./http-server.ts";

const hello: RequestListener = (_, response) => void response.end("hello");
const REQUEST = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
const UPGRADE = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";

let http: HttpServer | undefined;
let clients: Socket[] = [];
afterEach(async () => {
  for (const client of clients) client.destroy();
  clients = [];
  await http?.close();
});

async function start(options: HttpServerOptions = { trustProxy: false }, answer = hello): Promise<HttpServer> {
  http = openHttpServer(answer, options);
  await http.listen(0, "127.0.0.1");
  return http;
}

/** A client that never closes its own side. */
async function open(bytes = ""): Promise<{ heard: Promise<string>; ended: Promise<unknown> }> {
  const { port } = (http as HttpServer).server.address() as AddressInfo;
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  clients.push(socket);
  socket.on("error", () => {});
  const ended = Promise.race([once(socket, "end"), once(socket, "close")]);
  const data = once(socket, "data").then(([part]) => String(part));
  const heard = Promise.race([data, ended.then(() => "")]);
  await once(socket, "connect");
  if (bytes) socket.write(bytes);
  return { heard, ended };
}

it("T2: the server stops while idle, half-sent, unanswered and upgraded connections are open", async () => {
  const { server, close } = await start(undefined, (request, response) => {
    if (request.url === "/") response.end("hello");
  });
  // Like Next in development: a listener for upgrades that closes none.
  server.on("upgrade", (_request, socket) => socket.write("HTTP/1.1 101 Switching Protocols\r\n\r\n"));
  const silent = await open();
  const idle = await open(REQUEST);
  await idle.heard;
  const half = await open("GET / HTTP/1.1\r\nHo");
  const unanswered = await open(REQUEST.replace("GET / ", "GET /never "));
  const upgraded = await open(UPGRADE);
  await upgraded.heard;
  await close();
  await Promise.all([silent, idle, half, unanswered, upgraded].map(({ ended }) => ended));
});

it("T2: a request that does not arrive in time is ended, also one that never begins", async () => {
  await start({ trustProxy: false, limits: { headersMs: 100, requestMs: 100, checkEveryMs: 20 } });
  const silent = await open();
  const half = await open("GET / HTTP/1.1\r\nHo");
  const halfBody = await open("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc");
  await Promise.all([silent.ended, half.ended, halfBody.ended]);
});

it("T2: one address has so many connections and no more, unless a proxy speaks for everybody", async () => {
  await start({ trustProxy: false, limits: { perAddress: 2 } });
  const [first, second] = [await open(), await open(REQUEST)];
  await second.heard;
  await (await open(REQUEST)).ended;
  clients[0]?.destroy();
  await first.ended;
  await expect.poll(async () => (await open(REQUEST)).heard).toContain("hello");
  await http?.close();

  await start({ trustProxy: true, limits: { perAddress: 2 } });
  const answers = [await open(REQUEST), await open(REQUEST), await open(REQUEST)].map(({ heard }) => heard);
  for (const answer of await Promise.all(answers)) expect(answer).toContain("hello");
});

it("T2: when all connections are used up, idle ones make room", async () => {
  await start({ trustProxy: false, limits: { connections: 2 } });
  const idle = [await open(REQUEST), await open(REQUEST)];
  for (const one of idle) await one.heard;
  await (await open(REQUEST)).ended;
  await Promise.all(idle.map(({ ended }) => ended));
  expect(await (await open(REQUEST)).heard).toContain("hello");
});
