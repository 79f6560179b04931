import * as z from "zod";
import { JsonObject } from "#journey";
import { Reference } from "#services";
import { PersonReference } from "#services/people";

export const MessageInput = z.strictObject({
  to: PersonReference,
  content: z
    .union([z.int().transform(String), Reference])
    .meta({ description: "An email, SMS or push message by id, key or number; it has to be marked as transactional" }),
  variables: JsonObject.optional().meta({ description: "Variables of the template, for this message alone" }),
});
export type MessageInput = z.infer<typeof MessageInput>;
