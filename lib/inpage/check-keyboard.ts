import { isObject } from "#values";
import type { InPageDocument, Step } from "./documents.ts";
import type { DocumentFinding } from "./findings.ts";
import type { Action, Advance, Block } from "./parts.ts";

const warning = (code: DocumentFinding["code"], pointer: string, message: string): DocumentFinding => ({
  ...{ level: "warning", code, pointer, message },
});

/** What people who use the keyboard alone cannot finish, and steps that nobody leaves. */
export function keyboardFindings(document: InPageDocument): DocumentFinding[] {
  if ("steps" in document) return ofSteps(document.steps);
  if ("items" in document)
    return document.items.flatMap(({ done = [] }, at) =>
      isByClickAlone(done)
        ? [
            warning(
              "keyboard",
              `/items/${at}/done`,
              "A click on the page alone checks this off; an event or a page does it for the keyboard too",
            ),
          ]
        : [],
    );
  if (!("blocks" in document) || !("advance" in document)) return [];
  const isStuck = isByClickAlone(document.advance ?? []) && actionsOf(document.blocks).length === 0;
  return isStuck ? [warning("keyboard", "/advance", CLICK_ALONE)] : [];
}

const CLICK_ALONE = "This step moves on by a click alone; a button lets people finish it with the keyboard";

function ofSteps(steps: readonly Step[]): DocumentFinding[] {
  const ways = steps.map((step, at) => waysFrom(step, at, steps));
  const single = steps.flatMap(({ advance = [] }, at) => {
    if (ways[at]?.length !== 0) return [];
    if (advance.length === 0)
      return [warning("no_way_out", `/steps/${at}`, "This step has no button and nothing that moves it on")];
    return [warning("keyboard", `/steps/${at}`, CLICK_ALONE)];
  });
  if (single.length > 0) return single;
  const finishing = reaching(ways);
  const lost = reachable(steps, ways).filter((at) => !finishing.has(at));
  const last = lost.at(-1);
  if (last === undefined) return [];
  const message = "From this step nobody gets to the end with the keyboard: its ways lead back to where they came from";
  return [warning("keyboard", `/steps/${last}`, message)];
}

/** A step by its place, or the end of the flow. */
type Way = number | "end";

/** Where a step leads without a click on the page. */
function waysFrom({ blocks, advance = [] }: Step, at: number, steps: readonly Step[]): Way[] {
  const onwards: Way = at + 1 < steps.length ? at + 1 : "end";
  const byButton = actionsOf(blocks).flatMap((action): Way[] => {
    switch (action.type) {
      case "next":
        return [onwards];
      case "back":
        return at === 0 ? [] : [at - 1];
      case "step": {
        const to = steps.findIndex(({ id }) => id === action.step);
        return to < 0 ? ["end"] : [to];
      }
      case "link":
        return action.after === "stay" ? [] : [action.after === "next" ? onwards : "end"];
      default:
        return ["end"];
    }
  });
  return [...byButton, ...advance.filter(({ on }) => on !== "click").map(() => onwards)];
}

/** The steps from which a way leads to the end. */
function reaching(ways: readonly (readonly Way[])[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    ways.forEach((own, at) => {
      if (own.some((way) => way === "end" || found.has(way))) found.add(at);
    });
  }
  return found;
}

/** The steps that anybody comes to, in order; clicks on the page lead on too. */
function reachable(steps: readonly Step[], ways: readonly (readonly Way[])[]): number[] {
  const found = new Set<number>([0]);
  for (const at of found) {
    const byClick = steps[at]?.advance?.length ? [at + 1] : [];
    for (const way of [...(ways[at] ?? []), ...byClick]) if (way !== "end" && way < steps.length) found.add(way);
  }
  return [...found].sort((one, other) => one - other);
}

const isByClickAlone = (advance: readonly Advance[]): boolean =>
  advance.length > 0 && advance.every(({ on }) => on === "click");

const actionsOf = (blocks: readonly Block[]): Action[] =>
  blocks.flatMap((block) => (block.type === "buttons" ? block.buttons.map(({ action }) => action) : []));

/** Every action of a document with its place. */
export type PlacedAction = { readonly action: Record<string, unknown>; readonly pointer: string };

export function actionsIn(value: unknown, pointer = ""): PlacedAction[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => actionsIn(item, `${pointer}/${at}`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([field, inner]) => {
    if (field === "custom") return [];
    const place = `${pointer}/${field}`;
    return field === "action" && isObject(inner) ? [{ action: inner, pointer: place }] : actionsIn(inner, place);
  });
}
