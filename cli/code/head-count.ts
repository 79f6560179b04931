import type { JourneyDraft } from "#dialects";
import { answerOf, type PublishPreview } from "#sdk/node";
import type { Cli } from "../cli.ts";
import { canvasOf } from "../journeys/load-journey.ts";
import { type Decisions, decideFates } from "./fates.ts";
import type { Fate, FileMigration } from "./file-head.ts";
import type { HeadCount } from "./plan.ts";
import type { ServerJourney } from "./server-journey.ts";

/** The people inside a journey that is not published again, by the steps on which they wait; null where it never was. */
export async function countPeople(
  { server }: Cli,
  { journey }: ServerJourney,
  fate: Fate = "stay",
): Promise<HeadCount | null> {
  if (journey.publishedVersion === null) return null;
  const params = { path: { id: journey.id } };
  const { data } = answerOf(await server.api.GET("/api/journeys/{id}/stats", { params }));
  const inside = journey._count.active;
  const steps = data.nodes.flatMap(({ name, waiting }): HeadCount["steps"] =>
    waiting > 0
      ? [{ name, version: null, people: waiting, change: "same", fate, to: null, timers: null, dueAtOnce: 0 }]
      : [],
  );
  return {
    inside,
    stay: fate === "stay" ? inside : 0,
    move: 0,
    leave: fate === "leave" ? inside : 0,
    dueAtOnce: 0,
    steps,
  };
}

export type Counted = { readonly people: HeadCount; readonly decisions: Decisions };

/** Whom publishing the draft would touch, under the migration that is asked for. `draft` null = the saved one. */
export async function countMigration(
  cli: Cli,
  { journey }: ServerJourney,
  draft: JourneyDraft | null,
  asked: FileMigration | null,
): Promise<Counted> {
  const first = await preview(cli, journey.id, draft, null);
  const decisions = decideFates(first.steps, draft?.document.nodes ?? journey.nodes, asked);
  const { migration, problems } = decisions;
  const last = migration === null || problems.length > 0 ? first : await preview(cli, journey.id, draft, migration);
  const steps = decisions.decided.map(({ standing, fate, target }): HeadCount["steps"][number] => {
    const { name, versionNumber, versionId, nodeId, people, change } = standing;
    const now = last.steps.find((step) => step.versionId === versionId && step.nodeId === nodeId);
    const moves = fate === "move";
    return {
      ...{ name, version: versionNumber, people, change, fate, to: target?.name ?? null },
      timers: moves ? (now?.timers ?? standing.timers) : null,
      dueAtOnce: moves ? (now?.dueAtOnce ?? 0) : 0,
    };
  });
  const dueAtOnce = steps.reduce((sum, step) => sum + step.dueAtOnce, 0);
  return {
    people: { inside: last.people, stay: last.stay, move: last.move, leave: last.exit, dueAtOnce, steps },
    decisions,
  };
}

async function preview(
  { server }: Cli,
  id: string,
  draft: JourneyDraft | null,
  migration: Decisions["migration"],
): Promise<PublishPreview> {
  const unsaved =
    draft === null
      ? {}
      : {
          draft: {
            ...canvasOf(draft),
            settings: draft.document.settings,
            goalConfig: draft.document.goalConfig as null,
          },
        };
  const body = { ...unsaved, ...(migration === null ? {} : { migration }) };
  const answer = await server.api.POST("/api/journeys/{id}/publish/preview", { params: { path: { id } }, body });
  return answerOf(answer).data;
}
