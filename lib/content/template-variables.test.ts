import { expect, it } from "vitest";
import { TEMPLATE_NAMES, templateVariables } from "./index.ts";

const person = {
  id: "p1",
  externalId: "u1",
  anonymousId: null,
  traits: { email: "ada@example.com", provider: "github" },
  tags: ["vip"],
  stage: "trial",
};
const workspace = {
  name: "Production",
  timezone: "UTC",
  settings: { appName: "Acme", variables: { support: "help@acme.example", tone: "warm" } },
};

it("names the recipient by name, else by first and last name, else by what stands before the @", () => {
  const name = (traits: Record<string, unknown>) =>
    templateVariables({ person: { ...person, traits }, workspace }).recipientName;
  expect(name({ name: "Ada Lovelace", email: "a@example.com" })).toBe("Ada Lovelace");
  expect(name({ firstName: "Ada", lastName: "King", email: "a@example.com" })).toBe("Ada King");
  expect(name({ email: "ada.king@example.com" })).toBe("ada.king");
  expect(name({})).toBe("");
});

it("carries person, workspace and the names the product promises", () => {
  expect(templateVariables({ person, workspace })).toMatchObject({
    person: { externalId: "u1", stage: "trial", tags: ["vip"] },
    traits: { provider: "github" },
    workspace: { name: "Production" },
    recipientEmail: "ada@example.com",
    environmentName: "Production",
    appName: "Acme",
    oauthProvider: "github",
    surveyUrl: "",
    support: "help@acme.example",
  });
});

it("lets the node's variables win over the workspace's, and knows no event properties beside them", () => {
  const variables = templateVariables({ person, workspace, variables: { tone: "formal", plan: "pro" } });
  expect(variables).toMatchObject({ tone: "formal", plan: "pro" });
  expect(variables).not.toHaveProperty("trigger");
  expect(variables).not.toHaveProperty("event");
});

it("lists the names that every template has", () => {
  const bare = { ...workspace, settings: {} };
  expect(Object.keys(templateVariables({ person, workspace: bare }))).toEqual([...TEMPLATE_NAMES]);
});
