import * as z from "zod";
import { TEMPLATE_NAMES } from "#content";
import { textFault } from "#values";

const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,119}$/;
const MOST = 200;

const VALUES = "is a text of up to 2,000 characters, a number, or true or false";
const Value = z.union([
  z
    .string()
    .max(2_000)
    .refine((text) => textFault(text) === null),
  z.number(),
  z.boolean(),
]);

/**
 * A workspace's own template variables, in its settings under `variables`. A step's variables of the same name take
 * precedence; the names that every template has are taken.
 */
export const TemplateSettings = z.object({
  appName: z.string().trim().max(255).nullish(),
  variables: z
    .record(z.string(), z.unknown())
    .superRefine((variables, check) => {
      const fail = (name: string, message: string) =>
        check.addIssue({ code: "custom", path: [name], message, input: variables[name] });
      for (const [name, value] of Object.entries(variables)) {
        if (!Value.safeParse(value).success) fail(name, VALUES);
        if (!NAME.test(name)) fail(name, "has letters, digits and _ in its name, and starts with a letter");
        else if (TEMPLATE_NAMES.has(name)) fail(name, "is a name that every template has already");
      }
      if (Object.keys(variables).length > MOST)
        check.addIssue({ code: "custom", path: [], message: `has up to ${MOST} variables`, input: variables });
    })
    .nullish(),
});
