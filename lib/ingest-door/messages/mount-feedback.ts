import type { Hono } from "hono";
import { config } from "#config";
import type { Database } from "#db";
import { HttpError, readBytes } from "#http";
import { isFeedbackSource, takeFeedback } from "#services/feedback";
import type { Bindings } from "../admit.ts";
import { refuse, wrongMethod } from "../refuse.ts";
import { FEEDBACK_PREFIX } from "../routes.ts";

/** A returned mail may carry the pictures of the message. */
const LARGEST = 5 * 1024 * 1024;

const PATH = `${FEEDBACK_PREFIX}:source/:token`;

/** Adds the addresses for the reports of providers. The bytes are handed on as they came: signatures cover them. */
export function mountFeedback(app: Hono<Bindings>, database: Database): void {
  app.post(PATH, async ({ req }) => {
    try {
      const source = req.param("source");
      if (!isFeedbackSource(source)) throw new HttpError("not_found", "There is nothing at this address.");
      const { pathname, search } = new URL(req.url);
      const body = await readBytes(req.raw, LARGEST);
      const headers = Object.fromEntries(req.raw.headers);
      const url = `${config().publicUrl}${pathname}${search}`;
      const taken = await takeFeedback(database, {
        source,
        token: req.param("token"),
        headers,
        body,
        url,
        now: Date.now(),
      });
      return source === "twilio" ? new Response(NO_REPLY, XML) : Response.json({ data: { taken } });
    } catch (error) {
      return refuse(error);
    }
  });
  app.all(PATH, () => refuse(wrongMethod("POST")));
}

/** Twilio sends what it is answered to the person, so the answer is empty. */
const NO_REPLY = '<?xml version="1.0" encoding="UTF-8"?><Response></Response>';
const XML = { headers: { "content-type": "text/xml; charset=utf-8" } };
