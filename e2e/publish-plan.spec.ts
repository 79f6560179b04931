import { expect, test } from "./fixtures.ts";
import { Builder } from "./studio/builder.ts";
import { BY_HAND, drawJourney, enrollmentsBecome, enrollPeople } from "./studio/journeys.ts";

test("publishing with a plan moves people to the new version, and rolling back asks the same", async ({
  signedInPage: page,
  api,
}) => {
  const journey = await drawJourney(
    api,
    "Plan for people",
    [BY_HAND, { type: "WAIT", name: "cool_off", config: { duration: "30d" } }, { type: "EXIT", name: "end" }],
    [
      ["start", "cool_off"],
      ["cool_off", "end"],
    ],
  );
  await api.post(`/api/journeys/${journey.id}/publish`);
  await enrollPeople(api, journey.id, { "plan-1": { name: "Plan One" }, "plan-2": { name: "Plan Two" } });
  await enrollmentsBecome(api, journey.id, "ACTIVE", 2);
  const nodes = journey.nodes.map((node) =>
    node.name === "cool_off" ? { ...node, config: { duration: "20d" } } : node,
  );
  const saved = await api.send("PUT", `/api/journeys/${journey.id}/canvas`, { nodes, edges: journey.edges });
  expect(saved.status).toBe(200);

  await page.goto(`/journeys/${journey.id}/versions`);
  await expect(page.locator('li[data-change="changed"]')).toContainText("Cool off");
  await expect(page.locator('li[data-change="changed"]')).toContainText("20d");
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const dialog = page.getByRole("alertdialog");
  const step = dialog.locator('[data-plan-step="cool_off"]');
  await expect(step).toContainText("Changed");
  await expect(step).toContainText("2 people");
  await expect(dialog).toContainText("2 people stay on the version they entered");
  // The dialog is not complete until the draft is checked.
  await expect(dialog.getByRole("button", { name: "Publish version 2" })).toBeEnabled();
  await step.getByRole("combobox").click();
  await page.getByRole("option", { name: "Move to…" }).click();
  await expect(step.getByRole("combobox", { name: /move to$/ })).toContainText("Cool off");
  await expect(dialog).toContainText("2 people move to version 2");
  await dialog.getByRole("button", { name: "Publish version 2" }).click();
  await expect(dialog).toBeHidden();

  const second = page.getByRole("row", { name: /^2 Current/ });
  await expect(second.locator('[data-people="2"]')).toBeVisible({ timeout: 20_000 });
  await page.getByRole("button", { name: "Go back to version 1" }).click();
  await expect(dialog.locator('[data-plan-step="cool_off"]')).toContainText("version 2");
  await dialog.getByRole("button", { name: "Go back to version 1" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("row", { name: /^3 Current/ })).toBeVisible();
  await enrollmentsBecome(api, journey.id, "ACTIVE", 2);
});

const END = { type: "EXIT", name: "end" };
const pause = (name: string, duration = "30d") => ({ type: "WAIT", name, config: { duration } });

test("S11: the dialog publishes the revision it showed, and tells what somebody changed meanwhile", async ({
  signedInPage: page,
  api,
}) => {
  const links = [
    ["start", "cool_off"],
    ["cool_off", "end"],
  ] as const;
  const journey = await drawJourney(api, "Two at work", [BY_HAND, pause("cool_off"), END], links);
  const builder = new Builder(page);
  await page.goto(`/journeys/${journey.id}`);
  await expect(builder.step("Cool off")).toBeVisible();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("button", { name: "Publish", exact: true })).toBeEnabled();

  const theirs = journey.nodes.map((node) =>
    node.name === "cool_off" ? { ...node, config: { duration: "1d" } } : node,
  );
  await api.put(`/api/journeys/${journey.id}/canvas`, { nodes: theirs, edges: journey.edges });
  await dialog.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(dialog).toContainText("Nothing was published");
  await expect(dialog).toContainText("The step “cool_off” was changed.");
  await dialog.getByRole("button", { name: "Review again" }).click();
  await expect(dialog).not.toContainText("Nothing was published");
  await dialog.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(dialog).toBeHidden();
  const { data } = await api.get<{ data: { status: string } }>(`/api/journeys/${journey.id}`);
  expect(data.status).toBe("PUBLISHED");
});

