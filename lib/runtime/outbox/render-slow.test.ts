import { expect, it } from "vitest";
import type { Claimed } from "#store/deliveries";
import type { Prepared } from "./prepare.ts";
import { renderSlow } from "./render-slow.ts";

const of = (workspaceId: string, id: number) => ({ workspaceId, id: `${workspaceId}${id}` }) as Claimed;
const made = (delivery: Claimed) => ({ delivery }) as Prepared;
const numbers = Array.from({ length: 20 }, (_, index) => index);

it("T1: a workspace whose templates take long has one under way, and all others' messages are rendered meanwhile", async () => {
  const finished: string[] = [];
  const begun: string[] = [];
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slow = numbers.map((id) => {
    const delivery = of("slow", id);
    const render = async () => {
      begun.push(delivery.id);
      await released;
      return made(delivery);
    };
    return { delivery, render };
  });
  const quick = ["a", "b"].flatMap((workspace) =>
    numbers.map((id) => ({ delivery: of(workspace, id), render: async () => made(of(workspace, id)) })),
  );
  let isOver = false;
  const done = ({ delivery }: Prepared) => {
    finished.push(delivery.id);
    if (finished.length < quick.length) return;
    isOver = true;
    release();
  };
  await renderSlow([...slow, ...quick], done, () => isOver);
  expect(new Set(finished.slice(0, quick.length))).toEqual(new Set(quick.map(({ delivery }) => delivery.id)));
  expect(begun).toEqual(["slow0"]);
  // Every message gets a result, including those that were not started.
  expect(new Set(finished).size).toBe(slow.length + quick.length);
});

it("T1: one workspace alone has all threads", async () => {
  let underWay = 0;
  let most = 0;
  const messages = numbers.map((id) => {
    const delivery = of("only", id);
    const render = async () => {
      most = Math.max(most, ++underWay);
      await Promise.resolve();
      underWay--;
      return made(delivery);
    };
    return { delivery, render };
  });
  let count = 0;
  await renderSlow(
    messages,
    () => count++,
    () => false,
  );
  expect({ most, count }).toEqual({ most: 2, count: 20 });
});
