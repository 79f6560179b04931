import type { DialectProblem, Reading } from "#dialects";
import { answerOf, type JourneyDetail, type Problem, SojournProblem } from "#sdk/node";
import type { Cli } from "../cli.ts";
import { CliError, EXIT, type ExitCode } from "../exit-codes.ts";
import { requireNotArchived } from "./ask-journey.ts";
import { asGraph, canvasOf, type LoadedJourney, loadJourney } from "./load-journey.ts";

export type Edited = {
  readonly before: LoadedJourney;
  readonly after: LoadedJourney;
  readonly problems: readonly Problem[];
  /** What was said and is not read, with the flag or the place that it was said in. */
  readonly unread: readonly Finding[];
};

/** Which flag a part of the graph came from, by the beginning of its JSON pointer. */
export type Flags = Readonly<Record<string, string>>;

const ATTEMPTS = 4;

/**
 * Changes the graph of a journey, from the start again if it was changed in the meantime. An edit to an active journey is
 * published at once; one that cannot run is refused and nothing is stored. With `--plan` nothing is sent but for checking.
 */
export async function editJourney(
  cli: Cli,
  reference: string,
  edit: (loaded: LoadedJourney) => Reading,
  flagsOf: (loaded: LoadedJourney) => Flags = () => ({}),
): Promise<Edited> {
  for (let attempt = 1; ; attempt++) {
    const before = await loadJourney(cli, reference);
    requireNotArchived(before);
    const { journey: draft, problems } = edit(before);
    if (draft === null) throw notReadable(problems, flagsOf(before));
    try {
      return { ...(await save(cli, before, draft)), unread: placed(problems, flagsOf(before)) };
    } catch (error) {
      const isStale = error instanceof SojournProblem && error.status === 412;
      if (!isStale || attempt === ATTEMPTS) throw error;
    }
  }
}

/** The findings of a graph, each at the flag that it came from. */
export function notReadable(problems: readonly DialectProblem[], flags: Flags): CliError {
  const findings = placed(problems, flags);
  const [only] = findings;
  const exit = exitOf(problems);
  if (exit !== EXIT.validation && only) return new CliError(exit, only.message);
  return new CliError(exit, "The journey would not be valid; nothing was changed.", { findings });
}

/** A name that is taken and a node that must stay are conflicts; what was named and is not there was not found. */
function exitOf([first, ...others]: readonly DialectProblem[]): ExitCode {
  if (first === undefined || others.length > 0) return EXIT.validation;
  if (first.code === "entry_node" || (first.code === "duplicate_name" && !/\/name$/.test(first.pointer)))
    return EXIT.conflict;
  const isNamed = /^\/(?:nodes\/[^/]+|transitions)$/.test(first.pointer);
  return first.code === "unknown_target" && isNamed ? EXIT.notFound : EXIT.validation;
}

type Finding = { readonly pointer: string; readonly message: string };

const placed = (problems: readonly DialectProblem[], flags: Flags): Finding[] =>
  problems.map(({ pointer, message }) => ({ pointer: placeOf(pointer, flags), message }));

function placeOf(pointer: string, flags: Flags): string {
  const beginnings = Object.keys(flags).filter((beginning) => pointer.startsWith(beginning));
  const [longest] = beginnings.sort((one, other) => other.length - one.length);
  return longest === undefined ? pointer : `${flags[longest]}${pointer.slice(longest.length)}`;
}

type Draft = LoadedJourney["draft"];

async function save(cli: Cli, before: LoadedJourney, draft: Draft): Promise<Omit<Edited, "unread">> {
  const { journey } = before;
  const { settings } = draft.document;
  const isActive = journey.status === "PUBLISHED";
  if (isActive || cli.isPlan) {
    const { problems, canPublish } = await validate(cli, journey.id, draft);
    if (isActive && !canPublish) throw notRunnable(problems);
    if (cli.isPlan)
      return { before, after: asGraph({ ...journey, ...canvasOf(draft), name: draft.name, settings }), problems };
  }
  if (isActive && journey.hasUnpublishedChanges)
    await cli.confirm("The draft has changes that are not published yet, and they would be published with this one.");
  const saved = await saveDraft(cli, before, draft);
  if (!isActive || !saved.data.hasUnpublishedChanges)
    return { before, after: asGraph(saved.data), problems: saved.warnings };
  const published = await cli.server.api.POST("/api/journeys/{id}/publish", {
    params: { path: { id: journey.id } },
    body: { revision: saved.data.revision },
  });
  const { data, warnings } = answerOf(published);
  return { before, after: asGraph(data), problems: warnings };
}

/** Saves what differs: the canvas, then the settings and the name. A new name alone makes no new version. */
async function saveDraft(cli: Cli, { journey, draft: old }: LoadedJourney, draft: Draft): Promise<Saved> {
  const { settings } = draft.document;
  const params = { path: { id: journey.id } };
  const { api } = cli.server;
  let saved: Saved = { data: journey, warnings: [] };
  if (!sameJson(canvasOf(draft), canvasOf(old))) {
    const headers = { "if-match": String(journey.revision) };
    saved = answerOf(await api.PUT("/api/journeys/{id}/canvas", { params, body: canvasOf(draft), headers }));
  }
  const body = {
    ...(sameJson(settings, old.document.settings) ? {} : { settings }),
    ...(draft.name === old.name ? {} : { name: draft.name }),
    ...(draft.description === old.description ? {} : { description: draft.description }),
  };
  if (Object.keys(body).length === 0) return saved;
  const headers = { "if-match": String(saved.data.revision) };
  return answerOf(await api.PATCH("/api/journeys/{id}", { params, body, headers }));
}

type Saved = { readonly data: JourneyDetail; readonly warnings: readonly Problem[] };

const sameJson = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

async function validate(cli: Cli, id: string, draft: Draft) {
  const body = { ...canvasOf(draft), settings: draft.document.settings };
  return answerOf(await cli.server.api.POST("/api/journeys/{id}/validate", { params: { path: { id } }, body })).data;
}

function notRunnable(problems: readonly Problem[]): CliError {
  const findings = problems.filter(({ severity }) => severity === "error");
  const message = "The active journey could not run with this change; nothing was changed.";
  return new CliError(EXIT.validation, message, { findings });
}
