import { expect, onTestFinished, test } from "vitest";
import { openChannels } from "#channels";
import { startMailServer } from "#channels/testing";
import { sendTests } from "#runtime";
import { holdTask } from "#threads/testing";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";

type Item = { id: string; revision: number; html: string; draftAt: string | null };
type Answer<Data> = { data: Data };

async function mail(api: ApiFixture, body: object = {}): Promise<Item> {
  const given = { type: "email", slug: "hello", name: "Hello", subject: "Hi", html: "<p>One</p>", ...body };
  return (await api.call<Answer<Item>>("POST /api/content", { body: given })).body.data;
}

const shown = async (api: ApiFixture, reference: string) =>
  (await api.call<Answer<Item>>(`GET /api/content/${reference}`)).body.data;

test("a draft reaches nobody until it is published, and the version before is kept", async () => {
  const api = await apiFixture();
  await mail(api);
  const draft = await api.call<Answer<{ edit: number }>>("PUT /api/content/hello/draft", {
    body: { html: "<p>Two</p>", edit: null },
  });
  expect(await shown(api, "hello")).toMatchObject({ html: "<p>One</p>", revision: 1, draftAt: expect.any(String) });
  const { edit } = draft.body.data;
  const published = await api.call("POST /api/content/hello/publish", { body: { revision: 1, edit } });
  expect(published.body).toMatchObject({ data: { html: "<p>Two</p>", revision: 2, draftAt: null }, warnings: [] });
  const versions = await api.call<Answer<{ revision: number; isPublished: boolean }[]>>(
    "GET /api/content/hello/versions",
  );
  expect(versions.body.data.map(({ revision, isPublished }) => [revision, isPublished])).toEqual([
    [2, true],
    [1, false],
  ]);
  const restored = await api.call("POST /api/content/hello/versions/1/restore");
  expect(restored.body).toMatchObject({ data: { html: "<p>One</p>", baseRevision: 2 } });
  expect((await shown(api, "hello")).html).toBe("<p>Two</p>");
});

test("two people who edit one draft do not overwrite each other", async () => {
  const api = await apiFixture();
  await mail(api);
  await api.call("PUT /api/content/hello/draft", { body: { html: "<p>Mine</p>", edit: null } });
  expect((await api.call("PUT /api/content/hello/draft", { body: { html: "<p>Theirs</p>", edit: null } })).status).toBe(
    409,
  );
  await api.call("PATCH /api/content/hello", { body: { subject: "Other" } });
  const stale = await api.call("POST /api/content/hello/publish", { body: { revision: 1, edit: 1 } });
  expect(stale.status).toBe(409);
});

test("PATCH publishes at once; HTML written over blocks replaces them", async () => {
  const api = await apiFixture();
  const blocks = [{ id: "a", type: "text", text: "Hi **you**" }];
  await mail(api, { html: undefined, mail: { editor: "blocks", blocks } });
  expect((await shown(api, "hello")).html).toContain("<strong>you</strong>");
  const patched = await api.call("PATCH /api/content/hello", { body: { html: "<p>Plain</p>" } });
  expect(patched.body).toMatchObject({ data: { html: "<p>Plain</p>", revision: 2, mail: {} } });
  expect(patched.body).not.toMatchObject({ data: { mail: { editor: "blocks" } } });
});

test("publishing refuses every error of a draft at once, each with its pointer", async () => {
  const api = await apiFixture();
  await mail(api);
  const mjml =
    "<mjml><mj-body><mj-section><mj-column><mj-text>{% if %}</mj-text></mj-column></mj-section></mj-body></mjml>";
  const design = { editor: "mjml", mjml, layout: "nope", languages: { de: { subject: "{{ x" } } };
  await api.call("PUT /api/content/hello/draft", { body: { mail: design, subject: "{{ y" } });
  const refused = await api.call<{ errors: { pointer: string }[] }>("POST /api/content/hello/publish", {
    body: { revision: 1, edit: 1 },
  });
  expect(refused.status).toBe(422);
  expect(new Set(refused.body.errors.map(({ pointer }) => pointer))).toEqual(
    new Set(["/mail/layout", "/subject", "/mail/mjml", "/mail/languages/de/subject", "/mail/languages/de/mjml"]),
  );
  expect((await shown(api, "hello")).revision).toBe(1);
});

test("a published snippet reaches the mails that show it as a version of their own, and stays while it is used", async () => {
  const api = await apiFixture();
  await mail(api, { type: "snippet", slug: "foot", name: "Foot", html: "<i>Old</i>" });
  await mail(api, {
    type: "layout",
    slug: "frame",
    name: "Frame",
    html: '<b>Top</b>{% content %}{% snippet "foot" %}',
  });
  await mail(api, { mail: { layout: "frame" } });
  await api.call("PATCH /api/content/foot", { body: { html: "<i>New</i>" } });
  expect((await shown(api, "hello")).revision).toBe(2);
  const [row] = await api.database
    .sql`select compiled from content where slug = 'hello' and workspace_id = ${api.workspaceId}`;
  expect(row?.compiled.main.html).toBe("<b>Top</b><p>One</p><i>New</i>");
  expect((await api.call("DELETE /api/content/foot")).status).toBe(409);
  expect((await api.call("PATCH /api/content/foot", { body: { slug: "feet" } })).status).toBe(422);
  const uses = await api.call<Answer<{ name: string }[]>>("GET /api/content/frame/uses");
  expect(uses.body.data.map(({ name }) => name)).toEqual(["Hello"]);
});

