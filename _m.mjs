import { Environment } from "@marcbachmann/cel-js";
import { parseExpression } from "./lib/engine/expressions/index.ts";
import { Timestamp } from "./lib/engine/expressions/timestamp.ts";
const bench=(n,f,N=200000)=>{for(let i=0;i<2e4&&i<N;i++)f();const a=performance.now();for(let i=0;i<N;i++)f();const d=(performance.now()-a)/N*1e6;console.log(n.padEnd(60),d.toFixed(0),'ns')};
const scope={traits:{plan:"pro",age:20,since:"2026-01-01T00:00:00Z",l:[1,2,3,4,5,6,7,8,9,10]},tags:["vip","x"],event:{properties:{}}};
for (const s of ['traits.plan == "pro"','traits.plan == "pro" && traits.age > 18','"vip" in tags','now > timestamp("2020-01-01T00:00:00Z")','now - timestamp(traits.since) > duration("720h")','now.getHours("Europe/Berlin") > 3','traits.l.exists(x, x > 9.0)','traits.l.map(x, x * 2.0)','size(tags) > 1','traits.plan.startsWith("p")']) { const e=parseExpression(s); if('error' in e){console.log(s,e.error);continue;} try { bench(s,()=>e.evaluate(scope,1772442000000),s.includes('now')?20000:300000);}catch(x){console.log(s,x.message)} }
