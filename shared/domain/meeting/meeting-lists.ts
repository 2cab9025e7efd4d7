import { actionCommands } from '#shared/domain/action/action.commands.ts';
import { actionQueries } from '#shared/domain/action/action.queries.ts';
import { action } from '#shared/domain/action/action.rules.ts';
import { agendaItemCommands } from '#shared/domain/agenda-item/agenda-item.commands.ts';
import { agendaItem } from '#shared/domain/agenda-item/agenda-item.rules.ts';
import { decisionCommands } from '#shared/domain/decision/decision.commands.ts';
import { decisionQueries } from '#shared/domain/decision/decision.queries.ts';
import { decision } from '#shared/domain/decision/decision.rules.ts';
import { deliveryPlanCommands } from '#shared/domain/delivery-plan/delivery-plan.commands.ts';
import { deliveryPlanQueries } from '#shared/domain/delivery-plan/delivery-plan.queries.ts';
import { deliveryPlan } from '#shared/domain/delivery-plan/delivery-plan.rules.ts';
import { minuteEntryCommands } from '#shared/domain/minute-entry/minute-entry.commands.ts';
import { minuteEntry } from '#shared/domain/minute-entry/minute-entry.rules.ts';
import { minutesQueries } from '#shared/domain/minutes/minutes.queries.ts';
import { minutes } from '#shared/domain/minutes/minutes.rules.ts';
import { paperCommands } from '#shared/domain/paper/paper.commands.ts';
import { paper } from '#shared/domain/paper/paper.rules.ts';
import { todayQueries } from '#shared/domain/today/today.queries.ts';
import { meetingCommands } from './meeting.commands.ts';
import { meetingQueries } from './meeting.queries.ts';
import { meeting } from './meeting.rules.ts';

/** What meetings add to the registry. */
export const meetingSideNouns = [meeting, agendaItem, minuteEntry, decision, action, paper, minutes, deliveryPlan] as const;
export const meetingSideCommands = [
  ...meetingCommands,
  ...agendaItemCommands,
  ...minuteEntryCommands,
  ...decisionCommands,
  ...actionCommands,
  ...paperCommands,
  ...deliveryPlanCommands,
] as const;
export const meetingSideQueries = [
  ...meetingQueries,
  ...decisionQueries,
  ...actionQueries,
  ...deliveryPlanQueries,
  ...minutesQueries,
  ...todayQueries,
] as const;
