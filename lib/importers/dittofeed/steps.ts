import { type JsonObject, WEEKDAYS } from "#journey";
import type { ImportedContent, Level } from "../contract.ts";
import { secondsAsDuration } from "../durations.ts";
import { type FlowStep, onePiece, type Piece, type SketchNode } from "../graph/sketch.ts";
import { listOf, numberOf, objectOf, textOf } from "../json.ts";
import type { Library } from "./library.ts";

type Fields = Readonly<Record<string, unknown>>;
type Step = { readonly fields: Fields; readonly pointer: string };

/** What a node becomes, its ways out, and what the report says of it. */
type Translation = {
  readonly piece: Piece | null;
  readonly next: Readonly<Record<string, string | null>>;
  readonly level: Level;
  readonly reasons?: readonly string[];
  readonly unfinished?: boolean;
};
type Translate = (fields: Fields, library: Library, key: string) => Translation;

const idOf = (value: unknown): string | null => textOf(value) || null;
const nodeOf = (
  key: string,
  name: string,
  type: SketchNode["type"],
  config: JsonObject,
  content: string | null = null,
) => ({
  key,
  name,
  type,
  config,
  content,
});

const delay: Translate = ({ variant, child, name }, library, key) => {
  const { type, ...told } = objectOf(variant);
  const next = { next: idOf(child) };
  const wait = (config: JsonObject) => onePiece(nodeOf(key, textOf(name) || "Delay", "WAIT", config));
  if (type === "Second")
    return { piece: wait({ duration: secondsAsDuration(numberOf(told.seconds) ?? 0) }), next, level: "taken_over" };
  if (type === "LocalTime") {
    const time = [told.hour, told.minute].map((part) => String(numberOf(part) ?? 0).padStart(2, "0")).join(":");
    const days = listOf(told.allowedDaysOfWeek).map(numberOf);
    const weekdays = WEEKDAYS.filter((_, index) => days.includes((index + 1) % 7));
    const until = { time, ...(weekdays.length > 0 ? { weekdays } : {}) };
    const zone = textOf(told.defaultTimezone);
    const reasons = zone === "" ? [] : [`People without a time zone get the workspace's, not ${zone}.`];
    return { piece: wait({ until }), next, level: reasons.length > 0 ? "approximated" : "taken_over", reasons };
  }
  if (type === "UserProperty") {
    const seconds = numberOf(told.offsetSeconds) ?? 0;
    const sign = textOf(told.offsetDirection) === "before" ? "-" : "+";
    const trait = library.trait(textOf(told.userProperty));
    const until = { trait, ...(seconds > 0 ? { offset: `${sign}${secondsAsDuration(seconds)}` } : {}) };
    return {
      piece: wait({ until }),
      next,
      level: "taken_over",
      reasons: [`It waits for the date in the trait ${trait}.`],
    };
  }
  const reasons = [`Delays of the type ${textOf(type) || "none"} have no counterpart: choose how long.`];
  return { piece: wait({}), next, level: "approximated", reasons, unfinished: true };
};

const CHANNELS: Readonly<Record<string, ImportedContent["type"]>> = {
  Email: "email",
  Sms: "sms",
  MobilePush: "push",
  Webhook: "webhook",
};

const message: Translate = (fields, library, key) => {
  const variant = objectOf(fields.variant);
  const channel = CHANNELS[textOf(variant.type)];
  const next = { next: idOf(fields.child), failed: idOf(fields.child) };
  if (channel === undefined)
    return { piece: null, next, level: "left_out", reasons: [`There is no channel ${textOf(variant.type)} here.`] };
  const { content, variables, reasons: told, unfinished } = library.message(channel, textOf(variant.templateId));
  const reasons = [...told];
  if (textOf(fields.subscriptionGroupId) !== "")
    reasons.push("Its subscription group is left out: who unsubscribed there has to be brought over apart.");
  if (fields.skipOnFailure !== true) reasons.push("A message that fails ends the journey there; here people continue.");
  const name = textOf(fields.name) || content.name;
  const node = nodeOf(key, name, "CONTENT", { contentType: channel, ...variables }, content.key);
  const exits =
    channel === "webhook"
      ? { next: { node: key, branch: "next" }, failed: { node: key, branch: "failed" } }
      : { next: { node: key } };
  const piece: Piece = { nodes: [node], links: [], exits };
  return { piece, next, level: reasons.length > 0 ? "approximated" : "taken_over", reasons, unfinished };
};

const split: Translate = ({ variant, name }, library, key) => {
  const { segment, trueChild, falseChild } = objectOf(variant);
  const wanted = library.segment(textOf(segment));
  const node = nodeOf(key, textOf(name) || `In ${wanted}?`, "CONDITION", { rules: { all: [{ segment: wanted }] } });
  const exits = { yes: { node: key, branch: "TRUE" }, no: { node: key, branch: "FALSE" } };
  return {
    piece: { nodes: [node], links: [], exits },
    next: { yes: idOf(trueChild), no: idOf(falseChild) },
    level: "taken_over",
    reasons: ["Its segment is created empty."],
  };
};

