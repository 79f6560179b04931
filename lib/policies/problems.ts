import { goesToDevices } from "#consent";
import { type SendingPolicies, TIMED_CHANNELS } from "./schema.ts";
import { isEverOpen } from "./time-of-day.ts";

export type PolicyProblem = { readonly path: readonly (string | number)[]; readonly message: string };

/** What no single field shows: empty times, times that exclude each other, limits said twice. */
export function policyProblems(policies: SendingPolicies): PolicyProblem[] {
  return [...emptyTimes(policies), ...neverOpen(policies), ...repeated(policies), ...misplacedProviders(policies)];
}

function emptyTimes({ quietHours, sendWindows }: SendingPolicies): PolicyProblem[] {
  const message = "is the same as the start, so the time is empty";
  return [
    ...(quietHours && quietHours.from === quietHours.to ? [{ path: ["quietHours", "to"], message }] : []),
    ...sendWindows.flatMap(({ from, to }, place) =>
      from === to ? [{ path: ["sendWindows", place, "to"], message }] : [],
    ),
  ];
}

function neverOpen(policies: SendingPolicies): PolicyProblem[] {
  if (emptyTimes(policies).length > 0) return [];
  return TIMED_CHANNELS.filter((channel) => !isEverOpen(policies, channel)).map((channel) => ({
    path: ["sendWindows", policies.sendWindows.findIndex((one) => one.channel === channel)],
    message: `lies within the quiet hours, so no ${channel} would ever leave`,
  }));
}

function repeated({ caps, rateLimits }: SendingPolicies): PolicyProblem[] {
  const keysOfCaps = caps.map(({ channel, topicId, period }) => JSON.stringify([channel, topicId, period]));
  const keysOfRates = rateLimits.map(({ channel, provider }) => JSON.stringify([channel, provider]));
  return [
    ...secondOnes(keysOfCaps).map((place) => ({
      path: ["caps", place],
      message: "is about the same channel, topic and period as another cap",
    })),
    ...secondOnes(keysOfRates).map((place) => ({
      path: ["rateLimits", place, "channel"],
      message: "has a limit already",
    })),
  ];
}

const secondOnes = (keys: readonly string[]): number[] =>
  keys.flatMap((key, place) => (keys.indexOf(key) < place ? [place] : []));

function misplacedProviders({ rateLimits }: SendingPolicies): PolicyProblem[] {
  return rateLimits.flatMap(({ channel, provider }, place) =>
    provider !== null && !goesToDevices(channel)
      ? [{ path: ["rateLimits", place, "provider"], message: "is a service of push messages" }]
      : [],
  );
}
