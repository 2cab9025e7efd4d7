import { strategyText } from '#renderer/text/strategy.ts';
import { everyone, type MayUse, policeOnly, strategyReaders } from './sections.ts';

export interface StrategyTab {
  readonly path: string;
  readonly label: string;
  /** As the route of the same path says; a test sees to it. */
  readonly mayUse: MayUse;
}

/** The pages of the Strategy section that have a tab, in the order of the work. They stand apart from the routes because the pages show them. */
export const strategyTabs: readonly StrategyTab[] = [
  { path: '/strategy', label: strategyText.tabs.strategy, mayUse: policeOnly },
  { path: '/strategy/assessments', label: strategyText.tabs.assessments, mayUse: everyone },
  { path: '/strategy/prioritisation', label: strategyText.tabs.prioritisation, mayUse: strategyReaders },
  { path: '/strategy/requirement', label: strategyText.tabs.requirement, mayUse: strategyReaders },
  { path: '/strategy/commissions', label: strategyText.tabs.commissions, mayUse: policeOnly },
  { path: '/strategy/publications', label: strategyText.tabs.publications, mayUse: everyone },
  { path: '/strategy/calendar', label: strategyText.tabs.calendar, mayUse: policeOnly },
];
