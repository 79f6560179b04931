import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Canvas } from "#journey";
import type { Drafts } from "./drafts.ts";
import { ADA, BOB, draftFixture, drawn, edit } from "./testing/draft-fixture.ts";

const names = (canvas: Canvas) => canvas.nodes.map(({ name }) => name);
const change = (canvas: Canvas, name: string, fields: object): Canvas => ({
  ...canvas,
  nodes: canvas.nodes.map((it) => (it.name === name ? { ...it, ...fields } : it)),
});

const wait = (ms = 10_000) => vi.advanceTimersByTimeAsync(ms);
/** What no promise waits for: a page that is gone. */
const crash = (drafts: Drafts) => drafts.leave();

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("9.2: an edit outlives its editor", () => {
  test("what was edited offline is saved after the editor closed, once the server answers", async () => {
    const { server, page, told } = draftFixture();
    const { drafts } = page();
    await drafts.enter(ADA);
    server.failure = { reason: "unreachable" };
    const editor = edit(drafts, drafts.open(server.saved));
    editor.change(drawn("a", "mine"));
    await wait();
    editor.close();
    expect(drafts.unsaved()).toMatchObject([
      { name: "Welcome", state: { kind: "offline" }, changes: 2, isOpen: false },
    ]);
    server.failure = null;
    await wait();
    expect(names(server.saved.canvas)).toEqual(["a", "mine"]);
    expect(drafts.unsaved()).toEqual([]);
    expect(told).toEqual(["Welcome"]);
  });

  test("an editor that opens the journey again shows the edit, not the server's draft", async () => {
    const { server, page } = draftFixture();
    const { drafts } = page();
    await drafts.enter(ADA);
    server.failure = { reason: "unreachable" };
    const first = edit(drafts, drafts.open(server.saved));
    first.change(drawn("a", "mine"));
    first.close();
    const second = edit(drafts, drafts.open(server.saved));
    expect(names(second.canvas())).toEqual(["a", "mine"]);
  });

  test("what somebody else saved in other parts is merged; where both changed the same, a person is asked", async () => {
    const { server, page } = draftFixture();
    const { drafts } = page();
    await drafts.enter(ADA);
    server.failure = { reason: "unreachable" };
    const editor = edit(drafts, drafts.open(server.saved));
    editor.change(change(editor.canvas(), "a", { name: "mine" }));
    editor.close();
    server.saved = { ...server.saved, canvas: change(server.saved.canvas, "b", { name: "theirs" }), revision: 5 };
    server.failure = null;
    await wait();
    expect(names(server.saved.canvas)).toEqual(["mine", "theirs"]);

    server.failure = { reason: "unreachable" };
    const again = edit(drafts, drafts.open(server.saved));
    again.change(change(again.canvas(), "mine", { name: "mine again" }));
    again.close();
    server.saved = { ...server.saved, canvas: change(server.saved.canvas, "mine", { name: "no" }), revision: 9 };
    server.failure = null;
    await wait();
    expect(drafts.unsaved()).toMatchObject([{ state: { kind: "conflict" } }]);
    const draft = drafts.open(server.saved);
    edit(drafts, draft);
    await draft.resolve("mine");
    expect(names(server.saved.canvas)).toEqual(["mine again", "theirs"]);
  });

  test("a journey that was deleted keeps its edit until it is discarded", async () => {
    const { server, storage, page } = draftFixture();
    const { drafts } = page();
    await drafts.enter(ADA);
    server.failure = { reason: "gone" };
    const editor = edit(drafts, drafts.open(server.saved));
    editor.change(drawn("a"));
    editor.close();
    await wait();
    expect(drafts.unsaved()).toMatchObject([{ state: { kind: "gone" } }]);
    expect(storage.length).toBe(1);
    drafts.discard("j1");
    expect([drafts.unsaved().length, storage.length]).toEqual([0, 0]);
  });

  test("two closed tabs' edits of one journey are both saved", async () => {
    const { server, storage, page } = draftFixture();
    const [one, two] = [page(), page()];
    server.failure = { reason: "unreachable" };
    for (const [tab, old, name] of [
      [one, "a", "from one"],
      [two, "b", "from two"],
    ] as const) {
      await tab.drafts.enter(ADA);
      const editor = edit(tab.drafts, tab.drafts.open(server.saved));
      editor.change(change(editor.canvas(), old, { name }));
      crash(tab.drafts);
      tab.close();
    }
    server.failure = null;
    await page().drafts.enter(ADA);
    await wait();
    expect(names(server.saved.canvas)).toEqual(["from one", "from two"]);
    expect(storage.length).toBe(0);
  });

  test("a tab that is still open saves its own edits, nobody does it for it", async () => {
    const { server, storage, page } = draftFixture();
    const one = page();
    await one.drafts.enter(ADA);
    server.failure = { reason: "refused", message: "No" };
    edit(one.drafts, one.drafts.open(server.saved)).change(drawn("a", "mine"));
    await wait();
    server.failure = null;
    const two = page();
    await two.drafts.enter(ADA);
    await wait();
    expect(two.drafts.unsaved()).toEqual([]);
    expect(storage.length).toBe(1);
  });
});

