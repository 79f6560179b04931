"use client";
import { type ComponentProps, type KeyboardEvent, useId, useRef, useState } from "react";
import { cn } from "#ui/cn";
import { Input } from "#ui/input";
import { Popover, PopoverAnchor, PopoverContent } from "#ui/popover";

export type Suggestion = {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly group?: string;
};

type ComboInputProps = Omit<ComponentProps<typeof Input>, "value" | "onChange" | "list"> & {
  value: string;
  suggestions: readonly Suggestion[];
  /** Typed, or chosen from the list. */
  onChange: (text: string) => void;
  /** Chosen from the list; by default the same as typing its value. */
  onPick?: (value: string) => void;
};

const MOST = 50;

/** What of the list is shown, which entry is marked, and the keys. */
function useList(value: string, suggestions: readonly Suggestion[], pick: (value: string) => void) {
  const [isOpen, setOpen] = useState(false);
  const [hasTyped, setTyped] = useState(false);
  const [active, setActive] = useState(-1);
  const shown = (hasTyped ? suggestions.filter((one) => isLike(one, value)) : suggestions).slice(0, MOST);
  // Of a name that is complete there is nothing to choose, and the list would lie over what comes next.
  const isComplete = hasTyped && shown.some((one) => one.value === value || one.label === value);
  const isShown = isOpen && shown.length > 0 && !isComplete;
  const close = () => {
    setOpen(false);
    setTyped(false);
    setActive(-1);
  };
  const choose = (one: Suggestion) => {
    pick(one.value);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const chosen = isShown ? shown[active] : undefined;
    if (step !== 0 && shown.length > 0) {
      setActive(isShown ? (active + step + shown.length) % shown.length : 0);
      setOpen(true);
    } else if (event.key === "Enter" && chosen) choose(chosen);
    else if (event.key === "Escape" && isShown) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const type = () => {
    setTyped(true);
    setOpen(true);
    setActive(-1);
  };
  return { shown, isShown, active, close, choose, onKeyDown, type, open: () => setOpen(true) };
}

/** A text field that offers what there really is; anything else may be written too. */
export function ComboInput({
  value,
  suggestions,
  onChange,
  onPick,
  className,
  onBlur,
  ref,
  ...input
}: ComboInputProps) {
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const { shown, isShown, active, ...list } = useList(value, suggestions, onPick ?? onChange);
  return (
    <Popover open={isShown} onOpenChange={(open) => !open && list.close()}>
      <PopoverAnchor asChild>
        <Input
          {...input}
          ref={(element) => {
            field.current = element;
            if (typeof ref === "function") ref(element);
            else if (ref) ref.current = element;
          }}
          role="combobox"
          aria-expanded={isShown}
          aria-autocomplete="list"
          aria-controls={isShown ? listId : undefined}
          aria-activedescendant={isShown && active >= 0 ? `${listId}-${active}` : undefined}
          value={value}
          spellCheck={false}
          autoComplete="off"
          onClick={list.open}
          onKeyDown={list.onKeyDown}
          onChange={(event) => {
            list.type();
            onChange(event.target.value);
          }}
          onBlur={(event) => {
            list.close();
            onBlur?.(event);
          }}
          className={className}
        />
      </PopoverAnchor>
      <PopoverContent
        onOpenAutoFocus={(event) => event.preventDefault()}
        onCloseAutoFocus={(event) => event.preventDefault()}
        onInteractOutside={(event) => event.target === field.current && event.preventDefault()}
        aria-label="Suggestions"
        className="max-h-72 w-(--radix-popover-trigger-width) min-w-64 p-1"
      >
        <div id={listId} role="listbox" aria-label="Suggestions">
          {shown.map((one, index) => (
            <Item
              key={`${one.group} ${one.value}`}
              id={`${listId}-${index}`}
              one={one}
              isActive={index === active}
              onPick={() => list.choose(one)}
            />
          ))}
        </div>
      </PopoverContent>
    </Popover>
  );
}

function Item({ id, one, isActive, onPick }: { id: string; one: Suggestion; isActive: boolean; onPick: () => void }) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      onMouseDown={(event) => {
        // The focus stays in the field, whose keys the list has.
        event.preventDefault();
        onPick();
      }}
      className={cn(
        "flex cursor-default items-baseline gap-2 rounded-sm px-2 py-1.5 text-ui hover:bg-accent",
        isActive && "bg-accent",
      )}
    >
      <span className="min-w-0 truncate">{one.label}</span>
      {one.group ? <span className="shrink-0 text-muted-foreground text-xs">{one.group}</span> : null}
      {one.hint ? (
        <span className="ml-auto min-w-0 shrink truncate text-muted-foreground text-xs">{one.hint}</span>
      ) : null}
    </div>
  );
}

const isLike = ({ value, label }: Suggestion, typed: string): boolean => {
  const text = typed.trim().toLowerCase();
  return text === "" || label.toLowerCase().includes(text) || value.toLowerCase().includes(text);
};
