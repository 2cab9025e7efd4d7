import type { NameableKind } from '#shared/domain/decision/nameable.ts';
import type { CommandArgs, CommandName } from '#shared/domain/registry.ts';

/** A command that carries out what a decision named, with its arguments made from the id of the draft and the decision. */
interface Act {
  readonly command: CommandName;
  readonly args: (recordId: string, decisionId: string) => CommandArgs<CommandName>;
}

const act = (command: string, idField: string): Act => ({
  command: command as CommandName,
  args: (recordId, decisionId) => ({ [idField]: recordId, decisionId }) as never,
});

/** One line for each kind whose act asks nothing more; recommendations and bids have a form of their own. */
export const DIRECT_ACTS: Readonly<Partial<Record<NameableKind, Act>>> = {
  prioritisation: act('prioritisation.freeze', 'prioritisationId'),
  'control-strategy': act('control-strategy.set', 'strategyId'),
  'intelligence-requirement': act('intelligence-requirement.approve', 'requirementId'),
};
