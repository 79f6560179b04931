import type { Migration, PublishPreview } from "#sdk/node";
import type { Fate, FileMigration } from "./file-head.ts";

type Standing = PublishPreview["steps"][number];
type Step = { readonly id: string; readonly name: string };

/** People on a step of an older version, and what happens to them. */
export type Decided = { readonly standing: Standing; readonly fate: Fate; readonly target: Step | null };

export type Decisions = {
  readonly decided: readonly Decided[];
  /** As the API takes it; null where everybody stays. */
  readonly migration: Migration | null;
  /** Steps of which it cannot be said where their people go. */
  readonly problems: readonly { readonly step: string; readonly message: string }[];
  /** Steps that the migration names and on which nobody is. */
  readonly unused: readonly string[];
};

/** Applies the words of a file to the steps on which people are. `nodes` are the steps of the new version. */
export function decideFates(
  standing: readonly Standing[],
  nodes: readonly Step[],
  asked: FileMigration | null,
): Decisions {
  const { steps = {}, others = "stay", timers, perMinute } = asked ?? {};
  const problems: { step: string; message: string }[] = [];
  const decided = standing.map((place): Decided => {
    const said = steps[place.name] ?? others;
    const fate = typeof said === "string" ? said : "move";
    if (fate !== "move") return { standing: place, fate, target: null };
    const named = typeof said === "string" || said.move === true ? null : said.move;
    const target = nodes.find(({ id, name }) => (named === null ? id === place.toNodeId : name === named)) ?? null;
    if (target === null)
      problems.push({
        step: place.name,
        message:
          named === null
            ? `No step follows ${place.name} in the new version: name one with move ${place.name}=<step>, or let its people stay or leave.`
            : `The new version has no step ${named} to which the people on ${place.name} could move.`,
      });
    return { standing: place, fate, target };
  });
  const moved = decided.flatMap(({ standing: place, fate, target }): Migration["steps"] => {
    const { nodeId, versionId } = place;
    const said = steps[place.name];
    const own = typeof said === "object" && said.timers !== undefined ? { timers: said.timers } : {};
    if (fate === "leave") return [{ nodeId, versionId, action: "exit" }];
    return fate === "move" && target !== null
      ? [{ nodeId, versionId, action: "move", toNodeId: target.id, ...own }]
      : [];
  });
  const pace = { ...(timers === undefined ? {} : { timers }), ...(perMinute === undefined ? {} : { perMinute }) };
  return {
    decided,
    migration: moved.length === 0 ? null : { steps: moved, ...pace },
    problems,
    unused: Object.keys(steps).filter((name) => !standing.some((place) => place.name === name)),
  };
}
