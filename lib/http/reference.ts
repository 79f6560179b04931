import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { Readable } from "node:stream";
import { referencePolicy } from "#security-headers";

const SCRIPT = "node_modules/@scalar/api-reference/dist/browser/standalone.js";

/** Turns off everything that the viewer could load from its vendor. */
const SETTINGS = {
  url: "/api/openapi.json",
  withDefaultFonts: false,
  proxyUrl: "",
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  showDeveloperTools: "never",
  hideClientButton: true,
  theme: "default",
  metaData: { title: "Sojourn API" },
};

/** The reference page; its only script is served by this server, and the page may connect to nothing else. */
export function referencePage(): Response {
  const nonce = crypto.randomUUID();
  const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Sojourn API</title>
    <link rel="icon" href="/icon.svg">
  </head>
  <body>
    <main id="reference"></main>
    <script src="/api/reference/script.js"></script>
    <script nonce="${nonce}">Scalar.createApiReference("#reference", ${JSON.stringify(SETTINGS)});</script>
  </body>
</html>
`;
  return new Response(html, {
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": referencePolicy(nonce) },
  });
}

/** The viewer's script from the installed package. */
export async function referenceScript(request: Request): Promise<Response> {
  const path = resolve(/* turbopackIgnore: true */ SCRIPT);
  const { size, mtimeMs } = await stat(path);
  const etag = `"${size}-${Math.floor(mtimeMs)}"`;
  const headers = { etag, "cache-control": "public, max-age=3600", "content-type": "text/javascript; charset=utf-8" };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  return new Response(streamOf(createReadStream(path)), { headers });
}

const streamOf = (source: Readable): ReadableStream<Uint8Array> => Readable.toWeb(source) as ReadableStream<Uint8Array>;
