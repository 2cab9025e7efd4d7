import { actionCommands } from '#shared/domain/action/action.commands.ts';
import { action } from '#shared/domain/action/action.rules.ts';
import { agendaItemCommands } from '#shared/domain/agenda-item/agenda-item.commands.ts';
import { agendaItem } from '#shared/domain/agenda-item/agenda-item.rules.ts';
import { decisionCommands } from '#shared/domain/decision/decision.commands.ts';
import { decision } from '#shared/domain/decision/decision.rules.ts';
import { deliveryPlanCommands } from '#shared/domain/delivery-plan/delivery-plan.commands.ts';
import { deliveryPlan } from '#shared/domain/delivery-plan/delivery-plan.rules.ts';
import { minuteEntryCommands } from '#shared/domain/minute-entry/minute-entry.commands.ts';
import { minuteEntry } from '#shared/domain/minute-entry/minute-entry.rules.ts';
import { minutes } from '#shared/domain/minutes/minutes.rules.ts';
import { paperCommands } from '#shared/domain/paper/paper.commands.ts';
import { paper } from '#shared/domain/paper/paper.rules.ts';
import { meetingCommands } from './meeting.commands.ts';
import { meeting } from './meeting.rules.ts';

/** What meetings add to the registry. */
export const meetingSideNouns = [meeting, agendaItem, minuteEntry, decision, action, paper, minutes, deliveryPlan] as const;
export const meetingSideCommands = [...meetingCommands, ...agendaItemCommands, ...minuteEntryCommands, ...decisionCommands, ...actionCommands, ...paperCommands, ...deliveryPlanCommands] as const;
