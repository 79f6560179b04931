import type { MailFinding } from "#content";
import { wakeEngine } from "#db";
import { isInPageType } from "#inpage";
import { workspaceLanguages } from "#mails";
import { audit, type Context, conflict, requireRole, type Transaction } from "#services";
import { deleteContentDraft, lockContentDraft } from "#store/content-drafts";
import { readSettings } from "#store/workspaces";
import { sharedParts, slowly } from "./compile-parts.ts";
import { documentFindings } from "./document-findings.ts";
import { lockContent, viewContent } from "./find-content.ts";
import { isShared } from "./item-types.ts";
import { type WithOutside, withOutside } from "./outside.ts";
import { type Parts, partsOf } from "./parts.ts";
import { publishParts, refuseErrors } from "./publish-parts.ts";
import { languageFindings, placeFindings } from "./render-content.ts";
import type { Content, ContentFinding, PublishContentInput } from "./schema.ts";
import { writtenTypes } from "./written-types.ts";

/**
 * Makes the draft that was looked at what people get from now on; refused with every error in it, and when somebody
 * saved or published meanwhile. Answers the warnings.
 */
export async function publishContent(
  ctx: Context,
  reference: string,
  { revision, edit }: PublishContentInput,
): Promise<{ data: Content; warnings: ContentFinding[] }> {
  requireRole(ctx, "editor");
  const done = await withOutside(ctx, async (inside, tx) => {
    const row = await lockContent(ctx, tx, reference);
    const draft = await lockContentDraft(tx, row.id);
    if (!draft) throw conflict("There is no draft to publish.");
    if (draft.edit !== edit || row.revision !== revision)
      throw conflict("Somebody else changed this meanwhile. Look at it again before you publish it.", {
        revision: row.revision,
        edit: draft.edit,
      });
    const findings = await findingsOf(inside, tx, row.type, partsOf(draft));
    refuseErrors(findings);
    const after = await publishParts(inside, tx, row, partsOf(draft));
    await deleteContentDraft(tx, row.id);
    await audit(tx, ctx, "content.publish", row.id, { revision: after.revision, isShared: isShared(row.type) });
    return { data: viewContent(after, null), warnings: [...findings] };
  });
  wakeEngine();
  return done;
}

async function findingsOf(ctx: WithOutside, tx: Transaction, type: string, parts: Parts): Promise<MailFinding[]> {
  if (!writtenTypes.has(type) && !isInPageType(type)) return [];
  const settings = await readSettings(tx, ctx.workspaceId);
  if (isInPageType(type)) {
    const asked = workspaceLanguages(settings);
    const input = ["check", type, parts.body, asked];
    const checked = { input, make: () => documentFindings(type, parts.body, asked) };
    return ctx.outside.take(checked);
  }
  const shared = await sharedParts(ctx, tx, parts.mail?.layout ?? null);
  const made = ctx.outside.take(slowly(parts, shared));
  const languages = type === "email" ? languageFindings(parts.mail, settings) : [];
  return [...made.findings, ...placeFindings(type, made.html), ...languages];
}
