import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { Builder } from "./studio/builder.ts";
import { drawJourney } from "./studio/journeys.ts";

const AT = "2030-05-01T09:00+02:00";

/** Chooses a person in the panel. */
async function choose(page: Page, builder: Builder, region: string, name: string) {
  const forecast = builder.panel.getByRole("region", { name: region });
  await forecast.getByRole("button", { name: /Choose a person/ }).click();
  await page.getByPlaceholder("Name, email or id…").fill(name);
  await page.getByRole("option", { name: new RegExp(name) }).click();
  return forecast;
}

test("R55, S24, S33, L12: dates are chosen, kept as they are written, and foretold by the server", async ({
  signedInPage: page,
  api,
}) => {
  await api.post("/api/people", {
    externalId: "birthday-child",
    traits: { name: "Bea Birthday", birthday: "1990-03-05", timezone: "GMT+2" },
  });
  const journey = await drawJourney(
    api,
    "Birthdays",
    [
      { type: "TRIGGER", name: "birthday", config: { triggerType: "MANUAL", triggerConfig: {} } },
      { type: "WAIT", name: "spring", config: { until: { at: AT }, zone: "Asia/Tokyo" } },
      { type: "EXIT", name: "end" },
    ],
    [
      ["birthday", "spring"],
      ["spring", "end"],
    ],
  );
  await page.goto(`/journeys/${journey.id}`);
  const builder = new Builder(page);

  await builder.open("Spring");
  await expect(builder.panel.getByLabel("Date and time")).toHaveValue(AT);
  await expect(builder.panel.getByLabel("Name of the zone")).toHaveValue("Asia/Tokyo");
  const wait = await choose(page, builder, "Would continue", "Bea Birthday");
  await expect(wait.locator("[data-would-continue]")).toHaveAttribute("data-would-continue", /^2030-05-01T07:00:00/);
  await expect(wait).toContainText("1 May 2030, 16:00");
  await builder.closePanel();

  await builder.open("Birthday");
  await builder.choose("People enter when", "On a date of the person");
  await builder.panel.getByLabel("Trait with the date").fill("birthday");
  const date = await choose(page, builder, "Would enter", "Bea Birthday");
  await expect(date).toContainText(/5 Mar \d{4}, 09:00/);
  await expect(date).toContainText("because “GMT+2” is not a time zone");
  await builder.saved();
  const saved = await api.get<{ data: { nodes: { name: string; config: object }[] } }>(`/api/journeys/${journey.id}`);
  expect(saved.data.nodes.map(({ config }) => config)).toMatchObject([
    { triggerType: "DATE", triggerConfig: { trait: "birthday", time: "09:00", every: "year" } },
    { until: { at: AT }, zone: "Asia/Tokyo" },
    {},
  ]);
});
