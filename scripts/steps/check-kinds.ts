import { readFileSync } from "node:fs";
import { CHANNEL_TYPES, NODE_TYPES } from "#journey";
import { listSources } from "./list-sources.ts";

/** The places where a kind is described; formats of others name our kinds, as they are translated there. */
const OWN = [
  /^lib\/(journey|engine)\/nodes\//,
  /^components\/editor\/nodes\//,
  /^lib\/(channels|consent)\//,
  /^lib\/(dialects|importers)\//,
  /\/types\/[a-z-]+\.ts$/,
  /\.(test|cases)\.tsx?$|\/testing(\/|\.ts$)/,
];

/** Comparisons that stay, by file, each with its reason. */
const STAYS: Readonly<Record<string, string>> = {
  "lib/engine/program-facts.ts": "shares are read of SPLIT; another kind that divides people would have others",
  "lib/runtime/notices/send-notices.ts": "the channels of notices to members are not those of messages",
  "lib/runtime/outbox/raise-set-up-faults.ts": "mail alone is set up by the installation, not by the workspace",
  "lib/store/deliveries/claim-of-cluster.ts":
    "members are asked about mail in doubt alone; the statement says the same",
  "components/dashboards/deliveries/delivery-sheet.tsx": "says of mail that its opens and clicks are not measured",
};

const NODE = new RegExp(`(?:[!=]==? |case )"(?:${NODE_TYPES.join("|")})"`, "g");
const CHANNEL = new RegExp(`\\b(?:channel|channel\\.kind) [!=]== "(?:${CHANNEL_TYPES.join("|")})"`, "g");

/** Kinds of nodes and channels that are told apart by name outside of their own files, and reasons that are not needed. */
export function findKindProblems(): string[] {
  const found = listSources(["lib", "app", "components", "cli"])
    .filter((file) => !OWN.some((own) => own.test(file)))
    .flatMap((file) => kindProblems(file, readFileSync(file, "utf8")));
  const named = new Set(found.map(({ file }) => file));
  return [
    ...found.filter(({ file }) => !Object.hasOwn(STAYS, file)).map(({ file, said }) => `${file}: ${said}`),
    ...Object.keys(STAYS)
      .filter((file) => !named.has(file))
      .map((file) => `${file}: has a reason to tell kinds apart, and does not`),
  ];
}

type Found = { readonly file: string; readonly said: string };

/** The comparisons in one file. */
export const kindProblems = (file: string, text: string): Found[] =>
  [...text.matchAll(NODE), ...text.matchAll(CHANNEL)].map(([written]) => ({
    file,
    said: `tells kinds apart by name (${written}); ask the record of the kinds, or add a part to it`,
  }));
