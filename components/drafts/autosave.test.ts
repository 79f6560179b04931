import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Canvas } from "#journey";
import { Autosave, type AutosaveOptions } from "./autosave.ts";
import type { Saved, SaveState } from "./save-state.ts";
import { edge, node } from "./testing/parts.ts";

const drawn = (...names: string[]): Canvas => ({ nodes: names.map((name) => node(name, "WAIT")), edges: [] });

/** A server with one draft, and an editor over it. */
function fixture(options: Partial<AutosaveOptions> = {}) {
  const server: Saved = { canvas: drawn("a", "b"), revision: 1 };
  let canvas = server.canvas;
  const states: SaveState["kind"][] = [];
  const put = vi.fn<AutosaveOptions["put"]>(async (sent, revision) => {
    if (revision !== server.revision) return { reason: "conflict" };
    server.canvas = sent;
    server.revision += 1;
    return { revision: server.revision, problems: [] };
  });
  const autosave = new Autosave({
    start: { ...server },
    put,
    fetch: async () => ({ ...server }),
    onState: (state) => states.push(state.kind),
    ...options,
  });
  const merged: Canvas[] = [];
  autosave.attach({
    read: () => canvas,
    merge: (next, { theirs }) => {
      canvas = next;
      merged.push(theirs.canvas);
    },
    replace: (next) => {
      canvas = next;
    },
  });
  const edit = (next: Canvas) => {
    canvas = next;
    autosave.changed();
  };
  return { server, autosave, edit, states, put, merged, canvas: () => canvas };
}
/** The draft of the fixture with another name for its first step. */
const renamed = (name: string): Canvas => {
  const { nodes, edges } = drawn("a", "b");
  return { nodes: nodes.map((one, at) => (at === 0 ? { ...one, name } : one)), edges };
};
const names = (canvas: Canvas) => canvas.nodes.map((item) => item.name);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("saving by itself", () => {
  test("a burst of edits is one save, a moment after the last", async () => {
    const { edit, put, server, states } = fixture();
    for (const name of ["c", "d", "e"]) {
      edit(drawn("a", name));
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(put).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(600);
    expect(put).toHaveBeenCalledTimes(1);
    expect(names(server.canvas)).toEqual(["a", "e"]);
    expect(states.at(-1)).toBe("saved");
  });

  test("an edit during a save is saved next, on the new revision", async () => {
    const { edit, server, autosave } = fixture();
    edit(drawn("c"));
    const saving = autosave.flush();
    edit(drawn("d"));
    await saving;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(names(server.canvas)).toEqual(["d"]);
    expect(server.revision).toBe(3);
  });

  test("undoing back to what is saved saves nothing", async () => {
    const { edit, put, server, autosave } = fixture();
    const before = server.canvas;
    edit(drawn("c"));
    edit(before);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(put).not.toHaveBeenCalled();
    expect(autosave.state.kind).toBe("saved");
  });

  test("while nobody answers it keeps trying", async () => {
    let isDown = true;
    const { edit, autosave } = fixture({
      put: async () => (isDown ? { reason: "unreachable" } : { revision: 2, problems: [] }),
    });
    edit(drawn("c"));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(autosave.state.kind).toBe("offline");
    isDown = false;
    await vi.advanceTimersByTimeAsync(3_000);
    expect(autosave.state.kind).toBe("saved");
  });

  test("a refusal is shown and not repeated until the next edit", async () => {
    const put = vi.fn<AutosaveOptions["put"]>(async () => ({ reason: "refused", message: "Too large" }));
    const { edit, autosave } = fixture({ put });
    edit(drawn("c"));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(autosave.state).toEqual({ kind: "failed", message: "Too large" });
    expect(put).toHaveBeenCalledTimes(1);
  });
});

describe("when somebody else saved", () => {
  test("a change of settings alone goes unnoticed", async () => {
    const { edit, server, autosave } = fixture();
    server.revision = 7;
    edit(drawn("c"));
    await autosave.flush();
    expect(autosave.state.kind).toBe("saved");
    expect(server.revision).toBe(8);
  });

  test("changes of different steps are merged and saved, and the editor is told what came from elsewhere", async () => {
    const { edit, server, autosave, merged, canvas } = fixture();
    const theirs = drawn("a", "b", "theirs");
    Object.assign(server, { canvas: theirs, revision: 2 });
    edit(drawn("a", "b", "mine"));
    await autosave.flush();
    expect(autosave.state.kind).toBe("saved");
    expect(names(server.canvas)).toEqual(["a", "b", "mine", "theirs"]);
    expect(names(canvas())).toEqual(names(server.canvas));
    expect(merged).toEqual([theirs]);
  });

  test("a change of the same step is a conflict, and nothing is saved over it", async () => {
    const { edit, server, autosave } = fixture();
    Object.assign(server, { canvas: renamed("theirs"), revision: 2 });
    edit(renamed("mine"));
    await autosave.flush();
    expect(autosave.state.kind).toBe("conflict");
    expect(names(server.canvas)).toEqual(["theirs", "b"]);
  });

  test.each([
    ["theirs", ["theirs", "b", "new"]],
    ["mine", ["mine", "b"]],
    ["both", ["mine", "b", "new"]],
  ] as const)("choosing %s leaves the same on both sides", async (choice, expected) => {
    const { edit, server, autosave, canvas } = fixture();
    const { nodes } = drawn("new");
    Object.assign(server, {
      canvas: { ...renamed("theirs"), nodes: [...renamed("theirs").nodes, ...nodes] },
      revision: 2,
    });
    edit(renamed("mine"));
    await autosave.flush();
    await autosave.resolve(choice);
    expect(names(server.canvas)).toEqual(expected);
    expect(names(canvas())).toEqual(expected);
    expect(autosave.state.kind).toBe("saved");
  });

  test("what is seen by the way is taken over only while nothing is unsaved", () => {
    const { autosave, edit, canvas } = fixture();
    expect(autosave.offer({ canvas: drawn("a", "b", "new"), revision: 2 })).toBe(true);
    expect(names(canvas())).toEqual(["a", "b", "new"]);
    edit({ ...drawn("a"), edges: [edge("a", "a")] });
    expect(autosave.offer({ canvas: drawn("z"), revision: 3 })).toBe(false);
    expect(names(canvas())).toEqual(["a"]);
  });
});
