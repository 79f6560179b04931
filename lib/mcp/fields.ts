import * as z from "zod";
import { PageMeta } from "#services";
import { Problem } from "#services/journeys";

export const JourneyName = z
  .string()
  .min(1)
  .max(255)
  .meta({ description: "The journey's id, jrn_… id, key or number" });

export const pageInput = {
  page: z.int().min(1).max(1_000_000).optional().meta({ description: "Page number, from 1" }),
  limit: z.int().min(1).max(100).optional().meta({ description: "Items per page, 1 to 100; 20 by default" }),
};

export const pageOf = (asked: { page?: number | undefined; limit?: number | undefined }) => ({
  page: asked.page ?? 1,
  limit: asked.limit ?? 20,
});

/** A page of a list. */
export const listOf = <Item extends z.ZodType>(item: Item) => z.object({ data: z.array(item), meta: PageMeta });

export const Findings = z.array(Problem);
