import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { choose, createdBy } from "#rendering";
import { renderStep } from "../testing/render-step.tsx";

const addRule = page.getByRole("button", { name: "Add a rule" });

test("a rule about a field is written as it is filled in", async () => {
  const { config } = renderStep("CONDITION", { rules: { all: [] } });
  await choose(addRule, "Trait", "menuitem");
  await page.getByLabelText("Field", { exact: true }).fill("person.traits.plan");
  await page.getByLabelText("Value").fill("pro");
  await expect.poll(config).toEqual({ rules: { all: [{ field: "person.traits.plan", op: "eq", value: "pro" }] } });
});

test("a comparison without a value takes the value away", async () => {
  const { config } = renderStep("CONDITION", {
    rules: { all: [{ field: "person.traits.plan", op: "eq", value: "pro" }] },
  });
  await choose(page.getByLabelText("Comparison"), "is known");
  await expect.poll(config).toEqual({ rules: { all: [{ field: "person.traits.plan", op: "exists" }] } });
  await expect.element(page.getByLabelText("Value")).not.toBeInTheDocument();
});

test("a segment of the workspace is chosen by its name and stored by its key", async () => {
  await createdBy("/api/segments", { name: "Loyal people", key: "loyal" });
  const { config } = renderStep("CONDITION", { rules: { any: [{ segment: "" }, { segment: "gone" }] } });
  await choose(page.getByLabelText("Segment", { exact: true }).first(), "Loyal people");
  await expect.poll(config).toEqual({ rules: { any: [{ segment: "loyal" }, { segment: "gone" }] } });
  await choose(page.getByLabelText("How the rules are joined"), "None of these holds");
  await expect.poll(config).toMatchObject({ rules: { not: true } });
});

test("several paths keep the rules of the one, and going back keeps those of the first", async () => {
  const rules = { all: [{ field: "person.traits.plan", op: "eq", value: "pro" }] };
  const { config } = renderStep("CONDITION", { rules });
  await page.getByRole("radio", { name: "Several paths" }).click();
  await expect.poll(config).toEqual({ branches: [{ key: "path_1", label: "Path 1", rules }] });
  await page.getByRole("button", { name: "Add a path" }).click();
  await expect.poll(() => config()?.branches).toHaveLength(2);
  await page.getByRole("radio", { name: "True or false" }).click();
  await expect.poll(config).toEqual({ rules });
});
