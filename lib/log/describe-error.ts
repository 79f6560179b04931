export type DescribedError = {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  readonly cause?: DescribedError;
  /** The error code of PostgreSQL or Node, and the table and constraint of PostgreSQL. */
  readonly code?: string;
  readonly table?: string;
  readonly constraint?: string;
};

const LONGEST = 1_000;
const MOST_CAUSES = 3;

/**
 * What an error says without what people told us. Values that a statement was sent with, PostgreSQL's `detail` (the key
 * that exists already) and e-mail addresses are left out; so is a value that PostgreSQL could not read (class 22).
 */
export function describeError(error: Error, depth = 0): DescribedError {
  const code = textOf(error, "code");
  const table = textOf(error, "table_name");
  const constraint = textOf(error, "constraint_name");
  const stack = framesOf(error);
  return {
    name: error.name,
    message: cleanMessage(error.message, code),
    ...(code && { code }),
    ...(table && { table }),
    ...(constraint && { constraint }),
    ...(stack && { stack }),
    ...(error.cause instanceof Error && depth < MOST_CAUSES && { cause: describeError(error.cause, depth + 1) }),
  };
}

function cleanMessage(message: string, code = ""): string {
  // The query builder appends the values to the statement.
  const [withoutValues = ""] = message.split("\nparams: ", 1);
  const unquoted = code.startsWith("22") ? withoutValues.replaceAll(/"[^"]*"/g, '"…"') : withoutValues;
  const short = unquoted.length > LONGEST ? `${unquoted.slice(0, LONGEST)}…` : unquoted;
  return short.replaceAll(/[^\s<>()"',;]+@[^\s<>()"',;]+/g, "…@…");
}

/** The stack without the message that stands in front of it. */
function framesOf({ stack }: Error): string | undefined {
  const frames = stack?.split("\n").filter((line) => /^\s+at /.test(line));
  return frames?.map((line) => line.trim()).join("\n") || undefined;
}

function textOf(error: Error, name: string): string | undefined {
  const value: unknown = Object.entries(error).find(([key]) => key === name)?.[1];
  return typeof value === "string" ? value : undefined;
}
