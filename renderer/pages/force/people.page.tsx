import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { usePaletteAction } from '#renderer/app/palette-actions.ts';
import { useShortcut } from '#renderer/app/shortcuts/shortcuts.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { View } from '#renderer/components/view.tsx';
import { PeopleTable } from '#renderer/features/person/people-table.tsx';
import { PersonForm } from '#renderer/features/person/person-form.tsx';
import { forceText } from '#renderer/text/force.ts';
import { organisationText } from '#renderer/text/organisation.ts';
import { useAsAt } from './as-at.ts';
import { ForceFrame } from './force-frame.tsx';
import { useMayOrganise } from './may-change.ts';
import { PersonPane } from './person-pane.tsx';
import { useShown } from './use-shown.ts';
import { useUnitsAndAgencies } from './use-units-and-agencies.ts';

const text = forceText.people;

/** The directory of the force and its partners as at any day (duties 1, 10-15). */
export function PeoplePage(): ReactNode {
  const { asAt } = useAsAt();
  const view = useView('people', { asAt });
  const { organises, why } = useMayOrganise();
  const { shown, show, close } = useShown();
  const [adding, setAdding] = useState(false);
  const mayAct = organises && why === null;
  useShortcut('n', organisationText.person.add, () => setAdding(true), { enabled: mayAct });
  usePaletteAction({ label: organisationText.person.add, keys: 'n', run: () => setAdding(true) }, mayAct);
  return (
    <ForceFrame
      title={text.title}
      dated
      fill
      actions={
        organises && (
          <RuleButton why={why} onClick={() => setAdding(true)}>
            {organisationText.person.add}
          </RuleButton>
        )
      }
    >
      <View of={view}>
        {({ rows }) => (
          <PeopleTable
            rows={rows}
            shown={shown}
            onShow={show}
            empty={
              <EmptyState
                title={text.emptyTitle}
                action={mayAct && <Button onClick={() => setAdding(true)}>{organisationText.person.add}</Button>}
              >
                {text.emptyBody}
              </EmptyState>
            }
          />
        )}
      </View>
      {shown !== '' && <PersonPane key={shown} personId={shown} onClose={close} />}
      {adding && <AddPerson onClose={() => setAdding(false)} onAdded={show} />}
    </ForceFrame>
  );
}

function AddPerson({ onClose, onAdded }: { readonly onClose: () => void; readonly onAdded: (personId: string) => void }): ReactNode {
  const choices = useUnitsAndAgencies();
  return <PersonForm {...choices} onClose={onClose} onAdded={onAdded} />;
}
