import { SECRET_KEY } from "../server/start-server.ts";
import { findFault } from "./find-fault.ts";
import { type Ground, makeRequest, type OddRequest } from "./make-request.ts";
import { type Api, readOperations } from "./read-operations.ts";
import { sendRequest } from "./send-request.ts";

export type OddRun = {
  readonly statuses: Readonly<Record<number, number>>;
  /** Each with the number of its request, which makes it again. */
  readonly faults: readonly string[];
};
type Options = { readonly url: string; readonly cookie: string; readonly seed: number; readonly count: number };

const TOGETHER = 8;
const HEALTH_EVERY = 500;

/** Sends so many odd requests, some at a time, and collects what went wrong. `after` is called every 500 of them. */
export async function sendOddRequests(options: Options, after: (done: number) => void = () => {}): Promise<OddRun> {
  const { url, cookie, seed, count } = options;
  const api = await readOperations(url);
  const ground = { keys: [SECRET_KEY] as const, cookie, ids: await makeThings(url) };
  const statuses: Record<number, number> = {};
  const faults: string[] = [];
  let next = 0;
  const work = async () => {
    while (next < count) {
      const number = next++;
      const { status, fault } = await tryOne(api, ground, { url, seed, number });
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (fault) faults.push(fault);
      if ((number + 1) % HEALTH_EVERY !== 0) continue;
      const health = await fetch(`${url}/api/health`);
      if (!health.ok) faults.push(`after ${number}: health answered ${health.status}`);
      await health.body?.cancel();
      after(number + 1);
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, work));
  return { statuses, faults };
}

type One = { readonly url: string; readonly seed: number; readonly number: number };

async function tryOne(api: Api, ground: Ground, { url, seed, number }: One) {
  const request = makeRequest(api, ground, seed, number);
  try {
    const answer = await sendRequest(url, request);
    const fault = findFault(request, answer);
    return { status: answer.status, fault: fault && `${nameOf(request, number)} ${fault}` };
  } catch (error) {
    return { status: 0, fault: `${nameOf(request, number)} ${error instanceof Error ? error.message : error}` };
  }
}

const nameOf = ({ method, path, body, headers }: OddRequest, number: number): string =>
  `${number}: ${method} ${path.slice(0, 120)} ${JSON.stringify(headers).slice(0, 200)} ${body?.toString().slice(0, 200) ?? ""}`;

/** Something of each kind, so that not all requests end at "there is no such". */
async function makeThings(url: string): Promise<Record<string, string>> {
  const send = async (method: string, path: string, body?: unknown) => {
    const headers = { authorization: `Bearer ${SECRET_KEY}`, "content-type": "application/json" };
    const init = { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) };
    const response = await fetch(`${url}${path}`, init);
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as { data: unknown };
  };
  const make = async (path: string, body: unknown) =>
    ((await send("POST", `/api/${path}`, body)).data as { id: string }).id;
  const [site] = (await send("GET", "/api/sites")).data as { id: string }[];
  const nodes = [{ type: "TRIGGER", config: { triggerType: "MANUAL", triggerConfig: {} } }, { type: "EXIT" }];
  const edges = [{ sourceNodeId: 0, targetNodeId: 1 }];
  const journeys = await make("journeys", { name: "Odd", siteId: site?.id, nodes, edges });
  await send("POST", `/api/journeys/${journeys}/publish`);
  return {
    journeys,
    content: await make("content", { name: "Odd", type: "email", subject: "Odd", html: "<p>Odd</p>" }),
    segments: await make("segments", { name: "Odd", kind: "static" }),
    people: await make("people", { externalId: `odd-${Date.now()}` }),
    sites: site?.id ?? "none",
  };
}
