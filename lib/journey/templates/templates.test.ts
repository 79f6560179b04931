import { expect, test } from "vitest";
import { JourneyEdge, JourneyNode, nodeKinds } from "#journey";
import { templateInput, templates } from "./index.ts";

test("there are templates, each with a key, a name and content of its own", () => {
  expect(templates.length).toBe(20);
  expect(new Set(templates.map((template) => template.key)).size).toBe(templates.length);
  expect(new Set(templates.map((template) => template.name)).size).toBe(templates.length);
});

test.each(templates.map((template) => [template.key, template] as const))(
  "%s is complete and can run",
  (_, template) => {
    const names = template.nodes.map((node) => node.name);
    expect(new Set(names).size).toBe(names.length);
    const contents = new Set(template.content.map((item) => item.key));
    for (const node of template.nodes) {
      expect(nodeKinds[node.type].configSchema.safeParse(node.config).error?.message, node.name).toBeUndefined();
      expect(node.type !== "CONTENT" || contents.has(node.content ?? ""), node.name).toBe(true);
    }
    for (const edge of template.edges) expect(names).toEqual(expect.arrayContaining([edge.from, edge.to]));
  },
);

test.each(templates.map((template) => [template.key, template] as const))(
  "%s: every exit of every step leads on",
  (_, template) => {
    for (const node of template.nodes) {
      if (node.type === "EXIT" || node.type === "SPLIT") continue;
      const asNode = JourneyNode.parse({ id: crypto.randomUUID(), contentId: null, ...node });
      const edges = template.edges.filter((edge) => edge.from === node.name);
      const served = edges.some((edge) => edge.branch === undefined) ? null : edges.map((edge) => edge.branch);
      const exits = nodeKinds[node.type].exits(asNode, { edges: [] }).map((exit) => exit.key);
      expect(served === null || exits.every((key) => served.includes(key)), node.name).toBe(true);
      expect(
        edges.every((edge) => edge.branch === undefined || exits.includes(edge.branch)),
        node.name,
      ).toBe(true);
    }
  },
);

test.each(templates.map((template) => [template.key, template] as const))(
  "%s: no step covers another",
  (_, template) => {
    for (const [index, one] of template.nodes.entries())
      for (const other of template.nodes.slice(index + 1)) {
        const apart =
          Math.abs(one.position.x - other.position.x) >= 260 || Math.abs(one.position.y - other.position.y) >= 120;
        expect(apart, `${one.name} and ${other.name}`).toBe(true);
      }
  },
);

test("the body for the API refers to contents by the ids they got, and to steps by name", () => {
  const [template] = templates;
  if (!template) throw new Error("there are no templates");
  const ids = new Map(template.content.map((item) => [item.key, crypto.randomUUID()]));
  const input = templateInput(template, ids);
  const mails = input.nodes.filter((node) => node.type === "CONTENT");
  expect(mails.map((node) => node.contentId)).toEqual(template.content.map((item) => ids.get(item.key)));
  expect(input.edges[0]).toMatchObject({ sourceNodeId: template.edges[0]?.from, targetNodeId: template.edges[0]?.to });
  expect(
    JourneyEdge.omit({ id: true, name: true, sourceNodeId: true, targetNodeId: true }).safeParse(input.edges[0])
      .success,
  ).toBe(true);
});
