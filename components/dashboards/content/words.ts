import { CONTENT_TYPES } from "#journey";

/** What content items are: what steps send and show, and the parts that emails share. */
export const ITEM_TYPES = [...CONTENT_TYPES, "snippet", "layout"] as const;
export type ItemType = (typeof ITEM_TYPES)[number];

/** Ways to use variables, besides printing one. */
export const EXAMPLES: { code: string; text: string }[] = [
  { code: '{{ traits.city | default: "your city" }}', text: "With something to say when it is missing" },
  { code: '{% if traits.plan == "pro" %}…{% endif %}', text: "Only for some people" },
];
