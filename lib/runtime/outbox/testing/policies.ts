import { type Database, newId } from "#db";
import { NO_POLICIES, type SendingPolicies } from "#policies";
import { schema } from "#store";
import { readSendingPolicies, writeSendingPolicies } from "#store/sending-policies";

type Place = { readonly workspaceId: string; readonly journeyId: string };

/** Puts the policies of a workspace in place of those that it has. */
export async function setPolicies(
  database: Database,
  { workspaceId }: Pick<Place, "workspaceId">,
  changes: Partial<SendingPolicies>,
): Promise<void> {
  const { revision = 0 } = (await readSendingPolicies(database.sql, workspaceId)) ?? {};
  await database.orm.transaction((tx) =>
    writeSendingPolicies(tx, workspaceId, { ...NO_POLICIES, ...changes }, revision),
  );
}

/** A version whose settings say this about sending. */
export async function versionThatSends(
  database: Database,
  { workspaceId, journeyId }: Place,
  sending: object,
): Promise<string> {
  const id = newId();
  const document = {
    ...{ nodes: [], edges: [], settings: { sending } },
    ...{ goalConfig: null, audienceId: null, allowAnonymous: false },
  };
  const about = { id, workspaceId, journeyId, number: Math.floor(Math.random() * 1e9), hash: id, programFormat: 1 };
  await database.orm.insert(schema.versions).values({ ...about, document, program: {} });
  return id;
}
