import * as z from "zod";

const Trait = z.string().trim().min(1, "is the name of a trait").max(255, "is the name of a trait");

/** `masking` of the settings: traits whose values members up to a role do not see. */
export const MaskingSettings = z.strictObject({
  traits: z.array(Trait).max(100, "has at most 100 traits"),
  upTo: z.enum(["viewer", "editor"]).default("viewer"),
});
export type MaskingSettings = z.infer<typeof MaskingSettings>;
