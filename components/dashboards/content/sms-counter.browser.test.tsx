import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "#rendering";
import { SmsCounter } from "./sms-counter.tsx";

test.each([
  ["", "Empty: nothing would be sent."],
  ["Hello", "1 message of GSM-7, 155 left until the next one begins."],
  ["x".repeat(161), "2 messages of GSM-7, 145 left until the next one begins."],
  ["Hi {{ name }}", "1 message of GSM-7, 143 left until the next one begins. Variables are counted as written."],
  [
    "It’s here",
    "1 message of UCS-2, 61 left until the next one begins. Because of ’ a message holds 70 characters instead of 160.",
  ],
])("what %j costs is said as it is typed", async (text, words) => {
  render(<SmsCounter text={text} />);
  await expect.element(page.getByText(words, { exact: true })).toBeVisible();
});
