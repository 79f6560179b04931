import { dialects } from "#dialects";
import { type Context, invalidField } from "#services";
import { findJourney, writtenDraft } from "#services/journeys";
import { withKeys } from "./names.ts";
import type { ExportedJourney, FileFormat } from "./schema.ts";

/** The draft of a journey in a format, and what the format cannot say of it. */
export async function exportJourney(ctx: Context, reference: string, format: FileFormat): Promise<ExportedJourney> {
  const row = await findJourney(ctx, reference);
  const dialect = dialectOf(format);
  const { foreign, losses } = dialect.write(await withKeys(ctx, ctx.database.orm, writtenDraft(row)));
  return {
    ...{ format, title: dialect.title, journey: foreign },
    losses: losses.map(({ nodeId = null, edgeId = null, field, message }) => ({ nodeId, edgeId, field, message })),
  };
}

/** The dialect of a format. */
export function dialectOf(format: FileFormat) {
  const found = dialects.find(({ key }) => key === format);
  if (found === undefined) throw invalidField(["format"], `The format ${format} is not in this release`);
  return found;
}
