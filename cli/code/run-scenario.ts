import type { JourneyDraft } from "#dialects";
import { answerOf, type JourneyDetail, type TestRun } from "#sdk/node";
import type { Cli } from "../cli.ts";
import { canvasOf } from "../journeys/load-journey.ts";
import type { Scenario } from "./scenario.ts";

/** What a scenario expected and what came of it, where the two differ. */
export type Mismatch = { readonly what: string; readonly expected: unknown; readonly actual: unknown };

/** Runs one scenario through a draft on a virtual clock; nothing is stored or sent. */
export async function runScenario(
  { server }: Cli,
  { id }: JourneyDetail,
  draft: JourneyDraft,
  { person, trigger, events, expect }: Scenario,
): Promise<Mismatch[]> {
  const body = {
    draft: { ...canvasOf(draft), settings: draft.document.settings, goalConfig: draft.document.goalConfig as null },
    ...(person === undefined ? {} : { person: person as { traits?: Record<string, unknown> } }),
    ...(trigger === undefined ? {} : { trigger: named(trigger) }),
    ...(events === undefined ? {} : { events: events.map(({ after, ...event }) => ({ after, ...named(event) })) }),
  };
  const params = { path: { id } };
  const { data } = answerOf(await server.api.POST("/api/journeys/{id}/test", { params, body }));
  const actual = outcomeOf(data, draft);
  return Object.entries(expect).flatMap(([what, expected]) => {
    const found = actual[what as keyof typeof actual];
    return JSON.stringify(expected) === JSON.stringify(found) ? [] : [{ what, expected, actual: found }];
  });
}

type Event = { readonly event: string; readonly properties?: Readonly<Record<string, unknown>> | undefined };

const named = ({ event, properties }: Event) =>
  properties === undefined ? { eventName: event } : { eventName: event, properties: { ...properties } };

/** The steps are told by their names. */
function outcomeOf({ path, outcome, deliveries }: TestRun, draft: JourneyDraft) {
  const names = new Map(draft.document.nodes.map(({ id, name }) => [id, name]));
  return {
    path: path.nodeIds.map((id) => names.get(id) ?? id),
    status: outcome.status,
    exitReason: outcome.exitReason,
    messages: deliveries.filter(({ sent }) => sent).map(({ nodeId }) => names.get(nodeId) ?? nodeId),
  };
}
