import type { PeopleChange } from "#data";
import { formatNumber } from "#shell";

export type ChangeType = PeopleChange["type"];

type Words = {
  readonly title: string;
  /** What happens to each person. */
  readonly text: string;
  /** The button, before the number of people. */
  readonly confirm: string;
  /** The title while it runs, before the number of people. */
  readonly done: string;
  readonly isDestructive?: true;
};

export const CHANGES: Readonly<Record<ChangeType, Words>> = {
  tag: {
    title: "Add a tag",
    text: "Journeys process it like any change of a person: it may move people who wait for it.",
    ...{ confirm: "Tag", done: "Tagging" },
  },
  untag: {
    title: "Remove a tag",
    text: "People without the tag stay as they are.",
    ...{ confirm: "Untag", done: "Untagging" },
  },
  add_to_segment: {
    title: "Add to a segment",
    text: "Only segments made by hand; rules decide about the others. They enter journeys that start with the segment.",
    ...{ confirm: "Add", done: "Adding" },
  },
  remove_from_segment: {
    title: "Remove from a segment",
    text: "Only segments made by hand; rules decide about the others.",
    ...{ confirm: "Remove", done: "Removing" },
  },
  enroll: {
    title: "Enroll in a journey",
    text: "The entry rules of the journey decide about each person; its audience is not asked.",
    ...{ confirm: "Enroll", done: "Enrolling" },
  },
  take_out: {
    title: "Take out of a journey",
    text: "Their running enrollments stop now, and messages that are not sent yet are cancelled.",
    ...{ confirm: "Take out", done: "Taking out" },
    isDestructive: true,
  },
  erase: {
    title: "Erase permanently",
    text: "All data about these people is deleted and cannot be restored. Journey figures stay: they count enrollments.",
    ...{ confirm: "Erase", done: "Erasing" },
    isDestructive: true,
  },
};

/** The change as the API takes it, or what is missing. `count` is the number of people it is about. */
export function readChange(
  type: ChangeType,
  target: string,
  count: number,
): { readonly change: PeopleChange } | { readonly error: string } {
  const value = target.trim();
  switch (type) {
    case "tag":
    case "untag":
      return value === "" ? { error: "Enter the tag." } : { change: { type, tag: value } };
    case "add_to_segment":
    case "remove_from_segment":
      return value === "" ? { error: "Choose a segment." } : { change: { type, segmentId: value } };
    case "enroll":
    case "take_out":
      return value === "" ? { error: "Choose a journey." } : { change: { type, journeyId: value } };
    case "erase":
      return value.replaceAll(/[\s,.]/g, "") === String(count)
        ? { change: { type, people: count } }
        : { error: `Type ${formatNumber(count)} to erase them.` };
  }
}
