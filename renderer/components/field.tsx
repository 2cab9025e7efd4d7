import {
  Button,
  Checkbox,
  type CheckboxProps,
  NumberInput,
  type NumberInputProps,
  Select,
  type SelectProps,
  Textarea,
  type TextareaProps,
  TextInput,
  type TextInputProps,
} from '@mantine/core';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import { hasForbiddenCharacters, withoutForbiddenCharacters } from '#shared/base/text.ts';
import { appText } from '#renderer/text/app.ts';

/** What every field of a form has: a name (the command's argument it fills), a label, help under it, and the error beside it. Required is the rule; `optional` is marked. */
export interface FieldParts {
  /** Dotted path of the command's argument; `ErrorSummary` links to the field by it. */
  readonly name: string;
  readonly label: string;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  readonly optional?: boolean;
}

export function fieldId(name: string): string {
  return `field-${name.replace(/[^a-zA-Z0-9]+/g, '-')}`;
}

/** What a refusal says of one field, for its `error`. */
export function errorOf(refusals: readonly Refusal[], name: string): string | undefined {
  return refusals.find((refusal) => refusal.field === name)?.message;
}

export function labelOf({ label, optional }: Pick<FieldParts, 'label' | 'optional'>): ReactNode {
  return optional ? (
    <>
      {label} <span data-optional>{appText.components.optional}</span>
    </>
  ) : (
    label
  );
}

export function wrapperProps(parts: FieldParts): { id: string; label: ReactNode; description: ReactNode; error: ReactNode } {
  return { id: fieldId(parts.name), label: labelOf(parts), description: parts.help, error: parts.error };
}

type Rest<Props> = Omit<Props, 'label' | 'description' | 'error' | 'id' | 'name' | 'value' | 'onChange' | 'required'>;

/** What is wrong with a text: hidden characters before all else, because nobody can find them by eye, with the way to be rid of them. */
function errorOfText(value: string, error: ReactNode, onChange: (value: string) => void): ReactNode {
  if (!hasForbiddenCharacters(value)) return error;
  return (
    <>
      {appText.components.hidden}{' '}
      <Button size="compact-sm" variant="default" onClick={() => onChange(withoutForbiddenCharacters(value))}>
        {appText.components.removeHidden}
      </Button>
    </>
  );
}

interface TextFieldProps extends FieldParts, Rest<TextInputProps> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

/** One line of text. */
export function TextField({ name, label, help, error, optional = false, value, onChange, ...rest }: TextFieldProps): ReactNode {
  return (
    <TextInput
      {...wrapperProps({ name, label, help, error, optional })}
      error={errorOfText(value, error, onChange)}
      aria-required={!optional}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="off"
      spellCheck={false}
      {...rest}
    />
  );
}

interface TextAreaProps extends FieldParts, Rest<TextareaProps> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

/** Several lines of text; grows with what is typed. */
export function TextArea({ name, label, help, error, optional = false, value, onChange, ...rest }: TextAreaProps): ReactNode {
  return (
    <Textarea
      {...wrapperProps({ name, label, help, error, optional })}
      error={errorOfText(value, error, onChange)}
      aria-required={!optional}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autosize
      minRows={2}
      maxRows={16}
      spellCheck
      lang="en-GB"
      {...rest}
    />
  );
}

interface NumberFieldProps extends FieldParts, Rest<NumberInputProps> {
  readonly value: number | '';
  /** Given empty text where what is typed is no number. */
  readonly onChange: (value: number | '') => void;
}

/** A whole number. */
export function NumberField({ name, label, help, error, optional = false, value, onChange, ...rest }: NumberFieldProps): ReactNode {
  return (
    <NumberInput
      {...wrapperProps({ name, label, help, error, optional })}
      aria-required={!optional}
      allowDecimal={false}
      value={value}
      onChange={(typed) => onChange(typeof typed === 'number' ? typed : '')}
      {...rest}
    />
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

interface ChoiceFieldProps<Value extends string> extends FieldParts, Omit<Rest<SelectProps>, 'data'> {
  readonly value: Value;
  /** Given the value of one of the choices, or empty text where none is chosen any more. */
  readonly onChange: (value: Value) => void;
  readonly choices: readonly Choice[];
}

const OPTION = '[data-combobox-option]:not([data-combobox-disabled])';

/**
 * Enter takes the choice that is marked, or the first that fits what was typed. Mantine forgets which one is marked for a moment
 * after its list opens, and somebody who types fast would press Enter and choose nothing.
 */
function takeFirstThatFits(event: KeyboardEvent<HTMLInputElement>, chosenLabel: string): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const list = document.getElementById(event.currentTarget.getAttribute('aria-controls') ?? '');
  const typed = event.currentTarget.value;
  const option =
    list?.querySelector<HTMLElement>(`${OPTION}[data-combobox-selected]`) ??
    (typed.trim() === '' || typed === chosenLabel ? null : list?.querySelector<HTMLElement>(OPTION));
  if (!option) return;
  event.preventDefault();
  event.stopPropagation();
  option.click();
}

/** In a narrow field the list is as wide as its longest line, so that names are not cut; never narrower than the field. */
const asWideAsItsLines = {
  transitionProps: { duration: 0 },
  width: 'max-content',
  position: 'bottom-start',
  middlewares: {
    flip: true,
    shift: true,
    size: {
      apply({
        rects,
        elements,
      }: {
        readonly rects: { readonly reference: { readonly width: number } };
        readonly elements: { readonly floating: HTMLElement };
      }) {
        elements.floating.style.minWidth = `${rects.reference.width}px`;
        elements.floating.style.maxWidth = `max(22rem, ${rects.reference.width}px)`;
      },
    },
  },
} as const;

/** One of a list, found by typing; empty text means none chosen. */
export function ChoiceField<Value extends string>({
  name,
  label,
  help,
  error,
  optional = false,
  value,
  onChange,
  choices,
  ...rest
}: ChoiceFieldProps<Value>): ReactNode {
  return (
    <Select
      {...wrapperProps({ name, label, help, error, optional })}
      aria-required={!optional}
      data={choices.map((choice) => ({ ...choice }))}
      value={value === '' ? null : value}
      onChange={(chosen) => onChange((chosen ?? '') as Value)}
      searchable
      clearable={optional}
      allowDeselect={optional}
      selectFirstOptionOnChange
      maxDropdownHeight="18rem"
      onKeyDownCapture={(event) => takeFirstThatFits(event, choices.find((choice) => choice.value === value)?.label ?? '')}
      comboboxProps={asWideAsItsLines}
      {...rest}
    />
  );
}

interface CheckFieldProps
  extends Pick<FieldParts, 'name' | 'label' | 'help' | 'error'>,
    Omit<CheckboxProps, 'label' | 'description' | 'error' | 'id' | 'name' | 'checked' | 'onChange' | 'value'> {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Yes or no. */
export function CheckField({ name, label, help, error, checked, onChange, ...rest }: CheckFieldProps): ReactNode {
  return (
    <Checkbox
      id={fieldId(name)}
      label={label}
      description={help}
      error={error}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
      {...rest}
    />
  );
}
