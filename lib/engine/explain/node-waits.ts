import { isInPage, type NodeConfigs, type NodeType } from "#journey";
import { sayList, sayValue } from "#words";
import type { PreparedState, RunningEnrollment } from "../model.ts";
import { ruleContextFor } from "../person/rule-context.ts";
import type { ProgramState } from "../program.ts";
import type { Asked } from "./asked.ts";
import { sayExpression, unmetParts } from "./rules.ts";
import type { Awaited, OpenDelivery } from "./types.ts";

type Say<Type extends NodeType> = (at: Standing, config: NodeConfigs[Type]) => Awaited[];

/** An enrollment at a node. */
type Standing = { readonly asked: Asked; readonly enrollment: RunningEnrollment; readonly state: PreparedState };

const nothing = () => [];

/** What each kind of node waits for besides its timers and its event; the compiler names a type that has no entry. */
const SAY: { readonly [Type in NodeType]: Say<Type> } = {
  TRIGGER: nothing,
  CONTENT: delivery,
  ACTION: nothing,
  DECIDE: nothing,
  LIVE_DATA: answer,
  WAIT: missingDate,
  WAIT_FOR_EVENT: nothing,
  WAIT_FOR_CONDITION: condition,
  CONDITION: nothing,
  SPLIT: nothing,
  GOAL_CHECK: nothing,
  EXIT: nothing,
};

/** What the node waits for besides its timers and its event. */
export function awaitedAtNode(asked: Asked, enrollment: RunningEnrollment, state: PreparedState): Awaited[] {
  return say(state.program, { asked, enrollment, state });
}

function say<Type extends NodeType>({ type, config }: ProgramState<Type>, at: Standing): Awaited[] {
  return SAY[type](at, config);
}

/** A wait for a date trait that the person does not have (R23). */
function missingDate({ enrollment }: Standing, { until }: NodeConfigs["WAIT"]): Awaited[] {
  if (enrollment.memory.timers.some(([key]) => key === "next")) return [];
  if (!until || !("trait" in until)) return [];
  return [{ kind: "condition", text: `the trait ${until.trait} has to become a date; it is not one now` }];
}

/** What the awaited condition reads, and what of it is false now. */
function condition({ asked, enrollment, state }: Standing, config: NodeConfigs["WAIT_FOR_CONDITION"]): Awaited[] {
  const { advanceState, names, now, say } = asked;
  const { include, exclude, expression } = config;
  const facts = ruleContextFor(advanceState, enrollment, now, null);
  const missing: string[] = [];
  if (include?.length) missing.push(...unmetParts({ any: [...include] }, facts, names));
  for (const rule of exclude ?? []) missing.push(...unmetParts({ all: [rule], not: true }, facts, names));
  // Asked of the whole state, so that the values an expression reads are noted.
  const met = state.node.condition?.(facts) ?? false;
  if (expression !== undefined && !met && missing.length === 0) missing.push(sayExpression(expression, facts));
  const { recheck } = enrollment.memory;
  const again = recheck === undefined || recheck <= now ? "" : `; it may change with time on ${say(recheck)}`;
  const text =
    missing.length === 0
      ? "the condition holds now, and the person continues at the next check (within 5 minutes)"
      : `the condition: ${sayList(missing)}${again}`;
  return [{ kind: "condition", text, at: recheck ?? null }];
}

/** The answer of a live-data step, and how far the call is. */
function answer({ asked, enrollment }: Standing): Awaited[] {
  const open = openAt(asked, enrollment);
  const what = "the answer has to come, or the step’s time has to be over";
  return [
    { kind: "delivery", text: open === undefined ? what : `${what}; of the call: ${sayStatus(open, asked.say)}` },
  ];
}

const openAt = ({ question }: Asked, { enrollmentId, nodeId }: RunningEnrollment): OpenDelivery | undefined =>
  question.deliveries?.find((one) => one.enrollmentId === enrollmentId && one.nodeId === nodeId);

/** In-page content and webhooks whose outcome decides hold the person until it is known. */
function delivery({ asked, enrollment }: Standing, { contentType }: NodeConfigs["CONTENT"]): Awaited[] {
  const { say } = asked;
  const open = openAt(asked, enrollment);
  const title = open?.title ? ` “${open.title}”` : "";
  const what = isInPage(contentType)
    ? `the ${contentType}${title} has to be completed or dismissed`
    : `the ${contentType}${title} has to be answered`;
  return [{ kind: "delivery", text: open === undefined ? what : `${what}: ${sayStatus(open, say)}` }];
}

const STATUS: Readonly<Record<string, string>> = {
  queued: "it is queued",
  held: "it is held by a pause",
  withheld: "a sending policy holds it",
  sending: "it is being sent",
  pending: "it waits for the person to come to a page",
  shown: "the person has seen it",
};

function sayStatus(open: OpenDelivery, say: Asked["say"]): string {
  const status = STATUS[open.status] ?? `it is ${sayValue(open.status)}`;
  return open.nextAttemptAt ? `${status}, next attempt on ${say(open.nextAttemptAt)}` : status;
}
