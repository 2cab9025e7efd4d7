import { Button, Checkbox, SegmentedControl } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { MARKINGS } from '#shared/contracts/record/record.ts';
import type { StrategyChoices, StrategyPage } from '#shared/domain/control-strategy/control-strategy.queries.ts';
import { STRATEGY_PARTS } from '#shared/domain/control-strategy/control-strategy.schema.ts';
import { allocationOf } from '#shared/domain/control-strategy/strategy-figures.ts';
import type { ParentShown, StrategyShown } from '#shared/domain/control-strategy/strategy-shown.ts';
import { useCommand } from '#renderer/app/bridge/use-bridge.ts';
import { goTo } from '#renderer/app/location.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { CommandForm, type Form } from '#renderer/components/command-form.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { CheckField, ChoiceField, NumberField, TextArea, TextField } from '#renderer/components/field.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { controlStrategyText } from '#renderer/text/control-strategy.ts';
import { EditorRows } from './editor-rows.tsx';
import { type StrategyFields, argsOf, fieldsOf, labelsOf } from './strategy-fields.ts';
import { ResourceTable } from './strategy-tables.tsx';
import styles from './strategy-editor.module.css';

const words = controlStrategyText.editor;

/** Writes a draft: every key is kept as typed, and saving makes it the draft that others see and the group decides on (duties 74, 85-88, 95, 97). */
export function StrategyEditor({ page, choices }: { readonly page: StrategyPage; readonly choices: StrategyChoices }): ReactNode {
  const { strategy } = page;
  // Somebody else's saving must not take the form from under the hands of who is typing: only one's own saving begins it anew.
  const [held, setHeld] = useState(strategy);
  // Between saving and the answer that shows what was saved the page keeps its height, so that it does not jump.
  const [waiting, setWaiting] = useState<number | null>(null);
  const box = useRef<HTMLDivElement>(null);
  if (waiting !== null && strategy.rev !== held.rev) {
    setHeld(strategy);
    setWaiting(null);
  }
  const initial = fieldsOf(held);
  return (
    <div ref={box} style={waiting === null ? undefined : { minHeight: `${waiting}px` }}>
      {waiting === null && (
        <CommandForm
          key={held.rev}
          command="control-strategy.change"
          forKind="control-strategy.change"
          about={strategy.id}
          initial={initial}
          labels={labelsOf(initial)}
          args={(fields) => argsOf(strategy.id, fields)}
          submit={words.save}
          done={words.saved}
          onDone={() => setWaiting(box.current?.clientHeight ?? 0)}
          onCancel={() => goTo(`/strategy?place=${strategy.nodeId}`)}
        >
          {(form) => <Fields form={form} strategy={strategy} choices={choices} />}
        </CommandForm>
      )}
    </div>
  );
}

interface FieldsProps {
  readonly form: Form<StrategyFields>;
  readonly strategy: StrategyShown;
  readonly choices: StrategyChoices;
}

