import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { type Day, dayOf, type Instant, isDay } from '#shared/base/time.ts';
import { clockText, dayText, timeText } from '#shared/base/time-text.ts';
import { appText } from '#renderer/text/app.ts';
import { type FieldParts, wrapperProps } from './field.tsx';
import { instantOn, isYearOutOfRange, parseClock, parseDay, parseInstant } from './parse-when.ts';
import { todayNow } from './when.tsx';

interface WhenFieldProps<T extends string> extends FieldParts {
  /** The stored form; empty for none. */
  readonly value: T | '';
  /** Called with the stored form whenever what is typed is understood, and with empty text when it is not or is empty. */
  readonly onChange: (value: T | '') => void;
  readonly earliest?: Day;
  readonly latest?: Day;
  readonly disabled?: boolean;
}

/** A day, typed the British way (`3 Nov 2026`, `3/11/26`, `fri`, `+14`) or picked from a calendar. */
export function DayField({ help = appText.components.dayHint, ...props }: WhenFieldProps<Day>): ReactNode {
  return (
    <TypedOrPicked
      {...props}
      help={help}
      write={dayText}
      parse={(typed) => parseDay(typed, todayNow())}
      wrong={appText.components.dayWrong}
      dayOfValue={(value) => value}
      withDay={(_value, on) => on}
    />
  );
}

/** A day and a time of the force's clock, typed (`3 Nov 2026, 14:05`) or the day picked from a calendar. */
export function InstantField({ help = appText.components.instantHint, ...props }: WhenFieldProps<Instant>): ReactNode {
  return (
    <TypedOrPicked
      {...props}
      help={help}
      write={timeText}
      parse={(typed) => parseInstant(typed, todayNow())}
      wrong={appText.components.instantWrong}
      dayOfValue={dayOf}
      withDay={(value, on) => instantOn(on, value === '' ? 9 * 60 : (parseClock(clockText(value)) ?? 0))}
    />
  );
}

interface TypedOrPickedProps<T extends string> extends WhenFieldProps<T> {
  readonly write: (value: T) => string;
  readonly parse: (typed: string) => T | null;
  readonly wrong: string;
  readonly dayOfValue: (value: T) => Day;
  readonly withDay: (value: T | '', on: Day) => T;
}

function TypedOrPicked<T extends string>({
  name,
  label,
  help,
  error,
  optional = false,
  value,
  onChange,
  earliest,
  latest,
  disabled,
  write,
  parse,
  wrong,
  dayOfValue,
  withDay,
}: TypedOrPickedProps<T>): ReactNode {
  // What is being typed; null when the field shows its value.
  const [typed, setTyped] = useState<string | null>(null);
  const [typing, setTyping] = useState(false);
  const [picking, setPicking] = useState(false);
  const understood = typed === null || typed.trim() === '' ? '' : parse(typed);
  const misread = isYearOutOfRange(typed ?? '') ? appText.components.yearOutOfRange : wrong;
  const shownError = !typing && understood === null ? misread : error;
  const take = (next: T): void => {
    onChange(next);
    setTyped(null);
    setPicking(false);
  };

  return (
    <TextInput
      {...wrapperProps({ name, label, help, error: shownError, optional })}
      aria-required={!optional}
      value={typed ?? (value === '' ? '' : write(value))}
      disabled={disabled ?? false}
      autoComplete="off"
      onFocus={() => setTyping(true)}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const next = text.trim() === '' ? '' : (parse(text) ?? '');
        if (next !== value) onChange(next);
      }}
      onBlur={() => {
        setTyping(false);
        if (understood !== null) setTyped(null);
      }}
      rightSection={
        <Popover opened={picking} onChange={setPicking} position="bottom-end" trapFocus returnFocus>
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              disabled={disabled ?? false}
              aria-label={`${appText.components.pickDay}: ${label}`}
              onClick={() => setPicking((open) => !open)}
            >
              <IconCalendar size="1rem" stroke={1.5} aria-hidden />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown>
            <DatePicker
              value={value === '' ? null : dayOfValue(value)}
              defaultDate={value === '' ? todayNow() : dayOfValue(value)}
              {...(earliest ? { minDate: earliest } : {})}
              {...(latest ? { maxDate: latest } : {})}
              onChange={(picked) => {
                if (picked !== null && isDay(picked)) take(withDay(value, picked));
              }}
            />
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}
