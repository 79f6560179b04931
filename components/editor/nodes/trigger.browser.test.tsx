import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { choose, newJourney } from "#rendering";
import { renderStep } from "../testing/render-step.tsx";

const kind = page.getByLabelText("People enter when");

test("each kind of trigger has its own fields, and nothing of the kind before is kept", async () => {
  const { config } = renderStep("TRIGGER", {
    triggerType: "CUSTOM_EVENT",
    triggerConfig: { eventName: "user.created" },
  });
  await choose(kind, "A page is viewed");
  await page.getByLabelText("Address", { exact: true }).fill("/pricing");
  await choose(page.getByLabelText("The page's address"), "starts with");
  await expect
    .poll(config)
    .toEqual({ triggerType: "URL_MATCH", triggerConfig: { matchType: "starts", pattern: "/pricing" } });
  await choose(kind, "By hand, API or audience");
  await expect.element(page.getByText(/You enroll people yourself/)).toBeVisible();
  await expect.poll(config).toEqual({ triggerType: "MANUAL", triggerConfig: {} });
});

test("a schedule says when it runs next", async () => {
  const { id: journeyId } = await newJourney("Weekly news");
  const { config } = renderStep("TRIGGER", { triggerType: "MANUAL", triggerConfig: {} }, { journeyId });
  await choose(kind, "On a schedule");
  await expect.poll(config).toEqual({ triggerType: "SCHEDULE", triggerConfig: { cron: "0 9 * * mon" } });
  const next = page.getByRole("region", { name: "Next times" });
  await expect.element(next.getByText(/Mon.*09:00/).first()).toBeVisible();
});
