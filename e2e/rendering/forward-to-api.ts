import { type IncomingMessage, request, type ServerResponse } from "node:http";
import { surroundings } from "./surroundings.ts";

/** What a page asks of `/api/` is answered by the API, as to the owner; a page of the product has a cookie for that. */
export function forwardToApi(incoming: IncomingMessage, outgoing: ServerResponse, next: () => void): void {
  const { workspace } = surroundings;
  // The frame's script is built with the product, so the frame stays empty here.
  if (incoming.url === "/sdk/preview-frame") {
    outgoing.writeHead(404).end();
    return;
  }
  if (workspace === null || !incoming.url?.startsWith("/api/")) {
    next();
    return;
  }
  const { host: _host, ...given } = incoming.headers;
  const headers = { ...given, authorization: `Bearer ${workspace.token}` };
  const forwarded = request(`${workspace.url}${incoming.url}`, { method: incoming.method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  forwarded.on("error", () => outgoing.destroy());
  incoming.pipe(forwarded);
}
