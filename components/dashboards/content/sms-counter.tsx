import { type SmsSize, smsSize } from "#sms";

/** Longer lists say no more. */
const SHOWN = 6;

/** What the text costs as an SMS, counted as it is typed; variables count as they are written. */
export function SmsCounter({ text }: { text: string }) {
  const size = smsSize(text);
  return (
    <span aria-live="polite" className="tabular">
      {sayCost(size)}
      {/\{\{|\{%/.test(text) ? " Variables are counted as written." : ""}
      {size.forcing.length > 0 ? <> {sayForcing(size)}</> : null}
    </span>
  );
}

function sayCost({ units, segments, left, encoding }: SmsSize): string {
  if (units === 0) return "Empty: nothing would be sent.";
  const messages = segments === 1 ? "1 message" : `${segments} messages`;
  return `${messages} of ${encoding}, ${left} left until the next one begins.`;
}

/** Which characters make it cost more. */
function sayForcing({ forcing }: SmsSize): string {
  const shown = forcing.slice(0, SHOWN).join(" ");
  const more = forcing.length > SHOWN ? ` and ${forcing.length - SHOWN} more` : "";
  return `Because of ${shown}${more} a message holds 70 characters instead of 160.`;
}
