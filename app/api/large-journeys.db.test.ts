import { beforeEach, expect, test } from "vitest";
import { ThreadError } from "#threads";
import { replacePool } from "#threads/testing";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { drawn, onEvent } from "./testing/walk.ts";

let api: ApiFixture;
beforeEach(async () => {
  api = await apiFixture();
});

const end = { type: "EXIT", name: "end", config: {} };
const compared = (at: number) =>
  Array.from({ length: 150 }, (_, index) => `traits.a${at}_${index} == "x"`).join(" || ");

test("T1: a journey with much to check is looked over in a thread; without one a save says so and publishing is refused", async () => {
  const asks = Array.from({ length: 30 }, (_, at) => ({
    type: "CONDITION",
    name: `ask ${at}`,
    config: { expression: compared(at) },
  }));
  const nodes = [onEvent("in"), ...asks, end];
  const edges = [
    { sourceNodeId: 0, targetNodeId: 1 },
    ...asks.flatMap((_, at) => [
      { sourceNodeId: at + 1, targetNodeId: at + 2, branch: "TRUE" },
      { sourceNodeId: at + 1, targetNodeId: nodes.length - 1, branch: "FALSE" },
    ]),
  ];
  const journey = await drawn(api, nodes, { edges });
  type Looked = { data: { problems: { severity: string; message: string }[]; canPublish: boolean } };
  const validate = () => api.call<Looked>(`POST /api/journeys/${journey.id}/validate`, { body: {} });
  expect((await validate()).body.data).toMatchObject({ canPublish: true });
  const asked: string[] = [];
  const run = ({ name }: { name: string }) => {
    asked.push(name);
    return Promise.reject(new ThreadError("busy", "not now"));
  };
  const restore = replacePool("trials", { run });
  expect((await validate()).body.data.problems).toContainEqual(
    expect.objectContaining({ severity: "warning", message: expect.stringContaining("could not be checked now") }),
  );
  expect((await api.call(`POST /api/journeys/${journey.id}/publish`)).status).toBe(503);
  expect(asked).toEqual(["findProblems", "findProblems"]);
  restore();
  expect((await api.call(`POST /api/journeys/${journey.id}/publish`)).status).toBe(200);
});
