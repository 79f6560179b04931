import type { Page } from "@playwright/test";
import type { Shop } from "./clients/shop.ts";
import { dap, openStrictSite, violationsOf } from "./clients/strict-site.ts";
import { expect, test } from "./fixtures.ts";
import { Api } from "./server/api.ts";
import { PUBLISHABLE_KEY } from "./server/start-server.ts";
import { checkLooks, checkPage } from "./studio/check-page.ts";
import { drawJourney } from "./studio/journeys.ts";

/** One survey on its way: made in the editor, asked in a page and by email, closed half-way, and read in the results. */
// The later ones ask the survey that the first one makes.
test.describe.configure({ mode: "serial" });

let site: Shop;
let serverUrl = "";
const SCREENSHOTS = "test-results/screenshots";

test.beforeAll(async ({ server }) => {
  serverUrl = server.url;
  site = await openStrictSite(server.url, PUBLISHABLE_KEY);
  const api = new Api(server.url);
  const [first] = (await api.get<{ data: { id: string; origins: string[] }[] }>("/api/sites")).data;
  await api.patch(`/api/sites/${first?.id}`, { origins: [...(first?.origins ?? []), site.url] });
});
test.afterAll(() => site.stop());

const KEY = "how-was-it";
const wait = (name: string) => ({ type: "WAIT", name, config: { duration: "1d" } });
const isPromoter = { rules: { all: [{ event: "survey.answered", filter: { survey: KEY, category: "promoter" } }] } };
const onEvent = (eventName: string) => ({
  ...{ type: "TRIGGER", name: "start", config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName } } },
});

async function standOn(api: Api, journeyId: string, wanted: Record<string, number>): Promise<void> {
  const waiting = async () => {
    const answer = await api.get<{ data: { nodes: { name: string; waiting: number }[] } }>(
      `/api/journeys/${journeyId}/stats`,
    );
    return Object.fromEntries(answer.data.nodes.flatMap((one) => (one.waiting > 0 ? [[one.name, one.waiting]] : [])));
  };
  await expect.poll(waiting, { timeout: 15_000 }).toEqual(wanted);
}

async function visit(page: Page, userId: string): Promise<void> {
  const live = async () => (await (await fetch(`${serverUrl}/sdk/rules?key=${PUBLISHABLE_KEY}`)).json()).data?.live;
  await expect.poll(live, { timeout: 15_000 }).toBe(true);
  await page.goto(site.url);
  await page.waitForFunction(() => "DAP" in window);
  await dap(page, "identify", userId);
  await dap(page, "flush");
}

test("a survey is made with the keyboard, and its preview follows", async ({ signedInPage: page, api }) => {
  await page.goto("/content?new=survey");
  await page.getByLabel("Name").fill("How was it");
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page).toHaveURL(/\/content\/[0-9a-f-]{36}/);
  await expect(page.getByLabel("Slug")).toHaveValue(KEY);
  const preview = page.getByRole("region", { name: "Preview" });
  await expect(preview.getByRole("radio")).toHaveCount(11);
  await page.getByRole("button", { name: "Add a question" }).press("Enter");
  await page.getByRole("menuitem", { name: "Some of several" }).press("Enter");
  await page.getByLabel("Question", { exact: true }).fill("What could be better?");
  await page.getByRole("textbox", { name: "Option 1" }).fill("The price");
  await page.getByRole("textbox", { name: "Option 2" }).fill("The speed");
  await expect(preview.getByRole("checkbox", { name: "The speed" })).toBeVisible();
  await page.getByRole("button", { name: "Move question 3 up" }).press("Enter");
  const questions = page
    .getByRole("list")
    .filter({ has: page.locator("[data-question]") })
    .getByRole("listitem");
  await expect(page.locator("[data-question]").nth(1)).toContainText("What could be better?");
  await expect(questions.first()).toBeVisible();
  await page.getByRole("button", { name: /^1\. How likely/ }).press("Enter");
  await page.getByLabel("Keep the latest answer as trait").fill("nps_score");
  await page.getByRole("button", { name: "Add a branch" }).press("Enter");
  await page.getByLabel("Branch 1: from").fill("9");
  await checkLooks(page, "survey-editor");
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Published, revision 2")).toBeVisible();
  const { data } = await api.get<{ data: { body: { questions: unknown[] } } }>(`/api/content/${KEY}`);
  expect(data.body.questions).toMatchObject([
    { id: "score", trait: "nps_score", branches: [{ least: 9, to: "end" }] },
    { id: "multiple", options: [{ label: "The price" }, { label: "The speed" }] },
    { id: "why" },
  ]);
});

