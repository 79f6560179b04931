import type * as z from "zod";

/** What is read of a schema: zod gives every kind of schema a definition of this form. */
type Definition = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly catchall?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly discriminator?: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
  readonly getter?: () => z.ZodType;
};

const definitionOf = (schema: z.ZodType): Definition => schema.def as unknown as Definition;

/** The schema behind `optional`, `nullable`, defaults, transforms and lazy references. */
export function bare(schema: z.ZodType): z.ZodType {
  const { type, innerType, in: input, out, getter } = definitionOf(schema);
  if (innerType !== undefined) return bare(innerType);
  if (type === "lazy" && getter !== undefined) return bare(getter());
  if (type !== "pipe" || input === undefined || out === undefined) return schema;
  return bare(definitionOf(input).type === "transform" ? out : input);
}

/** The fields of an object schema; null = it is none, or takes any field. `isStrict`: zod itself refuses others. */
export function fieldsOf(
  schema: z.ZodType,
): { readonly shape: Readonly<Record<string, z.ZodType>>; readonly isStrict: boolean } | null {
  const { type, shape, catchall } = definitionOf(schema);
  if (type !== "object" || shape === undefined) return null;
  return { shape, isStrict: catchall !== undefined && definitionOf(catchall).type === "never" };
}

/** The schema of a list's entries; null = it is no list. */
export function elementOf(schema: z.ZodType): z.ZodType | null {
  const { type, element } = definitionOf(schema);
  return type === "array" && element !== undefined ? element : null;
}

/** The ways a value may be written; the one its discriminator names where there is one. */
export function variantsOf(schema: z.ZodType, value: unknown): readonly z.ZodType[] {
  const { type, options, discriminator } = definitionOf(schema);
  if (type !== "union" || options === undefined) return [schema];
  const variants = options.map(bare);
  if (discriminator === undefined || typeof value !== "object" || value === null) return variants;
  const word = (value as Record<string, unknown>)[discriminator];
  return variants.filter((variant) => fieldsOf(variant)?.shape[discriminator]?.safeParse(word).success);
}

/** True where the way a value is written says by itself which variant it is. */
export const isTold = (schema: z.ZodType): boolean => definitionOf(schema).discriminator !== undefined;
