import { canvasOf } from "#journey";
import { type Context, notFound } from "#services";
import { readVersion } from "#store/versions";
import type { PublishInput } from "../migration/input.ts";
import { type Published, publishFrom } from "../publish-journey.ts";

/** Publishes an old version again, as a new one; the draft becomes its document. Throws as publishing does. */
export function rollbackJourney(
  ctx: Context,
  reference: string,
  versionId: string,
  input?: PublishInput,
  ifMatch: number | null = null,
): Promise<Published> {
  return publishFrom(ctx, reference, { ...input, verb: "rollback", ifMatch }, async (tx, row) => {
    const version = await readVersion(tx, { id: versionId, journeyId: row.id });
    if (!version) throw notFound("version");
    const { settings, goalConfig, audienceId, allowAnonymous } = version.document;
    const draft = { canvas: canvasOf(version.document), settings, goalConfig, audienceId, allowAnonymous };
    return { document: version.document, draft: { ...draft, revision: row.revision + 1 }, pins: version.pins };
  });
}
