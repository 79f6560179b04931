import type { PauseMode, VersionDifference } from "#data";
import { peopleCount } from "#shell";

/** What pausing does to the people inside, with their number. */
export function afterPause(mode: PauseMode, active: number): string {
  if (active === 0) return "Nobody is inside, so only entry stops.";
  const people = peopleCount(active);
  if (mode === "hold") return `${people} will stand still where they are and lose nothing.`;
  if (mode === "drain") return `${people} will walk on to the end and get what is due to them.`;
  return `${people} will walk on; what is due to them waits in a queue and runs on resume.`;
}

/** What resuming does after a pause of the given kind; `due` counts those for whom something happens, null = not known yet. */
export function afterResume(mode: PauseMode | null, active: number, due: number | null): string {
  const enter = "New people can enter again.";
  if (active === 0 && !due) return `Nobody is inside. ${enter}`;
  if (mode === "drain") return `${inside(active)}; nothing was held back from them during the pause. ${enter}`;
  if (due === null) return `${inside(active)}. ${enter}`;
  if (due === 0) return `${inside(active)}. Nothing is due for them, so they wait as before. ${enter}`;
  const others = Math.max(0, active - due);
  const rest = others === 0 ? "" : ` ${others === 1 ? "The other one waits" : `The other ${others} wait`} as before.`;
  const what = mode === "queue" ? "What was held back for" : "Something fell due for";
  const then = mode === "queue" ? "runs now, in order" : "during the pause: they continue now";
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
      : `${peopleCount(active)} inside will walk on to the end on the version they entered.`;
  return `It becomes a draft again and nobody new enters. ${rest}`;
}

/** How long it takes until the last of the people goes on; only those with something due take time. */
export function paceSentence(people: number, perMinute: string): string {
  const rate = Number(perMinute);
  if (!Number.isInteger(rate) || rate < 1) return "Everybody goes on at once.";
  const minutes = Math.ceil(people / rate);
  return `If something is due for all ${peopleCount(people)}, the last goes on after ${minutes === 1 ? "a minute" : `about ${minutes} minutes`}.`;
}

const CHANGES = { added: "added", removed: "removed", changed: "changed", moved: "moved on the canvas" } as const;
const MOST_LINES = 8;

/** What a difference is, a line a change; where it is not told, the reason. */
export function sayDifference(difference: VersionDifference | null, note: string | null): string[] {
  if (difference === null) return [note ?? "What changed is not known in detail."];
  const { nodes, edges, settings } = difference;
  const lines = [
    ...nodes.map(({ name, change }) => `The step “${name}” was ${CHANGES[change]}.`),
    ...edges.map(({ name, change }) => `The connection “${name}” was ${CHANGES[change]}.`),
    ...(settings.length > 0 ? ["The settings were changed."] : []),
  ];
  if (lines.length === 0) return ["It was changed and changed back: it is the same as before."];
  const rest = lines.length - MOST_LINES;
  return rest > 0 ? [...lines.slice(0, MOST_LINES), `… and ${rest} more.`] : lines;
}
