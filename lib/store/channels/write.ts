import { newId, type Orm, type Transaction } from "#db";
import { channels } from "./table.ts";

const FIRST = [
  { key: "ch_email", name: "Email", kind: "email" },
  { key: "ch_sms", name: "SMS", kind: "sms" },
  { key: "ch_push", name: "Push", kind: "push" },
  { key: "ch_inapp", name: "In-page", kind: "inapp" },
] as const;

/** The channels with which every workspace starts. */
export async function insertFirstChannels(orm: Orm | Transaction, workspaceId: string): Promise<void> {
  await orm.insert(channels).values(FIRST.map((channel) => ({ id: newId(), workspaceId, ...channel })));
}
