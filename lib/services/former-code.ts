import * as z from "zod";

/** What the code beside it was called before. */
export const FormerCode = z
  .string()
  .meta({ description: "What the code was called before, where it had another name. Compare with `code` instead." });
