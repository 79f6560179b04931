import { isDateOperator, isDisabled, type JourneyDocument, type JourneyNode } from "#journey";
import { parseExpression } from "./expressions/index.ts";
import { behaviours } from "./nodes/index.ts";
import { CAMPAIGNS_FORMAT, DATES_FORMAT, DISABLED_FORMAT, FIRST_FORMAT } from "./program.ts";

/** The oldest program format that can express the document: workers of earlier releases can run the formats they know (R16). */
export function formatOf({ nodes, edges, settings, goalConfig }: JourneyDocument): number {
  const written = [settings, goalConfig, ...nodes.map(({ config }) => config), ...edges.map(({ trigger }) => trigger)];
  const ofRules = written.some(comparesDates) ? DATES_FORMAT : FIRST_FORMAT;
  const ofAccounts = written.some(readsAccount) ? CAMPAIGNS_FORMAT : FIRST_FORMAT;
  return Math.max(ofRules, ofAccounts, ...nodes.map(formatOfNode));
}

const formatOfNode = (node: JourneyNode): number =>
  Math.max(isDisabled(node) ? DISABLED_FORMAT : FIRST_FORMAT, behaviours[node.type].format(node.config));

function comparesDates(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if ("field" in value && "op" in value && isDateOperator(String(value.op))) return true;
  return Object.values(value).some(comparesDates);
}

/** A field such as `account.tier`, or an expression that reads one. */
function readsAccount(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if ("field" in value && "op" in value && isOfAccount(String(value.field))) return true;
  if ("expression" in value && typeof value.expression === "string" && value.expression.includes("account")) {
    const expression = parseExpression(value.expression);
    if ("error" in expression || expression.reads.some(isOfAccount)) return true;
  }
  return Object.values(value).some(readsAccount);
}

const isOfAccount = (path: string): boolean => path === "account" || path.startsWith("account.");
