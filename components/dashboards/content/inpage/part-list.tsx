"use client";
import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { inLanguages, listAt, type Path, withMoved, withoutPart, withPart } from "#inpage";
import { Button } from "#ui/button";
import { cn } from "#ui/cn";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from "#ui/dropdown-menu";
import { useEditing, useField, useHasFindings } from "./editing.tsx";

export type NewPart = { readonly label: string; readonly make: (list: readonly unknown[]) => unknown };

type PartListProps = {
  /** Where the list stands in the document. */
  path: Path;
  /** What the list is called, and one part of it, as in “Add a step”. */
  label: string;
  noun: string;
  /** What can be added; of several the kind is asked. */
  add: readonly NewPart[];
  most: number;
  summary: (part: unknown, at: number) => { readonly title: string; readonly text: string };
  /** A list that may be missing: without parts it is none. */
  isOptional?: boolean;
  onChosen?: (part: unknown) => void;
  children: (path: Path) => ReactNode;
};

/** Parts one below the other: chosen, changed, added, moved and removed, by mouse and by keys. */
export function PartList({ path, label, noun, add, most, summary, isOptional, onChosen, children }: PartListProps) {
  const { body, canEdit, change, languages } = useEditing();
  const { error } = useField(path);
  const list = listAt(body, path);
  const [chosen, setChosen] = useState<number | null>(null);
  const [said, setSaid] = useState("");
  const focus = useRef<number | null>(null);
  const heads = useRef(new Map<number, HTMLButtonElement>());
  const adder = useRef<HTMLButtonElement>(null);
  const follow = () => {
    if (focus.current === null) return;
    (heads.current.get(focus.current) ?? adder.current)?.focus();
    focus.current = null;
  };
  const isAsking = useRef(false);
  useEffect(() => {
    // While a menu is open it keeps the focus; it is followed once the menu has closed.
    if (!isAsking.current) follow();
  });
  const onMenu = (isOpen: boolean) => {
    isAsking.current = isOpen;
    if (!isOpen) follow();
  };
  const write = (next: readonly unknown[]) => change(path, next.length === 0 && isOptional ? undefined : next);
  const choose = (at: number | null, from: readonly unknown[] = list) => {
    setChosen(at);
    if (at !== null) onChosen?.(from[at]);
  };
  const insert = (part: NewPart) => {
    const next = withPart(list, list.length, inLanguages(part.make(list), languages));
    write(next);
    focus.current = list.length;
    choose(list.length, next);
  };
  const move = (at: number, by: -1 | 1) => {
    const next = withMoved(list, at, by);
    if (next === list) return;
    write(next);
    focus.current = at + by;
    setSaid(`Moved to place ${at + by + 1} of ${list.length}.`);
    if (chosen === at) choose(at + by, next);
    else if (chosen === at + by) setChosen(at);
  };
  const remove = (at: number) => {
    write(withoutPart(list, at));
    focus.current = Math.min(at, list.length - 2);
    setSaid(`The ${noun} was removed.`);
    setChosen(null);
  };
  return (
    <section aria-label={label} className="grid gap-2">
      <p className="font-medium text-ui">{label}</p>
      {list.length > 0 ? (
        <ol className="grid gap-2">
          {list.map((part, at) => (
            <Part
              // biome-ignore lint/suspicious/noArrayIndexKey: parts have no names of their own
              key={at}
              path={[...path, at]}
              noun={noun}
              {...summary(part, at)}
              isChosen={chosen === at}
              onChoose={() => choose(chosen === at ? null : at)}
              onMove={canEdit ? (by) => move(at, by) : undefined}
              onRemove={canEdit ? () => remove(at) : undefined}
              onHead={(head) => void (head ? heads.current.set(at, head) : heads.current.delete(at))}
            >
              {children([...path, at])}
            </Part>
          ))}
        </ol>
      ) : null}
      {error ? (
        <p role="alert" className="text-destructive-ink text-xs">
          {error}
        </p>
      ) : null}
      {canEdit && list.length < most ? (
        <Adder noun={noun} add={add} onAdd={insert} onMenu={onMenu} button={adder} />
      ) : null}
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
    </section>
  );
}

