import type { Context, Hono } from "hono";
import type { Database } from "#db";
import { log } from "#log";
import { recordClick, recordOpen, resolveClick } from "#services/tracking";
import { CLICK_PATH, OPEN_PATH } from "#tracking";
import type { Bindings } from "../admit.ts";

/** One transparent pixel. */
const PIXEL = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
const FRESH = { "cache-control": "no-store, max-age=0", "x-robots-tag": "noindex" };

/** Adds the addresses of links and pixels in mails. People get where they wanted to, also while the database is away. */
export function mountTracking(app: Hono<Bindings>, database: Database): void {
  app.get(`${CLICK_PATH}:token`, async (context) => {
    const link = await resolveClick(database, context.req.param("token"));
    if (link === null)
      return new Response("This link is not valid, or it was cut off.", { status: 404, headers: FRESH });
    // A HEAD request is a program that looks whether the link works.
    if (context.req.method === "GET") await quietly(() => recordClick(database, link, lookerOf(context)));
    const location = new URL(link.url).href;
    return new Response(null, { status: 302, headers: { ...FRESH, location, "referrer-policy": "no-referrer" } });
  });
  app.get(`${OPEN_PATH}:token`, async (context) => {
    const { req } = context;
    if (req.method === "GET") await quietly(() => recordOpen(database, req.param("token"), lookerOf(context)));
    return new Response(new Uint8Array(PIXEL), { headers: { ...FRESH, "content-type": "image/gif" } });
  });
}

const lookerOf = ({ req }: Context): { userAgent: string; now: number } => {
  return { userAgent: req.header("user-agent") ?? "", now: Date.now() };
};

async function quietly(record: () => Promise<void>): Promise<void> {
  try {
    await record();
  } catch (error) {
    log.warn("a click or an open could not be recorded", {
      error: error instanceof Error ? error.message : String(error),
    });
  }
}
