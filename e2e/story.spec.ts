import type { Page } from "@playwright/test";
import type { MailServer } from "#channels/testing";
import { expect, test } from "./fixtures.ts";
import type { Api } from "./server/api.ts";
import { Builder } from "./studio/builder.ts";

type Enrollments = { data: { id: string; status: string; endUser: { externalId: string } }[]; meta: { total: number } };

test.describe.configure({ timeout: 240_000 });

test("a marketer draws a journey, publishes it, and watches a person walk it to the goal", async ({
  signedInPage: page,
  api,
  mailServer,
}) => {
  await writeMails(api);
  await test.step("a new journey starts blank", () => startJourney(page, "First purchase"));
  const builder = new Builder(page);
  await test.step("every kind of step is dragged onto the canvas and configured", () => placeSteps(builder));
  await test.step("steps are joined by drawing edges", () => joinSteps(builder));
  await test.step("problems are listed while there are any, and lead to the step", () => solveProblems(builder));
  await test.step("the goal is set in the settings", () => setGoal(page));
  await builder.saved();
  await test.step("it is published", () => lifecycle(page, "Publish"));
  const journeyId = page.url().split("/").pop() ?? "";
  await test.step("a person walks it, mails arrive, the wait holds, the event wakes it", () =>
    walk(page, api, mailServer, journeyId));
  await test.step("the dashboard counts them, and the timeline explains every hop", () => readDashboard(page));
  await test.step("it is paused, resumed, unpublished, archived and restored, each in words about people", () =>
    endIt(page));
});

async function writeMails(api: Api): Promise<void> {
  for (const [slug, name] of [
    ["story-welcome", "Welcome aboard"],
    ["story-thanks", "Thank you"],
  ])
    await api.post("/api/content", {
      type: "email",
      slug,
      name,
      subject: `${name}, {{ recipientName }}`,
      html: "<p>Hello {{ person.traits.name }}{% if plan %}, you are on {{ plan }}{% endif %}.</p>",
    });
}

async function startJourney(page: Page, name: string): Promise<void> {
  await page.goto("/journeys");
  await page.getByRole("button", { name: "New journey" }).first().click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Create journey" }).click();
  await expect(page).toHaveURL(/\/journeys\/[0-9a-f-]{36}/);
}

async function placeSteps(builder: Builder): Promise<void> {
  const { panel } = builder;
  await builder.drag("Trigger", { x: 200, y: 60 }, "start");
  await builder.choose("People enter when", "An event happens");
  await panel.getByLabel("Event", { exact: true }).fill("signed_up");
  await builder.closePanel();
  await builder.drag("Email", { x: 200, y: 190 }, "welcome");
  await builder.choose("Email", "Welcome aboard");
  await panel.getByRole("button", { name: "Add a variable" }).click();
  await panel.getByLabel("Variable", { exact: true }).fill("plan");
  await panel.getByLabel("Path or value", { exact: true }).fill("trigger.properties.plan");
  await builder.closePanel();
  await builder.drag("Wait", { x: 200, y: 320 }, "breathe");
  await panel.getByLabel("For", { exact: true }).fill("3");
  await builder.choose("Unit", "seconds");
  await builder.closePanel();
  await builder.drag("Condition", { x: 200, y: 450 }, "is_grown_up");
  await panel.getByRole("radio", { name: "Expression" }).click();
  await panel.getByLabel("True when").fill("person.traits.age >= 18");
  await builder.closePanel();
  await builder.drag("Random split", { x: 620, y: 60 }, "halves");
  await builder.closePanel();
  await builder.drag("Wait for event", { x: 620, y: 190 }, "purchase");
  await panel.getByLabel("Until this happens").fill("purchased");
  await builder.closePanel();
  await builder.drag("Email", { x: 620, y: 320 }, "thanks");
  await builder.choose("Email", "Thank you");
  await builder.closePanel();
  await builder.drag("Goal check", { x: 620, y: 450 }, "did_it_count");
  await builder.closePanel();
  await builder.drag("Exit", { x: 200, y: 590 }, "left_early");
  await builder.closePanel();
  await builder.drag("Exit", { x: 620, y: 590 }, "done");
  await builder.closePanel();
}

async function joinSteps(builder: Builder): Promise<void> {
  await builder.showAll();
  await builder.connect("Start", "next", "Welcome");
  await builder.connect("Welcome", "next", "Breathe");
  await builder.connect("Breathe", "next", "Is grown up");
  await builder.connect("Is grown up", "TRUE", "Halves");
  await builder.connect("Is grown up", "FALSE", "Left early");
  await builder.connect("Halves", "path", "Purchase");
  await builder.connect("Halves", "path", "Left early");
  await builder.connect("Purchase", "event", "Thanks");
  await builder.connect("Purchase", "timeout", "Left early");
  await builder.connect("Thanks", "next", "Did it count");
  await builder.connect("Did it count", "MET", "Done");
}

