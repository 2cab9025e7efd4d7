import { Button, Group, Modal, Stack } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import type { CommandArgs, CommandName, CommandOut } from '#shared/domain/registry.ts';
import { useCommand, useView } from '#renderer/app/bridge/use-bridge.ts';
import { useDraft } from '#renderer/app/scratchpad/use-draft.ts';
import { appText } from '#renderer/text/app.ts';
import { formText } from '#renderer/text/form.ts';
import { acknowledge } from './acknowledge.ts';
import { ErrorSummary } from './error-summary.tsx';
import { errorOf } from './field.tsx';
import { PageLoading } from './page.tsx';
import { SavedAt } from './saved-at.tsx';
import styles from './command-form.module.css';

type Fields = Readonly<Record<string, unknown>>;

/** What a form's fields are given: values, how to change them, and what is wrong with each. */
export interface Form<F extends Fields> {
  readonly fields: F;
  set<Name extends keyof F & string>(name: Name, value: F[Name]): void;
  setAll(changes: Partial<F>): void;
  error(name: string): string | undefined;
  /** What binds a field to the value of that name: its label, value, change and what is wrong with it. */
  at<Name extends keyof F & string>(name: Name): FieldAt<Name, F[Name]>;
}

interface FieldAt<Name extends string, Value> {
  readonly name: Name;
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly error: string | undefined;
}

interface CommandFormProps<Name extends CommandName, F extends Fields> {
  readonly command: Name;
  /** Kind of record it becomes, for the draft. */
  readonly forKind: string;
  /** The record it is about, or empty for a new one. */
  readonly about: string;
  readonly initial: F;
  /** Labels of the fields by the argument they fill, so that the summary names them. */
  readonly labels: Readonly<Record<string, string>>;
  readonly args: (fields: F) => CommandArgs<Name>;
  /** The verb on the button. */
  readonly submit: string;
  readonly danger?: boolean;
  /** Said when it was done. */
  readonly done: string;
  readonly onDone: (out: CommandOut<Name>) => void;
  readonly onCancel: () => void;
  readonly children: (form: Form<F>) => ReactNode;
}

/** A form that runs one command: what is typed is kept as a draft until it is recorded, and a refusal stands at its field and in a summary. */
export function CommandForm<Name extends CommandName, F extends Fields>(props: CommandFormProps<Name, F>): ReactNode {
  const drafts = useView('drafts', { parent: props.about });
  // Which draft to go on with is settled once, when the form opens: later answers must not swap the text under the cursor.
  const [begun, setBegun] = useState<{ readonly draftId: string | undefined; readonly fields: Fields } | null>(null);
  if (begun === null) {
    if (drafts.state === 'loading') return <PageLoading />;
    const kept = drafts.state === 'ready' ? drafts.view.rows.find((row) => row.forKind === props.forKind && row.itemId === '') : undefined;
    setBegun({ draftId: kept?.id, fields: kept?.fields ?? {} });
    return null;
  }
  return <Writing {...props} resumed={begun.draftId} typed={begun.fields} />;
}

function Writing<Name extends CommandName, F extends Fields>({
  command,
  forKind,
  about,
  initial,
  labels,
  args,
  submit,
  danger = false,
  done,
  onDone,
  onCancel,
  children,
  resumed,
  typed,
}: CommandFormProps<Name, F> & { readonly resumed: string | undefined; readonly typed: Fields }): ReactNode {
  const [continuing, setContinuing] = useState(resumed !== undefined);
  const draft = useDraft<F>({
    draftId: resumed,
    parent: about,
    forKind,
    itemId: '',
    initial: continuing ? ({ ...initial, ...typed } as F) : initial,
  });
  const { run, busy, refusals, clear } = useCommand(command);
  const form = useRef<HTMLFormElement>(null);
  // A dialogue gives the focus away when it opens; its fields come a moment later, and whoever pressed a key is typing already.
  useEffect(() => {
    const first = form.current?.closest('[role="dialog"]')
      ? (form.current.querySelector<HTMLElement>('[data-autofocus]') ?? form.current.querySelector<HTMLElement>('textarea, input'))
      : null;
    first?.focus();
  }, []);
  const send = async (): Promise<void> => {
    const result = await draft.record((_draftId, fields) => run(args(fields)));
    if (!result.ok) return;
    // What was typed is recorded now; its draft would otherwise be offered again the next time.
    await draft.discard();
    acknowledge(done);
    onDone(result.value);
  };
  const named = refusals.map((refusal): Refusal => {
    const label = labels[refusal.field];
    return label === undefined || refusal.code !== 'bridge/argument' ? refusal : { ...refusal, message: `${label}: ${refusal.message}` };
  });
  return (
    <form
      ref={form}
      className={styles['form']}
      noValidate
      onKeyDown={(event) => {
        // Enter takes a choice from a list; where the list is a moment late it must not send the form instead.
        if (event.key === 'Enter' && (event.target as HTMLElement).getAttribute('aria-haspopup') === 'listbox') event.preventDefault();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void send();
      }}
    >
      <Stack gap="md">
        <ErrorSummary refusals={named} />
        {continuing && (
          <p className={styles['resumed']} role="status">
            {formText.resumed}{' '}
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => {
                clear();
                setContinuing(false);
                void draft.discard();
              }}
            >
              {formText.startAgain}
            </Button>
          </p>
        )}
        {children({
          fields: draft.fields,
          set: draft.set,
          setAll: draft.setAll,
          error: (name) => errorOf(refusals, name),
          at: (name) => ({
            name,
            label: labelled(labels, name),
            value: draft.fields[name],
            onChange: (value) => draft.set(name, value),
            error: errorOf(refusals, name),
          }),
        })}
        <Group justify="space-between" className={styles['foot']}>
          <SavedAt state={draft.state} savedAt={draft.savedAt} />
          <Group>
            <Button variant="default" onClick={onCancel}>
              {appText.components.cancel}
            </Button>
            <Button type="submit" color={danger ? 'red' : 'accent'} loading={busy}>
              {submit}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

function labelled(labels: Readonly<Record<string, string>>, name: string): string {
  const label = labels[name];
  if (label === undefined) throw new Error(`The form has no label for its field ${name}.`);
  return label;
}

/** A command form in a dialogue. Escape closes it and keeps what was typed. */
export function CommandDialog<Name extends CommandName, F extends Fields>({
  title,
  size = '38rem',
  ...form
}: CommandFormProps<Name, F> & { readonly title: string; readonly size?: string }): ReactNode {
  return (
    <Modal opened onClose={form.onCancel} title={title} size={size} closeButtonProps={{ 'aria-label': appText.components.close }}>
      <CommandForm {...form} />
    </Modal>
  );
}
