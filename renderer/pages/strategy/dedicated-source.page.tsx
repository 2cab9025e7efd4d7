import { Button, Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSearch } from 'wouter';
import type { MyCompartments } from '#shared/domain/compartment/compartment.queries.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { goTo } from '#renderer/app/location.ts';
import { NotHerePage } from '#renderer/app/shell/not-here.page.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { View } from '#renderer/components/view.tsx';
import { OpenCompartment } from '#renderer/features/compartment/compartment-forms.tsx';
import { CompartmentRoom } from '#renderer/features/compartment/compartment-room.tsx';
import { compartmentText as words } from '#renderer/text/compartment.ts';
import { StrategyFrame } from './strategy-frame.tsx';

const PATH = '/strategy/dedicated-source';

/** The compartments someone is in. To everybody else this is no page, in the very words of one that does not exist (duty 111). */
export function DedicatedSourcePage(): ReactNode {
  const mine = useView('my-compartments', {});
  return <View of={mine}>{(found) => (found.rows.length === 0 && !found.mayOpen ? <NotHerePage /> : <Rooms mine={found} />)}</View>;
}

function Rooms({ mine }: { readonly mine: MyCompartments }): ReactNode {
  const asked = new URLSearchParams(useSearch()).get('show') ?? '';
  const chosen = mine.rows.find((row) => row.id === asked) ?? mine.rows.find((row) => row.state === 'in-use') ?? mine.rows[0];
  const [opening, setOpening] = useState(false);
  return (
    <StrategyFrame
      title={chosen?.name ?? words.title}
      subtitle={words.subtitle}
      marking="OFFICIAL-SENSITIVE"
      policeOnly
      actions={
        <>
          {mine.rows.length > 1 && (
            <Select
              aria-label={words.choose}
              data={mine.rows.map((row) => ({ value: row.id, label: row.name }))}
              value={chosen?.id ?? null}
              onChange={(id) => id !== null && goTo(`${PATH}?show=${id}`)}
              allowDeselect={false}
              comboboxProps={{ transitionProps: { duration: 0 } }}
            />
          )}
          {mine.mayOpen && (
            <Button variant={chosen === undefined ? 'filled' : 'default'} onClick={() => setOpening(true)}>
              {words.steps.open}
            </Button>
          )}
        </>
      }
    >
      {chosen === undefined ? (
        <EmptyState title={words.empty.title} action={<Button onClick={() => setOpening(true)}>{words.steps.open}</Button>}>
          {words.empty.body}
        </EmptyState>
      ) : (
        <Room key={chosen.id} compartmentId={chosen.id} />
      )}
      {opening && (
        <OpenCompartment
          people={mine.people}
          onClose={() => setOpening(false)}
          onOpened={(id) => {
            setOpening(false);
            goTo(`${PATH}?show=${id}`);
          }}
        />
      )}
    </StrategyFrame>
  );
}

function Room({ compartmentId }: { readonly compartmentId: string }): ReactNode {
  const view = useView('compartment-room', { compartmentId });
  return <View of={view}>{(room) => (room === null ? null : <CompartmentRoom room={room} />)}</View>;
}
