import { readSender, type Sender, SenderError, writeSender } from "#addresses";
import type { Claimed } from "#store/deliveries";
import type { VerifiedSender } from "#store/sender-identities";
import type { SendingWorkspace } from "#store/workspaces";

/** The names of verified senders, by workspace and address. */
export type Senders = ReadonlyMap<string, string | null>;

export const sendersOf = (verified: readonly VerifiedSender[]): Senders =>
  new Map(verified.map(({ workspaceId, email, name }) => [keyOf(workspaceId, email), name]));

export type ChosenSender = { readonly sender: string; readonly notes: readonly string[] };

/**
 * Whom a mail is from: the step's sender, else the workspace's, else the product's. An address that is not verified is
 * passed over, with a note for the delivery. A text that names no address is kept, so that its mail waits for another.
 */
export function chooseSender(
  { config }: Pick<Claimed, "config">,
  { id, settings }: Pick<SendingWorkspace, "id" | "settings">,
  senders: Senders,
  byDefault: string,
): ChosenSender {
  const notes: string[] = [];
  const asked = [
    ["the step", config.fromIdentityEmail],
    ["the workspace", settings.defaultFrom],
  ] as const;
  for (const [whose, written] of asked) {
    if (typeof written !== "string" || written.trim() === "") continue;
    const read = readOrNull(written);
    if (read === null) return { sender: written.trim(), notes };
    const name = senders.get(keyOf(id, read.address));
    if (name !== undefined)
      return { sender: read.name === "" && name ? writeSender(name, read.address) : written.trim(), notes };
    notes.push(`The sender of ${whose}, ${read.address}, is not verified and was passed over.`);
  }
  return { sender: byDefault, notes };
}

function readOrNull(written: string): Sender | null {
  try {
    return readSender(written);
  } catch (error) {
    if (error instanceof SenderError) return null;
    throw error;
  }
}

const keyOf = (workspaceId: string, address: string) => `${workspaceId} ${address.toLowerCase()}`;
