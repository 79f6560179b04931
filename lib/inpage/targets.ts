import * as z from "zod";

const Weight = z.number().gt(0).max(100).optional();
const Value = z.string().trim().min(1).max(500);

/** One sign by which an element is known. `weight` is how much it says; 1 unless given. */
export const Signal = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("css"), value: z.string().trim().min(1).max(2_000), weight: Weight }),
  z.strictObject({ kind: z.literal("id"), value: Value, weight: Weight }),
  z.strictObject({
    kind: z.literal("attribute"),
    name: z.string().regex(/^[a-z][\w:.-]{0,99}$/i),
    value: Value,
    weight: Weight,
  }),
  z.strictObject({ kind: z.literal("tag"), value: z.string().regex(/^[a-z][\w-]{0,99}$/i), weight: Weight }),
  z.strictObject({ kind: z.literal("role"), value: z.string().regex(/^[a-z]{1,40}$/), weight: Weight }),
  /** What the element says to people: its text, or its label. */
  z.strictObject({ kind: z.literal("words"), value: Value, weight: Weight }),
]);
export type Signal = z.infer<typeof Signal>;

const Signals = z.array(Signal).min(1, { error: "needs a signal at least" }).max(20);
/** The part of all weights that an element must have; below it nothing is shown. */
const Floor = z.number().gt(0).max(1).optional();

/** One border on the way to the element: the host of an open shadow root, or a frame of the same origin. */
const Border = z.strictObject({ into: z.enum(["shadow", "frame"]), signals: Signals, floor: Floor });

/**
 * How an element is found again: several signals with a weight each, so that one that changed does not lose it. The
 * best element is taken if it has at least `floor` of the weights, and if no other has as much.
 */
export const Target = z.strictObject({
  signals: Signals,
  floor: Floor,
  path: z.array(Border).max(10).optional(),
  /** `first` takes the first of several equal elements; without it they are too many. */
  several: z.enum(["first"]).optional(),
});
export type Target = z.infer<typeof Target>;
