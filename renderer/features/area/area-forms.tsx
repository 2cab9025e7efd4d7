import type { ReactNode } from 'react';
import type { Day } from '#shared/base/time.ts';
import { CommandDialog, type Form } from '#renderer/components/command-form.tsx';
import { DecidedFromFields } from '#renderer/components/decided-from.tsx';
import { CheckField, TextField } from '#renderer/components/field.tsx';
import { todayNow } from '#renderer/components/when.tsx';
import { organisationText } from '#renderer/text/organisation.ts';

const text = organisationText.area;

interface AreaFields extends Readonly<Record<string, unknown>> {
  readonly from: Day | '';
  readonly name: string;
  readonly code: string;
  readonly runsStrategic: boolean;
  readonly runsTactical: boolean;
  readonly decidedBy: string;
  readonly reason: string;
}

interface AreaToChange {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly runsStrategic: boolean;
  readonly runsTactical: boolean;
}

/** Adds an area, or changes one from a day on (duties 6, 7). */
export function AreaForm({
  area,
  onClose,
  onAdded,
}: {
  readonly area?: AreaToChange;
  readonly onClose: () => void;
  readonly onAdded?: (areaId: string) => void;
}): ReactNode {
  const initial: AreaFields = {
    from: todayNow(),
    name: area?.name ?? '',
    code: area?.code ?? '',
    runsStrategic: area?.runsStrategic ?? true,
    runsTactical: area?.runsTactical ?? true,
    decidedBy: '',
    reason: '',
  };
  const fieldsOf = (form: Form<AreaFields>): ReactNode => <AreaFieldset {...form} />;
  const shared = { initial, labels: text.labels, onCancel: onClose, children: fieldsOf };
  return area === undefined ? (
    <CommandDialog
      {...shared}
      title={text.add}
      command="area.add"
      forKind="area.add"
      about=""
      args={(fields) => fields}
      submit={text.add}
      done={text.added}
      onDone={({ areaId }) => {
        onClose();
        onAdded?.(areaId);
      }}
    />
  ) : (
    <CommandDialog
      {...shared}
      title={text.changeTitle(area.name)}
      command="area.change"
      forKind="area.change"
      about={area.id}
      args={(fields) => ({ ...fields, areaId: area.id })}
      submit={text.change}
      done={text.changed}
      onDone={onClose}
    />
  );
}

function AreaFieldset({ fields, set, at }: Form<AreaFields>): ReactNode {
  return (
    <>
      <TextField {...at('name')} data-autofocus />
      <TextField {...at('code')} help={text.help.code} onChange={(value) => set('code', value.toUpperCase())} w="8rem" />
      <CheckField
        name="runsStrategic"
        label={text.labels.runsStrategic}
        checked={fields.runsStrategic}
        onChange={(value) => set('runsStrategic', value)}
      />
      <CheckField
        name="runsTactical"
        label={text.labels.runsTactical}
        checked={fields.runsTactical}
        onChange={(value) => set('runsTactical', value)}
      />
      <DecidedFromFields at={at} help={text.help.from} reasonOptional />
    </>
  );
}

/** Closes an area from a day; who decided and why is kept (duty 7). */
export function CloseAreaForm({
  area,
  onClose,
}: {
  readonly area: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}): ReactNode {
  return (
    <CommandDialog
      title={text.closeTitle(area.name)}
      command="area.close"
      forKind="area.close"
      about={area.id}
      initial={{ from: todayNow() as Day | '', decidedBy: '', reason: '' }}
      labels={text.labels}
      args={(fields) => ({ ...fields, areaId: area.id })}
      submit={text.close}
      danger
      done={text.closed}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => <DecidedFromFields at={at} help={text.help.closeFrom} />}
    </CommandDialog>
  );
}
