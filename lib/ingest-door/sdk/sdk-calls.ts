import * as z from "zod";
import type { Database } from "#db";
import { type Caller, HttpError, inputErrors, summarize } from "#http";
import type { IngestItem, IngestResult } from "#runtime";
import type { Context } from "#services";
import { Device, NewDevice, putDevice } from "#services/devices";
import { InPageNoted, InPageReport, noteContent } from "#services/in-page";
import { lookUpPeople } from "#services/people";
import { PickInput, PickNoted, pickByLink } from "#services/preview-links";
import {
  enrollFromSite,
  findSiteJourney,
  reportProgress,
  requireSiteEnrollment,
  SiteEnrollInput,
  SiteEnrollment,
  SiteProgress,
  SiteProgressInput,
} from "#services/site-enrollments";
import { answerInPage, InPageAnswers } from "#services/surveys";
import { type ProvedCall, requireProof } from "../user-proof.ts";
import { findVisitor } from "./content-calls.ts";

/** What the calls of pages and apps need besides the request. */
export type SdkOptions = {
  readonly database: Database;
  readonly store: (items: readonly IngestItem[]) => Promise<IngestResult[]>;
};

export type SdkCall = {
  readonly caller: Caller;
  readonly reference: string;
  readonly body: Record<string, unknown>;
};

export type SdkRoute = {
  readonly method: "POST" | "PUT";
  readonly path: string;
  readonly summary: string;
  readonly body: z.ZodType;
  readonly response: z.ZodType;
  readonly answer: (options: SdkOptions, call: SdkCall) => Promise<unknown>;
};

type Someone = { readonly userId?: string | undefined; readonly anonymousId?: string | undefined };

const DeviceOfSomeone = NewDevice.extend({
  userId: z.string().trim().min(1).max(255),
  userHash: z.string().max(4_096).optional(),
});

/** What pages and apps may ask for themselves, with the publishable key of their site. */
export const SDK_ROUTES: readonly SdkRoute[] = [
  {
    method: "POST",
    path: "/sdk/journeys/:id/enroll",
    summary: "Enroll a person from a page or an app",
    body: SiteEnrollInput,
    response: SiteEnrollment,
    async answer(options, { caller, reference, body }) {
      const input = parse(SiteEnrollInput, body);
      await proved(options, caller, { door: "/sdk/journeys/:id/enroll", someone: input });
      const ctx = contextOf(options, caller);
      const journey = await findSiteJourney(ctx, caller.siteId, reference);
      await requireSiteEnrollment(ctx, journey);
      return enrollFromSite(ctx, journey, await meet(options, caller, input), input.properties);
    },
  },
  {
    method: "POST",
    path: "/sdk/journeys/:id/progress",
    summary: "Report what a person did with content, and read where they stand",
    body: SiteProgressInput,
    response: SiteProgress,
    async answer(options, { caller, reference, body }) {
      const input = parse(SiteProgressInput, body);
      await proved(options, caller, { door: "/sdk/journeys/:id/progress", someone: input });
      const ctx = contextOf(options, caller);
      const journey = await findSiteJourney(ctx, caller.siteId, reference);
      const [personId] = await lookUpPeople(ctx, [named(input)]);
      if (!personId) return { enrollmentId: null, status: "NOT_ENROLLED", currentNodeIds: [], content: [] };
      return reportProgress(ctx, journey, { personId, siteId: caller.siteId }, input);
    },
  },
  {
    method: "POST",
    path: "/sdk/content",
    summary: "Report what a page did with content",
    body: z.union([InPageReport, InPageAnswers]),
    response: InPageNoted,
    async answer(options, { caller, body }) {
      const ctx = contextOf(options, caller);
      if (body.event === "answered") {
        const input = parse(InPageAnswers, body);
        await proved(options, caller, { door: "/sdk/content", someone: input });
        const visitor = await findVisitor(ctx, caller.siteId, input);
        return { noted: visitor !== null && (await answerInPage(ctx, visitor, input)) };
      }
      const input = parse(InPageReport, body);
      await proved(options, caller, { door: "/sdk/content", someone: input });
      const visitor = await findVisitor(ctx, caller.siteId, input);
      return { noted: visitor !== null && (await noteContent(ctx, visitor, input)) };
    },
  },
  {
    method: "POST",
    path: "/sdk/preview",
    summary: "Report the element that an author picked on a page",
    body: PickInput,
    response: PickNoted,
    async answer(options, { caller, body }) {
      return { noted: await pickByLink(contextOf(options, caller), caller.siteId, parse(PickInput, body)) };
    },
  },
  {
    method: "PUT",
    path: "/sdk/devices",
    summary: "Register the device of a person for push messages",
    body: DeviceOfSomeone,
    response: Device,
    async answer(options, { caller, body }) {
      const { userId, userHash, ...device } = parse(DeviceOfSomeone, body);
      await proved(options, caller, { door: "/sdk/devices", someone: { userId, userHash } });
      const personId = await meet(options, caller, { userId });
      // A publishable key may register the devices of the person who signs in; everything else of a person needs a secret one.
      const ctx = contextOf(options, caller);
      return putDevice({ ...ctx, actor: { ...ctx.actor, role: "editor" } }, personId, device);
    },
  },
];

const proved = ({ database }: SdkOptions, caller: Caller, call: Omit<ProvedCall, "caller">): Promise<void> =>
  requireProof(database, { caller, ...call });

function parse<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const errors = inputErrors(parsed.error, body);
  throw new HttpError("unprocessable", summarize(errors), errors);
}

export const contextOf = ({ database }: SdkOptions, { workspaceId, actor }: Caller): Context => ({
  database,
  workspaceId,
  actor,
});

/** A person who signed in is found by their user id, whatever else is given. */
const named = ({ userId, anonymousId }: Someone) => (userId ? { userId } : { anonymousId });

/** The person, who may be new: a page often enrolls before anything else was reported of its visitor. */
async function meet({ store }: SdkOptions, { workspaceId, siteId }: Caller, someone: Someone): Promise<string> {
  const { userId, anonymousId } = someone;
  const ids = { ...(userId ? { userId } : {}), ...(anonymousId ? { anonymousId } : {}) };
  const site = siteId === null ? {} : { siteId };
  const [result] = await store([{ type: "identify", workspaceId, ...site, ...ids }]);
  if (!result?.personId) throw new Error("an item without a message id was not stored");
  return result.personId;
}
