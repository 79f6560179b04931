import { createHash } from "node:crypto";
import { installationSecret } from "#config";
import { type Database, wakeEngine } from "#db";
import { isMachine } from "#feedback";
import { readWith, secretsFor } from "#signatures";
import { readInstallationSecret } from "#store/installation";
import { findReferred, type NewMessageEvent, recordMessageEvents } from "#store/message-events";
import { HOUR_MS } from "#times";
import { readClickToken, readOpenToken } from "#tracking";

/** Who asks: what the program says it is, and when, in ms. */
export type Looker = { readonly userAgent: string; readonly now: number };

const trackingSecrets = async (database: Database): Promise<string[]> =>
  secretsFor(await installationSecret(() => readInstallationSecret(database.sql)), "tracking");

/** Where a link of a mail leads, if it is ours. */
export async function resolveClick(
  database: Database,
  token: string,
): Promise<{ deliveryId: string; url: string } | null> {
  return readWith(await trackingSecrets(database), (secret) => readClickToken(secret, token));
}

/** Notes that somebody followed a link; a program that checks links is left out. */
export async function recordClick(
  database: Database,
  { deliveryId, url }: { readonly deliveryId: string; readonly url: string },
  looker: Looker,
): Promise<void> {
  const link = createHash("sha256").update(url).digest("base64url").slice(0, 16);
  await record(database, deliveryId, looker, (isProgram) =>
    isProgram ? null : { kind: "clicked", key: `${link} ${hourOf(looker)}`, detail: { url: url.slice(0, 2_000) } },
  );
}

/** Notes that somebody opened a mail; pictures that a mail program loaded by itself are told apart. */
export async function recordOpen(database: Database, token: string, looker: Looker): Promise<void> {
  const deliveryId = readWith(await trackingSecrets(database), (secret) => readOpenToken(secret, token));
  if (deliveryId === null) return;
  await record(database, deliveryId, looker, (isProgram) => ({
    kind: isProgram ? "machine_opened" : "opened",
    key: hourOf(looker),
    detail: {},
  }));
}

/** Within an hour the same counts as one, so that nobody can fill the table by asking again and again. */
const hourOf = ({ now }: Looker): string => String(Math.floor(now / HOUR_MS));

type Seen = Pick<NewMessageEvent, "kind" | "key" | "detail">;

async function record(
  database: Database,
  deliveryId: string,
  { userAgent, now }: Looker,
  seen: (isProgram: boolean) => Seen | null,
): Promise<void> {
  const message = await findReferred(database.sql, { deliveryId });
  if (!message) return;
  const sentAt = message.sentAt === null ? null : new Date(message.sentAt).getTime();
  const event = seen(isMachine(userAgent, sentAt === null ? null : now - sentAt));
  if (event === null) return;
  const { workspaceId } = message;
  const fresh = await database.sql.begin((sql) =>
    recordMessageEvents(sql, [{ ...event, workspaceId, deliveryId, at: now }]),
  );
  if (fresh > 0) wakeEngine();
}
