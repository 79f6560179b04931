import { expect, it, vi } from "vitest";
import { newId } from "#db";
import type { Claimed } from "./claim.ts";
import type { Facts } from "./facts.ts";
import { prepare } from "./prepare.ts";

vi.mock("#threads", async (original) => ({
  ...(await original<typeof import("#threads")>()),
  tasksOf: () => () => Promise.reject(Object.assign(new Error("There is no thread to be had."), { code: "EMFILE" })),
}));

it("T1: a message whose thread cannot be had is tried again, as it is the machine's fault", async () => {
  const [workspaceId, personId, contentId] = [newId(), newId(), newId()];
  const delivery = { id: newId(), workspaceId, personId, contentId, contentRevision: null, channel: "email" };
  const claimed = { ...delivery, late: false, variables: {}, config: {}, rendered: null, attempts: 2 };
  const html = "{% tablerow i in traits.list %}{{ i }}{% endtablerow %}";
  const content = { id: contentId, name: "Table", revision: 1, type: "email", subject: "Hi", html, text: "" };
  const facts = {
    workspaces: new Map([[workspaceId, { name: "W", timezone: "UTC", settings: {}, isDemo: false }]]),
    people: new Map([[personId, { id: personId, traits: { email: "a@example.com", list: [1] }, tags: [] }]]),
    content: new Map([[contentId, content]]),
  };
  const made = prepare(claimed as unknown as Claimed, facts as unknown as Facts, "from@example.com");
  if (typeof made !== "function") throw new Error("It was rendered without a thread.");
  expect((await made()).refusal).toMatchObject({ permanent: false, isOurs: true });
});
