export const countedSteps = (amount: number) => (amount === 1 ? "1 step" : `${amount} steps`);
