import type { Context } from "#services";
import { type Masking, maskAnswer, maskingOf } from "#services/masking";
import { HttpError } from "./http-error.ts";
import { ROUTE_SCOPES } from "./key-scopes.ts";
import type { RouteInfo } from "./registry.ts";

type Asked = { readonly params: unknown; readonly query: unknown; readonly body: unknown };
type Route = Pick<RouteInfo, "method" | "path">;

/** Routes without scopes that answer with what is known of people. */
const OF_PEOPLE = ["/api/people", "/api/consent", "/api/suppressions", "/api/surveys", "/api/messages", "/api/rules"];

const ONE = "/api/journeys/[id]/enrollments/[enrollmentId]";
/** Routes whose scopes say what they do, and which answer with what is known of a person. */
const TELLING: ReadonlySet<string> = new Set([
  ...["stop", "retry", "archive"].map((act) => `POST ${ONE}/${act}`),
  "POST /api/deliveries/[id]/retry",
  "POST /api/deliveries/[id]/settle",
  "GET /api/signals/rejected",
  "GET /api/content/[id]/test-sends",
  "POST /api/content/[id]/test-sends",
]);

/** Whether an answer shows traits, addresses or events of people. */
function isPersonal({ method, path }: Route): boolean {
  if (TELLING.has(`${method} ${path}`)) return true;
  const scopes = ROUTE_SCOPES[`${method} ${path}`];
  return scopes ? scopes.includes("personal") : OF_PEOPLE.some((start) => path.startsWith(start));
}

/**
 * What the caller does not see of this route's answer; null: nothing. Refuses what would tell masked values in another
 * way: files, and searches that look at them.
 */
export async function maskingFor(ctx: Context, route: Route, query: unknown): Promise<Masking | null> {
  if (!isPersonal(route)) return null;
  const masking = await maskingOf(ctx);
  if (masking === null) return null;
  if (route.path.endsWith("/export"))
    throw new HttpError("forbidden", "Some traits are masked for your role, so that you cannot export people.");
  const isSearch = typeof query === "object" && query !== null && "search" in query && query.search !== undefined;
  // A list of people itself looks for whole ids then.
  if (isSearch && route.path !== "/api/people")
    throw new HttpError("forbidden", "Some traits are masked for your role, so that you cannot search here.");
  return masking;
}

/** The answer without the values of masked traits. */
export async function asSeenBy(ctx: Context, masking: Masking, response: Response, asked: Asked): Promise<Response> {
  const { status, headers, body } = response;
  const type = headers.get("content-type") ?? "";
  if (body === null || status >= 400) return response;
  if (type.startsWith("text/event-stream")) {
    const masked = body.pipeThrough(maskedFrames((data) => maskAnswer(ctx, masking, data, asked)));
    return new Response(masked, { status, headers });
  }
  if (!/\bjson$/.test(type.split(";", 1)[0] ?? ""))
    throw new HttpError("forbidden", "Some traits are masked for your role, and this answer cannot be masked.");
  const answer = await maskAnswer(ctx, masking, await response.json(), asked);
  return new Response(JSON.stringify(answer), { status, headers });
}

const DATA = "data: ";

/** Server-sent events with their data changed; each frame is sent when it is whole. */
function maskedFrames(mask: (data: unknown) => Promise<unknown>): TransformStream<Uint8Array, Uint8Array> {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  let rest = "";
  return new TransformStream({
    transform: async (chunk, controller) => {
      const frames = (rest + decoder.decode(chunk, { stream: true })).split("\n\n");
      rest = frames.pop() ?? "";
      for (const frame of frames) {
        const lines = await Promise.all(
          frame
            .split("\n")
            .map(async (line) =>
              line.startsWith(DATA) ? DATA + JSON.stringify(await mask(JSON.parse(line.slice(DATA.length)))) : line,
            ),
        );
        controller.enqueue(encoder.encode(`${lines.join("\n")}\n\n`));
      }
    },
  });
}
