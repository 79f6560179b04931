import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, join, resolve } from "node:path";

/** The published files of a client, as a shop would host them. */
const FILES: Record<string, string> = {
  segment: "@segment/analytics-next/dist/umd",
  customerio: "@customerio/cdp-analytics-browser/dist/umd",
  hightouch: "@ht-sdks/events-sdk-js-browser/dist/umd",
  rudder: "@rudderstack/analytics-js/dist/npm/modern/bundled/umd",
};

export type Shop = { readonly url: string; readonly stop: () => Promise<void> };

/**
 * A website on its own port with one page per client and the client's unmodified file. Segment's and Customer.io's load
 * a second file when the settings list two integrations; `_cdn` sets the address of these files.
 */
export async function openShop(): Promise<Shop> {
  return await listen(async (incoming, response) => {
    const { pathname } = new URL(incoming.url ?? "/", "http://localhost");
    const [, client = "", ...rest] = pathname.split("/");
    const folder = FILES[client];
    if (folder && rest.length === 0) {
      const globals = `window.analytics = { _cdn: location.origin + "/${client}" };`;
      const script = `<script>${client === "rudder" ? "" : globals}</script><script src="/${client}/index.js"></script>`;
      response.setHeader("content-type", "text/html");
      return response.end(`<!doctype html><title>Shop</title><h1>Shop</h1>${script}`);
    }
    if (!folder) return response.writeHead(404).end();
    response.setHeader("content-type", "text/javascript");
    return response.end(await readFile(join(resolve("node_modules"), folder, basename(pathname))));
  });
}

/** A website of these pages, by path; scripts have names that end in `.js`. */
export async function openPages(pages: ReadonlyMap<string, string>): Promise<Shop> {
  return await listen((incoming, response) => {
    const { pathname } = new URL(incoming.url ?? "/", "http://localhost");
    const page = pages.get(pathname);
    if (page === undefined) return response.writeHead(404).end();
    response.setHeader("content-type", pathname.endsWith(".js") ? "text/javascript" : "text/html");
    return response.end(page);
  });
}

/** Forwards everything to `target`, but answers the first POST to `path` with 500, like a server that is starting. */
export async function openFlaky(target: string, path: string): Promise<Shop & { readonly tried: string[] }> {
  const tried: string[] = [];
  const shop = await listen((incoming, response) => {
    if (incoming.method === "POST" && incoming.url === path) {
      tried.push(String(incoming.headers["x-retry-count"] ?? "first"));
      if (tried.length === 1) {
        response.writeHead(500, { "access-control-allow-origin": incoming.headers.origin ?? "" });
        return response.end();
      }
    }
    const options = { method: incoming.method ?? "GET", headers: incoming.headers };
    const onward = request(new URL(incoming.url ?? "/", target), options, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on("error", () => response.writeHead(502).end());
    return incoming.pipe(onward);
  });
  return { ...shop, tried };
}

async function listen(answer: (incoming: IncomingMessage, response: ServerResponse) => unknown): Promise<Shop> {
  const server = createServer((incoming, response) => {
    Promise.resolve(answer(incoming, response)).catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((done) => server.listen(0, "localhost", done));
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url: `http://localhost:${port}`, stop };
}
