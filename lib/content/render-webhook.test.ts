import { expect, it } from "vitest";
import { NO_NOTES } from "./render-notes.ts";
import { renderWebhook } from "./render-webhook.ts";

const variables = { person: { externalId: 'a"da' }, workspace: { name: "Acme" }, message: { id: "m" }, plan: "pro" };

it("fills address, headers and body", () => {
  expect(
    renderWebhook(
      {
        url: "https://example.com/{{ person.externalId | url_encode }}",
        method: "put",
        headers: { "X-Plan": "{{ plan }}" },
        body: "plan={{ plan }}",
      },
      variables,
    ),
  ).toEqual({
    url: "https://example.com/a%22da",
    method: "PUT",
    headers: { "content-type": "application/json", "x-plan": "pro" },
    body: "plan=pro",
    error: null,
    ...NO_NOTES,
  });
});

it("fills the strings of a JSON body, which stays JSON whatever the values contain", () => {
  const { body } = renderWebhook(
    { url: "u", body: { id: "{{ person.externalId }}", list: [1, "{{ plan }}"] } },
    variables,
  );
  expect(JSON.parse(body)).toEqual({ id: 'a"da', list: [1, "pro"] });
});

it("says who it is about when there is no body, and sends none with GET", () => {
  const { person, workspace, message } = variables;
  expect(JSON.parse(renderWebhook({ url: "u" }, variables).body)).toEqual({ person, workspace, message });
  expect(renderWebhook({ url: "u", method: "GET", body: "x" }, variables).body).toBe("");
});

it("leaves the channel's own headers alone", () => {
  const headers = { Host: "evil", "Webhook-Signature": "x", "content-length": "1", Accept: "a" };
  expect(renderWebhook({ url: "u", headers }, variables).headers).toEqual({
    "content-type": "application/json",
    accept: "a",
  });
});

it("names the part that cannot be rendered", () => {
  expect(renderWebhook({ url: "u", body: "one\n{% if %}" }, variables).error).toMatchObject({ field: "body", line: 2 });
  expect(renderWebhook({ url: "u", method: "FETCH" }, variables).error).toMatchObject({ field: "method" });
});
