import type { NameableKind } from '#shared/domain/decision/nameable.ts';
import type { CommandArgs, CommandName } from '#shared/domain/registry.ts';

/** A command that carries out what a decision named, with its arguments made from the id of the draft and the decision. */
interface Act<Name extends CommandName = CommandName> {
  readonly command: Name;
  readonly args: (recordId: string, decisionId: string) => CommandArgs<Name>;
}
const act = <Name extends CommandName>(command: Name, args: Act<Name>['args']): Act => ({ command, args }) as Act;

/** One line for each kind whose act asks nothing more; recommendations and bids have a form of their own. */
export const DIRECT_ACTS: Readonly<Partial<Record<NameableKind, Act>>> = {
  prioritisation: act('prioritisation.freeze', (prioritisationId, decisionId) => ({ prioritisationId, decisionId })),
  'control-strategy': act('control-strategy.set', (strategyId, decisionId) => ({ strategyId, decisionId })),
  'intelligence-requirement': act('intelligence-requirement.approve', (requirementId, decisionId) => ({ requirementId, decisionId })),
};
