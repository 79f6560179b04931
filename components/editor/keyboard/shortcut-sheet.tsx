"use client";

import { Dialog, DialogContent, DialogDescription, DialogTitle } from "#ui/dialog";
import { Kbd } from "#ui/kbd";
import { commands, otherKeys, spellKeys } from "./commands.ts";

const GROUPS = ["Edit", "Steps", "View"] as const;

/** Every key of the editor. */
export function ShortcutSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const all = [...commands.filter(({ keys }) => keys.length > 0), ...otherKeys];
  return (
    <Dialog open={isOpen} onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent className="max-w-2xl">
        <DialogTitle>Keyboard</DialogTitle>
        <DialogDescription>Single keys work while no field has focus.</DialogDescription>
        <div className="grid gap-6 sm:grid-cols-3">
          {GROUPS.map((group) => (
            <section key={group}>
              <h3 className="mb-1.5 font-medium text-muted-foreground text-xs">{group}</h3>
              <dl className="grid gap-1.5">
                {all
                  .filter((command) => command.group === group)
                  .map((command) => (
                    <div key={command.title} className="flex items-center justify-between gap-3 text-ui">
                      <dt>{command.title}</dt>
                      <dd>
                        <Kbd>{spellKeys(command.keys[0] ?? "")}</Kbd>
                      </dd>
                    </div>
                  ))}
              </dl>
            </section>
          ))}
        </div>
      </DialogContent>
    </Dialog>
  );
}
