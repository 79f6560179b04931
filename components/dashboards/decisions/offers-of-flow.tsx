"use client";
import { useEveryOffer } from "#data";
import { Checkbox } from "#ui/checkbox";
import { Label } from "#ui/label";
import { RadioCard, RadioGroup } from "#ui/radio-group";

type OffersOfFlowProps = { chosen: readonly string[] | null; onChange: (chosen: string[] | null) => void };

/** All offers, or a choice of them. */
export function OffersOfFlow({ chosen, onChange }: OffersOfFlowProps) {
  const offers = useEveryOffer().data?.data ?? [];
  const toggle = (id: string, isOn: boolean) =>
    onChange(isOn ? [...(chosen ?? []), id] : (chosen ?? []).filter((one) => one !== id));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-medium text-ui">Offers</legend>
      <RadioGroup
        aria-label="Offers"
        value={chosen === null ? "all" : "some"}
        onValueChange={(next) => onChange(next === "all" ? null : offers.map(({ id }) => id))}
        className="sm:grid-cols-2"
      >
        <RadioCard value="all" title="All offers">
          Those that are added later too.
        </RadioCard>
        <RadioCard value="some" title="Chosen offers">
          Only those that are ticked.
        </RadioCard>
      </RadioGroup>
      {chosen === null ? null : (
        <ul className="grid max-h-48 gap-1 overflow-y-auto rounded-lg border p-2">
          {offers.map((offer) => (
            <li key={offer.id} className="flex items-center gap-2">
              <Checkbox
                id={`offer-${offer.id}`}
                checked={chosen.includes(offer.id)}
                onCheckedChange={(next) => toggle(offer.id, next === true)}
              />
              <Label htmlFor={`offer-${offer.id}`} className="truncate font-normal">
                {offer.name}
              </Label>
            </li>
          ))}
          {offers.length === 0 ? <li className="text-muted-foreground text-ui">There are no offers yet.</li> : null}
        </ul>
      )}
    </fieldset>
  );
}
