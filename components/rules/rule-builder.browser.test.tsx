import { useState } from "react";
import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { RuleGroup } from "#journey";
import { choose, createdBy, render } from "#rendering";
import { NO_RULES } from "./model.ts";
import { RuleBuilder } from "./rule-builder.tsx";

function builder(first: RuleGroup = NO_RULES) {
  let now = first;
  function Held() {
    const [value, setValue] = useState(first);
    now = value;
    return <RuleBuilder value={value} onChange={setValue} />;
  }
  render(<Held />);
  return () => now;
}

const add = page.getByRole("button", { name: "Add a rule" });

test("rows of several kinds make one group, and are counted while they are written", async () => {
  const names = ["Ada", "Bea", "Cy"];
  for (const name of names)
    await createdBy("/api/people", {
      externalId: `rules-${name}`,
      traits: { name, rulesPlan: name === "Cy" ? "free" : "pro" },
    });
  const rules = builder();
  await choose(add, "Trait", "menuitem");
  await page.getByLabelText("Field", { exact: true }).fill("rulesPlan");
  await page.getByLabelText("Value").fill("pro");
  expect(rules()).toEqual({ all: [{ field: "traits.rulesPlan", op: "eq", value: "pro" }] });
  await page.getByText(/^2 people of \d+ match now$/).click();
  await expect
    .element(page.getByRole("link", { name: "Ada" }))
    .toHaveAttribute("href", expect.stringContaining("/people/"));
  await choose(page.getByLabelText("Comparison"), "is not known");
  expect(rules()).toEqual({ all: [{ field: "traits.rulesPlan", op: "exists", value: false }] });
  await choose(add, "Tag", "menuitem");
  await choose(page.getByLabelText("Tag", { exact: true }), "Does not have the tag");
  await page.getByLabelText("Name of the tag").fill("blocked");
  await choose(page.getByLabelText("How the rules are joined"), "Any of these holds");
  expect(rules()).toEqual({
    any: [
      { field: "traits.rulesPlan", op: "exists", value: false },
      { all: [{ field: "tags", op: "contains", value: "blocked" }], not: true },
    ],
  });
});

test("a half-made rule stays, and is red only after it was left", async () => {
  const rules = builder({ all: [{ field: "traits.renews", op: "before", value: "-30d" }] });
  await choose(add, "Stage", "menuitem");
  await expect.element(page.getByText("Say which value")).not.toHaveAttribute("role");
  await page.getByLabelText("Name of the stage").click();
  await page.getByLabelText("Days", { exact: true }).fill("7");
  await expect.element(page.getByRole("alert")).toHaveTextContent("Say which value");
  expect(rules()).toEqual({
    all: [
      { field: "traits.renews", op: "before", value: "-7d" },
      { field: "stage", op: "eq", value: "" },
    ],
  });
  await page.getByRole("button", { name: "Remove rule 1" }).click();
  expect(rules().all).toHaveLength(1);
});

test("what was seen is offered with the keyboard alone, and a vanished trait is named", async () => {
  await createdBy("/api/segments", { name: "Rules loyal", key: "rules-loyal" });
  const rules = builder({ all: [{ field: "traits.neverSeen", op: "eq", value: 1 }, { event: "" }, { segment: "" }] });
  await choose(page.getByLabelText("Segment", { exact: true }), "Rules loyal");
  const event = page.getByLabelText("Event", { exact: true });
  await event.fill("user.cre");
  await expect.element(page.getByRole("option", { name: /user.created/ })).toBeVisible();
  await userEvent.keyboard("{ArrowDown}{Enter}");
  await expect.element(event).toHaveValue("user.created");
  await expect.element(page.getByRole("option")).not.toBeInTheDocument();
  expect(rules().all?.slice(1)).toEqual([{ event: "user.created" }, { segment: "rules-loyal" }]);
  await expect.element(page.getByText("No person has “neverSeen” now.")).toBeVisible();
});
