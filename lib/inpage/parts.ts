import * as z from "zod";
import { DurationInput, JsonObject } from "#journey";
import { Languages } from "./languages.ts";
import { Target } from "./targets.ts";
import { LocalText } from "./texts.ts";
import { Theme } from "./theme.ts";

/** The name of a step, an item or a question inside its document. */
export const PartId = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,59}$/i, { error: "may have letters, digits, - and _" });

/**
 * A page, as triggers have it. Patterns with regular expressions are left out: the browser would run them on every page
 * without a limit of time.
 */
export const PageMatch = z.strictObject({
  matchType: z.enum(["contains", "equals", "starts", "glob"]).default("contains"),
  pattern: z.string().min(1).max(2_000),
});
export type PageMatch = z.infer<typeof PageMatch>;
const Pages = z.array(PageMatch).max(20);

/** What a button does. `link` opens an address and completes the content unless `after` says otherwise. */
export const Action = z.discriminatedUnion("type", [
  z.strictObject({ type: z.enum(["next", "back", "complete", "dismiss"]) }),
  z.strictObject({ type: z.literal("step"), step: PartId }),
  z.strictObject({
    type: z.literal("link"),
    url: LocalText,
    newTab: z.boolean().optional(),
    after: z.enum(["complete", "next", "stay"]).optional(),
  }),
]);
export type Action = z.infer<typeof Action>;

/** `track` reports an event of the application besides. */
const Button = z.strictObject({
  label: LocalText,
  action: Action,
  style: z.enum(["primary", "secondary", "plain"]).optional(),
  track: z.strictObject({ eventName: z.string().min(1).max(255), properties: JsonObject.optional() }).optional(),
});

export const Block = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("heading"), text: LocalText }),
  z.strictObject({ type: z.literal("text"), text: LocalText }),
  z.strictObject({
    type: z.literal("image"),
    src: LocalText,
    /** What it shows, for people who do not see it; empty for decoration. */
    alt: LocalText,
    width: z.int().min(1).max(4_000).optional(),
    height: z.int().min(1).max(4_000).optional(),
  }),
  z.strictObject({ type: z.literal("buttons"), buttons: z.array(Button).min(1).max(6) }),
  z.strictObject({ type: z.literal("progress") }),
]);
export type Block = z.infer<typeof Block>;
export const Blocks = z.array(Block).max(40);

/** What moves a step on besides its buttons, or checks an item of a checklist off. Events are those that the page reports. */
export const Advance = z.discriminatedUnion("on", [
  z.strictObject({ on: z.literal("click"), target: Target.optional() }),
  z.strictObject({ on: z.literal("event"), eventName: z.string().min(1).max(255), filter: JsonObject.optional() }),
  z.strictObject({ on: z.literal("page"), page: PageMatch }),
]);
export type Advance = z.infer<typeof Advance>;
export const Advances = z.array(Advance).max(10);

const SIDES = ["top", "bottom", "left", "right"] as const;
export const Placement = z.enum([
  "auto",
  ...SIDES,
  ...SIDES.flatMap((side) => [`${side}-start`, `${side}-end`] as const),
]);

/** `item`: this content; `kind`: all content of its type; `all`: all content in pages. */
const DISMISSAL_SCOPES = ["item", "kind", "all"] as const;

/** What every document has. */
export const common = {
  /** Of several that could be shown, the highest comes first; 50 unless given. */
  priority: z.int().min(0).max(100).optional(),
  /** Whether it keeps the page from being used; one such item is shown at a time. */
  blocking: z.boolean().optional(),
  /** The pages on which it is shown; all unless given. */
  pages: Pages.optional(),
  delay: DurationInput.optional(),
  /** How often one person sees this content, over all journeys. */
  frequency: z.strictObject({ most: z.int().min(1).max(20), per: DurationInput.optional() }).optional(),
  /** What else a dismissal keeps from being shown, and for how long; for ever unless given. */
  dismissal: z.strictObject({ scope: z.enum(DISMISSAL_SCOPES), for: DurationInput.optional() }).optional(),
  languages: Languages.optional(),
  theme: Theme.optional(),
  /** For pages that show content themselves; nothing here is read. */
  custom: JsonObject.optional(),
};
