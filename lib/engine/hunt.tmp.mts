import * as fc from "fast-check";
import { writeFileSync } from "node:fs";
import { run, START, MINUTE, SECOND } from "./testing/build.ts";
import { randomJourney, randomLife, randomMinute } from "./testing/random.ts";
const which = process.argv[2] === "minute" ? randomMinute : randomLife;
for (let seed = 1; seed < 4000; seed++) {
  const [[document, life]] = fc.sample(fc.tuple(randomJourney, which), { seed, numRuns: 1 }) as any;
  writeFileSync("/tmp/eng/hunt.json", JSON.stringify({ seed, life: life.map((x: any) => [x.after, x.label]), nodes: document.nodes.map((n: any) => [n.name, n.type, n.config]), edges: document.edges.map((e: any) => [document.nodes.findIndex((n:any)=>n.id===e.sourceNodeId), e.branch, document.nodes.findIndex((n:any)=>n.id===e.targetNodeId)]), settings: document.settings, goal: document.goalConfig }));
  const t = performance.now(); const s = run(document); let at = START;
  for (const { after, what } of life) { at += after; s.runTo(at); what(s); }
  s.runTo(at + 10 * MINUTE);
  const d = performance.now() - t; if (d > 500) console.log(seed, d, s.report.trips.length, s.report.trips.reduce((n: number, x: any) => n + x.hops.length, 0), s.report.alerts.length);
}
console.log("done");
