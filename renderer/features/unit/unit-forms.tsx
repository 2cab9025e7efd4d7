import type { ReactNode } from 'react';
import type { Day } from '#shared/base/time.ts';
import { UNIT_TYPES, type UnitSpan } from '#shared/domain/unit/unit.schema.ts';
import { CommandDialog, type Form } from '#renderer/components/command-form.tsx';
import { DecidedFromFields } from '#renderer/components/decided-from.tsx';
import { ChoiceField, TextArea, TextField } from '#renderer/components/field.tsx';
import { todayNow } from '#renderer/components/when.tsx';
import { organisationText, unitTypeWords } from '#renderer/text/organisation.ts';

const text = organisationText.unit;
type UnitType = UnitSpan['unitType'];

interface UnitFields extends Readonly<Record<string, unknown>> {
  readonly from: Day | '';
  readonly name: string;
  readonly unitType: UnitType | '';
  readonly areaId: string;
  readonly remit: string;
  readonly decidedBy: string;
  readonly reason: string;
  readonly telephone: string;
  readonly email: string;
}

export interface UnitToChange {
  readonly id: string;
  readonly name: string;
  readonly unitType: string;
  readonly areaId: string;
  readonly remit: string;
  readonly telephone: string;
  readonly email: string;
}

interface UnitFormProps {
  readonly unit?: UnitToChange;
  /** Areas in use, to choose from. */
  readonly areas: readonly { readonly id: string; readonly name: string }[];
  readonly areaId?: string;
  readonly onClose: () => void;
  readonly onAdded?: (unitId: string) => void;
}

/** Adds a unit, or changes one from a day on (duties 7, 8). */
export function UnitForm({ unit, areas, areaId = '', onClose, onAdded }: UnitFormProps): ReactNode {
  const initial: UnitFields = {
    from: todayNow(),
    name: unit?.name ?? '',
    unitType: (unit?.unitType ?? '') as UnitType | '',
    areaId: unit?.areaId ?? areaId,
    remit: unit?.remit ?? '',
    decidedBy: '',
    reason: '',
    telephone: unit?.telephone ?? '',
    email: unit?.email ?? '',
  };
  const shared = {
    initial,
    labels: text.labels,
    onCancel: onClose,
    children: (form: Form<UnitFields>): ReactNode => <UnitFieldset {...form} areas={areas} />,
  };
  // An unchosen kind is refused by the command's own shape, with its sentence at the field.
  const chosen = (fields: UnitFields) => ({ ...fields, unitType: fields.unitType as UnitType });
  return unit === undefined ? (
    <CommandDialog
      {...shared}
      title={text.add}
      command="unit.add"
      forKind="unit.add"
      about=""
      args={chosen}
      submit={text.add}
      done={text.added}
      onDone={({ unitId }) => {
        onClose();
        onAdded?.(unitId);
      }}
    />
  ) : (
    <CommandDialog
      {...shared}
      title={text.changeTitle(unit.name)}
      command="unit.change"
      forKind="unit.change"
      about={unit.id}
      args={(fields) => ({ ...chosen(fields), unitId: unit.id })}
      submit={text.change}
      done={text.changed}
      onDone={onClose}
    />
  );
}

function UnitFieldset({ fields, set, error, at, areas }: Form<UnitFields> & { readonly areas: UnitFormProps['areas'] }): ReactNode {
  return (
    <>
      <TextField {...at('name')} data-autofocus />
      <ChoiceField {...at('unitType')} choices={UNIT_TYPES.map((value) => ({ value, label: unitTypeWords[value] }))} />
      <ChoiceField
        name="areaId"
        label={text.labels.areaId}
        value={fields.areaId === '' ? WHOLE_FORCE : fields.areaId}
        onChange={(value) => set('areaId', value === WHOLE_FORCE ? '' : value)}
        choices={[{ value: WHOLE_FORCE, label: text.wholeForce }, ...areas.map((area) => ({ value: area.id, label: area.name }))]}
        error={error('areaId')}
      />
      <TextArea {...at('remit')} help={text.help.remit} optional />
      <TextField {...at('telephone')} optional />
      <TextField {...at('email')} optional />
      <DecidedFromFields at={at} help={text.help.from} reasonOptional />
    </>
  );
}

/** A choice list cannot hold an empty value, so the whole force has a name of its own here. */
const WHOLE_FORCE = 'whole-force';

/** Closes a unit from a day; who decided and why is kept (duty 7). */
export function CloseUnitForm({
  unit,
  onClose,
}: {
  readonly unit: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}): ReactNode {
  return (
    <CommandDialog
      title={text.closeTitle(unit.name)}
      command="unit.close"
      forKind="unit.close"
      about={unit.id}
      initial={{ from: todayNow() as Day | '', decidedBy: '', reason: '' }}
      labels={text.labels}
      args={(fields) => ({ ...fields, unitId: unit.id })}
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
