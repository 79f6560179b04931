import * as z from "zod";
import { ROLES } from "#services";

const Role = z.enum(ROLES);

/** What a member may dismiss, once and in every browser. */
export const DISMISSIBLE = ["first_steps"] as const;
export const Dismissal = z.strictObject({ name: z.enum(DISMISSIBLE) });
export type Dismissal = z.infer<typeof Dismissal>;

export const Me = z
  .object({
    user: z
      .object({
        id: z.string(),
        email: z.string(),
        name: z.string(),
        hasPassword: z.boolean(),
        hasSecondFactor: z.boolean(),
        hasSignOn: z.boolean().meta({ description: "Whether the account is connected with an identity provider" }),
      })
      .nullable(),
    lacksSecondFactor: z.boolean().meta({
      description: "The workspace requires a second factor and the user has none: all else is refused until they have",
    }),
    workspace: z.object({
      id: z.string(),
      name: z.string(),
      slug: z.string(),
      placeId: z.int(),
      timezone: z.string(),
      currency: z.string().nullable().meta({ description: "Of the values of goals, such as EUR" }),
      isDemo: z.boolean(),
    }),
    role: Role,
    workspaces: z.array(
      z.object({ id: z.string(), name: z.string(), slug: z.string(), role: Role, isDemo: z.boolean() }),
    ),
    dismissed: z
      .array(z.string())
      .meta({ description: "What this member does not want to see any more, such as first_steps" }),
    mail: z.object({ mode: z.enum(["capture", "smtp"]) }),
    signOn: z
      .object({ name: z.string() })
      .nullable()
      .meta({ description: "The identity provider of the installation, by which members may sign in" }),
    baseUrl: z.string(),
  })
  .meta({ id: "Me" });
export type Me = z.infer<typeof Me>;

export const WorkspaceChoice = z.strictObject({ workspaceId: z.uuid() });
export type WorkspaceChoice = z.infer<typeof WorkspaceChoice>;
