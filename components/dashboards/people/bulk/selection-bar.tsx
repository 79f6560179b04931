"use client";
import { useState } from "react";
import { everyRow, type PeopleFilter, type Person, type WhichPeople } from "#data";
import { formatNumber, loadedOnUse, peopleCount } from "#shell";
import { Button } from "#ui/button";
import { CsvButton } from "../../csv/csv-button.tsx";
import { personRows } from "./person-rows.ts";
import type { Selection } from "./use-selection.ts";

const ChangePeopleDialog = loadedOnUse(
  async () => (await import("./change-people-dialog.tsx")).ChangePeopleDialog,
  ({ open }) => open,
);

type SelectionBarProps = {
  selection: Selection;
  filter: PeopleFilter;
  /** How many people match the filters. */
  total: number;
  isAbout: boolean;
};

type Asked = { whom: WhichPeople; count: number; isAbout: boolean };

/** What can be done with the chosen people; nothing while nobody is chosen. */
export function SelectionBar({ selection, filter, total, isAbout }: SelectionBarProps) {
  const [isOpen, setOpen] = useState(false);
  // The dialog is about those who were chosen when it opened: the list behind it changes as people are processed.
  const [asked, setAsked] = useState<Asked>({ whom: { personIds: [] }, count: 0, isAbout: false });
  const { chosen, isAll } = selection;
  const count = isAll ? total : chosen.size;
  if (count === 0 && !isOpen) return null;
  const about = isAll && isAbout ? "About " : "";
  const ask = () => {
    setAsked({
      whom: isAll ? { filter } : { personIds: [...chosen.keys()] },
      count,
      isAbout: isAll && isAbout,
    });
    setOpen(true);
  };
  const rows = async () =>
    personRows(isAll ? await everyRow<Person>("/api/people", filter) : [...selection.chosen.values()]);
  return (
    <section
      aria-label="Selection"
      className="flex min-h-11 flex-wrap items-center gap-2 rounded-lg border border-primary/40 bg-primary-soft px-3 py-1.5 text-primary-ink text-ui"
    >
      <p aria-live="polite" className="tabular mr-auto">
        {about}
        {peopleCount(count)} selected
      </p>
      {isAll || chosen.size >= total ? null : (
        <Button variant="outline" size="sm" onClick={selection.chooseAll}>
          Select all {isAbout ? "about " : ""}
          {formatNumber(total)}
        </Button>
      )}
      <CsvButton name="selected people" rows={rows} />
      <Button size="sm" onClick={ask}>
        Change…
      </Button>
      <Button variant="ghost" size="sm" onClick={selection.clear}>
        Clear
      </Button>
      <ChangePeopleDialog open={isOpen} onOpenChange={setOpen} {...asked} onDone={selection.clear} />
    </section>
  );
}
