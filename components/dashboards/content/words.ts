import { CONTENT_TYPES, type ContentType, OFFERED_CONTENT_TYPES } from "#journey";

/** The types to choose from: the offered ones, and the given ones, which exist already. */
export const typesWith = (given: readonly (string | null)[]): ContentType[] =>
  CONTENT_TYPES.filter((type) => OFFERED_CONTENT_TYPES.includes(type) || given.includes(type));

export const VARIABLES: { code: string; text: string }[] = [
  { code: "{{ recipientName }}", text: "Name, or the first part of the email address" },
  { code: "{{ recipientEmail }}", text: "Email address" },
  { code: "{{ traits.plan }}", text: "Any trait of the person" },
  { code: "{{ person.externalId }}", text: "Your id for the person" },
  { code: "{{ person.stage }}", text: "Stage" },
  { code: "{{ appName }}", text: "Name of your product" },
  { code: "{{ environmentName }}", text: "Name of the workspace" },
  { code: "{{ surveyUrl }}", text: "Link to the step’s survey" },
  { code: '{{ traits.city | default: "your city" }}', text: "With something to say when it is missing" },
  { code: '{% if traits.plan == "pro" %}…{% endif %}', text: "Only for some people" },
];

/** `Welcome, {{ name }}!` → `welcome-name`: what a slug may hold. */
export function slugOf(name: string): string {
  const slug = name
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return slug.slice(0, 80) || "content";
}
