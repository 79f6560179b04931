import { templateFilters, templateTags } from "#content";
import type { Context } from "#services";
import { readSeenTraits } from "#store/people";
import { documentsInUse } from "#store/versions";
import { readSettings } from "#store/workspaces";
import { findContent } from "./find-content.ts";
import type { TemplateWords } from "./schema.ts";

type Variable = TemplateWords["variables"][number];

const BUILT_IN: readonly (readonly [string, string])[] = [
  ["recipientName", "Name, or the first part of the email address"],
  ["recipientEmail", "Email address"],
  ["person.id", "The id of the person here"],
  ["person.externalId", "Your id for the person"],
  ["person.anonymousId", "The id of a visitor"],
  ["person.stage", "Stage"],
  ["person.tags", "Tags, as a list"],
  ["workspace.name", "Name of the workspace"],
  ["workspace.timezone", "Time zone of the workspace"],
  ["environmentName", "Name of the workspace"],
  ["appName", "Name of your product"],
  ["oauthProvider", "What the person signs in with"],
  ["surveyUrl", "Link to the step’s survey"],
  ["unsubscribeUrl", "Link to unsubscribe"],
  ["preferencesUrl", "Link to the person’s preferences"],
];

/** What a template may print and call: the variables that really have values here, filters and tags. */
export async function templateWords(ctx: Context, reference: string | undefined): Promise<TemplateWords> {
  const [settings, traits] = await Promise.all([readSettings(ctx.database.orm, ctx.workspaceId), seenTraits(ctx)]);
  const steps = reference === undefined ? [] : await stepVariables(ctx, reference);
  const variables: Variable[] = [
    ...BUILT_IN.map(([name, text]) => ({ name, text, kind: "built-in" as const })),
    ...ownNames(settings).map((name) => {
      return { name, text: "Variable of the workspace", kind: "workspace" as const };
    }),
    ...steps.map((name) => ({ name, text: "Variable of a step", kind: "step" as const })),
    ...traits.map(({ name, people }) => {
      const share = people === 1 ? "1 person" : `${people} people`;
      return { name: traitPath(name), text: `Trait of ${share} of those looked at`, kind: "trait" as const };
    }),
  ];
  return { variables: once(variables), filters: templateFilters(), tags: templateTags() };
}

/** The traits that most of the newest people have first, each with how many of them have it. */
async function seenTraits(ctx: Context): Promise<{ readonly name: string; readonly people: number }[]> {
  const { traits } = await readSeenTraits(ctx.database.sql, ctx.workspaceId);
  const people = new Map<string, number>();
  for (const { field, count } of traits) people.set(field, (people.get(field) ?? 0) + count);
  const found = [...people].map(([name, count]) => ({ name, people: count }));
  return found.sort((one, other) => other.people - one.people).slice(0, MOST_TRAITS);
}

const MOST_TRAITS = 300;

const once = (variables: readonly Variable[]): Variable[] => [
  ...new Map(variables.map((variable) => [variable.name, variable])).values(),
];

/** A name with other characters than letters is written in brackets. */
const traitPath = (name: string): string =>
  /^[A-Za-z_][\w-]*$/.test(name) ? `traits.${name}` : `traits[${JSON.stringify(name)}]`;

/** The variables that steps with this item set. */
async function stepVariables(ctx: Context, reference: string): Promise<string[]> {
  const { id, slug, number } = await findContent(ctx, reference);
  const names = new Set<string | null>([id, slug, String(number)]);
  const uses = await ctx.database.orm.transaction((tx) => documentsInUse(tx, ctx.workspaceId));
  const nodes = uses.flatMap(({ document }) => document.nodes).filter(({ contentId }) => names.has(contentId));
  return [...new Set(nodes.flatMap(({ config }) => namesOf(config.variables)))];
}

const namesOf = (value: unknown): string[] =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];

const ownNames = (settings: Readonly<Record<string, unknown>>): string[] => namesOf(settings.variables);

const ROOTS = new Set(["person", "traits", "workspace", "offer", "message", "forloop", "tablerowloop"]);
const FIELDS: Readonly<Record<string, ReadonlySet<string>>> = {
  person: new Set(["id", "externalId", "anonymousId", "traits", "tags", "stage"]),
  workspace: new Set(["name", "timezone"]),
};

/** Of the variables that a template reads, those that nothing here can set. A trait that was never seen is one too. */
export async function unknownVariables(
  ctx: Context,
  settings: Readonly<Record<string, unknown>>,
  read: readonly string[],
  given: readonly string[],
): Promise<string[]> {
  const steps = (await ctx.database.orm.transaction((tx) => documentsInUse(tx, ctx.workspaceId))).flatMap(
    ({ document }) => document.nodes.flatMap(({ config }) => namesOf(config.variables)),
  );
  const plain = BUILT_IN.map(([name]) => name).filter((name) => !name.includes("."));
  const known = new Set([...plain, ...ownNames(settings), ...steps, ...given]);
  const traits = new Set((await seenTraits(ctx)).map(({ name }) => name));
  return read.filter((path) => {
    const [root = "", field] = path.split(/[.[]/).map((part) => part.replaceAll(/["'\]]/g, ""));
    if (root === "traits")
      return field !== undefined && traits.size > 0 && !traits.has(field) && !SAMPLE_TRAITS.has(field);
    if (ROOTS.has(root)) return field !== undefined && FIELDS[root]?.has(field) === false;
    return !known.has(root);
  });
}

/** Traits with a meaning of their own. */
const SAMPLE_TRAITS = new Set([
  "name",
  "firstName",
  "lastName",
  "first_name",
  "last_name",
  "email",
  "phone",
  "timezone",
]);
