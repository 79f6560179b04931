import * as z from "zod";
import { isMailAddress } from "#addresses";
import { newId, wakeEngine } from "#db";
import { LanguageTag } from "#mails";
import { audit, type Context, invalidField, iso, isoOrNull, requireRole, Timestamp } from "#services";
import { getPerson } from "#services/people";
import { readContentDraft } from "#store/content-drafts";
import { insertTestSends, readTestSends, type TestSendRow } from "#store/test-sends";
import { findUser } from "#store/users";
import { findContent } from "./find-content.ts";
import { partsOf } from "./parts.ts";
import { refuseErrors } from "./publish-parts.ts";
import { renderContent } from "./render-content.ts";

const Recipient = z
  .string()
  .max(320, "may have 320 characters at most")
  .trim()
  .refine(isMailAddress, "is not an email address");

export const TestSendInput = z.strictObject({
  to: z
    .array(Recipient)
    .min(1)
    .max(10, "has at most 10 addresses")
    .optional()
    .meta({ description: "Absent: the address of who is signed in" }),
  personId: z.string().max(255).nullish().meta({ description: "Whose values it shows; null: the sample person" }),
  language: LanguageTag.nullish(),
  fromIdentityEmail: z.string().max(320).nullish(),
});
export type TestSendInput = z.infer<typeof TestSendInput>;

export const TestSend = z
  .object({
    id: z.string(),
    to: z.string(),
    subject: z.string(),
    personId: z.string().nullable(),
    status: z.enum(["queued", "sending", "sent", "captured", "failed"]),
    error: z.string().nullable(),
    sentBy: z.string(),
    createdAt: Timestamp,
    sentAt: Timestamp.nullable(),
  })
  .meta({ id: "TestSend" });
export type TestSend = z.infer<typeof TestSend>;

const MARK = "[Test] ";
/** Tests that a list shows. */
const MOST = 50;

/**
 * Sends an email as its draft is now to the people who work on it. It is no delivery: no journey, count or limit sees
 * it, and copies go to nobody.
 */
export async function testSend(ctx: Context, reference: string, input: TestSendInput): Promise<TestSend[]> {
  requireRole(ctx, "editor");
  const row = await findContent(ctx, reference);
  if (row.type !== "email") throw invalidField(["id"], "is no email; only emails can be sent as a test");
  const to = input.to ?? [await ownAddress(ctx)];
  const { orm } = ctx.database;
  const draft = await readContentDraft(orm, row.id);
  const { personId = null, language } = input;
  const asked = { type: row.type, parts: partsOf(draft ?? row), personId, language };
  const { rendered, findings } = await renderContent(ctx, asked);
  refuseErrors([...findings, ...rendered.errors.map(({ field, message, line }) => mistake(field, message, line))]);
  const { html, text, headers } = rendered;
  const letter = {
    html,
    text,
    replyTo: headers.replyTo,
    fromName: headers.fromName,
    identity: input.fromIdentityEmail ?? "",
  };
  const person = personId ? (await getPerson(ctx, personId)).id : null;
  const values = [...new Set(to)].map((recipient) => ({
    id: newId(),
    workspaceId: ctx.workspaceId,
    contentId: row.id,
    personId: person,
    recipient,
    sender: "",
    subject: `${MARK}${rendered.subject}`.slice(0, 2_000),
    letter,
    status: "queued" as const,
    dueAt: new Date(),
    sentBy: `${ctx.actor.kind}:${ctx.actor.id}`,
  }));
  const queued = await orm.transaction(async (tx) => {
    await audit(tx, ctx, "content.test-send", row.id, { recipients: values.length });
    return await insertTestSends(tx, values);
  });
  wakeEngine();
  return queued.map(viewTest);
}

const mistake = (field: string, message: string, line: number) => {
  return { pointer: `/${field}`, severity: "error" as const, message, line };
};

/** The newest tests of an item. */
export async function listTestSends(ctx: Context, reference: string): Promise<TestSend[]> {
  requireRole(ctx, "editor");
  const { id } = await findContent(ctx, reference);
  return (await readTestSends(ctx.database.orm, ctx.workspaceId, id, MOST)).map(viewTest);
}

function viewTest(row: TestSendRow): TestSend {
  const { id, recipient, subject, personId, status, error, sentBy, createdAt, sentAt } = row;
  return {
    id,
    to: recipient,
    subject,
    personId,
    status,
    error,
    sentBy,
    createdAt: iso(createdAt),
    sentAt: isoOrNull(sentAt),
  };
}

async function ownAddress(ctx: Context): Promise<string> {
  const user = ctx.actor.kind === "user" ? await findUser(ctx.database.orm, ctx.actor.id) : undefined;
  if (!user) throw invalidField(["to"], "is needed: a key has no address of its own");
  return user.email;
}
