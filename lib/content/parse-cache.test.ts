import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { parseTemplate } from "./liquid.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

it("T1: large, ever different templates leave no more behind than the cache may hold", () => {
  const used = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  parseTemplate("thread", "text", "{{ a }}");
  const before = used();
  // Each takes about ten megabytes once it is parsed.
  for (let n = 0; n < 4; n++) parseTemplate("thread", "text", "{{a}}".repeat(16_000) + n);
  expect(used() - before).toBeLessThan(25_000_000);
});
