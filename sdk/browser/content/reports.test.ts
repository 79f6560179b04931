import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openStore } from "../store.ts";
import { fakeWindow } from "../testing/fake-window.ts";
import { openReports } from "./reports.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("what a page did with content arrives in order and once, also through a server that fails and a page that ends", async () => {
  const page = fakeWindow();
  page.answer(() => new Response("", { status: 503 }));
  const store = openStore(page.win, "x.");
  store.persist(true);
  const reports = openReports(page.win, store, "https://sojourn.example/sdk/content?key=k");
  for (const event of ["shown", "step", "completed"]) reports.add({ userId: "ada" }, { event });
  await vi.advanceTimersByTimeAsync(100);
  expect([...page.disk.keys()]).toHaveLength(3);
  await vi.advanceTimersByTimeAsync(6_000);
  expect(page.reports[0]).toEqual({ userId: "ada", event: "shown" });
  expect(page.reports.map(({ event }) => event)).toEqual(["shown", "shown", "step", "completed"]);
  expect([...page.disk.keys()]).toEqual([]);
  page.answer(() => new Response("", { status: 422 }));
  reports.add({}, { event: "bad" });
  await vi.advanceTimersByTimeAsync(100);
  expect([...page.disk.keys()]).toEqual([]);
});
