import { newId } from "#db";
import { type Canvas, type JsonObject, nodeKinds } from "#journey";
import type { Context } from "#services";
import { CanvasInput, type JourneyRow, publishJourney, saveCanvas, updateJourney } from "#services/journeys";
import { RE_ENTRY, SHOP_KEY, surveySteps } from "./shop-journey.ts";

/** The re-entry of shops that had no survey: its button would do nothing for visitors who are still expected to order. */
const FORMER_RE_ENTRY = "after_exit";
const COLUMN = 280;

/** Whether the draft asks a survey; which one is up to those who changed the journey. */
export const asksSurvey = ({ nodes }: Canvas): boolean =>
  nodes.some(({ type, config }) => nodeKinds[type].usesContent && config.contentType === "survey");

/**
 * Draws the survey beside what the journey has. It is published at once if nothing else waits in the draft; else that is
 * left to the people whose changes these are.
 */
export async function addSurvey(ctx: Context, journey: JourneyRow): Promise<void> {
  const isPublished = journey.status === "published" && journey.revision === journey.publishedRevision;
  const saved = await saveCanvas(ctx, journey.id, withSurvey(journey.canvas), journey.revision);
  if (journey.settings.reEntry === FORMER_RE_ENTRY)
    await updateJourney(ctx, journey.id, { settings: { ...journey.settings, reEntry: RE_ENTRY } }, saved.data.revision);
  if (isPublished) await publishJourney(ctx, journey.id);
}

/** Its own exits, so that nothing that people drew is changed. */
function withSurvey({ nodes, edges }: Canvas): CanvasInput {
  const taken = new Set(nodes.map(({ name }) => name));
  const free = (name: string): string => (taken.has(name) ? free(`${SHOP_KEY.replace("-", "_")}_${name}`) : name);
  const left = Math.max(0, ...nodes.map(({ position }) => position?.x ?? 0)) + COLUMN;
  const ids = new Map<string, string>();
  const added = surveySteps({ x: left, y: 0 });
  const steps = added.nodes.map((node): JsonObject => {
    const id = newId();
    ids.set(node.name, id);
    return { ...node, id, name: free(node.name) };
  });
  const idOf = (name: string): string => ids.get(name) ?? name;
  const links = added.edges.map(({ sourceNodeId, targetNodeId, ...edge }): JsonObject => {
    return { ...edge, sourceNodeId: idOf(sourceNodeId), targetNodeId: idOf(targetNodeId) };
  });
  return CanvasInput.parse({ nodes: [...nodes, ...steps], edges: [...edges, ...links] });
}