describe("9.3: an edit belongs to the member who made it", () => {
  test("after signing out it waits for the same person, and nobody else saves it", async () => {
    const { server, page } = draftFixture();
    const { drafts } = page();
    await drafts.enter(ADA);
    server.failure = { reason: "signed_out" };
    server.signedIn = null;
    const editor = edit(drafts, drafts.open(server.saved));
    editor.change(drawn("a", "mine"));
    await wait(1_000);
    expect(drafts.unsaved()).toMatchObject([{ state: { kind: "signed_out" } }]);
    editor.close();
    server.failure = null;
    server.signedIn = BOB;
    await wait();
    expect(names(server.saved.canvas)).toEqual(["a", "b"]);
    await drafts.enter(BOB);
    await wait();
    expect(drafts.unsaved()).toEqual([]);
    expect(names(server.saved.canvas)).toEqual(["a", "b"]);
    server.signedIn = ADA;
    await drafts.enter(ADA);
    await wait();
    expect(names(server.saved.canvas)).toEqual(["a", "mine"]);
  });

  test("the same holds for another workspace of the same person", async () => {
    const { server, page } = draftFixture();
    const { drafts } = page();
    await drafts.enter(ADA);
    server.failure = { reason: "unreachable" };
    const editor = edit(drafts, drafts.open(server.saved));
    editor.change(drawn("a", "mine"));
    await wait(1_000);
    editor.close();
    server.failure = null;
    server.signedIn = { ...ADA, workspaceId: "other" };
    await drafts.enter(server.signedIn);
    await wait();
    expect(names(server.saved.canvas)).toEqual(["a", "b"]);
    server.signedIn = ADA;
    await drafts.enter(ADA);
    await wait();
    expect(names(server.saved.canvas)).toEqual(["a", "mine"]);
  });
});

describe("9.4: a crash loses nothing", () => {
  test("an edit is in the journal before anything else happens", async () => {
    const { server, storage, page } = draftFixture();
    const { drafts, close } = page();
    await drafts.enter(ADA);
    edit(drafts, drafts.open(server.saved)).change(drawn("a", "mine"));
    expect(storage.length).toBe(1);
    crash(drafts);
    close();
    await page().drafts.enter(ADA);
    await wait();
    expect(names(server.saved.canvas)).toEqual(["a", "mine"]);
    expect(storage.length).toBe(0);
  });

  test("a crash between the save and its answer saves nothing twice", async () => {
    const { server, page } = draftFixture();
    const { drafts, close } = page();
    await drafts.enter(ADA);
    edit(drafts, drafts.open(server.saved)).change(drawn("a", "mine"));
    crash(drafts);
    close();
    server.saved = { ...server.saved, canvas: drawn("a", "mine"), revision: 2 };
    const next = page();
    await next.drafts.enter(ADA);
    await wait();
    expect(server.saved.revision).toBe(2);
    expect(next.drafts.unsaved()).toEqual([]);
  });

  test("an edit whose step somebody else has changed since is a conflict in the editor that opens", async () => {
    const { server, page } = draftFixture();
    const { drafts, close } = page();
    await drafts.enter(ADA);
    const editor = edit(drafts, drafts.open(server.saved));
    editor.change(change(editor.canvas(), "a", { name: "mine" }));
    crash(drafts);
    close();
    server.saved = { ...server.saved, canvas: change(server.saved.canvas, "a", { name: "theirs" }), revision: 7 };
    const next = page();
    const draft = next.drafts.open(server.saved);
    const opened = edit(next.drafts, draft);
    await next.drafts.enter(ADA);
    expect(draft.state.kind).toBe("conflict");
    await draft.resolve("theirs");
    expect(names(opened.canvas())).toEqual(["theirs", "b"]);
    expect(next.drafts.unsaved()).toEqual([]);
  });

  test("a browser that keeps nothing is told, and the edit stays on the page", async () => {
    const { server, storage, page } = draftFixture();
    storage.setItem = () => {
      throw new Error("full");
    };
    const { drafts } = page();
    await drafts.enter(ADA);
    server.failure = { reason: "unreachable" };
    edit(drafts, drafts.open(server.saved)).change(drawn("a", "mine"));
    expect(drafts.unsaved()).toMatchObject([{ isKept: false }]);
    server.failure = null;
    await wait();
    expect(names(server.saved.canvas)).toEqual(["a", "mine"]);
  });

  test("what another version of Sojourn wrote and this one cannot read stays where it is", async () => {
    const { storage, page } = draftFixture();
    storage.setItem("sojourn.unsaved/ada/shop/j1/old", '{"format":99}');
    storage.setItem("sojourn.unsaved/ada/shop/j2/old", "no JSON at all");
    const { drafts } = page();
    await drafts.enter(ADA);
    expect([drafts.unsaved().length, storage.length]).toEqual([0, 2]);
  });
});