/** With several segments the wait ends by any of them, and a condition behind it asks which one it was. */
const waitFor: Translate = (fields, library, key) => {
  const children = listOf(fields.segmentChildren).map(objectOf);
  const segments = children.map(({ segmentId }) => library.segment(textOf(segmentId)));
  const timeout = secondsAsDuration(numberOf(fields.timeoutSeconds) ?? 0);
  const name = textOf(fields.name) || "Wait for";
  const wait = nodeOf(key, name, "WAIT_FOR_CONDITION", { include: segments.map((segment) => ({ segment })), timeout });
  const late = { timeout: { node: key, branch: "timeout" } };
  const next = {
    timeout: idOf(fields.timeoutChild),
    ...Object.fromEntries(children.map(({ id }, index) => [`${index}`, idOf(id)])),
  };
  if (children.length < 2) {
    const piece: Piece = { nodes: [wait], links: [], exits: { ...late, 0: { node: key, branch: "met" } } };
    const isEmpty = children.length === 0;
    const reasons = isEmpty ? ["It names no segment: choose a condition."] : ["Its segment is created empty."];
    return {
      piece,
      next: { 0: null, ...next },
      level: isEmpty ? "approximated" : "taken_over",
      reasons,
      unfinished: isEmpty,
    };
  }
  const branches = segments.map((segment, index) => ({
    key: `${index + 1}`,
    label: segment,
    rules: { all: [{ segment }] },
  }));
  const which = nodeOf(`${key}/which`, `${name}: which?`, "CONDITION", { branches });
  const ways = branches.map((branch, index) => [
    `${index}`,
    { node: which.key, branch: branch.key, label: branch.label },
  ]);
  const exits = { ...late, ...Object.fromEntries(ways), none: { node: which.key, branch: "default" } };
  return {
    piece: { nodes: [wait, which], links: [{ node: key, branch: "met", to: which.key }], exits },
    next: { ...next, none: idOf(fields.timeoutChild) },
    level: "approximated",
    reasons: ["A condition behind the wait asks which segment it was; of several the first one counts."],
  };
};

const cohort: Translate = ({ children, name }, _library, key) => {
  const shares = listOf(children).map(objectOf);
  const percents = shares.map(({ percent }) => numberOf(percent) ?? 0);
  const isWhole = Math.abs(percents.reduce((sum, percent) => sum + percent, 0) - 100) < 0.05;
  const ways = shares.map((share, index) => {
    const label = textOf(share.name) || `Path ${index + 1}`;
    return [`${index}`, { node: key, label, weight: isWhole ? (percents[index] ?? null) : null }];
  });
  const piece: Piece = {
    nodes: [nodeOf(key, textOf(name) || "Random cohort", "SPLIT", { sticky: true })],
    links: [],
    exits: Object.fromEntries(ways),
  };
  const next = Object.fromEntries(shares.map(({ id }, index) => [`${index}`, idOf(id)]));
  if (isWhole) return { piece, next, level: "taken_over" };
  return {
    piece,
    next,
    level: "approximated",
    reasons: ["Its shares do not add up to 100 percent: all paths get the same."],
  };
};

const withoutChild =
  (what: string): Translate =>
  ({ child }) => ({
    piece: null,
    next: { next: idOf(child) },
    level: "left_out",
    reasons: [`${what}${textOf(child) === "" ? " Nothing follows it: the journey ends there." : ""}`],
  });

const STEPS: Readonly<Record<string, Translate>> = {
  DelayNode: delay,
  MessageNode: message,
  SegmentSplitNode: split,
  WaitForNode: waitFor,
  RandomCohortNode: cohort,
  RateLimitNode: withoutChild("A rate limit does nothing in Dittofeed."),
  ExperimentSplitNode: withoutChild("An experiment has no paths in Dittofeed."),
};

/** One node of the definition as a step, with its entry in the report. */
export function stepOf({ fields, pointer }: Step, library: Library): FlowStep {
  const id = textOf(fields.id);
  const type = textOf(fields.type);
  const translate = Object.hasOwn(STEPS, type) ? STEPS[type] : undefined;
  const unknown = withoutChild(`Nodes of the type ${type} have no counterpart, or come from a newer version.`);
  const {
    piece,
    next,
    level,
    reasons = [],
    unfinished = false,
  } = (translate ?? unknown)(fields, library, `node:${id}`);
  const name = textOf(fields.name) || piece?.nodes[0].name || type;
  const reason = reasons.length > 0 ? reasons.join(" ") : null;
  library.outline.note({ pointer, subject: "step", id, name, type }, { level, reason, unfinished });
  return { id, piece, next, through: "next" };
}
