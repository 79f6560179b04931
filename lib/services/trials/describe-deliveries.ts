import { addressOn, isConsentChannel } from "#consent";
import { chooseLetter, previewEmail, renderEmailHere, templateVariables } from "#content";
import type { Person, TestDelivery } from "#engine";
import { type Context, iso, isUuid, orBusy } from "#services";
import { readWritten } from "#store/content";
import { readWorkspace } from "#store/workspaces";
import type { TestRun } from "./schema.ts";

/** The messages that a test run would have sent, with their rendered subjects. */
export async function describeDeliveries(
  ctx: Context,
  person: Person,
  deliveries: readonly TestDelivery[],
): Promise<TestRun["deliveries"]> {
  if (deliveries.length === 0) return [];
  const ids = [...new Set(deliveries.map((delivery) => delivery.contentId))].filter(isUuid);
  const [items, workspace] = await Promise.all([
    readWritten(ctx.database.orm, ids),
    readWorkspace(ctx.database.orm, ctx.workspaceId),
  ]);
  const byId = new Map(items.map((item) => [item.id, item]));
  const described: TestRun["deliveries"] = [];
  for (const delivery of deliveries) {
    const item = byId.get(delivery.contentId);
    const reached = isConsentChannel(delivery.contentType) ? addressOn(delivery.contentType, person) : undefined;
    const sender = workspace ?? { name: "", timezone: "UTC", settings: {} };
    const variables = templateVariables({ person, workspace: sender, variables: delivery.variables });
    const stored = { subject: "", html: "", text: "", ...item };
    const letter = chooseLetter(stored, { traits: person.traits, settings: sender.settings });
    described.push({
      ...delivery,
      at: iso(delivery.at),
      contentName: item?.name ?? null,
      subject: reached !== undefined ? await subjectOf(letter.subject, variables) : null,
      recipient: reached || null,
    });
  }
  return described;
}

async function subjectOf(source: string, variables: Record<string, unknown>): Promise<string> {
  const template = { subject: source, html: "", text: " " };
  return (renderEmailHere(template, variables) ?? (await orBusy(previewEmail(template, variables)))).subject;
}
