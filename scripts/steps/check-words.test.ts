import { expect, it } from "vitest";
import { findBannedForms, findBannedProse } from "./check-words.ts";

it("names the line and the form in literals, templates, attributes and JSX text", () => {
  const source = [
    "// Whoever reads this comment is not meant.",
    'const hint = "Whoever enters leaves.";',
    "const count = (n: number) => `$" + "{n} trips are running`;",
    'const page = <Field hint="It counts for ever.">',
    "  Steps that",
    "  fell due run now",
    "</Field>;",
  ].join("\n");
  const found = findBannedForms("page.tsx", source);
  expect(found.map((line) => line.split(" in ")[0])).toEqual([
    "page.tsx:2: “Whoever”",
    "page.tsx:3: “trips”",
    "page.tsx:4: “for ever”",
    "page.tsx:4: “fell due”",
  ]);
});

it("leaves identifiers, class names, module names and SQL alone", () => {
  const source = [
    'import { tripOf } from "./every body.ts";',
    "const rows = await sql`select trips from anew where trips > 1`;",
    'const kind = receipt.kept === "trip";',
    'const box = <i className="trips anew" />;',
  ].join("\n");
  expect(findBannedForms("page.tsx", source)).toEqual([]);
});

it("names what comments, names of tests and documents do not use, and leaves names in code alone", () => {
  const source = [
    "/** What became of it, and whoever has it. */",
    "const anew = suggested.map((one) => anew.concat(one));",
    "// It is read anew when it changes.",
    "for (const became of [1, 2]) count(became);",
  ].join("\n");
  expect(findBannedProse("lib/a.ts", source)).toEqual([
    "lib/a.ts:1: “whoever”: say “people who”",
    "lib/a.ts:1: “became of”: say “happens to”",
    "lib/a.ts:3: “anew”: say “again”",
  ]);
});
