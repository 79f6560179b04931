import { expect, it } from "vitest";
import { testDatabase } from "#db/testing";
import type { Context } from "#services";
import { createContent, updateContent } from "#services/content";
import { testWorkspace } from "#store/testing";
import { ThreadError } from "#threads";
import { replacePool } from "#threads/testing";
import { createJourney, NewJourney, publishJourney, validateJourney } from "./index.ts";

it("a mail whose Liquid does not parse is saved, named with part and line, and blocks publishing until it is mended", async () => {
  const { database } = await testDatabase();
  const { workspaceId, siteId } = await testWorkspace(database);
  const ctx: Context = { database, workspaceId, actor: { kind: "system", id: "test", role: "owner" } };
  const mail = await createContent(ctx, {
    type: "email",
    name: "Hello",
    subject: "Hi",
    html: "<p>\n{% if x %}</p>",
    text: "",
  });
  const { data, warnings } = await createJourney(
    ctx,
    NewJourney.parse({
      name: "Hello",
      siteId,
      nodes: [
        { name: "start", type: "TRIGGER", config: { triggerType: "MANUAL", triggerConfig: {} } },
        { name: "hello", type: "CONTENT", contentId: mail.slug, config: { contentType: "email" } },
      ],
      edges: [{ sourceNodeId: "start", targetNodeId: "hello" }],
    }),
  );
  const problem = {
    code: "bad_template",
    nodeId: data.nodes[1]?.id,
    field: "contentId",
    message: expect.stringContaining("(html, line 2)"),
  };
  expect(warnings).toContainEqual(expect.objectContaining(problem));
  await expect(publishJourney(ctx, data.id)).rejects.toMatchObject({
    code: "invalid",
    errors: [{ code: "bad_template", nodeId: problem.nodeId }],
  });

  // One that only a thread checks: while none has time, a save and a publish say so, and neither waits nor fails.
  const large = `<p>${"{{ x }}".repeat(3_000)}</p>`;
  for (const fault of ["busy", "too_slow"] as const) {
    const restore = replacePool("trials", { run: () => Promise.reject(new ThreadError(fault, "not now")) });
    await updateContent(ctx, mail.id, { html: large });
    const { problems, canPublish } = await validateJourney(ctx, data.id, {});
    expect(canPublish).toBe(fault === "busy");
    expect(problems.filter(({ code }) => code === "bad_template")).toMatchObject([
      { severity: fault === "busy" ? "warning" : "error" },
    ]);
    restore();
  }
  // What a thread could not tell is not remembered.
  expect(await validateJourney(ctx, data.id, {})).toMatchObject({ canPublish: true });

  expect((await publishJourney(ctx, data.id)).data.status).toBe("PUBLISHED");
});

it("T1: publishing waits for a thread before its transaction, not in it", async () => {
  const { database } = await testDatabase();
  const { workspaceId, siteId } = await testWorkspace(database);
  const ctx: Context = { database, workspaceId, actor: { kind: "system", id: "test", role: "owner" } };
  const html = `<p>${"{{ y }}".repeat(3_000)}</p>`;
  const restore = replacePool("trials", { run: () => Promise.reject(new ThreadError("busy", "not now")) });
  const mail = await createContent(ctx, { type: "email", name: "Long", subject: "Hi", html, text: "" });
  const { data } = await createJourney(
    ctx,
    NewJourney.parse({
      name: "Long",
      siteId,
      nodes: [
        { name: "start", type: "TRIGGER", config: { triggerType: "MANUAL", triggerConfig: {} } },
        { name: "long", type: "CONTENT", contentId: mail.slug, config: { contentType: "email" } },
      ],
      edges: [{ sourceNodeId: "start", targetNodeId: "long" }],
    }),
  );
  // While the check runs, nothing of this database is in a transaction or holds the journey.
  const held: unknown[] = [];
  const run = async () => {
    held.push(...(await database.sql`select id from journeys where id = ${data.id} for update skip locked`));
    return null;
  };
  replacePool("trials", { run });
  expect((await publishJourney(ctx, data.id)).data.status).toBe("PUBLISHED");
  expect(held).toHaveLength(1);
  restore();
});