type PartProps = {
  path: Path;
  noun: string;
  title: string;
  text: string;
  isChosen: boolean;
  onChoose: () => void;
  onMove: ((by: -1 | 1) => void) | undefined;
  onRemove: (() => void) | undefined;
  onHead: (head: HTMLButtonElement | null) => void;
  children: ReactNode;
};

function Part({ path, noun, title, text, isChosen, onChoose, onMove, onRemove, onHead, children }: PartProps) {
  const hasFindings = useHasFindings(path);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Delete" || event.key === "Backspace") onRemove?.();
    else if (event.altKey && event.key === "ArrowUp") onMove?.(-1);
    else if (event.altKey && event.key === "ArrowDown") onMove?.(1);
    else return;
    event.preventDefault();
  };
  return (
    <li className={cn("min-w-0 rounded-lg border bg-card shadow-raised", isChosen && "border-ring")}>
      <div className="flex items-center gap-1 pr-1.5">
        <button
          ref={onHead}
          type="button"
          aria-expanded={isChosen}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
          onClick={onChoose}
          onKeyDown={onKey}
          className="flex min-w-0 flex-1 items-center gap-2 rounded-md px-3 py-2 text-left text-ui"
        >
          <span className="shrink-0 font-medium">{title}</span>
          <span className="truncate text-muted-foreground text-xs">{text}</span>
          {hasFindings ? (
            <span
              role="img"
              aria-label="has findings"
              className="ml-auto size-1.5 shrink-0 rounded-full bg-destructive"
            />
          ) : null}
        </button>
        {isChosen && onMove && onRemove ? (
          <>
            <Button variant="ghost" size="icon-sm" aria-label={`Move this ${noun} up`} onClick={() => onMove(-1)}>
              <ArrowUp />
            </Button>
            <Button variant="ghost" size="icon-sm" aria-label={`Move this ${noun} down`} onClick={() => onMove(1)}>
              <ArrowDown />
            </Button>
            <Button variant="ghost" size="icon-sm" aria-label={`Remove this ${noun}`} onClick={onRemove}>
              <Trash2 />
            </Button>
          </>
        ) : null}
      </div>
      {isChosen ? <div className="grid gap-3 border-t p-3">{children}</div> : null}
    </li>
  );
}

type AdderProps = {
  noun: string;
  add: readonly NewPart[];
  onAdd: (part: NewPart) => void;
  /** The menu of kinds has opened, or closed and let go of the focus. */
  onMenu: (isOpen: boolean) => void;
  button: React.Ref<HTMLButtonElement>;
};

function Adder({ noun, add, onAdd, onMenu, button }: AdderProps) {
  const [only] = add;
  const isTaken = useRef(false);
  const label = `Add ${/^[aeio]/.test(noun) ? "an" : "a"} ${noun}`;
  if (add.length === 1 && only)
    return (
      <Button ref={button} variant="outline" size="sm" className="justify-self-start" onClick={() => onAdd(only)}>
        <Plus aria-hidden /> {label}
      </Button>
    );
  return (
    <DropdownMenu onOpenChange={(isOpen) => (isOpen ? onMenu(true) : undefined)}>
      <DropdownMenuTrigger asChild>
        <Button ref={button} variant="outline" size="sm" className="justify-self-start">
          <Plus aria-hidden /> {label}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent
        // The head of the new part gets the focus.
        onCloseAutoFocus={(event) => {
          if (isTaken.current) event.preventDefault();
          isTaken.current = false;
          onMenu(false);
        }}
      >
        {add.map((part) => (
          <DropdownMenuItem
            key={part.label}
            onSelect={() => {
              isTaken.current = true;
              onAdd(part);
            }}
          >
            {part.label}
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
