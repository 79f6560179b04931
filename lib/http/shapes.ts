import * as z from "zod";
import { PageMeta, Reference } from "#services";
import { textFault } from "#values";

/** The path's `[id]`, by id, key or number. */
export const IdParams = z.object({ id: Reference });

/** A person by id or external id, which may be any text. */
export const PersonParams = z.object({
  id: z
    .string()
    .min(1)
    .max(255)
    .refine((text) => textFault(text) === null),
});

/** A customer by the id that the caller gave them, which may be any text. */
export const ExternalIdParams = z.object({ externalId: PersonParams.shape.id });

export const EnrollmentParams = z.object({ id: Reference, enrollmentId: z.uuid() });
export const SplitParams = z.object({ id: Reference, nodeId: z.uuid() });
export const VersionParams = z.object({ id: Reference, versionId: z.uuid() });

/** `{data}` of one object. */
export const one = <Item extends z.ZodType>(item: Item) => z.object({ data: item });

/** `{data, meta}` of a list. */
export const many = <Item extends z.ZodType>(item: Item) => z.object({ data: z.array(item), meta: PageMeta });

/** No body at all. */
export const Nothing = z.null();
