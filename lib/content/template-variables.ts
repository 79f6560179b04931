import { addressOn } from "#consent";

/** The person of a message, as visible in templates. */
export type TemplatePerson = {
  readonly id: string;
  readonly externalId: string | null;
  readonly anonymousId: string | null;
  readonly traits: Readonly<Record<string, unknown>>;
  readonly tags: readonly string[];
  readonly stage: string | null;
};

/** `settings.variables` are the workspace's own template variables. */
export type TemplateWorkspace = {
  readonly name: string;
  readonly timezone: string;
  readonly settings: Readonly<Record<string, unknown>>;
};

export type TemplateContext = {
  readonly person: TemplatePerson;
  readonly workspace: TemplateWorkspace;
  /** The node's `config.variables`, already evaluated; they take precedence over the workspace's. */
  readonly variables?: Readonly<Record<string, unknown>>;
  /** The invitation link of the node's survey, when it has one. */
  readonly surveyUrl?: string;
  /** Where the person unsubscribes, and chooses what to receive. */
  readonly links?: { readonly unsubscribeUrl: string; readonly preferencesUrl: string };
};

/** The names that every template has; a workspace's own variables have others. */
export const TEMPLATE_NAMES: ReadonlySet<string> = new Set([
  "person",
  "traits",
  "workspace",
  "recipientName",
  "recipientEmail",
  "environmentName",
  "appName",
  "oauthProvider",
  "surveyUrl",
  "unsubscribeUrl",
  "preferencesUrl",
]);

/**
 * The names a template may use: `person`, `traits`, `workspace`, the recipient's own, then custom ones of the
 * workspace and of the node. Event properties are available only if the node maps them.
 */
export function templateVariables(context: TemplateContext): Record<string, unknown> {
  const { person, workspace } = context;
  const email = addressOn("email", person);
  return {
    person: { ...person },
    traits: person.traits,
    workspace: { name: workspace.name, timezone: workspace.timezone },
    recipientName: recipientName(person.traits, email),
    recipientEmail: email,
    environmentName: workspace.name,
    appName: text(workspace.settings.appName) || workspace.name,
    oauthProvider: text(person.traits.oauthProvider) || text(person.traits.provider),
    surveyUrl: context.surveyUrl ?? "",
    unsubscribeUrl: context.links?.unsubscribeUrl ?? "",
    preferencesUrl: context.links?.preferencesUrl ?? "",
    ...record(workspace.settings.variables),
    ...context.variables,
  };
}

/** `name`, else first and last name, else the part of the address before the @. */
function recipientName(traits: Readonly<Record<string, unknown>>, email: string): string {
  const full = [text(traits.firstName ?? traits.first_name), text(traits.lastName ?? traits.last_name)]
    .filter(Boolean)
    .join(" ");
  return text(traits.name) || full || (email.split("@")[0] ?? "");
}

function text(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

function record(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? { ...value } : {};
}
