import * as z from "zod";
import { OWN_CHANNEL_TYPES } from "#journey";
import { HIGHEST_NUMBER, pageFields, Timestamp } from "#services";

const Key = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,119}$/, "may have small letters, digits, - and _");

export const Channel = z
  .object({
    id: z.string(),
    key: z.string(),
    number: z.int(),
    name: z.string(),
    kind: z.enum(OWN_CHANNEL_TYPES),
    status: z.enum(["on", "off"]).meta({ description: "While no channel of a kind is on, its messages are skipped" }),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Channel" });
export type Channel = z.infer<typeof Channel>;

const fields = { key: Key, name: z.string().trim().min(1).max(255), status: z.enum(["on", "off"]) };

export const NewChannel = z.strictObject({
  ...fields,
  key: Key.optional(),
  status: fields.status.optional(),
  kind: Channel.shape.kind,
  number: z.int().min(1).max(HIGHEST_NUMBER).optional(),
});
export type NewChannel = z.infer<typeof NewChannel>;

export const ChannelPatch = z.strictObject(fields).partial();
export type ChannelPatch = z.infer<typeof ChannelPatch>;

export const ChannelQuery = z.object(pageFields);
export type ChannelQuery = z.infer<typeof ChannelQuery>;
