import * as z from "zod";

/** The demo shop of a workspace: the site whose key its page has, and the journey that it leads people through. */
export const DemoShop = z
  .object({
    site: z
      .object({ id: z.string(), name: z.string(), publishableKey: z.string().nullable(), asksForProof: z.boolean() })
      .nullable()
      .meta({ description: "null: the workspace has no site" }),
    journey: z
      .object({
        id: z.string(),
        name: z.string(),
        status: z.string(),
        asksSurvey: z.boolean().meta({ description: "false: it was made before there was a survey" }),
        hasChanges: z.boolean().meta({ description: "Its draft has changes that are not published" }),
      })
      .nullable()
      .meta({ description: "null: it was not set up" }),
  })
  .meta({ id: "DemoShop" });
export type DemoShop = z.infer<typeof DemoShop>;
