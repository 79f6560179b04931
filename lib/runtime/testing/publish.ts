import { type Database, newId } from "#db";
import { compile, countRevisionOf } from "#engine";
import { JourneyDocument } from "#journey";
import { schema } from "#store";

export type Published = { readonly journeyId: string; readonly versionId: string };

/** Writes what publishing writes to the tables: journey, version with program, interest, a raised revision. */
export async function publish(
  database: Database,
  place: { readonly workspaceId: string; readonly siteId: string },
  given: Partial<JourneyDocument>,
): Promise<Published> {
  const document = JourneyDocument.parse({ nodes: [], edges: [], ...given });
  const [journeyId, versionId] = [newId(), newId()];
  const { settings, goalConfig, audienceId, allowAnonymous } = document;
  const program = compile(document, { versionId, journeyId });
  await database.orm.insert(schema.journeys).values({
    id: journeyId,
    ...place,
    shortId: `jrn_${journeyId}`,
    key: journeyId,
    name: "A journey",
    status: "published",
    canvas: { nodes: document.nodes, edges: document.edges },
    settings,
    goalConfig,
    audienceId,
    allowAnonymous,
    onResume: settings.onResume === "shift" ? "shift" : "fire",
    publishedVersionId: versionId,
    countedRevision: countRevisionOf(program),
  });
  await database.orm.insert(schema.versions).values({
    id: versionId,
    workspaceId: place.workspaceId,
    journeyId,
    number: 1,
    document,
    program,
    programFormat: program.format,
    hash: program.hash,
  });
  await database.sql`
    insert into event_interest (workspace_id, name)
    select ${place.workspaceId}, unnest(${[...program.needs.interest]}::text[]) on conflict do nothing`;
  await raiseRevision(database);
  return { journeyId, versionId };
}

export async function raiseRevision(database: Database): Promise<void> {
  await database.sql`update engine_config set revision = revision + 1`;
}

/** Queues an operation for the engine, as the services do. */
export async function queueOperation(
  database: Database,
  operation: {
    readonly workspaceId: string;
    readonly journeyId?: string;
    readonly kind: string;
    readonly input?: Record<string, unknown>;
  },
): Promise<string> {
  const id = newId();
  await database.orm.insert(schema.operations).values({ id, ...operation });
  return id;
}
