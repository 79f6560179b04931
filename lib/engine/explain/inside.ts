import { sayList, sentence } from "#words";
import type { RunningEnrollment } from "../model.ts";
import { isHeld } from "../pauses/pause.ts";
import type { Asked } from "./asked.ts";
import type { Explanation, Reason, Waiting } from "./types.ts";
import { whatElseMoves, whatIsAwaited } from "./waiting.ts";

/** Why someone is inside, what they wait for, until when, and what would move them. */
export function explainInside(asked: Asked, enrollment: RunningEnrollment): Explanation {
  const waiting = whatIsAwaited(asked, enrollment);
  const state = stateOf(asked, enrollment, waiting);
  return {
    verdict: "in",
    sentence: saySituation(asked, waiting, state.code),
    enrollmentId: enrollment.enrollmentId,
    exitReason: null,
    waiting,
    reasons: [entered(asked, enrollment), state],
    wouldMove: [...waiting.for.map(({ text }) => sentence(text)), ...whatElseMoves(enrollment)],
  };
}

export function entered({ say }: Pick<Asked, "say">, enrollment: RunningEnrollment): Reason {
  const { trigger } = enrollment.memory;
  const text = `They entered on ${say(enrollment.enrolledAt)}${sayOrigin(trigger)}.`;
  return { code: "entered", text, at: enrollment.enrolledAt, detail: { trigger } };
}

const ORIGINS: Readonly<Record<string, string>> = {
  manual: ", enrolled by hand",
  audience: ", as a member of the audience",
  effect: ", enrolled by a step of another journey",
  schedule: ", by the schedule",
  date: ", on their date",
  site: ", enrolled by a page or an app",
};

function sayOrigin(trigger: RunningEnrollment["memory"]["trigger"]): string {
  if (typeof trigger?.event === "string") return `, by the event “${trigger.event}”`;
  return ORIGINS[String(trigger?.origin)] ?? "";
}

function stateOf({ now, say }: Asked, enrollment: RunningEnrollment, waiting: Waiting): Reason {
  const detail = { nodeId: enrollment.nodeId, visit: enrollment.memory.visit };
  const at = waiting.until;
  if (isHeld(enrollment)) return { code: "held", text: "The journey is paused; they keep their place.", at, detail };
  if (at !== null && at < now)
    return { code: "due", text: `They are due since ${say(at)}: the next batch advances them.`, at, detail };
  const first = waiting.for[0];
  const text = first === undefined ? "No timer is set and nothing is expected here." : sentence(first.text);
  return { code: "waiting", text, at, detail };
}

function saySituation({ say }: Asked, waiting: Waiting, code: Reason["code"]): string {
  const since = `They have been at “${waiting.label}” since ${say(waiting.since)}`;
  if (code === "held") return `${since}, and the journey is paused.`;
  if (code === "due") return `${since} and continue with the next batch.`;
  if (waiting.for.length === 0) return `${since}, with no timer set and nothing expected.`;
  const until = waiting.until === null ? "" : `, until ${say(waiting.until)} at the latest`;
  const kinds = [...new Set(waiting.for.map(({ kind }) => KINDS[kind]))];
  return `${since}, waiting for ${sayList(kinds, "or")}${until}.`;
}

const KINDS: Readonly<Record<Waiting["for"][number]["kind"], string>> = {
  event: "an event",
  timer: "a time",
  condition: "a condition",
  delivery: "the result of a message",
  resume: "the journey to be resumed",
};
