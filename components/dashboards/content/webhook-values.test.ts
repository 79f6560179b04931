import { describe, expect, it } from "vitest";
import { readWebhook, webhookErrors, writeWebhook } from "./webhook-values.ts";

describe("a webhook in the form", () => {
  it("comes back as it was, JSON as JSON", () => {
    const body = {
      url: "https://example.com/{{ person.externalId }}",
      method: "PUT",
      headers: { "x-key": "1" },
      body: { id: "{{ person.externalId }}", list: [1] },
    };
    expect(writeWebhook(readWebhook(body))).toEqual(body);
  });

  it("keeps a text with templates as text, and leaves out what is empty", () => {
    const values = { url: " https://a.b ", method: "POST", headers: [{ name: "", value: "x" }], body: "{ {% if x %}" };
    expect(writeWebhook(values)).toEqual({ url: "https://a.b", method: "POST", body: "{ {% if x %}" });
    expect(writeWebhook({ ...values, body: "  " })).not.toHaveProperty("body");
  });

  it("begins as a POST without an address, and says what is missing", () => {
    expect(readWebhook({})).toEqual({ url: "", method: "POST", headers: [], body: "" });
    expect(webhookErrors(readWebhook({})).url).toBe("Enter the address.");
    expect(webhookErrors({ ...readWebhook({}), url: "ftp://x" }).url).toContain("https://");
    expect(
      webhookErrors({ ...readWebhook({}), url: "{{ workspace.hook }}/x", headers: [{ name: "a b", value: "" }] }),
    ).toEqual({
      headers: "“a b” is not the name of a header.",
    });
  });
});
