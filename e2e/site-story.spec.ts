import { openPages } from "./clients/shop.ts";
import { dap } from "./clients/strict-site.ts";
import { expect, test } from "./fixtures.ts";
import { PUBLISHABLE_KEY } from "./server/start-server.ts";
import { checkLooks } from "./studio/check-page.ts";
import { drawJourney } from "./studio/journeys.ts";

type Enrollment = { id: string; endUserId: string; status: string; exitReason: string | null };

/** The whole way of a visitor: nobody known, a tour, a name, an email, a click, the goal, and leaving the list. */
test("an anonymous visitor takes a tour, becomes a customer, follows an email to the goal, and unsubscribes", async ({
  signedInPage: page,
  api,
  server,
  mailServer,
}) => {
  const pages = new Map<string, string>();
  const shop = await openPages(pages);
  const html = `<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1><button id="buy">Buy</button>
    <script src="${server.url}/sdk/sojourn.js" data-key="${PUBLISHABLE_KEY}"></script>`;
  pages.set("/", html);
  pages.set("/offer", html);
  const [site] = (await api.get<{ data: { id: string; origins: string[] }[] }>("/api/sites")).data;
  await api.patch(`/api/sites/${site?.id}`, { origins: [...(site?.origins ?? []), shop.url] });
  await api.patch("/api/workspace", { settings: { tracking: { opens: true, clicks: true } } });
  const tour = { steps: [{ id: "one", blocks: [{ type: "heading", text: "Welcome, stranger" }, NEXT] }] };
  await api.post("/api/content", { type: "flow", slug: "story-tour", name: "Tour", body: tour });
  await api.post("/api/content", {
    ...{ type: "email", slug: "story-mail", name: "Mail", subject: "For you, {{ recipientName }}" },
    html: `<p><a href="${shop.url}/offer">Your offer</a> <a href="{{ unsubscribeUrl }}">Unsubscribe</a></p>`,
  });
  const event = (eventName: string) => ({ triggerType: "CUSTOM_EVENT", triggerConfig: { eventName } });
  const { id } = await drawJourney(
    api,
    "The way of a visitor",
    [
      { type: "TRIGGER", name: "start", config: event("app.looked_around") },
      { type: "CONTENT", name: "tour", contentId: "story-tour", config: { contentType: "flow" } },
      { type: "WAIT_FOR_EVENT", name: "sign_up", config: { eventName: "app.signed_up" } },
      { type: "CONTENT", name: "mail", contentId: "story-mail", config: { contentType: "email" } },
      { type: "WAIT", name: "think", config: { duration: "1d" } },
    ],
    [
      ["start", "tour"],
      ["tour", "sign_up"],
      ["sign_up", "mail"],
      ["mail", "think"],
    ],
  );
  await api.patch(`/api/journeys/${id}`, {
    allowAnonymous: true,
    goalConfig: { type: "event", config: { eventName: "app.bought" }, deadline: null, exitOnGoal: true },
  });
  await api.post(`/api/journeys/${id}/publish`);
  const enrollment = async () => (await api.get<{ data: Enrollment[] }>(`/api/journeys/${id}/enrollments`)).data[0];
  const ask = () => fetch(`${server.url}/sdk/rules?key=${PUBLISHABLE_KEY}`, { headers: { origin: shop.url } });
  const isLive = async () => ((await ask().then((answer) => answer.json())) as { data?: { live: boolean } }).data?.live;
  await expect.poll(isLive, { timeout: 15_000 }).toBe(true);

  await page.goto(shop.url);
  await dap(page, "track", "looked_around");
  await dap(page, "flush");
  await page.getByRole("dialog", { name: "Welcome, stranger" }).getByRole("button", { name: "Fine" }).click();
  await expect.poll(enrollment, { timeout: 10_000 }).toMatchObject({ status: "ACTIVE" });
  const anonymous = await enrollment();

  await dap(page, "identify", "story-eve", { email: "eve@story.example", name: "Eve" });
  await dap(page, "track", "signed_up");
  await dap(page, "flush");
  const mails = () => mailServer.mails.filter(({ to }) => to === "eve@story.example");
  await expect.poll(() => mails().length, { timeout: 15_000 }).toBe(1);
  const [mail] = mails();
  expect(mail?.subject).toBe("For you, Eve");
  const link = /href="([^"]+\/m\/c\/[^"]+)"/.exec(mail?.html ?? "")?.[1] ?? "";
  await page.goto(link);
  expect(new URL(page.url()).pathname).toBe("/offer");
  await dap(page, "track", "bought", { amount: 12 });
  await dap(page, "flush");
  await expect.poll(enrollment, { timeout: 10_000 }).toMatchObject({ exitReason: "goal_reached" });
  expect(await enrollment()).toMatchObject({ id: anonymous?.id, status: "COMPLETED" });

  const leave = /<([^>]+)>/.exec(mail?.headers["list-unsubscribe"] ?? "")?.[1] ?? "";
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const left = await fetch(leave, { method: "POST", headers, body: "List-Unsubscribe=One-Click" });
  expect(left.status).toBe(200);
  const { data } = await api.get<{ data: { subscriptions: object[] } }>("/api/people/story-eve/consent");
  expect(data.subscriptions).toMatchObject([{ state: "unsubscribed", source: "one_click" }]);
  const events = (await api.get<{ data: { name: string }[] }>("/api/people/story-eve/events?limit=50")).data;
  const names = events.map(({ name }) => name);
  for (const name of ["page.viewed", "content.shown", "content.completed", "app.signed_up", "app.bought"])
    expect(names).toContain(name);
  await shop.stop();

  await page.goto(`/journeys/${id}/enrollments`);
  await expect(page.getByRole("heading", { name: "Messages" })).toBeVisible();
  await checkLooks(page, "message-figures");
});

const NEXT = {
  type: "buttons",
  buttons: [{ label: "Fine", style: "primary", action: { type: "complete" } }],
};
