import * as z from "zod";
import { Timestamp } from "#services";

/** Every push service writes visible ASCII; longer texts would not fit into an index. */
const Token = z
  .string()
  .trim()
  .max(2_048)
  .regex(/^[!-~]+$/, "must be the token of a push service, without spaces");

export const Device = z
  .object({ token: z.string(), platform: z.enum(["ios", "android", "web"]), createdAt: Timestamp, seenAt: Timestamp })
  .meta({ id: "Device" });
export type Device = z.infer<typeof Device>;

export const NewDevice = z.strictObject({ token: Token, platform: z.enum(["ios", "android", "web"]) });
export type NewDevice = z.infer<typeof NewDevice>;

export const DeviceQuery = z.object({ token: Token });
