import type { IncomingMessage, ServerResponse } from "node:http";
import { HttpError, problemResponse } from "#http";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Why this server cannot answer the request, or `null`. */
export function findRefusal(request: IncomingMessage): HttpError | null {
  const { method = "", url = "/" } = request;
  if (!METHODS.includes(method)) {
    return new HttpError("method_not_allowed", `The method ${method} is not known here.`, [], {
      allow: METHODS.join(", "),
    });
  }
  if (isForeignUpgrade(request)) {
    return new HttpError("bad_request", "There is nothing here that a connection could be upgraded to.");
  }
  if (!isDecodable(url)) return new HttpError("bad_request", "The address contains a broken percent escape.");
  return null;
}

/**
 * Java's client offers `h2c` with ordinary requests and accepts an ordinary answer. Clients that request any other
 * upgrade cannot use an ordinary answer and would keep the connection open.
 */
function isForeignUpgrade({ headers }: IncomingMessage): boolean {
  const isMeant = (headers.connection ?? "")
    .toLowerCase()
    .split(/[\s,]+/)
    .includes("upgrade");
  return isMeant && headers.upgrade !== undefined && headers.upgrade.trim().toLowerCase() !== "h2c";
}

function isDecodable(url: string): boolean {
  const [path = ""] = url.split("?", 1);
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Answers with the problem and ends the connection without reading more. */
export async function refuseRequest(response: ServerResponse, error: unknown): Promise<void> {
  const problem = problemResponse(error);
  response.writeHead(problem.status, { ...Object.fromEntries(problem.headers), connection: "close" });
  response.end(await problem.text());
}
