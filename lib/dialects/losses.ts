import type { JourneyDocument, JourneyEdge, JourneyNode, JsonObject } from "#journey";
import type { Loss } from "./dialect.ts";

/** How a step is called in a sentence. */
export const quoted = ({ name }: { readonly name: string }): string => `“${name}”`;

/** Collects what a format cannot say while a journey is written. */
export class Losses {
  readonly list: Loss[] = [];

  ofNode(node: JourneyNode, field: string, message: string): void {
    this.list.push({ nodeId: node.id, field, message });
  }

  ofEdge(edge: JourneyEdge, field: string, message: string): void {
    this.list.push({ edgeId: edge.id, field, message });
  }

  ofJourney(field: string, message: string): void {
    this.list.push({ field, message });
  }

  /** Reports the fields of a config that are set and not among those that the format says. */
  ofConfig(node: JourneyNode, said: readonly string[]): void {
    for (const [field, value] of Object.entries(node.config))
      if (isSet(value) && !said.includes(field))
        this.ofNode(node, `config.${field}`, `The format has no place for the ${spaced(field)} of ${quoted(node)}.`);
  }

  /** Reports the settings of a journey, its goal and its audience, unless the format says them. */
  ofSettings(document: JourneyDocument, said: readonly string[]): void {
    const { settings, goalConfig, audienceId, allowAnonymous, annotations } = document;
    const whole: JsonObject = {
      ...prefixed(settings),
      goalConfig,
      audienceId,
      allowAnonymous: allowAnonymous || null,
      annotations,
    };
    for (const [field, value] of Object.entries(whole)) {
      const name = field.replace("settings.", "");
      if (isSet(value) && !said.includes(name))
        this.ofJourney(field, `The format has no place for the ${SETTING_WORDS[name] ?? spaced(name)} of the journey.`);
    }
  }
}

const SETTING_WORDS: Readonly<Record<string, string>> = {
  annotations: "notes and groups",
  goalConfig: "goal",
  audienceId: "audience",
  allowAnonymous: "permission for anonymous visitors",
  reEntry: "re-entry rule",
  minDaysSinceLastJourney: "minimum number of days since the last journey",
  timezone: "time zone",
  sending: "priority of its messages, and their quiet hours,",
  holdout: "holdout",
  onResume: "rule for timers after a pause",
};

function prefixed(settings: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(settings).map(([key, value]) => [`settings.${key}`, value]));
}

const isSet = (value: unknown): boolean =>
  value !== undefined && value !== null && !(typeof value === "object" && Object.keys(value).length === 0);

/** `maxDuration` as words: `max duration`. */
function spaced(field: string): string {
  return field.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}
