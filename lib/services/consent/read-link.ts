import { installationSecret } from "#config";
import { getDatabase, shardOf } from "#db";
import { type ConsentLink, readConsentToken, readWith, secretsFor } from "#signatures";
import { readInstallationSecret } from "#store/installation";
import type { PersonRow } from "#store/people";
import { followMerges, readPeople } from "#store/people";
import { readTopics, type TopicRow } from "#store/topics";
import { readWorkspaces, type SendingWorkspace } from "#store/workspaces";

/** What a link of a message leads to: the person as they are now, after any merge. */
export type OpenedLink = {
  readonly link: ConsentLink;
  readonly workspace: SendingWorkspace;
  readonly person: PersonRow;
  readonly topic: TopicRow | null;
  /** Those that are not archived. */
  readonly topics: readonly TopicRow[];
};

/** Null: this installation did not make the link, or the person or the workspace is gone. */
export async function readLink(token: string, purpose: ConsentLink["purpose"]): Promise<OpenedLink | null> {
  const database = getDatabase();
  const { sql } = database;
  const secrets = secretsFor(await installationSecret(() => readInstallationSecret(sql)), "consent");
  const link = readWith(secrets, (secret) => readConsentToken(secret, token));
  if (link === null || link.purpose !== purpose) return null;
  const personId = await followMerges(sql, link.personId);
  if (personId === null) return null;
  const [[person], [workspace], topics] = await Promise.all([
    readPeople(sql, [shardOf(personId)], [personId]),
    readWorkspaces(sql, [link.workspaceId]),
    readTopics(sql, [link.workspaceId]),
  ]);
  if (!person || !workspace || person.workspaceId !== workspace.id) return null;
  const topic = topics.find(({ id }) => id === link.topicId) ?? null;
  return { link, workspace, person, topic, topics: topics.filter(({ archivedAt }) => archivedAt === null) };
}
