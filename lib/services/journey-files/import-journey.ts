import { newId } from "#db";
import { type Dialect, detectDialect, dialects, type JourneyDraft } from "#dialects";
import { type Context, invalid, requireRole } from "#services";
import {
  changeByFile,
  checkRevision,
  createJourney,
  findJourney,
  type JourneyRow,
  type Origin,
  requireEditable,
  saveDraft,
  writtenDraft,
} from "#services/journeys";
import { listSites } from "#services/sites";
import { dialectOf } from "./export-journey.ts";
import { withIds, withKeys } from "./names.ts";
import type { FileProblem, ImportedJourney, ImportInput } from "./schema.ts";

type Read = {
  readonly dialect: Dialect | null;
  readonly draft: JourneyDraft | null;
  readonly problems: readonly FileProblem[];
};

/**
 * Reads a journey of a file into a new draft, or into the draft of a journey that exists: what keeps its name keeps its
 * id, its place, and what the format cannot say. A dry run reports and stores nothing.
 */
export async function importJourney(ctx: Context, input: ImportInput): Promise<ImportedJourney> {
  requireRole(ctx, "editor");
  const into = input.into === undefined ? null : await findJourney(ctx, String(input.into));
  if (into !== null && input.file !== undefined) requireEditable(ctx, into, originOf(input));
  if (into !== null && input.revision !== undefined) await checkRevision(ctx, into, input.revision);
  const read = await readFile(ctx, input, into);
  const { dialect, draft, problems } = read;
  const report = {
    ...{ format: dialect?.key ?? null, title: dialect?.title ?? null, name: draft?.name ?? null },
    ...{ canImport: draft !== null, steps: draft?.document.nodes.length ?? 0, problems: [...problems] },
  };
  if (input.dryRun) return { ...report, journey: null, warnings: [] };
  if (draft === null) throw refused(problems);
  const saved = into === null ? await create(ctx, draft, input) : await change(ctx, into, input);
  return { ...report, journey: saved.data, warnings: [...saved.warnings] };
}

async function readFile(ctx: Context, { format, journey, name }: ImportInput, into: JourneyRow | null): Promise<Read> {
  const dialect = format === undefined ? detectDialect(journey) : dialectOf(format);
  if (dialect === null) return { dialect: null, draft: null, problems: [unknownFormat()] };
  const { orm } = ctx.database;
  const before = into === null ? null : await withKeys(ctx, orm, writtenDraft(into));
  const reading = dialect.read(journey, { seed: into?.id ?? newId(), ...(before === null ? {} : { before }) });
  if (reading.journey === null) return { dialect, draft: null, problems: reading.problems };
  const { draft, missing } = await withIds(ctx, orm, reading.journey);
  const lost: FileProblem[] =
    missing === null
      ? []
      : [
          {
            code: "unknown_segment",
            severity: "warning",
            pointer: "/audience",
            message: `There is no segment “${missing}” here, so the journey has no audience yet.`,
          },
        ];
  return { dialect, draft: { ...draft, name: name ?? draft.name }, problems: [...reading.problems, ...lost] };
}

function unknownFormat(): FileProblem {
  const known = dialects.map(({ title }) => title).join(", ");
  return {
    code: "unknown_format",
    severity: "error",
    pointer: "",
    message: `This is none of the known formats: ${known}.`,
  };
}

function refused(problems: readonly FileProblem[]) {
  const errors = problems.filter(({ severity }) => severity === "error");
  return invalid(
    errors[0]?.message ?? "The file cannot be imported.",
    errors.map(({ code, pointer, message }) => {
      const field = `journey${pointer}`.replaceAll("/", ".");
      return { pointer: `/journey${pointer}`, field, code, message };
    }),
  );
}

async function create(ctx: Context, { name, description, document }: JourneyDraft, input: ImportInput) {
  const { siteId, key, file } = input;
  const { audienceId, ...parts } = document;
  const named = key === undefined ? {} : { key };
  const site = siteId ?? (await firstSite(ctx));
  return createJourney(
    ctx,
    { name, description, audienceId, ...parts, ...named, siteId: site },
    file === undefined ? {} : changeByFile(file),
  );
}

async function firstSite(ctx: Context): Promise<string> {
  const [site] = (await listSites(ctx, { page: 1, limit: 1 })).data;
  if (site === undefined) throw new Error("a workspace without a site");
  return site.id;
}

const originOf = ({ file }: ImportInput): Origin => (file === undefined ? "console" : "file");

/** Read again from the locked row: somebody may have saved in the meantime. */
function change(ctx: Context, into: JourneyRow, input: ImportInput) {
  const also = input.file === undefined ? {} : changeByFile(input.file);
  return saveDraft(ctx, into.id, { verb: "import", origin: originOf(input), also }, async (row) => {
    if (input.revision !== undefined) await checkRevision(ctx, row, input.revision);
    const { draft, problems } = await readFile(ctx, input, row);
    if (draft === null) throw refused(problems);
    return draft;
  });
}
