import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { IssueInWork, PrioritisationPage } from '#shared/domain/prioritisation/prioritisation.queries.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { ChoiceField, NumberField, TextField } from '#renderer/components/field.tsx';
import { placed } from '#renderer/components/placed.ts';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { prioritisationText } from '#renderer/text/prioritisation.ts';
import styles from './score-pane.module.css';

const words = prioritisationText.crimes;

interface Line {
  readonly code: string;
  readonly low: number | '';
  readonly likely: number | '';
  readonly high: number | '';
  readonly leftOut: number | '';
  readonly source: string;
}
const EMPTY: Line = { code: '', low: '', likely: '', high: '', leftOut: '', source: '' };

/** The crimes counted for an issue, each with its weight in days, and the form that counts them (facts 5.3). */
export function CrimesCounted({ page, issue }: { readonly page: PrioritisationPage; readonly issue: IssueInWork }): ReactNode {
  const [counting, setCounting] = useState(false);
  const weights = new Map(page.matrix.weights.map((weight) => [weight.code, weight]));
  const leftOut = issue.offences.reduce((sum, offence) => sum + (offence.leftOut ?? 0), 0);
  return (
    <section>
      <h3 className={styles['heading']}>{words.title}</h3>
      {issue.offences.length === 0 ? (
        <p className={styles['dimmed']}>{words.none}</p>
      ) : (
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{words.offence}</th>
              <th scope="col" className={styles['number']}>
                {words.likely}
              </th>
              <th scope="col" className={styles['number']}>
                {words.days}
              </th>
            </tr>
          </thead>
          <tbody>
            {issue.offences.map((offence) => (
              <tr key={offence.code}>
                <td>
                  {offence.code} {weights.get(offence.code)?.offence}
                  <br />
                  <span className={styles['dimmed']}>
                    {offence.low.toLocaleString('en-GB')}–{offence.high.toLocaleString('en-GB')} · {offence.source}
                  </span>
                </td>
                <td className={styles['number']}>{offence.likely.toLocaleString('en-GB')}</td>
                <td className={styles['number']}>{(offence.likely * (weights.get(offence.code)?.days ?? 0)).toLocaleString('en-GB')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {leftOut > 0 && <p className={styles['dimmed']}>{words.leftOutTotal(leftOut)}</p>}
      {page.state === 'open' && (
        <RuleButton size="compact-sm" mt="xs" variant="default" why={page.steps.change} onClick={() => setCounting(true)}>
          {words.edit}
        </RuleButton>
      )}
      {counting && <CrimesForm page={page} issue={issue} onClose={() => setCounting(false)} />}
    </section>
  );
}

function CrimesForm({
  page,
  issue,
  onClose,
}: {
  readonly page: PrioritisationPage;
  readonly issue: IssueInWork;
  readonly onClose: () => void;
}): ReactNode {
  const matrix = useView('scoring-matrix', { matrixId: page.matrixId });
  const offences = matrix.state === 'ready' ? (matrix.view?.weightList ?? []) : [];
  const initial: readonly Line[] = issue.offences.map((offence) => ({ ...offence, leftOut: offence.leftOut ?? 0 }));
  return (
    <CommandDialog
      title={words.title}
      command="issue.count"
      forKind="issue.count"
      about={issue.id}
      initial={{ lines: initial.length === 0 ? [EMPTY] : initial }}
      labels={{ lines: words.labels.offences }}
      args={({ lines }) => ({
        issueId: issue.id,
        offences: lines
          .filter((line) => line.code !== '')
          .map((line) => ({
            code: line.code,
            likely: Number(line.likely),
            low: Number(line.low === '' ? line.likely : line.low),
            high: Number(line.high === '' ? line.likely : line.high),
            leftOut: Number(line.leftOut),
            source: line.source.trim(),
          })),
      })}
      submit={words.save}
      done={words.saved}
      onDone={onClose}
      onCancel={onClose}
      size="64rem"
    >
      {({ fields, set, error }) => {
        const { lines } = fields;
        const change = (place: number, changed: Partial<Line>): void =>
          set(
            'lines',
            lines.map((line, index) => (index === place ? { ...line, ...changed } : line)),
          );
        return (
          <div>
            <p className={styles['dimmed']}>{words.leftOutHelp}</p>
            {placed(lines).map(({ item: line, place }) => (
              <div key={place} className={styles['crimeRow']}>
                <ChoiceField
                  name={`lines.${place}.code`}
                  label={words.offence}
                  value={line.code}
                  onChange={(code) => change(place, { code })}
                  choices={offences.map((one) => ({
                    value: one.code,
                    label: `${one.code} ${one.offence} (${one.days.toLocaleString('en-GB')})`,
                  }))}
                  error={error(`offences.${line.code}`)}
                />
                {(['low', 'likely', 'high', 'leftOut'] as const).map((key) => (
                  <NumberField
                    key={key}
                    name={`lines.${place}.${key}`}
                    label={words[key]}
                    value={line[key]}
                    onChange={(value) => change(place, { [key]: value })}
                  />
                ))}
                <TextField
                  name={`lines.${place}.source`}
                  label={words.source}
                  value={line.source}
                  onChange={(source) => change(place, { source })}
                />
                <Tooltip label={words.remove}>
                  <ActionIcon
                    variant="subtle"
                    aria-label={words.remove}
                    onClick={() =>
                      set(
                        'lines',
                        lines.filter((_line, index) => index !== place),
                      )
                    }
                  >
                    <IconX size="1rem" aria-hidden />
                  </ActionIcon>
                </Tooltip>
              </div>
            ))}
            <Button size="compact-sm" variant="default" onClick={() => set('lines', [...lines, EMPTY])}>
              {words.add}
            </Button>
          </div>
        );
      }}
    </CommandDialog>
  );
}
