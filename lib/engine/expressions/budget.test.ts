import { describe, expect, it, test } from "vitest";
import { LARGEST_RESULT } from "./bounded-result.ts";
import { MOST_STEPS, stepsTaken } from "./budget.ts";
import { type Expression, firstLine, parseExpression } from "./index.ts";

function parsed(source: string): Expression {
  const expression = parseExpression(source);
  if ("error" in expression) throw new Error(expression.error);
  return expression;
}

const numbers = (length: number) => Array.from({ length }, (_, index) => index);
/** A trait of the greatest allowed length. */
const long = numbers(12_000);
const text = "a".repeat(60_000);
const traits = { long, copy: [...long, 0].slice(0, -1), text, other: `${"a".repeat(59_999)}b`, deep: nested(5_000) };

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}

function answer(source: string): string {
  try {
    return JSON.stringify(parsed(source).evaluate({ traits, tags: [], person: {} }, 0)) ?? "";
  } catch (error) {
    return firstLine(error);
  }
}

const TOO_MANY = "the expression takes too many steps";
const l = "traits.long";

describe("T1: an expression that would take seconds", () => {
  it.each([
    ["two loops", `${l}.all(a, ${l}.all(b, a + b >= 0.0))`],
    ["three loops", `${l}.exists(a, ${l}.exists(b, ${l}.exists(c, a + b + c < 0.0)))`],
    ["errors in a loop", `${l}.exists(a, a.nothing == 1.0)`],
    ["errors in a loop in a loop", `${l}.exists(a, ${l}.exists(b, b.nothing == a) || a < 0.0)`],
    ["errors beside an or", `${l}.map(a, traits.none == 1 || a >= 0.0).size() > 0`],
    [
      "a place that is not there",
      `${l}.map(a, ${l}[?a * 2.0].hasValue()).size() > 0 && ${l}.all(a, !${l}[?int(a) + 20000].hasValue())`,
    ],
    ["loops below a negation", `!${l}.exists(a, !${l}.all(b, a >= 0.0))`],
    ["a list looked for in a loop", `${l}.all(a, a in traits.copy)`],
    ["lists compared in a loop", `${l}.all(a, traits.copy == ${l})`],
    ["lists joined in a loop", `${l}.map(a, ${l} + traits.copy).size() > 0`],
    ["pieces of a text in a loop", `${l}.all(a, traits.text.split("").size() > 0)`],
    ["a text searched for itself", "traits.text.lastIndexOf(traits.other) > 0"],
    ["a text searched in a loop", `${l}.all(a, !traits.text.contains(traits.other.substring(30000)))`],
    ["a pattern in a loop", `${l}.all(a, !traits.text.matches("[a-z]{500}[0-9]"))`],
    ["a filter in a map", `${l}.map(a, ${l}.filter(b, b > a)).size() > 0`],
    ["a map as a loop", `{"a": ${l}}.exists(k, ${l}.map(a, ${l}.map(b, a)).size() == 0)`],
    ["clocks in a loop", `${l}.all(a, now.getHours("Europe/Berlin") >= 0)`],
    ["a text that doubles", doubling(28, "traits.text", (name) => `${name} + ${name}`)],
    ["a list that doubles", doubling(28, l, (name) => `${name} + ${name}`)],
    ["sizes of texts", `${l}.all(a, size(traits.text) > 0)`],
    ["texts made of a list", `${l}.all(a, ${l}.map(b, traits.text).join().size() >= 0)`],
  ])("T1: is ended by counting: %s", (_, source) => {
    expect(answer(source)).toMatch(/too many steps|text of more than/);
  });

  it("T1: is ended though a list holds lists that hold one list twice", () => {
    const twice = (name: string) => `[${name}, ${name}]`;
    expect(answer(`${doubling(40, l, twice)} == ${doubling(40, l, twice)}`)).toBe(TOO_MANY);
  });

  it("T1: a row of digits is no duration, at once", () => {
    const scope = { traits: { wait: "1".repeat(60_000) } };
    expect(() => parsed('duration(traits.wait) > duration("1s")').evaluate(scope, 0)).toThrow("Invalid duration");
  });

  it("T1: the next evaluation has all its steps again", () => {
    expect(answer(`${l}.all(a, ${l}.all(b, true))`)).toBe(TOO_MANY);
    expect(answer(`${l}.all(a, a >= 0.0)`)).toBe("true");
  });
});

/** `cel.bind(v1, …, cel.bind(v2, …))`: each name has twice the value of the name before. */
function doubling(times: number, start: string, grow: (name: string) => string): string {
  let source = `v${times}`;
  for (let time = times; time > 0; time--) source = `cel.bind(v${time}, ${grow(`v${time - 1}`)}, ${source})`;
  return `cel.bind(v0, ${start}, ${source})`;
}

describe("T1: what people write", () => {
  it("T1: one loop over the longest list fits in, and loops over usual lists", () => {
    expect(answer(`${l}.filter(a, a > 10.0 && a < 20.0).map(a, a * 2.0)`)).toBe("[22,24,26,28,30,32,34,36,38]");
    expect(stepsTaken()).toBeLessThan(MOST_STEPS / 2);
    const items = numbers(100).map((id) => ({ id, price: id * 2 }));
    const scope = { traits: { items, seen: numbers(100) } };
    const expression = parsed("traits.items.exists(i, traits.seen.exists(s, s == i.id && i.price > 150.0))");
    expect(expression.evaluate(scope, 0)).toBe(true);
  });

  it("T1: an expression whose cost is the same for everybody is not counted", () => {
    answer(`${l}.all(a, a >= 0.0)`);
    expect(answer('has(traits.plan) && traits.plan == "pro"')).toBe("false");
    expect(stepsTaken()).toBe(0);
  });
});

describe("T1: a value of an expression", () => {
  test.each([
    ["a text", '[1,2,3,4,5,6].map(a, traits.text).join("")'],
    ["a list", "[1,2,3,4].map(a, traits.long)"],
    ["a list that is endless as a tree", doubling(40, "[1]", (name) => `[${name}, ${name}]`)],
    ["a nesting", "traits.deep"],
  ])("T1: is refused when it is too large: %s", (_, source) => {
    expect(answer(source)).toBe("the value of the expression is too large");
    expect(LARGEST_RESULT).toBeGreaterThan(200_000);
  });
});

describe("T1: publishing refuses", () => {
  const nestedLoops = (depth: number) => `${"tags.exists(a, ".repeat(depth)}true${")".repeat(depth)}`;
  test.each([
    ["what is too long", `"${"a".repeat(10_000)}" == stage`, "it is longer than 10000 characters"],
    [
      "what has too many parts",
      numbers(4_001)
        .map(() => "1")
        .join("+"),
      "it has more than 4000 parts",
    ],
    ["what is nested too deeply", `${"(".repeat(120)}1${")".repeat(120)}`, "it is nested deeper than 100 levels"],
    ["loops inside loops inside loops …", nestedLoops(6), "more than 5 loops are nested"],
    ["a pattern that is too large", 'stage.matches("[a-z]{900}[0-9]{900}")', "is too large for a regular expression"],
  ])("T1: %s", (_, source, sentence) => {
    const expression = parseExpression(source);
    expect("error" in expression ? expression.error : "").toContain(sentence);
  });

  it("T1: but not five loops, nor a long row of conditions", () => {
    expect(parseExpression(nestedLoops(5))).not.toHaveProperty("error");
    const row = parsed(
      numbers(700)
        .map((n) => `stage=="${n}"`)
        .join("||"),
    );
    expect(row.evaluate({ stage: "699" }, 0)).toBe(true);
  });
});