test("it is answered in a page by keys, closed half-way and kept, and the journey branches by the answer", async ({
  page,
  api,
}) => {
  const steps = [
    onEvent("app.bought"),
    { type: "CONTENT", name: "ask", contentId: KEY, config: { contentType: "survey" } },
    { type: "CONDITION", name: "promoter", config: isPromoter },
    ...["happy", "unhappy", "closed"].map(wait),
  ];
  const journey = await drawJourney(api, "Ask in the page", steps, [
    ["start", "ask"],
    ["ask", "promoter", "completed"],
    ["ask", "closed"],
    ["promoter", "happy", "TRUE"],
    ["promoter", "unhappy", "FALSE"],
  ]);
  await api.post(`/api/journeys/${journey.id}/publish`);
  await visit(page, "paula");
  await api.post("/api/track", { userId: "paula", event: "app.bought" });
  const asked = page.getByRole("dialog", { name: /How likely/ });
  await expect(asked).toBeVisible();
  for (const [colorScheme, width] of [
    ["light", 1280],
    ["dark", 390],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await checkPage(page, `the survey in a page, ${colorScheme}`);
    await page.screenshot({ path: `${SCREENSHOTS}/survey-page-${colorScheme}-${width}.png` });
  }
  // Without an answer it does not go on.
  await asked.getByRole("radio", { name: "0", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(asked.getByRole("alert")).toHaveText("Please answer this question.");
  await page.keyboard.press("ArrowLeft");
  await expect(asked.getByRole("radio", { name: "10" })).toBeChecked();
  await page.keyboard.press("Enter");
  const thanks = page.getByRole("dialog", { name: "Thank you" });
  await expect(thanks).toBeVisible();
  await standOn(api, journey.id, { happy: 1 });
  await page.keyboard.press("Escape");
  await expect(page.locator("sojourn-content")).toHaveCount(0);
  expect(await violationsOf(page)).toEqual([]);

  await visit(page, "carl");
  await api.post("/api/track", { userId: "carl", event: "app.bought" });
  await asked.getByRole("radio", { name: "3", exact: true }).check();
  await asked.getByRole("button", { name: "Next" }).click();
  const second = page.getByRole("dialog", { name: "What could be better?" });
  await second.getByText("The speed").click();
  // On the next page they go on where they were; what they chose is kept when they leave, and when they close it.
  await page.reload();
  await second.getByText("The price").click();
  await page.keyboard.press("Escape");
  await expect(second).toBeHidden();
  await standOn(api, journey.id, { happy: 1, closed: 1 });
  const sets = async () => {
    const answer = await api.get<{ data: { responses: { answers: object; completedAt: string | null }[] } }>(
      `/api/surveys/${KEY}/responses`,
    );
    return answer.data.responses.map(({ answers, completedAt }) => [answers, completedAt !== null]);
  };
  await expect.poll(sets).toEqual([
    [{ score: 3, multiple: [expect.any(String)] }, false],
    [{ score: 10 }, true],
  ]);
});

test("its link in an email leads to a page without script, and the results show all answers", async ({
  browser,
  signedInPage: page,
  api,
  mailServer,
}) => {
  const html = '<p>How was it? <a href="{{ surveyUrl }}?answer=6">6</a> <a href="{{ surveyUrl }}">Answer</a></p>';
  await api.post("/api/content", { type: "email", slug: "ask-by-mail", name: "Ask", subject: "How was it?", html });
  const steps = [
    onEvent("app.mailed"),
    { type: "CONTENT", name: "mail", contentId: "ask-by-mail", config: { contentType: "email", surveySlug: KEY } },
    { type: "WAIT_FOR_EVENT", name: "answer", config: { eventName: "survey.completed", filter: { survey: KEY } } },
    wait("answered"),
  ];
  const journey = await drawJourney(api, "Ask by mail", steps, [
    ["start", "mail"],
    ["mail", "answer"],
    ["answer", "answered"],
  ]);
  await api.post(`/api/journeys/${journey.id}/publish`);
  await api.post("/api/identify", { userId: "mia", traits: { email: "mia@shop.example", language: "en" } });
  await api.post("/api/track", { userId: "mia", event: "app.mailed" });
  const mail = () => mailServer.mails.find(({ to }) => to === "mia@shop.example");
  await expect.poll(() => mail() !== undefined, { timeout: 20_000 }).toBe(true);
  // A tracked link, where another test has people agree to it, leads to the same page.
  const link = /<a href="([^"]*)">6<\/a>/.exec(mail()?.html ?? "")?.[1]?.replaceAll("&amp;", "&") ?? "";
  const outside = await browser.newContext({ javaScriptEnabled: false });
  const hosted = await outside.newPage();
  const { pathname, search } = new URL(link);
  await hosted.goto(serverUrl + pathname + search);
  await expect(hosted.getByRole("radio", { name: "6" })).toBeChecked();
  for (const [colorScheme, width] of [
    ["light", 1280],
    ["dark", 390],
  ] as const) {
    await hosted.emulateMedia({ colorScheme });
    await hosted.setViewportSize({ width, height: 800 });
    await hosted.screenshot({ path: `${SCREENSHOTS}/survey-hosted-${colorScheme}-${width}.png` });
  }
  await hosted.getByRole("radio", { name: "6" }).press("ArrowLeft");
  await hosted.keyboard.press("Enter");
  await hosted.getByRole("checkbox", { name: "The price" }).press("Space");
  await hosted.getByRole("button", { name: "Next" }).press("Enter");
  await hosted.getByRole("textbox").fill("<b>Too slow</b> & dear");
  await hosted.screenshot({ path: `${SCREENSHOTS}/survey-hosted-text.png` });
  await hosted.getByRole("button", { name: "Send" }).press("Enter");
  await expect(hosted.getByRole("heading", { name: "Thank you" })).toBeVisible();
  await outside.close();
  await standOn(api, journey.id, { answered: 1 });

  const { data } = await api.get<{ data: { id: string } }>(`/api/content/${KEY}`);
  await page.goto(`/content/${data.id}`);
  await page.getByRole("link", { name: "Results" }).click();
  await expect(page.locator('[data-tile="started"]')).toContainText("3");
  await expect(page.locator('[data-tile="completed"]')).toContainText("2");
  await expect(page.locator('[data-result="score"]')).toContainText("-33.3");
  await expect(page.locator('[data-result="multiple"]')).toContainText("2 of 2 answered");
  await page.getByRole("searchbox", { name: "Search in answers" }).fill("too slow");
  await expect(page.locator("[data-response]")).toHaveCount(1);
  await expect(page.locator("[data-response]")).toContainText("<b>Too slow</b> & dear");
  await checkLooks(page, "survey-results");
});
