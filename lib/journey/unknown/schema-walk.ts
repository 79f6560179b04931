import type * as z from "zod";

/** The parts of zod's definition object that are used; every kind of schema has one. */
type Definition = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly catchall?: z.ZodType;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
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

/** The fields of an object schema, and what happens to others: `isStrict`: zod refuses them; `isLoose`: it keeps them. */
type Fields = {
  readonly shape: Readonly<Record<string, z.ZodType>>;
  readonly isStrict: boolean;
  readonly isLoose: boolean;
};

/** The fields of an object schema; null = it is not an object schema. */
export function fieldsOf(schema: z.ZodType): Fields | null {
  const { type, shape, catchall } = definitionOf(schema);
  if (type !== "object" || shape === undefined) return null;
  const others = catchall === undefined ? null : definitionOf(catchall).type;
  return { shape, isStrict: others === "never", isLoose: others !== null && others !== "never" };
}

/** The schema of a list's elements; null = it is not a list schema. */
export function elementOf(schema: z.ZodType): z.ZodType | null {
  const { type, element } = definitionOf(schema);
  return type === "array" && element !== undefined ? element : null;
}

/** The schema of a map's values; null = it is not a map schema. */
export function mapValueOf(schema: z.ZodType): z.ZodType | null {
  const { type, valueType } = definitionOf(schema);
  return type === "record" && valueType !== undefined ? valueType : null;
}

/** The variants of a union; only the one that the discriminator selects, if there is one. */
export function variantsOf(schema: z.ZodType, value: unknown): readonly z.ZodType[] {
  const { type, options, discriminator } = definitionOf(schema);
  if (type !== "union" || options === undefined) return [schema];
  const variants = options.map(bare);
  if (discriminator === undefined || typeof value !== "object" || value === null) return variants;
  const word = (value as Record<string, unknown>)[discriminator];
  return variants.filter((variant) => fieldsOf(variant)?.shape[discriminator]?.safeParse(word).success);
}

/** True when a discriminator tells which variant a value is. */
export const isTold = (schema: z.ZodType): boolean => definitionOf(schema).discriminator !== undefined;
