import { createHash } from "node:crypto";
import type * as z from "zod";
import { type Caller, HttpError, inputErrors, openStream, summarize } from "#http";
import type { Context } from "#services";
import { addressGroup } from "#services/accounts";
import { InPageQuery, readContentFor, siteRulesOf, type Visitor, watchContent } from "#services/in-page";
import { lookUpPeople } from "#services/people";
import { openLink, PageLinkQuery } from "#services/preview-links";
import { pushKeyOf } from "#services/providers";
import type { Address } from "../admit.ts";
import { requireProof } from "../user-proof.ts";

/** Streams of one address: an office behind one, with a page or two each. */
const STREAMS_PER_ADDRESS = 100;
const STREAMS = 8_000;

/** What `/sdk/content` and `/sdk/rules` answer to pages. */
export class ContentCalls {
  readonly #streams = new Map<string, number>();
  #open = 0;

  /** What a page shows to its visitor: once, or as a stream. */
  async content(ctx: Context, caller: Caller, request: Request, address: Address): Promise<Response> {
    const query = readQuery(InPageQuery, request);
    await requireProof(ctx.database, { caller, door: "/sdk/content", someone: query });
    const languages = (query.languages ?? "").split(",").flatMap((tag) => tag.trim() || []);
    const find = () => findVisitor(ctx, caller.siteId, query);
    if (query.stream === "1") {
      const leave = this.#enter(addressGroup(address ?? ""));
      return openStream(
        request.signal,
        async function* (signal) {
          for await (const content of watchContent(ctx, find, languages, signal))
            yield content && { event: "content", data: content };
        },
        leave,
      );
    }
    const visitor = await find();
    const content = visitor ? await readContentFor(ctx, visitor, languages) : { content: [], held: [] };
    return cached(request, { data: content }, "private, no-cache");
  }

  /** What pages of the site look for, and the file that shows content. */
  async rules(ctx: Context, caller: Caller, request: Request, renderer: string | null): Promise<Response> {
    const rules = await siteRulesOf(ctx, caller.siteId);
    return cached(request, { data: { ...rules, renderer } }, "private, max-age=10");
  }

  /** The key with which the browsers of visitors subscribe to push messages. */
  async push(ctx: Context, request: Request): Promise<Response> {
    return cached(request, { data: { publicKey: await pushKeyOf(ctx) } }, "private, max-age=60");
  }

  /** What an author sees on a page that they opened by a preview link. */
  async preview(ctx: Context, caller: Caller, request: Request): Promise<Response> {
    const query = readQuery(PageLinkQuery, request);
    const data = await openLink(ctx, caller.siteId, query);
    return Response.json({ data }, { headers: { "cache-control": "no-store" } });
  }

  #enter(group: string): () => void {
    const own = this.#streams.get(group) ?? 0;
    if (own >= STREAMS_PER_ADDRESS || this.#open >= STREAMS)
      throw new HttpError("too_many_requests", "Too many streams are open; ask again without a stream.", [], {
        "retry-after": "30",
      });
    this.#streams.set(group, own + 1);
    this.#open += 1;
    let entered = true;
    return () => {
      if (!entered) return;
      entered = false;
      this.#open -= 1;
      const left = (this.#streams.get(group) ?? 1) - 1;
      if (left > 0) this.#streams.set(group, left);
      else this.#streams.delete(group);
    };
  }
}

function readQuery<Schema extends z.ZodType>(schema: Schema, request: Request): z.output<Schema> {
  const { key, ...given } = Object.fromEntries(new URL(request.url).searchParams);
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const errors = inputErrors(parsed.error, given);
  throw new HttpError("unprocessable", summarize(errors), errors);
}

/** Who visits; `null`: nobody whom anything was reported of. */
export async function findVisitor(
  ctx: Context,
  siteId: string | null,
  { userId, anonymousId }: Pick<InPageQuery, "userId" | "anonymousId">,
): Promise<Visitor | null> {
  const [personId] = await lookUpPeople(ctx, [userId ? { userId } : { anonymousId }]);
  return personId ? { personId, siteId } : null;
}

/** An answer that a browser keeps, and asks about with `If-None-Match` by itself. */
function cached(request: Request, body: unknown, caching: string): Response {
  const text = JSON.stringify(body);
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
  const headers = { etag, "cache-control": caching, "content-type": "application/json" };
  const isKnown = request.headers.get("if-none-match")?.includes(etag) ?? false;
  return isKnown ? new Response(null, { status: 304, headers }) : new Response(text, { headers });
}
