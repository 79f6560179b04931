import { expect, test } from "vitest";
import { JourneyDocument } from "#journey";
import { templateInput, templates } from "#journey/templates";
import { compile } from "../compile.ts";
import { findProblems } from "./index.ts";

/** The template's journey as it would be stored, with its e-mails made. */
function documentOf(template: (typeof templates)[number]): JourneyDocument {
  const input = templateInput(template, new Map(template.content.map(({ key }) => [key, key])));
  const ids = new Map(input.nodes.map(({ name }) => [name, crypto.randomUUID()]));
  return JourneyDocument.parse({
    ...input,
    nodes: input.nodes.map((node) => ({ ...node, id: ids.get(node.name) })),
    edges: input.edges.map(({ sourceNodeId, targetNodeId, ...edge }, at) => ({
      ...{ ...edge, id: crypto.randomUUID(), name: `e${at}` },
      ...{ sourceNodeId: ids.get(sourceNodeId), targetNodeId: ids.get(targetNodeId) },
    })),
  });
}

test.each(templates.map((template) => [template.key, template] as const))(
  "the template %s can be published as it is: the engine finds no error, and every step has a label",
  (_, template) => {
    const document = documentOf(template);
    const content = new Map(template.content.map(({ key }) => [key, { id: key, type: "email" }]));
    const catalog = { content, segments: null, events: null, journeys: null };
    expect(findProblems(document, catalog).filter(({ severity }) => severity === "error")).toEqual([]);
    expect(Object.keys(compile(document, { versionId: "v", journeyId: "j" }).states)).toHaveLength(
      template.nodes.length,
    );
    expect(document.nodes.filter(({ label }) => !label)).toEqual([]);
  },
);