test("S11: nothing is published while edits of two people are at odds", async ({
  signedInPage: page,
  context,
  api,
}) => {
  const links = [
    ["start", "cool_off"],
    ["cool_off", "end"],
  ] as const;
  const journey = await drawJourney(api, "At odds", [BY_HAND, pause("cool_off"), END], links);
  const builder = new Builder(page);
  await page.goto(`/journeys/${journey.id}`);
  await builder.open("Cool off");
  await context.setOffline(true);
  await builder.panel.getByLabel("Name of the step").fill("mine");
  const theirs = journey.nodes.map((node) => (node.name === "cool_off" ? { ...node, name: "theirs" } : node));
  await api.put(`/api/journeys/${journey.id}/canvas`, { nodes: theirs, edges: journey.edges });
  await context.setOffline(false);
  const conflict = page.getByRole("alert", { name: "Conflict" });
  await expect(conflict).toBeVisible();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText("Publishing has to wait for that.");
  await expect(dialog.getByRole("button", { name: "Publish", exact: true })).toBeDisabled();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await conflict.getByRole("button", { name: "Overwrite with mine" }).click();
  await builder.saved();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await dialog.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(dialog).toBeHidden();
});

test("S25: all move to a new version, also from a removed step", async ({ signedInPage: page, api }) => {
  const links = [
    ["start", "gone"],
    ["gone", "kept"],
    ["kept", "end"],
  ] as const;
  const journey = await drawJourney(api, "All move", [BY_HAND, pause("gone"), pause("kept"), END], links);
  await api.post(`/api/journeys/${journey.id}/publish`);
  await enrollPeople(api, journey.id, { "move-1": {}, "move-2": {} });
  await enrollmentsBecome(api, journey.id, "ACTIVE", 2);
  const nodes = journey.nodes.filter(({ name }) => name !== "gone");
  const edges = [
    { sourceNodeId: "start", targetNodeId: "kept" },
    { sourceNodeId: "kept", targetNodeId: "end" },
  ];
  await api.put(`/api/journeys/${journey.id}/canvas`, { nodes, edges });

  await page.goto(`/journeys/${journey.id}`);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "All move to version 2" }).click();
  await expect(dialog.getByRole("combobox", { name: "Where people at gone move to" })).toContainText("Kept");
  await expect(dialog).toContainText("2 people move to version 2;");
  await dialog.getByRole("button", { name: "Publish version 2" }).click();
  await expect(dialog).toBeHidden();
  const kept = journey.nodes.find(({ name }) => name === "kept")?.id;
  const standing = `/api/journeys/${journey.id}/enrollments?status=ACTIVE&nodeId=${kept}`;
  const ask = async () => (await api.get<{ meta: { total: number } }>(standing)).meta.total;
  await expect.poll(ask, { timeout: 20_000 }).toBe(2);
});

test("S23: publishing asks whether those who are in the segment already come in too", async ({
  signedInPage: page,
  api,
}) => {
  await api.post("/api/segments", { key: "here-already", name: "Here already", kind: "static" });
  for (const userId of ["here-1", "here-2"]) await api.post("/api/identify", { userId, traits: {} });
  const people = ["here-1", "here-2"].map((userId) => ({ userId }));
  await api.post("/api/segments/here-already/members", { people });
  const entering = {
    type: "TRIGGER",
    name: "start",
    config: { triggerType: "SEGMENT_ENTERED", triggerConfig: { segment: "here-already" } },
  };
  const links = [
    ["start", "cool_off"],
    ["cool_off", "end"],
  ] as const;
  const journey = await drawJourney(api, "Already here", [entering, pause("cool_off"), END], links);
  const members = async () =>
    (await api.get<{ meta: { total: number } }>("/api/segments/here-already/members")).meta.total;
  await expect.poll(members, { timeout: 20_000 }).toBe(2);

  await page.goto(`/journeys/${journey.id}`);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText("2 people are in “Here already” now. Enroll them too?");
  await dialog.getByRole("radio", { name: /^Enroll them too/ }).click();
  await dialog.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(dialog).toBeHidden();
  await enrollmentsBecome(api, journey.id, "ACTIVE", 2);
});
