import * as z from "zod";
import { Timestamp } from "#services";
import { textFault } from "#values";

/** What an account may be classified as; each has its event. */
export const CLASSIFICATIONS = ["vip", "new", "active", "inactive", "slipping_away", "churned"] as const;

const Tier = z.string().trim().min(1).max(120);
const Events = z.array(z.string()).meta({ description: "The events that this emitted, in order" });

/** Absent fields stay as they are; `null` clears one. */
export const AccountInput = z.strictObject({
  tier: Tier.nullish(),
  tierExpiresAt: z.iso.datetime({ offset: true }).nullish(),
  classification: z.enum(CLASSIFICATIONS).nullish(),
});
export type AccountInput = z.infer<typeof AccountInput>;

export const LoyaltyAccount = z
  .object({
    externalId: z.string(),
    personId: z.string(),
    tier: z.string().nullable(),
    tierExpiresAt: Timestamp.nullable(),
    classification: z.enum(CLASSIFICATIONS).nullable(),
    events: Events,
  })
  .meta({ id: "LoyaltyAccount" });
export type LoyaltyAccount = z.infer<typeof LoyaltyAccount>;

/** An order by the id that the shop gives it, which may be any text without control characters. */
export const OrderParams = z.object({
  orderId: z
    .string()
    .min(1)
    .max(255)
    .refine((text) => textFault(text) === null),
});

export const OrderInput = z.strictObject({
  externalId: z.string().trim().min(1).max(255),
  status: z.string().trim().min(1).max(120),
});
export type OrderInput = z.infer<typeof OrderInput>;

export const Order = z
  .object({ id: z.string(), externalId: z.string(), personId: z.string(), status: z.string(), events: Events })
  .meta({ id: "Order" });
export type Order = z.infer<typeof Order>;
