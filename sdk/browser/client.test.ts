import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createClient } from "./index.ts";
import { mayStart } from "./rules.ts";
import { fakeWindow } from "./testing/fake-window.ts";

const OPTIONS = { key: "pk_test_0123456789", url: "https://sojourn.example/", autoPage: false };

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-03-01T09:00:00Z") });
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const pass = (ms = 1_000) => vi.advanceTimersByTimeAsync(ms);

test("A signs in and out, then B, then A: nothing of one person reaches the other", async () => {
  const page = fakeWindow();
  const client = createClient(OPTIONS, page.win);
  const visit = async (userId: string) => {
    client.track("looked", { by: userId });
    client.identify(userId, { owner: userId });
    client.track("bought", { by: userId });
    client.reset();
  };
  await visit("A");
  await visit("B");
  await visit("A");
  client.identify("A", { owner: "A" });
  // B signs in on the same page, and the site forgets to say that A has left.
  client.identify("B", { owner: "B" });
  client.track("bought", { by: "B" });
  await pass();

  const messages = page.messages();
  expect(messages).toHaveLength(12);
  const ownerOf = new Map<string, string>();
  for (const { anonymousId, userId, traits, properties } of messages) {
    const owner = String(traits?.owner ?? properties?.by);
    expect(userId ?? owner).toBe(owner);
    expect(ownerOf.get(anonymousId) ?? owner).toBe(owner);
    ownerOf.set(anonymousId, owner);
  }
  // Each visit has an id of its own; the one of the first visit of A is not found again.
  expect(ownerOf.size).toBe(5);
  client.reset();
  expect([...page.disk.keys()]).toEqual([]);
});

test("names get the prefix of applications once, and messages keep their order and ids", async () => {
  const page = fakeWindow();
  const client = createClient(OPTIONS, page.win);
  for (const name of ["one", "app.two", "order.placed"]) client.track(name);
  client.alias("ada-new", "ada-old");
  await pass();
  expect(page.sent).toHaveLength(1);
  expect(page.sent[0]?.url).toBe("https://sojourn.example/api/batch?key=pk_test_0123456789");
  expect(page.messages().map(({ type, event }) => event ?? type)).toEqual([
    "app.one",
    "app.two",
    "app.order.placed",
    "alias",
  ]);
  expect(new Set(page.messages().map(({ messageId }) => messageId)).size).toBe(4);
  client.group("acme", { seats: 5 });
  await pass();
  const grouped = { type: "group", groupId: "acme", traits: { seats: 5 }, userId: "ada-new" };
  expect(page.sent.at(-1)?.messages).toMatchObject([grouped]);
});

test("what cannot be sent now waits as long as the server says, and goes in order, with the same ids", async () => {
  const page = fakeWindow();
  page.answer(
    () => new Response("", { status: 503, headers: { "retry-after": "30" } }),
    () => {
      throw new TypeError("network");
    },
  );
  const client = createClient(OPTIONS, page.win);
  client.track("first");
  await pass();
  client.track("second");
  await pass(25_000);
  expect(page.sent).toHaveLength(1);
  await pass(10_000);
  expect(page.sent).toHaveLength(3);
  const [refused, lost, kept] = page.sent.map(({ messages }) => messages.map(({ messageId }) => messageId));
  expect(lost?.[0]).toBe(refused?.[0]);
  expect(kept).toEqual(lost);
  expect(kept).toHaveLength(2);
  expect(page.disk.size).toBe(1);
});

test("a message survives the page: the next one sends what this one could not", async () => {
  const first = fakeWindow();
  first.answer(() => new Response("", { status: 500 }));
  const client = createClient(OPTIONS, first.win);
  client.track("before");
  await pass(600);
  first.fire("pagehide");
  expect(first.beacons[0]?.messages.map(({ event }) => event)).toEqual(["app.before"]);
  const second = fakeWindow(first.disk);
  createClient(OPTIONS, second.win);
  await pass(100);
  expect(second.messages()[0]?.messageId).toBe(first.messages()[0]?.messageId);
  await pass(10_000);
});

test("two tabs on one storage lose none of each other's messages", async () => {
  const one = fakeWindow();
  const two = fakeWindow(one.disk);
  const clients = [createClient(OPTIONS, one.win), createClient(OPTIONS, two.win)];
  for (let n = 0; n < 60; n++) clients[n % 2]?.track("clicked", { n });
  await pass(3_000);
  const numbers = new Set([...one.messages(), ...two.messages()].map(({ properties }) => properties?.n));
  expect(numbers.size).toBe(60);
  expect([...one.disk.keys()].filter((key) => key.includes(".m."))).toEqual([]);
});

test("where the storage is full, messages are sent from memory", async () => {
  const page = fakeWindow();
  page.state.full = true;
  createClient(OPTIONS, page.win).track("anyway");
  await pass();
  expect(page.messages().map(({ event }) => event)).toEqual(["app.anyway"]);
});

test("before consent nothing is stored or sent; then everything is, and withdrawing it removes all", async () => {
  const page = fakeWindow();
  const client = createClient({ ...OPTIONS, askConsent: true }, page.win);
  client.identify("ada");
  client.track("looked");
  await pass(60_000);
  expect([page.sent.length, page.disk.size]).toEqual([0, 0]);
  client.consent(true);
  await pass();
  expect(page.messages()).toHaveLength(2);

  const later = fakeWindow(page.disk);
  createClient({ ...OPTIONS, askConsent: true }, later.win).track("came back");
  await pass();
  expect(later.messages()).toMatchObject([{ userId: "ada" }]);

  client.consent(false);
  client.track("not this");
  await pass(60_000);
  expect([page.messages().length, page.disk.size]).toEqual([2, 0]);
});

