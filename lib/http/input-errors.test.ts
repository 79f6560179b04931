import { expect, it } from "vitest";
import * as z from "zod";
import { inputErrors, summarize } from "./input-errors.ts";

const Node = z.strictObject({ id: z.string(), config: z.strictObject({ days: z.number() }) });
const Canvas = z.strictObject({ name: z.string().min(1, "must not be empty"), nodes: z.array(Node) });

function errorsOf(schema: z.ZodType, input: unknown) {
  const { error } = schema.safeParse(input);
  return error ? inputErrors(error, input) : [];
}

it("every finding has its pointer, and one inside a node names the node", () => {
  const input = {
    name: "",
    nodes: [
      { id: "first", config: { days: 1 } },
      { id: "second", config: { days: "two" } },
    ],
  };
  expect(errorsOf(Canvas, input)).toEqual([
    { pointer: "/name", field: "name", message: "must not be empty" },
    expect.objectContaining({ pointer: "/nodes/1/config/days", nodeId: "second" }),
  ]);
});

it("each unknown key is a finding of its own, also where a key needs escaping", () => {
  const errors = errorsOf(Canvas, { name: "a", nodes: [], "a/b": 1, "c~d": 2 });
  expect(errors.map(({ pointer }) => pointer)).toEqual(["/a~1b", "/c~0d"]);
});

it("of a union the branch that fits best is explained", () => {
  const Start = z.union([z.object({ at: z.number() }), z.object({ trait: z.string(), offset: z.number() })]);
  const [error] = errorsOf(z.object({ start: Start }), { start: { at: "soon" } });
  expect(error?.pointer).toBe("/start/at");
});

it("the sentence for the whole names the first finding and counts the others", () => {
  expect(summarize(errorsOf(Canvas, { name: "", nodes: [{}] }))).toBe("name: must not be empty (and 2 more)");
  expect(summarize([{ pointer: "", field: null, message: "The body must be an object." }])).toBe(
    "The body must be an object.",
  );
});