function Fields({ form, strategy, choices }: FieldsProps): ReactNode {
  const { fields, set, setAll, at } = form;
  return (
    <>
      {form.error('rev') !== undefined && (
        <div>
          <Button variant="default" onClick={() => setAll(fieldsOf(strategy))}>
            {words.meanwhile}
          </Button>
        </div>
      )}
      <TextField {...at('title')} maxLength={200} />
      <TextArea {...at('direction')} help={words.directionHelp} maxLength={4000} minRows={3} />
      <div className={styles['line']}>
        <DayField {...at('from')} help="" />
        <DayField {...at('reviewOn')} help="" optional />
        <ChoiceField {...at('marking')} choices={MARKINGS.map((one) => ({ value: one, label: one }))} />
      </div>
      <Sources form={form} strategy={strategy} choices={choices} />
      {strategy.parents.length > 0 && <Parents form={form} parents={strategy.parents} />}
      <CheckField
        name="withReassurance"
        label={words.reassurance}
        checked={fields.withReassurance}
        onChange={(on) => set('withReassurance', on)}
      />
      <EditorRows form={form} choices={choices} />
      <Pool form={form} />
      <fieldset className={styles['group']}>
        <legend>{words.partners}</legend>
        <p className={styles['quiet']}>{words.partnersHelp}</p>
        <div className={styles['checks']}>
          {STRATEGY_PARTS.map((part) => (
            <Checkbox
              key={part}
              label={words.parts[part]}
              checked={fields.policeOnlyParts.includes(part)}
              onChange={(event) =>
                set(
                  'policeOnlyParts',
                  STRATEGY_PARTS.filter((one) => (one === part ? event.currentTarget.checked : fields.policeOnlyParts.includes(one))),
                )
              }
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}

/** What the draft rests on, and the step that takes the included issues in (duties 94, 95). */
function Sources({ form, strategy, choices }: FieldsProps): ReactNode {
  const { fields, at } = form;
  const { run, busy, refusals } = useCommand('control-strategy.take-issues');
  if (choices.prioritisations.length === 0 && choices.assessments.length === 0) return null;
  const take = async (): Promise<void> => {
    const result = await run({ strategyId: strategy.id, prioritisationId: fields.prioritisationId });
    if (result.ok) acknowledge(words.taken);
  };
  return (
    <>
      <div className={styles['line']}>
        {choices.assessments.length > 0 && (
          <ChoiceField
            {...at('assessmentId')}
            optional
            choices={choices.assessments.map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
        {choices.prioritisations.length > 0 && (
          <ChoiceField
            {...at('prioritisationId')}
            optional
            help={words.takeHelp}
            choices={choices.prioritisations.map(({ id, title, included }) => ({ value: id, label: `${title} (${included})` }))}
          />
        )}
        {fields.prioritisationId !== '' && (
          <div>
            <Button variant="default" mt="1.5rem" loading={busy} onClick={() => void take()}>
              {words.take}
            </Button>
          </div>
        )}
      </div>
      <RefusalNote refusals={refusals} />
    </>
  );
}

/** What an area does with each priority of the force (duty 61). */
function Parents({ form, parents }: { readonly form: Form<StrategyFields>; readonly parents: readonly ParentShown[] }): ReactNode {
  const { fields, set } = form;
  return (
    <fieldset className={styles['group']}>
      <legend>{words.parents}</legend>
      <p className={styles['quiet']}>{words.parentsHelp}</p>
      {parents.map((parent) => {
        const answer = fields.parents.find((one) => one.priorityId === parent.id);
        const put = (changes: { readonly adopted?: boolean; readonly reason?: string }): void =>
          set('parents', [
            ...fields.parents.filter((one) => one.priorityId !== parent.id),
            { priorityId: parent.id, adopted: true, reason: '', ...answer, ...changes },
          ]);
        return (
          <div key={parent.id} className={styles['parent']}>
            <span>
              <Reference>{parent.reference}</Reference> {parent.title}
            </span>
            <SegmentedControl
              aria-label={words.answer(parent.reference)}
              size="xs"
              data={[
                { value: 'yes', label: words.answers.yes },
                { value: 'no', label: words.answers.no },
              ]}
              value={answer === undefined ? '' : answer.adopted ? 'yes' : 'no'}
              onChange={(value) => put({ adopted: value === 'yes', ...(value === 'yes' ? { reason: '' } : {}) })}
              transitionDuration={0}
            />
            {answer?.adopted === false && (
              <TextField
                name={`parents.${fields.parents.indexOf(answer)}.reason`}
                label={words.why(parent.reference)}
                value={answer.reason}
                onChange={(reason) => put({ reason })}
                error={form.error(`parents.${fields.parents.indexOf(answer)}.reason`)}
                maxLength={2000}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

/** The pool, and what is left of it with what is typed now (duties 52, 59). */
function Pool({ form }: { readonly form: Form<StrategyFields> }): ReactNode {
  const { fields, set, at } = form;
  const allocation = allocationOf(fields);
  return (
    <fieldset className={styles['group']}>
      <legend>{words.pool}</legend>
      <div className={styles['line']}>
        {(['hours', 'officers', 'budget'] as const).map((what) => (
          <NumberField
            key={what}
            name={`pool.${what}`}
            label={words[what]}
            value={fields.pool[what]}
            onChange={(amount) => set('pool', { ...fields.pool, [what]: amount === '' ? 0 : amount })}
            error={form.error(`pool.${what}`)}
            min={0}
            thousandSeparator=" "
            hideControls
          />
        ))}
      </div>
      <ResourceTable
        strategy={{
          rows: fields.priorities.map((row) => ({ ...row, id: row.key })),
          allocation,
          overAllocatedBecause: '',
        }}
      />
      {allocation.over.length > 0 && <TextArea {...at('overAllocatedBecause')} maxLength={2000} />}
    </fieldset>
  );
}
