import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { schema } from "#store";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";

const wait = (id: string, duration: string, name = id) => ({
  id,
  name,
  type: "delay",
  config: { delay_duration: duration },
});
const mail = (subject: string) => ({
  id: "mail",
  name: "Say hello",
  type: "function_email",
  config: {
    inputs: { email: { value: { to: { email: "{{ person.properties.email }}" }, subject, html: "<p>Hi</p>" } } },
  },
});

/** A small workflow of PostHog: trigger, wait, email, exit. */
const workflow = (id: string, actions: readonly { readonly id: string }[] = [wait("pause", "1d"), mail("Hello")]) => {
  const trigger = {
    id: "start",
    name: "Signed up",
    type: "trigger",
    config: { type: "event", filters: { events: [{ id: "signed up" }] } },
  };
  const all = [trigger, ...actions, { id: "done", name: "Done", type: "exit", config: {} }];
  const edges = all.slice(1).map(({ id: to }, index) => ({ from: all[index]?.id, to, type: "continue" }));
  return {
    id,
    name: `Workflow ${id}`,
    exit_condition: "exit_only_at_end",
    trigger: trigger.config,
    actions: all,
    edges,
  };
};

type Answer = {
  data: {
    product: string;
    people: string;
    journeys: {
      status: string;
      journeyId: string | null;
      message: string | null;
      kept: object[];
      report: object[];
      counts: object;
      contents: { id: string | null; status: string }[];
    }[];
  };
};

let api: ApiFixture;
beforeAll(async () => {
  api = await apiFixture();
});

const importFile = (file: unknown, rest: object = {}) =>
  api.call<Answer>("POST /api/imports", { body: { file, ...rest } });
type Detail = {
  data: {
    nodes: { id: string; name: string; type: string; config: object; contentId: string | null }[];
    edges: object[];
    status: string;
    revision: number;
    settings: object;
  };
};
const detail = async (id: string | null | undefined) =>
  (await api.call<Detail>(`GET /api/journeys/${id ?? ""}`)).body.data;
const save = (id: string, nodes: object[], edges: object[]) =>
  api.call(`PUT /api/journeys/${id}/canvas`, { body: { nodes, edges } });
const rows = (table: "journeys" | "content" | "segments") =>
  api.database.orm.$count(schema[table], eq(schema[table].workspaceId, api.workspaceId));

