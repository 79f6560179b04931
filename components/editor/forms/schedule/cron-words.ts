import { type Cron, parseCron } from "#journey";
import { MONTHS } from "#words";

const DAYS = ["Sundays", "Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays"];
const MOST_TIMES = 4;

/** A cron expression as a sentence; `null` if it is not one. */
export function cronWords(expression: string): string | null {
  const cron = parseCron(expression);
  return cron && `${timeWords(cron)}, ${dayWords(cron)}${monthWords(cron)}.`;
}

function timeWords({ minutes, hours }: Cron): string {
  const step = stepOf(minutes, 60);
  const everyHour = hours.length === 24;
  if (everyHour && minutes.length === 60) return "Every minute";
  if (everyHour && step > 1) return `Every ${step} minutes`;
  if (everyHour) return `Every hour at ${list(minutes.map((minute) => `:${two(minute)}`))}`;
  if (minutes.length * hours.length <= MOST_TIMES)
    return `At ${list(hours.flatMap((hour) => minutes.map((minute) => `${two(hour)}:${two(minute)}`)))}`;
  const within = minutes.length === 60 ? "Every minute" : step > 1 ? `Every ${step} minutes` : null;
  const past = within ?? `At ${list(minutes.map((minute) => `:${two(minute)}`))}`;
  return `${past} of the hours ${ranges(hours)}`;
}

function dayWords({ days, weekdays, eitherDay }: Cron): string {
  const onDays = days.length === 31 ? null : `on day ${list(days.map(String))} of the month`;
  const onWeekdays = weekdays.length === 7 ? null : `on ${weekdayWords(weekdays)}`;
  if (onDays && onWeekdays) return `${onDays} ${eitherDay ? "or" : "if it falls"} ${onWeekdays}`;
  return onDays ?? onWeekdays ?? "every day";
}

function weekdayWords(weekdays: readonly number[]): string {
  if (weekdays.join() === "1,2,3,4,5") return "weekdays";
  return list([...weekdays].sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7)).map((day) => DAYS[day] ?? ""));
}

const monthWords = ({ months }: Cron) =>
  months.length === 12 ? "" : `, in ${list(months.map((month) => MONTHS[month - 1] ?? ""))}`;

/** The even distance of values that fill the whole from 0; 0 when there is none. */
function stepOf(values: readonly number[], whole: number): number {
  const step = values[1] ?? 0;
  const isEven = step > 0 && values.every((value, index) => value === index * step) && values.length * step >= whole;
  return isEven ? step : 0;
}

function ranges(values: readonly number[]): string {
  const parts: string[] = [];
  let from = values[0] ?? 0;
  for (const [index, value] of values.entries()) {
    if (values[index + 1] === value + 1) continue;
    parts.push(from === value ? two(value) : `${two(from)} to ${two(value)}`);
    from = values[index + 1] ?? 0;
  }
  return list(parts);
}

const two = (value: number) => String(value).padStart(2, "0");
const list = (words: readonly string[]) =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