test("messages that the server refuses are dropped with a warning, and a wrong key ends sending on this page", async () => {
  const page = fakeWindow();
  page.answer(
    () => new Response("no", { status: 422 }),
    () => new Response("", { status: 403 }),
  );
  const client = createClient(OPTIONS, page.win);
  client.track("bad");
  await pass();
  client.track("good");
  await pass(600_000);
  client.track("late");
  await pass(600_000);
  expect(page.sent).toHaveLength(2);
  expect(console.warn).toHaveBeenCalledTimes(2);
  expect([...page.disk.keys()].filter((key) => key.includes(".m."))).toHaveLength(2);
});

test("a route change is a page view, a change of the hash or of nothing is none", async () => {
  const page = fakeWindow();
  createClient({ ...OPTIONS, autoPage: true }, page.win);
  page.go("/cart");
  await pass(10);
  page.go("/cart#items");
  page.go("/cart");
  await pass(10);
  page.fire("pageshow", { persisted: true });
  await pass();
  const paths = page.messages().map(({ type, properties }) => [type, properties?.path]);
  expect(paths).toEqual([
    ["page", "/start"],
    ["page", "/cart"],
    ["page", "/cart"],
  ]);
});

test("what JSON cannot say is refused with a warning, and the rest is sent", async () => {
  const page = fakeWindow();
  const client = createClient(OPTIONS, page.win);
  client.track("big", { amount: 1n });
  client.track("fine");
  await pass();
  expect(page.messages().map(({ event }) => event)).toEqual(["app.fine"]);
  expect(console.warn).toHaveBeenCalledOnce();
});

test("a page that a journey may start from is reported at once, and a click on an element of a journey as such", async () => {
  const page = fakeWindow();
  page.site.rules.clicks = ["#buy", "::nonsense(", ".other"];
  page.site.rules.pages = [["glob", "*/st?rt*"]];
  createClient({ ...OPTIONS, autoPage: true }, page.win);
  await pass(20);
  expect(page.messages().map(({ type }) => type)).toEqual(["page"]);
  const element = {
    nodeType: 1,
    matches(selector: string) {
      if (selector.startsWith("::")) throw new SyntaxError("not a selector");
      return selector === "#buy";
    },
  };
  page.fire("click", { composedPath: () => [element, page.win.document, page.win] });
  await pass(20);
  expect(page.messages()[1]).toMatchObject({ event: "page.clicked", properties: { selector: "#buy", path: "/start" } });
});

test("two hundred rules cost a page view less than two milliseconds", () => {
  const address = `https://shop.example/${"deep/".repeat(60)}?q=${"x".repeat(500)}`;
  const rules = Array.from({ length: 200 }, (_, n) => ["glob", `*/no-${n}/*x*y*z*`] as const);
  const took = Array.from({ length: 20 }, () => {
    const began = performance.now();
    for (const rule of rules) mayStart(rule, address);
    return performance.now() - began;
  });
  expect(Math.min(...took)).toBeLessThan(2);
});

test("who signs in without being joined is another visitor from then on, and nothing of the former goes with them", async () => {
  const page = fakeWindow();
  const client = createClient(OPTIONS, page.win);
  client.track("looked");
  client.identify("ada", { plan: "pro", join: false });
  await pass();
  const [looked, identified] = page.messages();
  expect(identified?.anonymousId).not.toBe(looked?.anonymousId);
  expect(identified?.traits).toEqual({ plan: "pro" });
});

test("before consent a page asks for nothing, and with `content: false` never", async () => {
  const page = fakeWindow();
  const client = createClient({ ...OPTIONS, askConsent: true }, page.win);
  await pass();
  expect(page.asked).toEqual([]);
  client.consent(true);
  await pass();
  expect(page.asked).toEqual(["https://sojourn.example/sdk/rules?key=pk_test_0123456789"]);
  const quiet = fakeWindow();
  createClient({ ...OPTIONS, content: false }, quiet.win);
  await pass();
  expect(quiet.asked).toEqual([]);
});

test("a proof goes with everything that is said of its user, on later pages too, and never with anybody else", async () => {
  const page = fakeWindow();
  const client = createClient(OPTIONS, page.win);
  client.identify("ada", {}, { userHash: "of ada" });
  client.track("one");
  await pass();
  const later = fakeWindow(page.disk);
  const next = createClient(OPTIONS, later.win);
  next.identify("ada", { plan: "pro" });
  await next.progress("tour");
  next.identify("ada", {}, { userHash: "newer" });
  next.track("two");
  next.identify("bob");
  next.track("three");
  await pass();
  const proofs = [...page.messages(), ...later.messages()].map(({ userId, userHash }) => [userId, userHash]);
  expect(proofs).toEqual([
    ...[0, 1, 2].map(() => ["ada", "of ada"]),
    ...[3, 4].map(() => ["ada", "newer"]),
    ...[5, 6].map(() => ["bob", undefined]),
  ]);
  expect(later.reports[0]).toEqual({ userId: "ada", userHash: "of ada" });
});
