import { newId, wakeEngine } from "#db";
import { type JourneyDraft, stateMachine } from "#dialects";
import {
  type Context,
  type FieldError,
  invalid,
  pointerOf,
  requireRole,
  ServiceError,
  type Transaction,
} from "#services";
import { insertContent, type WithOutside, withOutside } from "#services/content";
import { checkKnown, type JourneyRow, publishNewIn, requireDocumentRuns } from "#services/journeys";
import {
  insertPlaced,
  isManual,
  NewPlaceJourney,
  type PlaceWarning,
  readPlacing,
  requirePlace,
} from "#services/places";
import { flatten, type Placed, referenceErrors, resolved } from "./references.ts";
import type { Accepted, JourneyData, Recommendation } from "./schema.ts";

/**
 * Creates the templates and journeys of a tree in one transaction. References are resolved whatever the order; with one
 * that nobody or more than one has, nothing is stored.
 */
export async function acceptRecommendations(ctx: Context, placeId: number, root: Recommendation): Promise<Accepted> {
  requireRole(ctx, "editor");
  await requirePlace(ctx, placeId);
  const all = flatten(root);
  const readings = all.flatMap((one) => (one.node.type === "journey" ? [readJourney(one, one.node.data)] : []));
  const errors = [...referenceErrors(all), ...readings.flatMap((reading) => reading.errors)];
  if (errors[0]) throw invalid(errors[0].message, errors);
  const warnings = readings.flatMap((reading) => reading.warnings);
  for (const { journey } of readings)
    if (journey?.document.nodes.some(({ config }) => config.triggerType === "MANUAL"))
      await requireDocumentRuns(ctx, journey.document);
  const placing = await readPlacing(ctx);
  const accepted = await withOutside(ctx, (inside, tx) => store(inside, tx, all, placing));
  wakeEngine();
  return warnings.length === 0 ? accepted : { ...accepted, warnings };
}

/** A manual journey is always active. One whose message is still empty is published by its first run. */
async function publishManual(ctx: Context, tx: Transaction, row: JourneyRow): Promise<void> {
  // A savepoint: what a refused publish has written goes, and the tree stays.
  await tx
    .transaction((inner) => publishNewIn(ctx, inner, row, checkKnown))
    .catch((error) => {
      if (!(error instanceof ServiceError)) throw error;
    });
}

/** Any number serves to read the steps: the templates have none yet. */
const ANY = { get: () => 1 } as unknown as ReadonlyMap<string, number>;

function readJourney(
  { path }: Placed,
  { localRef: _localRef, ...data }: JourneyData,
): { readonly journey: JourneyDraft | null; readonly errors: FieldError[]; readonly warnings: PlaceWarning[] } {
  const { journey, problems } = stateMachine.read(withSteps(data, ANY), { seed: newId() });
  const before = [...path, "data"];
  const placed = problems.map(({ severity, pointer, code, message }) => {
    return { severity, code, message, pointer: `${pointerOf(before)}${pointer}` };
  });
  return {
    journey,
    errors: placed.flatMap(({ severity, ...error }) =>
      severity === "error" ? [{ ...error, field: error.pointer.slice(1).replaceAll("/", ".") }] : [],
    ),
    warnings: placed.flatMap(({ severity, ...warning }) => (severity === "warning" ? [warning] : [])),
  };
}

function withSteps<Data extends Omit<JourneyData, "localRef">>(data: Data, ids: ReadonlyMap<string, number>): Data {
  const { machine_config: snake, machineConfig: camel } = data;
  return {
    ...data,
    ...(snake === undefined ? {} : { machine_config: resolved(snake, ids) }),
    ...(camel === undefined ? {} : { machineConfig: resolved(camel, ids) }),
  };
}

type Placing = Awaited<ReturnType<typeof readPlacing>>;

async function store(ctx: WithOutside, tx: Transaction, all: readonly Placed[], placing: Placing): Promise<Accepted> {
  const ids = new Map<string, number>();
  const created = new Map<Placed, Accepted["created"][number]>();
  const note = (one: Placed, id: number) => {
    const { localRef = null, name } = one.node.data;
    if (localRef !== null) ids.set(localRef, id);
    created.set(one, { type: one.node.type, id, localRef, name });
  };
  for (const one of all) {
    if (one.node.type !== "template") continue;
    const { localRef: _localRef, ...content } = one.node.data;
    note(one, (await insertContent(ctx, tx, content)).number);
  }
  for (const one of all) {
    if (one.node.type !== "journey") continue;
    const input = placeJourney(one.node.data, ids);
    const { journey } = stateMachine.read(input, { seed: newId() });
    if (journey === null) throw new Error("a journey that could be read before");
    const row = await insertPlaced(ctx, tx, { input, journey, placing });
    if (isManual(input)) await publishManual(ctx, tx, row);
    note(one, row.number);
  }
  const inOrder = all.flatMap((one) => created.get(one) ?? []);
  return { ids: Object.fromEntries(ids), created: inOrder };
}

function placeJourney(data: JourneyData, ids: ReadonlyMap<string, number>): NewPlaceJourney {
  const { name, description, ...rest } = withSteps(data, ids);
  return NewPlaceJourney.parse({
    name,
    ...(description === undefined ? {} : { description }),
    trigger_event: rest.trigger_event ?? rest.triggerEvent,
    machine_config: rest.machine_config ?? rest.machineConfig ?? null,
  });
}
