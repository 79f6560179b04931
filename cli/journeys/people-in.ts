import type { Journey } from "#sdk/node";

/** `412 people are inside`. */
export function peopleIn({ _count: { active } }: Journey): string {
  return active === 1 ? "1 person is inside" : `${active} people are inside`;
}
