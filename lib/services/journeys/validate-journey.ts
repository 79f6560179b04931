import { blocksPublishing } from "#engine";
import type { Problem } from "#journey";
import type { Context } from "#services";
import { readCanvas } from "./canvas.ts";
import { draftOf } from "./document.ts";
import { findJourney } from "./find-journey.ts";
import type { DraftInput } from "./input.ts";
import { problemsOf } from "./problems.ts";

/** Looks the saved draft over, or the given one in its place, and stores nothing. */
export async function validateJourney(
  ctx: Context,
  reference: string,
  draft: DraftInput,
): Promise<{ problems: Problem[]; canPublish: boolean }> {
  const row = await findJourney(ctx, reference);
  const saved = draftOf(row);
  const drawn = draft?.nodes || draft?.edges;
  const canvas = drawn ? readCanvas({ nodes: draft.nodes ?? saved.nodes, edges: draft.edges ?? saved.edges }) : {};
  const problems = await problemsOf(ctx, {
    ...saved,
    ...canvas,
    ...(draft?.settings ? { settings: draft.settings } : {}),
    ...(draft?.goalConfig === undefined ? {} : { goalConfig: draft.goalConfig }),
  });
  return { problems, canPublish: !blocksPublishing(problems) };
}