test("a preview names unknown variables, missing languages and the size", async () => {
  const api = await apiFixture();
  await api.call("PATCH /api/workspace", {
    body: { settings: { variables: { shop: "Acme" }, languages: ["en", "de"] } },
  });
  await api.call("POST /api/people", { body: { externalId: "ada" } });
  // No engine runs here, which would write the traits.
  await api.database.sql`update people set traits = '{"plan": "pro"}' where workspace_id = ${api.workspaceId}`;
  const html = "{{ shop }} {{ nonsense.foo }} {{ traits.plan }} {{ traits.nope }} {{ person.what }}";
  const preview = await api.call<Answer<object>>("POST /api/content/preview", {
    body: { html, mail: { language: "en" } },
  });
  expect(preview.body.data).toMatchObject({
    unknown: ["nonsense.foo", "person.what", "traits.nope"],
    findings: [{ pointer: "/mail/languages/de", severity: "warning" }],
    bytes: expect.any(Number),
  });
  const words = await api.call<Answer<{ variables: { name: string }[]; filters: string[] }>>("GET /api/content/words");
  const names = words.body.data.variables.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["recipientName", "shop", "traits.plan"]));
  expect(words.body.data.filters).toContain("default");
});

test("a test goes to the people named, marked, from the draft, and no count or delivery knows of it", async () => {
  const api = await apiFixture();
  const server = await startMailServer();
  const channels = openChannels({ smtpUrl: server.url, defaultFrom: "Acme <hello@acme.example>" });
  await mail(api, { mail: { fromName: "Ada", replyTo: "help@acme.example", cc: ["boss@acme.example"] } });
  await api.call("PUT /api/content/hello/draft", { body: { html: "<p>Draft for {{ recipientName }}</p>" } });
  const to = ["me@acme.example", "you@acme.example"];
  const queued = await api.call("POST /api/content/hello/test-sends", { body: { to } });
  expect(queued.status).toBe(202);
  await Promise.all([sendTests({ database: api.database, channels }), sendTests({ database: api.database, channels })]);
  expect(server.mails.map((one) => [one.to, one.subject, one.fromName]).sort()).toEqual(
    to.map((address) => [address, "[Test] Hi", "Ada"]),
  );
  expect(server.mails[0]).toMatchObject({
    html: expect.stringContaining("Draft for Ada Lovelace"),
    replyTo: "help@acme.example",
    cc: [],
  });
  const log = await api.call<Answer<{ status: string }[]>>("GET /api/content/hello/test-sends");
  expect(log.body.data.map(({ status }) => status)).toEqual(["sent", "sent"]);
  const rows = await api.database.sql`select 1 from deliveries where workspace_id = ${api.workspaceId}`;
  expect(rows).toHaveLength(0);
  const kept = await api.database
    .sql`select 1 from test_sends where letter is not null and workspace_id = ${api.workspaceId}`;
  expect(kept).toHaveLength(0);
  await channels.email.close();
  await server.close();
});

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

test("a picture is judged by its bytes, kept once, and served to everyone with its address", async () => {
  const api = await apiFixture();
  const upload = (content: Buffer, name = "a.png") =>
    api.call<Answer<{ id: string; url: string; width: number }>>("POST /api/images", {
      body: { name, content: content.toString("base64") },
    });
  const made = await upload(PNG);
  expect(made.body.data).toMatchObject({ type: "png", width: 1, height: 1 });
  expect((await upload(PNG, "again.gif")).body.data.id).toBe(made.body.data.id);
  for (const bytes of [
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    Buffer.from("GIF8"),
    PNG.subarray(0, 20),
  ])
    expect(await upload(bytes)).toMatchObject({ status: 422, body: { errors: [{ pointer: "/content" }] } });
  const { GET } = await import("../images/[file]/route.ts");
  const serve = (file: string) => GET(new Request("http://localhost/"), { params: Promise.resolve({ file }) });
  const file = made.body.data.url.split("/").at(-1) ?? "";
  const answer = await serve(file);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(PNG);
  expect(answer.headers.get("content-type")).toBe("image/png");
  expect((await serve(file.replace(".png", ".gif"))).status).toBe(404);
  const shown = { type: "email", name: "Shows it", subject: "Hi", html: `<img src="${made.body.data.url}" alt="">` };
  await api.call("POST /api/content", { body: { ...shown, slug: "shows-it" } });
  const refused = await api.call(`DELETE /api/images/${made.body.data.id}`);
  expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining("“Shows it”")]);
  expect((await serve(file)).status).toBe(200);
  expect((await api.call(`DELETE /api/images/${made.body.data.id}?anyway=true`)).status).toBe(204);
  expect((await serve(file)).status).toBe(404);
});

