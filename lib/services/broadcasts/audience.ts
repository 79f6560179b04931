import { type ConsentChannel, isConsentChannel } from "#consent";
import { type Context, Findings, invalidField, ServiceError } from "#services";
import { type ReachAudience, reachOf } from "#services/consent";
import { findContent } from "#services/content";
import { type NamedPerson, namedPeople } from "#services/enrollments";
import { findSegment } from "#services/segments";
import type { ContentItem } from "#store/content";
import type { BroadcastPreview, BroadcastPreviewInput } from "./schema.ts";

type Asked = BroadcastPreviewInput;

/** Whom a broadcast is for and what it says, by ids. */
export type Meant = {
  readonly content: ContentItem;
  readonly channel: ConsentChannel;
  readonly audience: "everyone" | "segment" | "people";
  readonly ids: ReachAudience;
  readonly unknown: number;
};

/** Finds everything that an input names; throws `invalid` with all that is not there. */
export async function readMeant(ctx: Context, input: Asked): Promise<Meant> {
  const findings = new Findings();
  const message = await findings.of(() => messageOf(ctx, String(input.contentId)));
  const people = await findings.of(() => peopleOf(ctx, input));
  findings.throwIfAny();
  if (message === undefined || people === undefined) throw new Error("a finding that was not reported");
  return { ...message, ...people };
}

/** Whom a broadcast would reach now, and why not the others. */
export async function previewBroadcast(ctx: Context, input: BroadcastPreviewInput): Promise<BroadcastPreview> {
  const { content, channel, ids, unknown } = await readMeant(ctx, { ...input, unknown: "skip" });
  return { ...(await reachOf(ctx, { channel, content: content.id }, ids)), unknown };
}

async function messageOf(ctx: Context, reference: string): Promise<Pick<Meant, "content" | "channel">> {
  const content = await found("contentId", reference, () => findContent(ctx, reference));
  if (!isConsentChannel(content.type))
    throw invalidField(["contentId"], "A broadcast sends an email, an SMS or a push message");
  return { content, channel: content.type };
}

async function peopleOf(ctx: Context, input: Asked): Promise<Pick<Meant, "audience" | "ids" | "unknown">> {
  const { segmentId: segment, people, csv } = input;
  if (segment !== undefined) {
    const { id } = await found("segmentId", String(segment), () => findSegment(ctx, String(segment)));
    return { audience: "segment", ids: { segmentId: id }, unknown: 0 };
  }
  if (people === undefined && csv === undefined) return { audience: "everyone", ids: {}, unknown: 0 };
  const list: { people?: NamedPerson[]; csv?: string } = people ? { people } : { csv: csv ?? "" };
  const { personIds, unknown } = await namedPeople(ctx, { ...list, unknown: input.unknown ?? "refuse" });
  if (personIds.length === 0) throw invalidField([people ? "people" : "csv"], "Nobody in this list is known");
  return { audience: "people", ids: { personIds }, unknown: unknown.count };
}

async function found<Row>(field: string, reference: string, find: () => Promise<Row>): Promise<Row> {
  try {
    return await find();
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== "not_found") throw error;
    throw invalidField([field], `There is nothing called ${JSON.stringify(reference)}`);
  }
}
