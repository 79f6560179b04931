import { rendersOf } from "#channels";
import { isConsentChannel } from "#consent";
import { chooseLetter, describeNotes, previewEmail, templateVariables } from "#content";
import { type Context, orBusy } from "#services";
import { getPerson } from "#services/people";
import { readWritten } from "#store/content";
import type { ShownDelivery } from "#store/deliveries";
import { readMessageEvents } from "#store/message-events";
import { readWorkspace } from "#store/workspaces";
import { findDelivery, viewDeliveryDetail } from "./delivery-row.ts";
import type { DeliveryDetail } from "./schema.ts";

/** One delivery with its message: as it was sent, or, if it is unsent, as it would be sent now. */
export async function getDelivery(ctx: Context, id: string): Promise<DeliveryDetail> {
  const row = await findDelivery(ctx, id);
  const detail = viewDeliveryDetail(row, await readMessageEvents(ctx.database.sql, ctx.workspaceId, row.id));
  if (row.rendered || !isConsentChannel(row.channel) || !row.content_id) return detail;
  return { ...detail, ...(await renderNow(ctx, row)) };
}

async function renderNow(ctx: Context, row: ShownDelivery): Promise<Partial<DeliveryDetail>> {
  const { orm } = ctx.database;
  const [[item], workspace, person] = await Promise.all([
    readWritten(orm, row.content_id === null ? [] : [row.content_id]),
    readWorkspace(orm, ctx.workspaceId),
    getPerson(ctx, row.person_id).catch(() => null),
  ]);
  if (!item || !workspace || !person) return {};
  const variables = templateVariables({ person, workspace, variables: row.variables });
  const template = chooseLetter(item, { traits: person.traits, settings: workspace.settings });
  const mail = await orBusy(previewEmail(template, variables));
  const html = rendersOf(row.channel) === "letter" ? mail.html : "";
  return { subject: row.subject ?? mail.subject, html, text: mail.text, notes: describeNotes(mail) };
}
