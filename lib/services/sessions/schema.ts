import * as z from "zod";
import { Timestamp } from "#services";

export const Session = z
  .object({
    id: z.string(),
    device: z.string().meta({ description: "Browser and system, or the name of the program" }),
    address: z.string().nullable().meta({ description: "The network address of the sign-in" }),
    createdAt: Timestamp,
    lastSeenAt: Timestamp.meta({ description: "To the minute" }),
    expiresAt: Timestamp,
    isCurrent: z.boolean().meta({ description: "The one that makes this request" }),
  })
  .meta({ id: "Session" });
export type Session = z.infer<typeof Session>;

export const EndedSessions = z.object({ ended: z.int().meta({ description: "How many were ended" }) });
export type EndedSessions = z.infer<typeof EndedSessions>;
