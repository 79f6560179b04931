/** Tools for agents over the Model Context Protocol: the services of the product, by scope. */
export { answerMcp } from "./answer-mcp.ts";
