import { DEFAULT_LIVE_DATA_TIMEOUT, type JsonObject, type LiveDataConfig } from "#journey";
import { isObject } from "#values";
import { makeTest } from "../guards/index.ts";
import { type Behaviour, type DeliveryOutcome, type ExitTaken, PARK } from "../model.ts";
import { receiptOf } from "../person/rule-context.ts";
import { LIVE_DATA_FORMAT } from "../program.ts";
import { faultIn, MOST_TRAIT_BYTES } from "../storable.ts";
import { askFor } from "./effects.ts";
import { pick } from "./pick.ts";
import { timeoutOf } from "./timeout.ts";

export const liveData: Behaviour<"LIVE_DATA"> = {
  format: () => LIVE_DATA_FORMAT,
  repeats: true,
  prepare(state) {
    const { config } = state;
    const { storeAs, fallback = {}, timeout = DEFAULT_LIVE_DATA_TIMEOUT } = config;
    const branches = (config.branches ?? []).map((branch) => ({ key: branch.key, test: makeTest(branch) }));
    return {
      enter(run) {
        // Until an answer comes, and if none does, the fall-back values hold.
        keep(run.enrollment.memory, storeAs, fallback);
        askFor(run, state, timeout);
        return PARK;
      },
      holds: true,
      branchesByOutcome: true,
      timers: (run) => timeoutOf(run, timeout).map(([, due]) => ["failed", due] as const),
      onDelivery(run, delivery) {
        const read = delivery.outcome === "sent" ? readAnswer(config, delivery) : failure(delivery);
        if ("error" in read) return failed(read.error, delivery);
        keep(run.enrollment.memory, storeAs, read.values);
        const facts = run.facts();
        const exit = branches.find(({ test }) => test(facts))?.key ?? "next";
        const { status } = delivery.response ?? {};
        const receipt = { outcome: "answered", status: status ?? null, missing: read.missing, ...assumed(delivery) };
        return { exit, cause: "delivery", receipt: receiptOf(facts, receipt) };
      },
    };
  },
};

function keep(memory: { context?: JsonObject }, name: string, values: JsonObject): void {
  memory.context = { ...memory.context, [name]: values };
}

function failed(error: string, delivery: DeliveryOutcome): ExitTaken {
  const { status } = delivery.response ?? {};
  return {
    exit: "failed",
    cause: "delivery",
    receipt: { outcome: "failed", status: status ?? null, error, ...assumed(delivery) },
  };
}

const failure = ({ error }: DeliveryOutcome) => ({ error: error ?? "No answer came" });

const assumed = ({ assumed: isAssumed }: DeliveryOutcome): JsonObject => (isAssumed ? { assumed: true } : {});

type Read = { readonly values: JsonObject; readonly missing: readonly string[] } | { readonly error: string };

/** The values that the node keeps of an answer; what is missing in it comes from `fallback`. */
function readAnswer({ map, fallback = {} }: LiveDataConfig, { response }: DeliveryOutcome): Read {
  const body = response?.body;
  const found = map === undefined ? whole(body) : Object.entries(map).map(([name, path]) => [name, pick(body, path)]);
  const missing = found.flatMap(([name, value]) => (value === undefined || value === null ? [String(name)] : []));
  const values: JsonObject = {
    ...fallback,
    ...Object.fromEntries(found.map(([name, value]) => [name, value ?? fallback[String(name)] ?? null])),
  };
  const fault = faultIn(values, MOST_TRAIT_BYTES);
  return fault === null ? { values, missing } : { error: `The answer ${fault}` };
}

/** Without a map an object is kept as it is, and anything else as `value`. */
const whole = (body: unknown): [string, unknown][] => (isObject(body) ? Object.entries(body) : [["value", body]]);
