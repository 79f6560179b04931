import * as z from "zod";
import { JsonObject } from "#journey";
import { Device, NewDevice } from "#services/devices";
import { SiteEnrollInput, SiteEnrollment, SiteProgress, SiteProgressInput } from "#services/site-enrollments";
import type { RouteInfo } from "../registry.ts";

const Timestamp = z.union([z.iso.datetime({ offset: true, local: true }), z.number()]).meta({
  description: "ISO 8601, UTC without an offset; or a number since 1970, seconds below 4.2 billion, else milliseconds",
});

const who = {
  userId: z.string().max(255).optional(),
  anonymousId: z.string().max(255).optional(),
  timestamp: Timestamp.optional(),
  messageId: z.string().max(255).optional().meta({ description: "Makes it safe to repeat the call" }),
  context: JsonObject.optional(),
};

const Track = z.object({ ...who, event: z.string().max(255), properties: JsonObject.optional() });
const Identify = z.object({ ...who, traits: JsonObject.optional() });
const short = z.string().max(255).optional();
const View = z.object({ ...who, name: short, category: short, properties: JsonObject.optional() });
const Group = z.object({ ...who, groupId: z.string().max(255).optional(), traits: JsonObject.optional() });
const Alias = z.object({ ...who, previousId: z.string().max(255) });
const Batch = z.object({
  batch: z
    .array(z.looseObject({ type: z.enum(["identify", "track", "page", "screen", "group", "alias"]) }))
    .min(1)
    .max(500),
  context: JsonObject.optional(),
});

const Errors = z.array(z.object({ pointer: z.string(), field: z.string().nullable(), message: z.string() }));
const Refused = z.object({ index: z.int(), messageId: z.string().nullable(), reason: z.string(), errors: Errors });
const Success = z.object({
  success: z.literal(true),
  refused: z.array(Refused).optional().meta({ description: "Messages that were not stored; the others were" }),
});
const Accepted = z.object({ data: z.looseObject({}) });
const BatchAnswer = z.object({
  data: z.object({
    accepted: z.int(),
    duplicates: z.int(),
    refused: z.int(),
    results: z.array(
      z.object({
        status: z.enum(["accepted", "duplicate", "refused"]),
        personId: z.string().nullable().optional(),
        errors: Errors.optional(),
      }),
    ),
  }),
});

const segment = (type: string, body: z.ZodType): RouteInfo => ({
  method: "POST",
  path: `/v1/${type}`,
  summary: `Segment's ${type}`,
  description:
    "As Segment's clients send it: Basic with a key as user name, or `writeKey` in the body. A message that cannot be stored does not block the others.",
  tags: ["Ingestion"],
  role: "viewer",
  body,
  response: Success,
});

const native = (
  type: string,
  summary: string,
  body: z.ZodType,
  extra: Partial<Pick<RouteInfo, "description" | "response">> = {},
): RouteInfo => ({
  method: "POST",
  path: `/api/${type}`,
  summary,
  description:
    "Takes secret and publishable keys. Answers once the event is stored. `Idempotency-Key` counts as the `messageId` where there is none.",
  tags: ["Ingestion"],
  role: "viewer",
  body,
  response: Accepted,
  ...extra,
});

const userId = z.string().max(255);

const sdk = (
  method: "POST" | "PUT",
  path: string,
  summary: string,
  body: z.ZodType,
  response: z.ZodType,
): RouteInfo => ({
  ...{ method, path: `/sdk/${path}`, summary, tags: ["Pages and apps"], role: "viewer", body },
  description: "Takes the publishable key of a site from its origins, and secret keys.",
  ...(path.includes("[id]") ? { params: z.object({ id: z.string() }) } : {}),
  response: z.object({ data: response }),
});

const probe = (name: string, summary: string, status: string): RouteInfo => ({
  method: "GET",
  path: `/api/${name}`,
  summary,
  tags: ["Operations"],
  role: "public",
  response: z.object({ data: z.object({ status: z.literal(status) }) }),
});

const Figures = z.object({
  answers: z.enum(["standby", "primary"]),
  /** How far the standby is behind; null: it does not answer, or is no standby of this database. */
  lagMs: z.number().nullable(),
  reason: z.enum(["in step", "behind", "away", "no standby"]),
});

/** Routes that are served elsewhere: by the ingest door, probes, and the account library. */
export const otherRoutes: readonly RouteInfo[] = [
  native("track", "Track an event of a person", Track),
  native("identify", "Identify a person", Identify),
  native("batch", "Up to 500 calls at once, 1 MB at most", Batch, {
    description:
      "Reports each call: 200 if at least one is stored or was stored before, 422 if none can be stored. With `?atomic=1`, all or nothing.",
    response: BatchAnswer,
  }),
  segment("track", Track),
  segment("identify", Identify),
  segment("page", View),
  segment("screen", View),
  segment("group", Group),
  segment("alias", Alias),
  segment("batch", Batch),
  sdk("POST", "journeys/[id]/enroll", "Enroll a person from a page or an app", SiteEnrollInput, SiteEnrollment),
  sdk(
    "POST",
    "journeys/[id]/progress",
    "Report on content, and read where a person stands",
    SiteProgressInput,
    SiteProgress,
  ),
  sdk("PUT", "devices", "Register the device of a person for push messages", NewDevice.extend({ userId }), Device),
  {
    method: "GET",
    path: "/v1/projects/[key]/settings",
    summary: "Settings that Segment's and Customer.io's browser and mobile clients read first",
    tags: ["Ingestion"],
    role: "viewer",
    params: z.object({ key: z.string() }),
    response: z.object({ integrations: z.record(z.string(), z.looseObject({})), metrics: z.looseObject({}) }),
  },
  probe("health", "Whether the process is alive", "alive"),
  {
    ...probe("ready", "Whether the database answers and is migrated", "ready"),
    description: "With a standby for figures (`DATABASE_READ_URL`), also which of the two databases answers, and why.",
    response: z.object({ data: z.object({ status: z.literal("ready"), figures: Figures.optional() }) }),
  },
  {
    method: "POST",
    path: "/api/auth/sign-in/email",
    summary: "Sign in with email and password",
    tags: ["Accounts"],
    role: "public",
    body: z.object({ email: z.email(), password: z.string() }),
    response: z.looseObject({ token: z.string() }),
  },
  {
    method: "POST",
    path: "/api/auth/sign-out",
    summary: "Sign out",
    tags: ["Accounts"],
    role: "viewer",
    response: z.object({ success: z.boolean() }),
  },
];
