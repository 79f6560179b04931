import * as z from "zod";
import { Target } from "#inpage";
import { JsonObject } from "#journey";
import { Reference, Timestamp } from "#services";

const MODES = ["pick", "show"] as const;

export const PreviewLinkInput = z.strictObject({
  mode: z.enum(MODES).meta({
    description: "`pick`: to point at the element of the page that is meant; `show`: to see the draft on the page",
  }),
  url: z.url({ protocol: /^https?$/, error: "must look like https://shop.example.com/page" }).max(2_000),
});
export type PreviewLinkInput = z.infer<typeof PreviewLinkInput>;

export const PickedElement = z
  .object({
    target: JsonObject.meta({ description: "How the element is found again, as a document has it" }),
    matches: z.int().min(1).meta({ description: "Elements that fit as well as this one, itself included" }),
    score: z.number().min(0).max(1),
    runnerUp: z.number().min(0).max(1).meta({ description: "The score of the next best element" }),
    words: z.string().max(200),
    url: z.string().max(2_000),
  })
  .meta({ id: "PickedElement" });
export type PickedElement = z.infer<typeof PickedElement>;

export const PreviewLink = z
  .object({
    id: z.string(),
    mode: z.enum(MODES),
    url: z.string().nullable().meta({ description: "The address to open; only where the link was made" }),
    expiresAt: Timestamp,
    status: z.enum(["waiting", "opened", "picked", "expired"]),
    picked: PickedElement.nullable(),
  })
  .meta({ id: "PreviewLink" });
export type PreviewLink = z.infer<typeof PreviewLink>;

export const LinkParams = z.object({ id: Reference, linkId: z.uuid() });

const token = z.string().max(200);

export const PageLinkQuery = z.object({ token, languages: z.string().max(500).optional() });
export type PageLinkQuery = z.infer<typeof PageLinkQuery>;

/** What a page that was opened by a link is to do. */
export const PageLink = z.object({
  mode: z.enum(MODES),
  name: z.string(),
  type: z.string(),
  /** The draft as it is saved, made ready; null: it is no document yet. */
  document: JsonObject.nullable(),
});
export type PageLink = z.infer<typeof PageLink>;

export const PickInput = z.strictObject({ token, picked: PickedElement.extend({ target: Target }) });
export type PickInput = z.infer<typeof PickInput>;

export const PickNoted = z.object({ noted: z.boolean() });
