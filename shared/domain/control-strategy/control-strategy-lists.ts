import { controlStrategyCommands } from './control-strategy.commands.ts';
import { controlStrategyQueries } from './control-strategy.queries.ts';
import { controlStrategy } from './control-strategy.rules.ts';

/** What control strategies add to the registry. */
export const controlStrategyNouns = [controlStrategy] as const;
export const controlStrategySideCommands = [...controlStrategyCommands] as const;
export const controlStrategySideQueries = [...controlStrategyQueries] as const;
