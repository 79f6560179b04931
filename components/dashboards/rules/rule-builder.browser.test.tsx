import { useState } from "react";
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { choose, render } from "#rendering";
import { NO_RULES, type RuleRows, toRules } from "./rows.ts";
import { RuleBuilder } from "./rule-builder.tsx";

function builder(first: RuleRows = NO_RULES) {
  let now = first;
  function Held() {
    const [value, setValue] = useState(first);
    now = value;
    return <RuleBuilder value={value} onChange={setValue} />;
  }
  render(<Held />);
  return () => toRules(now);
}

const add = page.getByRole("button", { name: "Add a rule" });

test("rows of several kinds make one group of rules", async () => {
  const rules = builder();
  await choose(add, "Trait", "menuitem");
  await page.getByLabelText("Trait", { exact: true }).fill("plan");
  await choose(page.getByLabelText("Comparison"), "is one of");
  await page.getByLabelText("Value").fill("pro, team");
  await choose(add, "Tag", "menuitem");
  await choose(page.getByLabelText("Tag", { exact: true }).first(), "Does not have the tag");
  await choose(page.getByLabelText("How many of the rules"), "any");
  await page.getByPlaceholder("vip").fill("blocked");
  expect(rules()).toEqual({
    any: [
      { field: "traits.plan", op: "in", value: ["pro", "team"] },
      { all: [{ field: "tags", op: "contains", value: "blocked" }], not: true },
    ],
  });
});

test("a rule is removed by its number, and the question of all or any goes with the second", async () => {
  const rules = builder({
    join: "all",
    rows: [
      { kind: "stage", op: "eq", value: "lead" },
      { kind: "tag", has: true, value: "vip" },
    ],
  });
  await page.getByRole("button", { name: "Remove rule 1" }).click();
  expect(rules()).toEqual({ all: [{ field: "tags", op: "contains", value: "vip" }] });
  await expect.element(page.getByLabelText("How many of the rules")).not.toBeInTheDocument();
});
