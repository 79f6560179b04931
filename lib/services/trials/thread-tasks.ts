/** What trials take long for; called by name in threads. */
export { backtest, forecast, testRun } from "#engine";
