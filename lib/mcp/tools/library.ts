import * as z from "zod";
import { Content, getContent, listContent } from "#services/content";
import { EventName, listEventNames } from "#services/events";
import { getSegment, listSegments, Segment } from "#services/segments";
import { listSites, Site } from "#services/sites";
import { listOf, pageInput, pageOf } from "../fields.ts";
import { tool } from "../tool.ts";

const search = z.string().max(255).optional();
const Name = z.string().min(1).max(255).meta({ description: "Its id, key or number" });

export const listSegmentsTool = tool({
  title: "List segments",
  description: "Segments with their rules and how many people are in them.",
  scope: "read",
  changes: false,
  input: z.strictObject({ ...pageInput, search }),
  output: listOf(Segment),
  handler: ({ ctx }, { search: text, ...page }) => listSegments(ctx, { ...pageOf(page), search: text }),
});

export const showSegmentTool = tool({
  title: "Show a segment",
  description: "One segment with its rules.",
  scope: "read",
  changes: false,
  input: z.strictObject({ segment: Name }),
  output: z.object({ segment: Segment }),
  handler: async ({ ctx }, { segment }) => ({ segment: await getSegment(ctx, segment) }),
});

export const listContentTool = tool({
  title: "List content",
  description: "Messages and in-page content; show_content has the whole text of one.",
  scope: "read",
  changes: false,
  input: z.strictObject({ ...pageInput, search }),
  output: listOf(Content.omit({ html: true, text: true, body: true })),
  handler: ({ ctx }, { search: text, ...page }) => listContent(ctx, { ...pageOf(page), search: text }),
});

export const showContentTool = tool({
  title: "Show content",
  description: "One message with its subject and text, as Liquid templates.",
  scope: "read",
  changes: false,
  input: z.strictObject({ content: Name }),
  output: z.object({ content: Content }),
  handler: async ({ ctx }, { content }) => ({ content: await getContent(ctx, content) }),
});

export const listEventNamesTool = tool({
  title: "List names of events",
  description: "The events that the workspace has really received, with counts: what a trigger can wait for.",
  scope: "read",
  changes: false,
  input: z.strictObject({}),
  output: z.object({ events: z.array(EventName) }),
  handler: async ({ ctx }) => ({ events: await listEventNames(ctx) }),
});

export const listSitesTool = tool({
  title: "List sites",
  description: "Websites and apps of the workspace; a new journey belongs to one.",
  scope: "read",
  changes: false,
  input: z.strictObject(pageInput),
  output: listOf(Site.omit({ publishableKey: true })),
  handler: ({ ctx }, page) => listSites(ctx, pageOf(page)),
});
