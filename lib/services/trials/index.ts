/** Trials of journeys on a virtual clock, with sample people, real people or past events; nothing is stored or sent. */
export { backtestJourney } from "./backtest-journey.ts";
export { forecastJourney } from "./forecast-journey.ts";
export { foretellMoments } from "./foretell-moments.ts";
export { listTests, TestRunNote } from "./list-tests.ts";
export {
  Backtest,
  BacktestInput,
  Forecast,
  ForecastInput,
  MomentsInput,
  MomentsOutput,
  SavedTestInput,
  TestInput,
  TestRun,
} from "./schema.ts";
export { testJourney } from "./test-journey.ts";
