"use client";
import { type FormEvent, useState } from "react";
import { ApiProblem, type ConsentChannel, problemMessage, useChangeAddress } from "#data";
import { FormDialog, FormFooter } from "#shell";
import { DialogDescription, DialogHeader, DialogTitle } from "#ui/dialog";
import { Field } from "#ui/field";
import { Textarea } from "#ui/textarea";
import { toast } from "#ui/toaster";

export type AskedAddress = { channel: ConsentChannel; address: string; suppressed: boolean };

/** Asks why an address is to be suppressed, or may be used again. */
export function AddressDialog({ address, onClose }: { address: AskedAddress | null; onClose: () => void }) {
  // The form stays while the dialog closes, so that nobody sees it empty.
  const [shown, setShown] = useState(address);
  if (address !== null && address !== shown) setShown(address);
  return (
    <FormDialog open={address !== null} onOpenChange={(open) => !open && onClose()}>
      {shown ? <AddressForm key={`${shown.channel} ${shown.address}`} address={shown} onClose={onClose} /> : null}
    </FormDialog>
  );
}

function AddressForm({
  address: { channel, address, suppressed },
  onClose,
}: {
  address: AskedAddress;
  onClose: () => void;
}) {
  const [reason, setReason] = useState("");
  const change = useChangeAddress();
  const fields = change.error instanceof ApiProblem ? change.error.errors : [];
  const said = fields.find(({ field }) => field === "reason" || field === "detail")?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { channel, address, reason: reason.trim(), lift: suppressed },
      {
        onSuccess: () => {
          toast.success(suppressed ? "Lifted." : "Suppressed.");
          onClose();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <DialogHeader>
        <DialogTitle>
          {suppressed ? "Lift the suppression of" : "Suppress"} {address}
        </DialogTitle>
        <DialogDescription>
          {suppressed
            ? "Messages are sent there again. If it bounces or its owner complains again, your other mail suffers."
            : "Nothing is sent to this address any more, not even receipts. This holds for all people who have it."}
        </DialogDescription>
      </DialogHeader>
      <Field label="Reason" hint="Kept in the history of the address." error={said}>
        {(control) => (
          <Textarea
            {...control}
            value={reason}
            rows={3}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <FormFooter
        failure={change.error && !said ? problemMessage(change.error) : null}
        busy={change.isPending}
        disabled={suppressed && reason.trim().length < 3}
        onCancel={onClose}
      >
        {suppressed ? "Lift" : "Suppress"}
      </FormFooter>
    </form>
  );
}