const TOUR = {
  languages: { default: "en" },
  theme: { text: "#bbbbbb" },
  steps: [
    {
      id: "one",
      blocks: [{ type: "heading", text: { en: "Hi {{ traits.firstName }}", de: "Hallo {{ plan }}" } }],
    },
    { id: "two", blocks: [{ type: "buttons", buttons: [{ label: "Go", action: { type: "step", step: "lost" } }] }] },
  ],
};

test("a tour is looked at for one person, and published once nothing is wrong with it; each fault is at its place", async () => {
  const api = await apiFixture();
  await api.call("PATCH /api/workspace", { body: { settings: { languages: ["en", "de", "fr"] } } });
  await api.call("POST /api/content", { body: { type: "flow", slug: "tour", name: "Tour" } });
  type Found = { pointer: string; severity: string }[];
  type Shown = { document: { parts: { steps: { blocks: { text: string }[] }[] } } | null; findings: Found };
  const look = async (body: object, more: object = {}) =>
    (await api.call<Answer<Shown>>("POST /api/content/preview-document", { body: { type: "flow", body, ...more } }))
      .body.data;
  const steps = TOUR.steps.with(1, { id: "two", blocks: [{ type: "heading", text: { en: "{{ x", de: "" } }] });
  const said = ({ findings }: { findings: Found }) => findings.map((one) => `${one.severity} ${one.pointer}`);
  expect(said(await look({ ...TOUR, steps }))).toEqual([
    "warning /body/steps/0/blocks/0/text",
    "warning /body/steps/1/blocks/0/text",
    "warning /body/theme/text",
    "warning /body/steps/0",
    "warning /body/steps/1",
    "error /body/steps/1/blocks/0/text",
  ]);
  const [one = { id: "", blocks: [] }] = TOUR.steps;
  const sound = { ...TOUR, theme: {}, steps: [one] };
  const textIn = async (languages: string[]) =>
    (await look(sound, { languages })).document?.parts.steps[0]?.blocks[0]?.text;
  expect([await textIn(["en"]), await textIn(["de"]), await textIn(["fr"])]).toEqual(["Hi Ada", "Hallo ", "Hi Ada"]);
  expect(await look(sound)).toMatchObject({ unknown: ["plan"] });

  const save = async (body: object, edit: number | null) =>
    (await api.call<Answer<{ edit: number }>>("PUT /api/content/tour/draft", { body: { body, edit } })).body.data.edit;
  const first = await save(TOUR, null);
  const refused = await api.call("POST /api/content/tour/publish", { body: { revision: 1, edit: first } });
  expect(refused).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: "/body/steps/1/blocks/0/buttons/0/action/step" }] },
  });
  const edit = await save(sound, first);
  const published = await api.call<{ warnings: Found }>("POST /api/content/tour/publish", {
    body: { revision: 1, edit },
  });
  expect(published.body).toMatchObject({ data: { revision: 2, body: sound } });
  expect(said({ findings: published.body.warnings })).toEqual([
    "warning /body/steps/0/blocks/0/text",
    "warning /body/steps/0",
  ]);
});

test("while a mail is compiled nothing is locked, and what changed meanwhile is in it", async () => {
  const api = await apiFixture();
  await mail(api, { type: "snippet", slug: "foot", name: "Foot", html: "<i>Old</i>" });
  await mail(api);
  const mjml =
    '<mjml><mj-body><mj-section><mj-column><mj-text>Hi {% snippet "foot" %}</mj-text></mj-column></mj-section></mj-body></mjml>';
  await api.call("PUT /api/content/hello/draft", { body: { mail: { editor: "mjml", mjml }, edit: null } });
  const compiling = holdTask("trials", "compileMail");
  onTestFinished(compiling.giveBack);
  const publishing = api.call("POST /api/content/hello/publish", { body: { revision: 1, edit: 1 } });
  await compiling.reached;
  // NOWAIT would refuse if a transaction held one of the rows.
  const { sql } = api.database;
  await sql`
    select from content c left join content_drafts d on d.content_id = c.id
    where c.workspace_id = ${api.workspaceId} for update of c nowait`;
  expect((await api.call("PATCH /api/content/foot", { body: { html: "<i>New</i>" } })).status).toBe(200);
  compiling.release();
  expect((await publishing).body).toMatchObject({ data: { revision: 2, html: expect.stringContaining("Hi ") } });
  const [row] = await sql`select compiled from content where slug = 'hello' and workspace_id = ${api.workspaceId}`;
  expect(row?.compiled.main.html).toContain("<i>New</i>");
});
