import { expect, it } from "vitest";
import { treeText } from "./tree-text.ts";

const none = { action: { type: "none" as const }, terminal: false };

it("a journey is drawn as a tree from its entry, and a loop as an arrow back", () => {
  const text = treeText({
    name: "Tree",
    entryEvent: "user.created",
    entryNode: "hello",
    nodes: {
      hello: { action: { type: "send_email", templateSlug: "welcome-email" }, terminal: false },
      nudge: none,
      done: { ...none, terminal: true },
      island: none,
    },
    transitions: [
      { name: "a", from: "hello", to: "nudge", trigger: { type: "timer", delay: "2d" } },
      { name: "b", from: "nudge", to: "hello", trigger: { type: "timer", delay: "1w" } },
      { name: "c", from: "hello", to: "done", trigger: { type: "event", event: "user.login" } },
    ],
  });
  expect(text).toBe(`user.created
└─ hello (send_email welcome-email)
   ├─ after 2d → nudge
   │  └─ after 1w → hello ↑
   └─ on user.login → done ■

Not reached: island
`);
});

it("a long chain is drawn too", () => {
  const names = Array.from({ length: 500 }, (_, n) => `n${n}`);
  const text = treeText({
    name: "Long",
    entryEvent: null,
    entryNode: "n0",
    nodes: Object.fromEntries(names.map((name) => [name, none])),
    transitions: names
      .slice(1)
      .map((to, n) => ({ name: to, from: `n${n}`, to, trigger: { type: "timer", delay: "1m" } })),
  });
  expect(text.split("\n")).toHaveLength(502);
});
