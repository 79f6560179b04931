import type { VersionDifference } from "#data";
import type { PauseMode } from "#journey";
import { peopleCount } from "#shell";

/** What pausing does to the people inside, with their number. */
export function afterPause(mode: PauseMode, active: number): string {
  if (active === 0) return "Nobody is inside, so only entry stops.";
  const people = peopleCount(active);
  if (mode === "hold") return `${people} will stay at their step and lose nothing.`;
  if (mode === "drain") return `${people} will continue to the end and get their messages.`;
  return `${people} will continue; their messages and changes are queued and run on resume.`;
}

/**
 * What resuming does after a pause of the given kind; `due` counts those for whom something happens, null = not known
 * yet.
 */
export function afterResume(mode: PauseMode | null, active: number, due: number | null): string {
  const enter = "New people can enter again.";
  if (active === 0 && !due) return `Nobody is inside. ${enter}`;
  if (mode === "drain") return `${inside(active)}; nothing was held for them during the pause. ${enter}`;
  if (due === null) return `${inside(active)}. ${enter}`;
  if (due === 0) return `${inside(active)}. Nothing is overdue, so they keep waiting. ${enter}`;
  const others = Math.max(0, active - due);
  const rest = others === 0 ? "" : ` ${others === 1 ? "The other one waits" : `The other ${others} wait`} as before.`;
  const what = mode === "queue" ? "Queued messages and changes of" : "Overdue steps of";
  const then = mode === "queue" ? "run now, in order" : "run now";
  return `${what} ${peopleCount(due)} ${then}.${rest} ${enter}`;
}

const inside = (count: number) => `${peopleCount(count)} ${count === 1 ? "is" : "are"} inside`;

/** What archiving does. */
export function afterArchive(active: number): string {
  if (active === 0) return "Nobody is inside. Its history stays, and you can restore it as a draft.";
  return `${peopleCount(active)} will leave at once. Restoring does not bring them back. Messages not sent yet are cancelled. The history stays.`;
}

/** What unpublishing does. */
export function afterUnpublish(active: number): string {
  const rest =
    active === 0
      ? "Nobody is inside."
      : `${peopleCount(active)} inside will continue to the end on the version they entered.`;
  return `It becomes a draft again and nobody new enters. ${rest}`;
}

/** The time until the last person continues; only people with something due count. */
export function paceSentence(people: number, perMinute: string): string {
  const rate = Number(perMinute);
  if (!Number.isInteger(rate) || rate < 1) return "Everyone continues immediately.";
  const minutes = Math.ceil(people / rate);
  return `If something is due for all ${peopleCount(people)}, the last person continues after ${minutes === 1 ? "a minute" : `about ${minutes} minutes`}.`;
}

const CHANGES = { added: "added", removed: "removed", changed: "changed", moved: "moved on the canvas" } as const;
const MOST_LINES = 8;

/** What a difference is, a line a change; the reason where there is none. */
export function sayDifference(difference: VersionDifference | null, note: string | null): string[] {
  if (difference === null) return [note ?? "The details of the change are not known."];
  const { nodes, edges, settings } = difference;
  const lines = [
    ...nodes.map(({ name, change }) => `The step “${name}” was ${CHANGES[change]}.`),
    ...edges.map(({ name, change }) => `The connection “${name}” was ${CHANGES[change]}.`),
    ...(settings.length > 0 ? ["The settings were changed."] : []),
  ];
  if (lines.length === 0) return ["The changes were undone: it is the same as before."];
  const rest = lines.length - MOST_LINES;
  return rest > 0 ? [...lines.slice(0, MOST_LINES), `… and ${rest} more.`] : lines;
}
