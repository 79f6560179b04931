import { newId, wakeEngine } from "#db";
import { dialects, type JourneyDraft } from "#dialects";
import { audit, type Context, type FieldError, fieldError, invalid, requireRole, type Transaction } from "#services";
import { type WithOutside, withOutside } from "#services/content";
import { withIds, withKeys } from "#services/journey-files";
import {
  changeToDraft,
  createJourneyIn,
  draftChange,
  draftOf,
  findJourney,
  getJourney,
  type JourneyRow,
  problemsOf,
  requireEditable,
  updateRow,
  writtenDraft,
} from "#services/journeys";
import { listSites } from "#services/sites";
import { lockJourneyRow } from "#store/journeys";
import { collected } from "./collected.ts";
import { differingFields } from "./differing-fields.ts";
import { readNames } from "./read-names.ts";
import type { Bundle, BundleInput, BundlePart, TakenBundle } from "./schema.ts";
import { takeParts } from "./take-parts.ts";

type Done = { readonly parts: readonly BundlePart[]; readonly journeyId: string };

/** Ends the transaction of a dry run, so that it does exactly what the real one does and leaves nothing. */
class DryRun extends Error {
  readonly parts: readonly BundlePart[];

  constructor(parts: readonly BundlePart[]) {
    super("a dry run");
    this.parts = parts;
  }
}

/**
 * Creates what is missing of a bundle and changes what differs, in one transaction: either all of it, or nothing and a
 * refusal that names everything that stands in the way. The journey becomes a draft; nothing is published.
 */
export async function takeBundle(ctx: Context, { bundle, dryRun = false }: BundleInput): Promise<TakenBundle> {
  requireRole(ctx, "editor");
  try {
    const { parts, journeyId } = await withOutside(ctx, async (inside, tx) => {
      const done = await take(inside, tx, bundle);
      if (dryRun) throw new DryRun(done.parts);
      return done;
    });
    wakeEngine();
    const row = await findJourney(ctx, journeyId);
    const warnings = await problemsOf(ctx, row, draftOf(row));
    return { dryRun, parts: [...parts], journey: await getJourney(ctx, journeyId), warnings: [...warnings] };
  } catch (error) {
    if (error instanceof DryRun) return { dryRun, parts: [...error.parts], journey: null, warnings: [] };
    throw error;
  }
}

async function take(ctx: WithOutside, tx: Transaction, bundle: Bundle): Promise<Done> {
  const errors: FieldError[] = await missingNeeds(ctx, tx, bundle);
  const parts = await takeParts(ctx, tx, bundle, errors);
  const taken = await collected(errors, ["bundle", "journey"], () => takeJourney(ctx, tx, bundle));
  if (errors.length > 0 || taken === undefined)
    throw invalid("The bundle cannot be taken over; nothing was stored.", errors);
  await audit(tx, ctx, "journey.promote", taken.id, { parts: parts.length });
  return { parts: [...parts, taken.part], journeyId: taken.id };
}

async function missingNeeds(ctx: Context, tx: Transaction, { needs }: Bundle): Promise<FieldError[]> {
  const known = await readNames(ctx, tx);
  const kinds = { journeys: "journey", campaigns: "campaign", channels: "channel" } as const;
  return (["journeys", "campaigns", "channels"] as const).flatMap((kind) =>
    needs[kind].flatMap((key, index) =>
      known[kind].get(key) === key
        ? []
        : [
            fieldError(
              ["bundle", "needs", kind, index],
              `There is no ${kinds[kind]} ${key} here; it has to come first`,
            ),
          ],
    ),
  );
}

async function takeJourney(ctx: Context, tx: Transaction, { key, journey }: Bundle) {
  const before = await lockJourneyRow(tx, ctx.workspaceId, { id: null, number: null, key });
  const draft = await readDraft(ctx, tx, journey, before?.key === key ? before : undefined);
  if (before === undefined || before.key !== key) {
    const row = await create(ctx, tx, key, draft);
    const part: BundlePart = { kind: "journey", key, change: "created", fields: [] };
    return { id: row.id, part };
  }
  if (before.status === "archived")
    throw invalid("", [fieldError([], `The journey ${key} is archived here; restore it first`)]);
  requireEditable(ctx, before);
  const fields = differingFields(flat(writtenDraft(before)), flat(draft));
  if (fields.length > 0) {
    const after = await updateRow(tx, before.id, changeToDraft(before, draft));
    await audit(tx, ctx, "journey.canvas", before.id, draftChange(after.revision, draftOf(before), draftOf(after)));
  }
  const part: BundlePart = { kind: "journey", key, change: fields.length > 0 ? "changed" : "unchanged", fields };
  return { id: before.id, part };
}

const flat = ({ name, description, document }: JourneyDraft) => ({ name, description, ...document });

async function readDraft(ctx: Context, tx: Transaction, foreign: unknown, before: JourneyRow | undefined) {
  const native = dialects.find(({ key }) => key === "native");
  if (native === undefined) throw new Error("the format of our own files is missing");
  const old = before === undefined ? {} : { before: await withKeys(ctx, tx, writtenDraft(before)) };
  const { journey, problems } = native.read(foreign, { seed: before?.id ?? newId(), ...old });
  if (journey === null) {
    const found = problems.filter(({ severity }) => severity === "error");
    throw invalid(
      "The journey cannot be read.",
      found.map(({ pointer, code, message }) => ({ pointer, field: null, code, message })),
    );
  }
  return (await withIds(ctx, tx, journey)).draft;
}

async function create(ctx: Context, tx: Transaction, key: string, { name, description, document }: JourneyDraft) {
  const [site] = (await listSites(ctx, { page: 1, limit: 1 })).data;
  if (site === undefined) throw new Error("a workspace without a site");
  return createJourneyIn(ctx, tx, { ...document, name, description, key, siteId: site.id });
}
