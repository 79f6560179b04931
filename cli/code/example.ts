/** The journey that `init` writes: it sends nothing, so it can be applied and tested at once. */
export const EXAMPLE_KEY = "activation";
export const EXAMPLE = {
  format: "sojourn-journey",
  version: 1,
  name: "Activation",
  description: "Marks people who finish the setup within three days, and those who need help.",
  nodes: [
    {
      name: "signed up",
      type: "TRIGGER",
      config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "signed_up" } },
      position: { x: 0, y: 0 },
    },
    {
      name: "finishes setup",
      type: "WAIT_FOR_EVENT",
      config: { eventName: "setup_finished", timeout: "3d" },
      position: { x: 0, y: 152 },
    },
    {
      name: "mark activated",
      type: "ACTION",
      config: { operations: [{ type: "tag_user", tagName: "activated" }] },
      position: { x: -160, y: 304 },
    },
    {
      name: "mark needs help",
      type: "ACTION",
      config: { operations: [{ type: "tag_user", tagName: "needs_help" }] },
      position: { x: 160, y: 304 },
    },
    { name: "done", type: "EXIT", config: {}, position: { x: 0, y: 456 } },
  ],
  edges: [
    { name: "start", from: "signed up", to: "finishes setup" },
    { name: "in time", from: "finishes setup", to: "mark activated", branch: "event" },
    { name: "too late", from: "finishes setup", to: "mark needs help", branch: "timeout" },
    { name: "activated is done", from: "mark activated", to: "done" },
    { name: "helped is done", from: "mark needs help", to: "done" },
  ],
  settings: { reEntry: "once" },
} as const;

export const exampleScenarios = (schema: string): string => `# yaml-language-server: $schema=${schema}
journey: ${EXAMPLE_KEY}
scenarios:
  - name: who finishes the setup in time is activated
    trigger: { event: signed_up }
    events:
      - { after: 1d, event: setup_finished }
    expect:
      path: [signed up, finishes setup, mark activated, done]
      status: completed
  - name: who does not needs help
    trigger: { event: signed_up }
    expect:
      path: [signed up, finishes setup, mark needs help, done]
`;

/** Shows the plan of a pull request, and applies what was merged. */
export const WORKFLOW = `name: journeys
on:
  pull_request:
  push: { branches: [main] }
permissions: { contents: write }
concurrency: journeys
env:
  SOJOURN_URL: \${{ vars.SOJOURN_URL }}
  SOJOURN_SECRET_KEY: \${{ secrets.SOJOURN_SECRET_KEY }}
jobs:
  journeys:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with: { node-version: 24 }
      - if: github.event_name == 'pull_request'
        # 2 = there are changes, which is what a pull request is for.
        run: npx sojourn plan || [ $? -eq 2 ]
      - if: github.event_name == 'push'
        run: |
          npx sojourn apply --yes
          npx sojourn test scenarios/*.yaml
          git add .sojourn
          git diff --cached --quiet && exit 0
          git -c user.name=journeys -c user.email=journeys@example.com commit -m "Note what was applied [skip ci]"
          git push
`;

/** Plans hold head-counts of a moment. */
export const IGNORED = "node_modules/\nplan.json\n";
