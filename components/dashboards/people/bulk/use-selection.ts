"use client";
import { useState } from "react";
import type { Person } from "#data";

/** People chosen in a list: some of them, over several pages, or all who match its filters. */
export type Selection = {
  readonly chosen: ReadonlyMap<string, Person>;
  readonly isAll: boolean;
  readonly has: (id: string) => boolean;
  readonly toggle: (person: Person) => void;
  /** Chooses every person of a page, or none of them if all are chosen. */
  readonly togglePage: (people: readonly Person[]) => void;
  readonly chooseAll: () => void;
  readonly clear: () => void;
};

const NOBODY: ReadonlyMap<string, Person> = new Map();

/** `filters` names the list: with other filters the selection starts empty. */
export function useSelection(filters: string): Selection {
  const [{ of, chosen, isAll }, set] = useState({ of: filters, chosen: NOBODY, isAll: false });
  const current = of === filters ? chosen : NOBODY;
  const hasAll = of === filters && isAll;
  const choose = (next: ReadonlyMap<string, Person>, all = false) => set({ of: filters, chosen: next, isAll: all });
  const has = (id: string) => hasAll || current.has(id);
  return {
    chosen: current,
    isAll: hasAll,
    has,
    toggle: (person) => {
      const next = new Map(current);
      if (!next.delete(person.id)) next.set(person.id, person);
      choose(next);
    },
    togglePage: (people) => {
      const next = new Map(current);
      const hasEach = people.every(({ id }) => next.has(id));
      for (const person of people) {
        if (hasEach) next.delete(person.id);
        else next.set(person.id, person);
      }
      choose(next);
    },
    chooseAll: () => choose(NOBODY, true),
    clear: () => choose(NOBODY),
  };
}
