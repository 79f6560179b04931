import type { JsonObject } from "#journey";
import { parseExpression } from "../expressions/index.ts";
import { share } from "../ids.ts";
import { prepare } from "../prepare.ts";
import type { Program } from "../program.ts";
import type { EpochMs } from "../signal.ts";
import type { Likelihood } from "./trial-types.ts";

/** A future event of a simulated person, drawn by chance. */
export type Happening = { readonly at: EpochMs; readonly name: string; readonly properties: JsonObject };

/** Parameters of drawing what people do from observed behaviour; the same key draws the same. */
export type Draws = {
  readonly likely: ReadonlyMap<string, Likelihood>;
  readonly key: string;
  readonly from: EpochMs;
  readonly horizonMs: number;
};

export function drawEvent({ likely, key, from, horizonMs }: Draws, name: string): Happening | null {
  const known = likely.get(name);
  if (known === undefined || share(`${key}:${name}:whether`) >= known.probability) return null;
  const at = from + Math.max(1, Math.round(drawDelay(known, `${key}:${name}:when`, horizonMs)));
  return { at, name, properties: pick(known.properties, `${key}:${name}:what`) ?? {} };
}

function drawDelay({ delays }: Likelihood, key: string, horizonMs: number): number {
  return pick(delays, key) ?? share(key) * horizonMs;
}

export function pick<Item>(items: readonly Item[], key: string): Item | undefined {
  return items[Math.floor(share(key) * items.length)];
}

/**
 * Names of the events that a node or its edges await, with the properties that must equal those of the event which
 * started the enrollment.
 */
export function awaitedAt(program: Program, nodeId: string): { name: string; correlated: readonly string[] }[] {
  const state = prepare(program).states.get(nodeId);
  if (state === undefined) return [];
  const { awaits } = state.node;
  const { expression }: JsonObject = state.program.config;
  const own = awaits === undefined ? [] : [{ name: awaits.name, test: expression }];
  const races = state.races.flatMap(({ eventName, exit }) =>
    eventName === null ? [] : [{ name: eventName, test: exit.trigger?.expression }],
  );
  return [...own, ...races].map(({ name, test }) => ({ name, correlated: correlation(test) }));
}

/** `event.properties.orderId == trigger.properties.orderId` gives `orderId`: an event of another order must not match. */
function correlation(source: unknown): string[] {
  if (typeof source !== "string") return [];
  const expression = parseExpression(source);
  if ("error" in expression) return [];
  const keys = (root: string) =>
    expression.reads.flatMap((path) => (path.startsWith(root) ? [path.slice(root.length)] : []));
  const started = new Set(keys("trigger.properties."));
  return keys("event.properties.").filter((key) => started.has(key));
}
