import { type Context, invalidField } from "#services";
import { findSegment } from "#services/segments";

/** The id of the segment that an input names. */
export async function segmentOf(ctx: Context, reference: string): Promise<string> {
  try {
    return (await findSegment(ctx, reference)).id;
  } catch {
    throw invalidField(["segmentId"], `There is no segment ${JSON.stringify(reference)}`);
  }
}
