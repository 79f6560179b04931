import { EXIT_REASONS, type ExitReason, NEAR_MISSES, sayList, sentence } from "#words";
import type { FinishedEnrollment } from "../advance-input.ts";
import { entryProgram } from "../entry/candidates.ts";
import type { Asked } from "./asked.ts";
import { keptOut } from "./kept-out.ts";
import { lookForTrigger, sayEntry } from "./triggers.ts";
import type { Explanation, Failure, Reason } from "./types.ts";

/** Why someone is not (or no longer) inside, and what would let them in. */
export function explainOutside(asked: Asked, past: FinishedEnrollment | null): Explanation {
  const { event, reasons: untriggered } = lookForTrigger(asked);
  const closed = notOpen(asked);
  const failing = closed === null ? [...untriggered, ...keptOut(asked, event)] : [closed];
  const reasons = [...(past === null ? [] : [ended(asked, past)]), ...failing];
  if (failing.length === 0) reasons.push(mayEnter(asked));
  const first = failing[0]?.text ?? reasons.at(-1)?.text ?? "";
  return {
    verdict: past === null ? "not_in" : "was_in",
    sentence: past === null ? `They are not in the journey. ${first}` : sayPast(asked, past),
    enrollmentId: past?.enrollmentId ?? null,
    exitReason: past?.exitReason ?? null,
    waiting: null,
    reasons,
    wouldMove: [...whatRetries(asked, past), ...whatLetsIn(asked, failing)],
  };
}

function notOpen({ advanceState, journey }: Asked): Reason | null {
  if (entryProgram(advanceState.input.snapshot, journey) !== null) return null;
  const text = journey.status === "archived" ? "The journey is archived." : sentence(NEAR_MISSES.not_published.they);
  return { code: "not_published", text, detail: { status: journey.status } };
}

function sayPast(asked: Asked, past: FinishedEnrollment): string {
  const { say } = asked;
  const failure = failureOf(asked, past);
  const how = failure === null ? sayEnding(past.exitReason) : sayFailure(failure);
  return `They were in the journey from ${say(past.enrolledAt)} to ${say(past.endedAt)}: they ${how}.`;
}

const sayEnding = (reason: ExitReason | null): string => (reason === null ? "ended" : EXIT_REASONS[reason].they);

function failureOf({ question }: Asked, past: FinishedEnrollment): Failure | null {
  if (past.exitReason !== "step_failed") return null;
  return question.failures?.find(({ enrollmentId }) => enrollmentId === past.enrollmentId) ?? null;
}

function sayFailure({ name, error }: Failure): string {
  return `failed at “${name}”${error === "" ? "" : ` (${error.replace(/\.$/, "")})`}`;
}

function whatRetries(asked: Asked, past: FinishedEnrollment | null): string[] {
  if (past?.status !== "failed" || asked.journey.status === "archived") return [];
  const step = failureOf(asked, past)?.name;
  const what = step === undefined ? "the step" : `“${step}”`;
  return [`Retrying ${what} after the cause is fixed, or skipping it.`];
}

function ended(asked: Asked, past: FinishedEnrollment): Reason {
  const { status, exitReason, enrolledAt, endedAt } = past;
  return { code: "ended", text: sayPast(asked, past), at: endedAt, detail: { status, exitReason, enrolledAt } };
}

function mayEnter(asked: Asked): Reason {
  const text = `Nothing prevents them from entering now, through ${sayWays(asked)}.`;
  return { code: "may_enter", text, detail: {} };
}

function sayWays({ advanceState, journey, names }: Asked): string {
  const prepared = entryProgram(advanceState.input.snapshot, journey);
  const ways = (prepared?.entries ?? []).map((entry) => sayEntry(entry, names));
  return ways.length === 0 ? "nothing" : sayList(ways, "or");
}

function whatLetsIn(asked: Asked, failing: readonly Reason[]): string[] {
  const needs = failing.flatMap(({ code, text, detail }) => {
    switch (code) {
      case "not_published":
        return ["Publishing the journey."];
      case "paused":
        return ["Resuming the journey."];
      case "anonymous":
        return ["Identifying them, or allowing anonymous people in the journey's settings."];
      case "audience":
        return [`Joining the audience “${asked.names(String(detail.audience))}”.`];
      case "no_instance_key":
        return [`An event with a value for “${String(detail.instanceKey)}”.`];
      case "already_was":
        return ["Another re-entry setting of the journey."];
      case "too_soon":
        return [`Waiting until ${asked.say(Number(detail.again))}.`];
      case "entry_conditions":
        return [text];
      default:
        return [];
    }
  });
  if (failing.some(({ code }) => code === "not_published")) return needs;
  const verb = failing.some(({ code }) => code === "already_was") ? "re-enter" : "enter";
  const after = needs.length > 0 ? " after that change" : "";
  return [...needs, `They can ${verb} through ${sayWays(asked)}${after}.`];
}