describe("an import", () => {
  it("stores each journey as a draft with its messages, and reports every step", async () => {
    const { body } = await importFile(workflow("first"));
    const [imported] = body.data.journeys;
    expect(body.data).toMatchObject({ product: "posthog", people: expect.stringContaining("are not imported") });
    expect(imported).toMatchObject({
      status: "created",
      counts: { takenOver: 4, approximated: 0, leftOut: 0, unfinished: 0 },
      contents: [{ status: "created" }],
    });
    const journey = await detail(imported?.journeyId);
    expect(journey.status).toBe("DRAFT");
    expect(journey.nodes.map(({ name }) => name)).toEqual(["Signed up", "pause", "Say hello", "Done"]);
    expect(journey.nodes[2]?.contentId).toBe(imported?.contents[0]?.id);
  });

  it("says in a dry run what it would do, and stores nothing", async () => {
    const before = [await rows("journeys"), await rows("content")];
    const { body } = await importFile(workflow("dry"), { dryRun: true });
    expect(body.data.journeys[0]).toMatchObject({ status: "created", journeyId: null, contents: [{ id: null }] });
    expect([await rows("journeys"), await rows("content")]).toEqual(before);
  });

  it("takes the file as text, also as YAML", async () => {
    const text =
      "version: 1\nkey: by-text\nname: By text\ntrigger: {type: event, event: came}\nsteps:\n  - {type: delay, name: Wait, duration: 2h}\n";
    const { body } = await importFile(text);
    expect(body.data.journeys[0]).toMatchObject({ status: "created", counts: { takenOver: 2 } });
  });

  it("a second time changes nothing where the file is the same", async () => {
    const { body: first } = await importFile(workflow("same"));
    const id = first.data.journeys[0]?.journeyId;
    const before = await detail(id);
    const { body } = await importFile(workflow("same"));
    expect(body.data.journeys[0]).toMatchObject({
      status: "unchanged",
      journeyId: id,
      kept: [],
      contents: [{ status: "unchanged" }],
    });
    expect(await detail(id)).toEqual(before);
  });

  it("a second time updates what nobody changed here, and keeps and lists the rest", async () => {
    const { body: first } = await importFile(workflow("again"));
    const id = first.data.journeys[0]?.journeyId ?? "";
    const contentId = first.data.journeys[0]?.contents[0]?.id ?? "";
    const { nodes, edges } = await detail(id);
    const edited = nodes.map((node) => (node.name === "pause" ? { ...node, config: { duration: "9d" } } : node));
    await save(id, edited, edges);
    await api.call(`PATCH /api/content/${contentId}`, { body: { html: "<p>Ours</p>" } });
    const changed = [wait("pause", "2d", "A longer pause"), mail("Hello again"), wait("more", "1h")];
    const { body } = await importFile(workflow("again", changed));
    const [imported] = body.data.journeys;
    expect(imported).toMatchObject({ status: "updated", journeyId: id, contents: [{ status: "updated" }] });
    expect(imported?.kept).toEqual([
      { kind: "node", id: expect.any(String), name: "pause", field: "config.duration" },
      { kind: "content", id: contentId, name: "Say hello", field: "html" },
    ]);
    const journey = await detail(id);
    expect(journey.nodes.find(({ name }) => name === "A longer pause")?.config).toEqual({ duration: "9d" });
    expect(journey.nodes.map(({ name }) => name).sort()).toContain("more");
    const content = await api.call<{ data: { subject: string; html: string } }>(`GET /api/content/${contentId}`);
    expect(content.body.data).toMatchObject({ subject: "Hello again", html: "<p>Ours</p>" });
  });

  it("leaves a journey that is archived here, and says so", async () => {
    const { body: first } = await importFile(workflow("away"));
    const id = first.data.journeys[0]?.journeyId ?? "";
    await api.call(`DELETE /api/journeys/${id}`);
    const { body } = await importFile(workflow("away", [wait("pause", "5d")]));
    expect(body.data.journeys[0]).toMatchObject({
      status: "skipped",
      message: expect.stringContaining("is archived here"),
    });
  });

  it("creates segments empty, and uses those that are there", async () => {
    const journey = {
      id: "d1",
      workspaceId: "w",
      name: "Regulars",
      definition: {
        entryNode: { type: "EntryNode", segment: "s1", child: "ExitNode" },
        exitNode: { type: "ExitNode" },
        nodes: [],
      },
    };
    const before = await rows("segments");
    await importFile([journey], { names: { s1: "Regular guests" } });
    await importFile([{ ...journey, id: "d2" }], { names: { s1: "Regular guests" } });
    expect(await rows("segments")).toBe(before + 1);
  });
});

describe("a refused import", () => {
  it("stores nothing of a file of which one journey is broken, and names the place", async () => {
    const before = await rows("journeys");
    const broken = { ...workflow("broken"), actions: [{ id: "x" }] };
    const { status, body } = await api.call("POST /api/imports", { body: { file: [workflow("fine"), broken] } });
    expect(status).toBe(422);
    expect(body).toMatchObject({ errors: [{ pointer: "/file/1/actions/0/type" }] });
    expect(await rows("journeys")).toBe(before);
  });

  it.each([
    ["cut short", '{"actions": [', {}, /cut short/],
    [
      "another product than the one asked for",
      workflow("x"),
      { product: "mautic" },
      /a file of PostHog, not of Mautic/,
    ],
    ["no known file", { hello: "world" }, {}, /no known file/],
    [
      "a site of another workspace",
      workflow("x"),
      { siteId: "01900000-0000-7000-8000-000000000000" },
      /There is no site/,
    ],
  ])("names %s", async (_, file, rest, message) => {
    const { status, body } = await api.call<{ errors: { message: string }[] }>("POST /api/imports", {
      body: { file, ...rest },
    });
    expect(status).toBe(422);
    expect(body.errors[0]?.message).toMatch(message);
  });

  it("is not for viewers of another workspace: the same file is a journey of its own there", async () => {
    const other = await apiFixture();
    const file = workflow("shared");
    const [own, foreign] = [await importFile(file), await other.call<Answer>("POST /api/imports", { body: { file } })];
    expect(foreign.body.data.journeys[0]).toMatchObject({ status: "created" });
    expect(foreign.body.data.journeys[0]?.journeyId).not.toBe(own.body.data.journeys[0]?.journeyId);
  });
});
