"use client";
import { useRouter } from "next/navigation";
import {
  AlertDialog,
  AlertDialogCancel,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogFooter,
  AlertDialogHeader,
  AlertDialogTitle,
} from "#ui/alert-dialog";
import { Button } from "#ui/button";

/** Asks what to do with unsaved changes when a link would leave them behind. */
export function UnsavedDialog({
  href,
  busy,
  onStay,
  onSave,
}: {
  href: string | null;
  busy: boolean;
  onStay: () => void;
  onSave: () => Promise<boolean>;
}) {
  const router = useRouter();
  const leave = () => {
    if (!href) return;
    onStay();
    router.push(href);
  };
  const saveAndLeave = async () => {
    if (await onSave()) leave();
    else onStay();
  };
  return (
    <AlertDialog open={href !== null} onOpenChange={(open) => !open && onStay()}>
      <AlertDialogContent>
        <AlertDialogHeader>
          <AlertDialogTitle>Leave without saving?</AlertDialogTitle>
          <AlertDialogDescription>Changes since the last save will be lost.</AlertDialogDescription>
        </AlertDialogHeader>
        <AlertDialogFooter>
          <AlertDialogCancel>Stay</AlertDialogCancel>
          <Button variant="outline" onClick={leave}>
            Leave without saving
          </Button>
          <Button busy={busy} onClick={() => void saveAndLeave()}>
            Save and leave
          </Button>
        </AlertDialogFooter>
      </AlertDialogContent>
    </AlertDialog>
  );
}
