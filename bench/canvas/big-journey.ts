import type { Api } from "../../e2e/server/api.ts";

const ROWS = 13;
const rule = { conditions: [{ field: "traits.plan", operator: "equals", value: "pro" }] };

export type BigJourney = {
  readonly id: string;
  readonly revision: number;
  readonly nodes: readonly {
    readonly id: string;
    readonly name: string;
    readonly position: { readonly x: number; readonly y: number };
  }[];
  readonly edges: readonly unknown[];
};

/** A journey of about `steps` steps: blocks of six after one trigger, in columns; a few steps of each have problems. */
export async function drawBigJourney(api: Api, steps: number): Promise<BigJourney> {
  const { data: sites } = await api.get<{ data: { id: string }[] }>("/api/sites");
  const nodes: object[] = [
    {
      type: "TRIGGER",
      name: "start",
      config: { triggerType: "MANUAL", triggerConfig: {} },
      position: { x: 0, y: 0 },
    },
  ];
  const edges: object[] = [];
  for (let block = 0; block < Math.floor((steps - 1) / 6); block += 1) {
    const drawn = drawBlock(block);
    nodes.push(...drawn.nodes);
    edges.push(...drawn.edges);
  }
  const body = { name: `Big ${steps}`, siteId: sites[0]?.id, nodes, edges };
  return (await api.post<{ data: BigJourney }>("/api/journeys", body)).data;
}

function drawBlock(block: number): { nodes: object[]; edges: object[] } {
  const corner = { x: (block % ROWS) * 640, y: 160 + Math.floor(block / ROWS) * 800 };
  const place = (x: number, y: number) => ({ x: corner.x + x, y: corner.y + y });
  const name = (step: string) => `${step}_${block}`;
  const before = block === 0 ? "start" : `join_${block - 1}`;
  const wait = { type: "WAIT", config: { duration: "1d" } };
  return {
    nodes: [
      { ...wait, name: name("wait"), position: place(0, 0) },
      { type: "CONDITION", name: name("ask"), config: rule, position: place(0, 150) },
      { type: "CONTENT", name: name("mail"), config: { contentType: "email" }, position: place(-140, 300) },
      { ...wait, name: name("no"), position: place(140, 300) },
      { type: "CONTENT", name: name("text"), config: { contentType: "sms" }, position: place(-140, 450) },
      { ...wait, name: name("join"), position: place(0, 600) },
    ],
    edges: [
      { sourceNodeId: before, targetNodeId: name("wait") },
      { sourceNodeId: name("wait"), targetNodeId: name("ask") },
      { sourceNodeId: name("ask"), targetNodeId: name("mail"), branch: "TRUE" },
      { sourceNodeId: name("ask"), targetNodeId: name("no"), branch: "FALSE" },
      { sourceNodeId: name("mail"), targetNodeId: name("text") },
      { sourceNodeId: name("text"), targetNodeId: name("join") },
      { sourceNodeId: name("no"), targetNodeId: name("join") },
    ],
  };
}
