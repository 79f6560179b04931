import type { CampaignDefinition } from "../advance-input.ts";
import type { Execution, Occurrence } from "../execution.ts";
import { derivedId } from "../ids.ts";
import { pauseOf } from "../pauses/pause.ts";
import { queue } from "../pauses/queue.ts";
import type { LoggedEvent } from "../signal.ts";

type Maker = { readonly seed: string; readonly enrollmentId: string };

/** Adds a private campaign of the person, cloned from a template, and returns the event of its start. */
export function startCampaign(
  { advanceState, at }: Occurrence,
  template: CampaignDefinition,
  { seed, enrollmentId }: Maker,
): LoggedEvent {
  const id = derivedId(`campaign:${seed}`, at, advanceState.person.id);
  const { id: templateId, key, number, name, contentId } = template;
  advanceState.out.campaigns.push({ id, templateId, name, contentId, enrollmentId, at });
  const properties = {
    campaignId: id,
    name,
    kind: "private",
    contentId,
    templateId,
    templateKey: key,
    templateNumber: number,
  };
  const eventId = derivedId(`campaign started:${seed}`, at, advanceState.person.id);
  return { id: eventId, name: "campaign.private.started", properties, timestamp: at, receivedAt: at };
}

/**
 * Clones a campaign for the person; it starts right after the present signal, or on resume while the journey queues. A
 * campaign that does not exist is passed over, and the answer says so.
 */
export function createCampaign(run: Execution, reference: string): boolean {
  const { advanceState, enrollment } = run;
  const template = campaignMeant(run, reference);
  if (template === undefined) return false;
  if (pauseOf(enrollment.journey) === "queue") {
    queue(run, { type: "campaign", campaign: template.id });
    return true;
  }
  const { enrollmentId, memory } = enrollment;
  const seed = `${enrollmentId}:${memory.visit}:${advanceState.pending.length}`;
  run.emit({ kind: "event", event: startCampaign(run, template, { seed, enrollmentId }) });
  return true;
}

/** By the pin of the version, else by id, key or number as they are now. */
function campaignMeant({ advanceState, enrollment }: Execution, reference: string): CampaignDefinition | undefined {
  const { campaigns } = advanceState.input.snapshot;
  if (campaigns === undefined) return undefined;
  const pinned = enrollment.prepared.program.pins?.campaigns?.[reference];
  if (pinned !== undefined) return campaigns.get(pinned);
  const known = [...campaigns.values()];
  return (
    campaigns.get(reference) ??
    known.find(({ key }) => key === reference) ??
    known.find(({ number }) => String(number) === reference)
  );
}
