import type { ReactNode } from 'react';
import type { Day } from '#shared/base/time.ts';
import type { PublishableRecord, PublishChoices } from '#shared/domain/publication/publication.queries.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { ChoiceField, TextArea } from '#renderer/components/field.tsx';
import { publicationsText } from '#renderer/text/publications.ts';
import { AgenciesField } from './agencies-field.tsx';

const words = publicationsText.publish;
type Staff = 'force' | 'area' | 'none';

interface PublishDialogProps {
  readonly choices: PublishChoices;
  readonly onDone: (publicationId: string) => void;
  readonly onCancel: () => void;
}

/** Publishes the control strategy and the requirement of one place in one act, to staff and where chosen to partners (duties 10, 99, 100, 107, 108). */
export function PublishDialog({ choices, onDone, onCancel }: PublishDialogProps): ReactNode {
  const { strategies, requirements, agencies } = choices;
  const strategy = strategies.find((one) => !one.published) ?? strategies[0];
  const requirement = requirements.find((one) => strategy === undefined || one.nodeId === strategy.nodeId);
  return (
    <CommandDialog
      title={words.title}
      command="publication.publish"
      forKind="publication"
      about=""
      initial={{
        controlStrategyId: strategy?.id ?? '',
        requirementId: requirement?.id ?? '',
        aloneBecause: '',
        staff: 'force' as Staff,
        agencyIds: [] as readonly string[],
        readBy: choices.suggestedReadBy as Day | '',
      }}
      labels={words.labels}
      args={({ agencyIds, readBy, ...fields }) => ({ ...fields, agencyIds: [...agencyIds], readBy: readBy as Day })}
      submit={words.submit}
      done={words.done}
      onDone={({ publicationId, partnerPublicationId, notCleared }) => {
        if (notCleared > 0) acknowledge(words.notCleared(notCleared));
        onDone(publicationId === '' ? partnerPublicationId : publicationId);
      }}
      onCancel={onCancel}
    >
      {({ fields, at }) => {
        const place = [...strategies, ...requirements].find(
          (one) => one.id === fields.controlStrategyId || one.id === fields.requirementId,
        );
        const staff: readonly Staff[] = place?.nodeType === 'area' ? ['force', 'area', 'none'] : ['force', 'none'];
        return (
          <>
            <ChoiceField
              {...at('controlStrategyId')}
              choices={strategies.map(choiceOf)}
              help={strategies.length === 0 ? words.help.noStrategy : undefined}
              clearable
            />
            <ChoiceField
              {...at('requirementId')}
              choices={requirements.map(choiceOf)}
              help={requirements.length === 0 ? words.help.noRequirement : undefined}
              clearable
            />
            {(fields.controlStrategyId === '' || fields.requirementId === '') && (
              <TextArea {...at('aloneBecause')} help={words.help.aloneBecause} />
            )}
            <ChoiceField {...at('staff')} choices={staff.map((value) => ({ value, label: words.staff[value] }))} w="20rem" />
            <AgenciesField {...at('agencyIds')} agencies={agencies} help={words.help.agencyIds} optional />
            <DayField {...at('readBy')} />
          </>
        );
      }}
    </CommandDialog>
  );
}

function choiceOf({ id, title, version, place }: PublishableRecord): { readonly value: string; readonly label: string } {
  return { value: id, label: words.choice(title, version, place) };
}
