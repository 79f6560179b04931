import { expect, it } from "vitest";
import { testDatabase, testWorkspace } from "#db/testing";
import type { Context } from "#services";
import { createContent, updateContent } from "#services/content";
import { createJourney, NewJourney, publishJourney } from "./index.ts";

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

  await updateContent(ctx, mail.id, { html: "<p>{{ x }}</p>" });
  expect((await publishJourney(ctx, data.id)).data.status).toBe("PUBLISHED");
});
