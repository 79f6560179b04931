import * as z from "zod";
import { Timestamp } from "#services";

const Text = z.string().trim().min(1, "Write something first").max(5_000);
const Mentions = z
  .array(z.string().min(1).max(255))
  .max(20)
  .meta({ description: "User ids of members; each gets a mail" });

const Who = z.object({ kind: z.enum(["user", "key"]), id: z.string(), name: z.string() });

/** What somebody said about a journey or a step. */
export const Comment = z
  .object({
    id: z.string(),
    nodeId: z.string().nullable().meta({ description: "The step that it is about; null = the whole journey" }),
    stepLabel: z.string().nullable().meta({ description: "What the step was called then" }),
    parentId: z.string().nullable().meta({ description: "The comment that it answers" }),
    text: z.string(),
    mentions: z.array(z.object({ userId: z.string(), name: z.string() })),
    createdBy: Who,
    resolvedBy: Who.nullable(),
    resolvedAt: Timestamp.nullable(),
    isEdited: z.boolean(),
    mayEdit: z.boolean().meta({ description: "Whether the caller wrote it" }),
    mayDelete: z.boolean(),
    createdAt: Timestamp,
  })
  .meta({ id: "Comment" });
export type Comment = z.infer<typeof Comment>;

export const NewComment = z.strictObject({
  text: Text,
  nodeId: z.uuid().nullish(),
  parentId: z.uuid().nullish().meta({ description: "Answers a comment that is no answer itself" }),
  mentions: Mentions.default([]),
});
export type NewComment = z.infer<typeof NewComment>;

/** The text by who wrote it; resolved or not by everyone. */
export const CommentPatch = z
  .strictObject({ text: Text, mentions: Mentions, resolved: z.boolean() })
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, "Change the text, or whether it is resolved");
export type CommentPatch = z.infer<typeof CommentPatch>;