async function solveProblems(builder: Builder): Promise<void> {
  const { page, panel } = builder;
  await builder.open("Halves");
  await panel.getByLabel("Share of Purchase").fill("90");
  await builder.closePanel();
  await page.getByRole("button", { name: /^Validate/ }).click();
  const problems = page.getByRole("region", { name: "Problems" });
  await problems.getByRole("button", { name: /halves/i }).click();
  await panel.getByLabel("Share of Purchase").fill("100");
  await panel.getByLabel("Share of Left early").fill("0");
  await problems.getByRole("button", { name: /did_it_count.+has no edge/i }).click();
  await expect(panel.getByLabel("Name of the step")).toHaveValue("did_it_count");
  await builder.choose("Connect not met to", "Left early");
  await builder.closePanel();
  await problems.getByRole("button", { name: "Close problems" }).click();
}

async function setGoal(page: Page): Promise<void> {
  await page.getByRole("toolbar", { name: "Draft" }).getByRole("button", { name: "Settings" }).click();
  const settings = page.getByRole("form", { name: "Journey settings" });
  await settings.getByLabel("Counts as reached when").click();
  await page.getByRole("option", { name: "An event happens" }).click();
  await settings.getByLabel("Event", { exact: true }).fill("purchased");
  await settings.getByLabel("Exit when the goal is reached").click();
  await settings.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("Settings saved to the draft.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator("[data-problem-count='0']")).toBeVisible();
}

/** The moves with a button in a journey's header; the others are in its menu. */
const BUTTONS = ["Publish", "Pause", "Resume", "Restore"];

/** Makes one lifecycle move from the header, after checking the text of its dialog. */
async function lifecycle(page: Page, move: string, says: RegExp = /./): Promise<void> {
  if (BUTTONS.includes(move)) await page.getByRole("button", { name: move, exact: true }).click();
  else {
    await page.getByRole("button", { name: /^Actions for/ }).click();
    await page.getByRole("menuitem", { name: new RegExp(`^${move}`) }).click();
  }
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText(says);
  await dialog.getByRole("button", { name: move, exact: true }).click();
  await expect(dialog).toBeHidden();
}

async function walk(page: Page, api: Api, mailServer: MailServer, journeyId: string): Promise<void> {
  const enrolled = () => api.get<Enrollments>(`/api/journeys/${journeyId}/enrollments`);
  await page.getByRole("link", { name: "Live", exact: true }).click();
  const step = (name: string) => new Builder(page).step(name);
  await expect(step("Breathe")).toBeVisible();
  await api.post("/api/identify", { userId: "ada", traits: { name: "Ada", email: "ada@example.com", age: 36 } });
  await api.post("/api/identify", { userId: "kid", traits: { name: "Kim", email: "kim@example.com", age: 9 } });
  await api.post("/api/track", { userId: "ada", event: "signed_up", properties: { plan: "pro" } });
  await expect.poll(async () => (await enrolled()).meta.total, { intervals: [50] }).toBe(1);
  await api.post("/api/track", { userId: "kid", event: "signed_up", properties: { plan: "free" } });
  await expect.poll(() => subjects(mailServer)).toEqual(["Welcome aboard, Ada", "Welcome aboard, Kim"]);
  expect((await enrolled()).data.map(({ status }) => status)).toEqual(["ACTIVE", "ACTIVE"]);
  await expect(step("Breathe")).toContainText("2 here");
  await expect(step("Purchase")).toContainText("1 here");
  await api.post("/api/track", { userId: "ada", event: "purchased", properties: { total: 40 } });
  await expect
    .poll(() => subjects(mailServer))
    .toEqual(["Thank you, Ada", "Welcome aboard, Ada", "Welcome aboard, Kim"]);
  const [mail] = mailServer.mails.filter((entry) => entry.subject === "Welcome aboard, Ada");
  expect(mail?.html).toContain("Hello Ada, you are on pro.");
}

/** Of the mails to people; other tests verify a sender with the same mail server. */
const subjects = ({ mails }: MailServer) =>
  mails.flatMap(({ to, subject }) => (to.endsWith("@example.com") ? [subject] : [])).sort();

async function readDashboard(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Enrollments", exact: true }).click();
  const main = page.getByRole("main");
  await expect(main.getByText("Entered = waiting + advanced + exited + failed")).toBeVisible();
  for (const [tile, count] of [
    ["Enrolled", "2"],
    ["Active", "0"],
    ["Completed", "2"],
    ["Failed", "0"],
    ["Converted", "1"],
  ])
    await expect(
      main
        .locator("dl > div, li, a, div")
        .filter({ hasText: new RegExp(`^${tile}${count}`) })
        .first(),
    ).toBeVisible();
  await main.getByRole("link", { name: /Ada/ }).first().click();
  await expect(page).toHaveURL(/\/enrollments\/[0-9a-f-]{36}/);
  for (const sentence of [
    /Entered at “start” by the event app\.signed_up/i,
    /The wait at “breathe” was over/i,
    /“is_grown_up” resulted in true/i,
    /The event app\.purchased came/i,
    /The goal was reached/i,
  ])
    await expect(main.getByText(sentence).first()).toBeVisible();
}

async function endIt(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Build", exact: true }).click();
  const status = (word: string) => expect(page.getByText(new RegExp(`^${word}`)).first()).toBeVisible();
  await lifecycle(page, "Pause", /Nobody is inside|0 people|people are inside/i);
  await status("Paused");
  await lifecycle(page, "Resume");
  await status("Published");
  await lifecycle(page, "Unpublish");
  await status("Draft");
  await lifecycle(page, "Archive", /leave|inside/i);
  await status("Archived");
  await lifecycle(page, "Restore");
  await status("Draft");
}
