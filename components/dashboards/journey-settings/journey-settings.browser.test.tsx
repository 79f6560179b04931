import { beforeEach, expect, test } from "vitest";
import { page } from "vitest/browser";
import type { JourneyDetail } from "#data";
import { choose, newJourney, render, requestsTo } from "#rendering";
import { JourneySettings } from "./journey-settings.tsx";

let journey: JourneyDetail;

beforeEach(async () => {
  journey = await newJourney("Welcome");
});

const save = page.getByRole("button", { name: "Save settings" });

test("the settings are saved at once, and the saved journey is handed on", async () => {
  const sent = requestsTo(`PATCH /api/journeys/${journey.id}`);
  const saved: JourneyDetail[] = [];
  render(<JourneySettings journeyId={journey.id} onSaved={(row) => void saved.push(row)} />);
  await expect.element(save).toBeDisabled();
  await page.getByLabelText("Max duration").fill("30d");
  await choose(page.getByLabelText("Counts as reached when"), "An event happens");
  await page.getByLabelText("Event", { exact: true }).fill("order.placed");
  await save.click();
  await expect.poll(() => saved).toHaveLength(1);
  expect(saved[0]).toMatchObject({
    name: "Welcome",
    settings: { maxDuration: "30d" },
    goalConfig: { type: "event", config: { eventName: "order.placed" } },
  });
  expect(sent).toHaveLength(1);
  await expect.element(save).toBeDisabled();
});

test("every wrong field is named at once, and nothing is sent", async () => {
  const sent = requestsTo(`PATCH /api/journeys/${journey.id}`);
  render(<JourneySettings journeyId={journey.id} />);
  await page.getByLabelText("Name", { exact: true }).fill("");
  await page.getByLabelText("Max duration").fill("a month");
  await page.getByLabelText("Time zone").fill("Mars/Olympus");
  await save.click();
  await expect.element(page.getByText("Give the journey a name.")).toBeVisible();
  await expect.element(page.getByText("Like 30d, 12h or 2w, or empty.", { exact: true })).toBeVisible();
  await expect.element(page.getByText(/^Not a known time zone/)).toBeVisible();
  expect(sent).toEqual([]);
});

test("what was typed counts as unsaved at once, before a quick Esc", async () => {
  const dirty: boolean[] = [];
  render(<JourneySettings journeyId={journey.id} onDirty={(isDirty) => void dirty.push(isDirty)} />);
  const name = page.getByLabelText("Name", { exact: true });
  await expect.element(name).toHaveValue("Welcome");
  name.element().dispatchEvent(new InputEvent("input", { bubbles: true }));
  expect(dirty.at(-1)).toBe(true);
});

test("changes are discarded as a whole", async () => {
  const dirty: boolean[] = [];
  render(<JourneySettings journeyId={journey.id} onDirty={(isDirty) => void dirty.push(isDirty)} />);
  const name = page.getByLabelText("Name", { exact: true });
  await name.fill("Something else");
  await page.getByRole("button", { name: "Discard changes" }).click();
  await expect.element(name).toHaveValue("Welcome");
  expect(dirty.at(-1)).toBe(false);
});
