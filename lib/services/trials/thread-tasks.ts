/** The slow parts of trials; called by name in threads. */
export { backtest, forecast, testRun } from "#engine";
