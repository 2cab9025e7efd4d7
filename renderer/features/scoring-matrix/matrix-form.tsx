import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { MatrixPage } from '#shared/domain/scoring-matrix/scoring-matrix.queries.ts';
import { SECTIONS_OF_MODEL, type FactorSection } from '#shared/domain/scoring-matrix/matrix-model.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { ChoiceField, TextArea, TextField } from '#renderer/components/field.tsx';
import { placed } from '#renderer/components/placed.ts';
import { matricesText } from '#renderer/text/matrices.ts';
import { prioritisationText } from '#renderer/text/prioritisation.ts';
import { keyFor, levelsFrom, levelsText } from './factor-lines.ts';
import styles from './matrices.module.css';

const words = matricesText.edit;

interface Line {
  readonly key: string;
  readonly section: FactorSection;
  readonly name: string;
  readonly help: string;
  readonly levels: string;
}

/** Changes a matrix by making its next version (duty 94). */
export function MatrixForm({
  matrix,
  onDone,
  onClose,
}: {
  readonly matrix: MatrixPage;
  readonly onDone: (matrixId: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { scored, beside } = SECTIONS_OF_MODEL[matrix.model];
  const sections = [...scored, ...beside];
  const lines: readonly Line[] = matrix.factorList.map(({ key, section, name, help, levels }) => ({
    key,
    section,
    name,
    help,
    levels: levelsText(levels),
  }));
  return (
    <CommandDialog
      title={words.title}
      size="60rem"
      command="scoring-matrix.change"
      forKind="scoring-matrix.change"
      about={matrix.id}
      initial={{ name: matrix.name, origin: matrix.origin, lines }}
      labels={{ ...words.labels, lines: words.labels.factors }}
      args={(fields) => ({
        matrixId: matrix.id,
        name: fields.name,
        origin: fields.origin,
        factors: fields.lines.map((line, place) => ({
          key:
            line.key === ''
              ? keyFor(
                  line.name,
                  fields.lines.slice(0, place).map((one) => one.key),
                )
              : line.key,
          section: line.section,
          name: line.name,
          help: line.help.trim(),
          levels: levelsFrom(line.levels),
        })),
      })}
      submit={words.submit}
      done={words.done}
      onDone={({ matrixId }) => onDone(matrixId)}
      onCancel={onClose}
    >
      {({ at, fields, set, error }) => {
        const change = (place: number, changed: Partial<Line>): void =>
          set(
            'lines',
            fields.lines.map((line, index) => (index === place ? { ...line, ...changed } : line)),
          );
        return (
          <>
            <TextField {...at('name')} maxLength={160} />
            <TextArea {...at('origin')} help={words.originHelp} maxLength={2000} />
            {placed(fields.lines).map(({ item: line, place }) => (
              <fieldset key={place} className={styles['factor']}>
                <legend>{words.factor(place + 1)}</legend>
                <div>
                  <TextField
                    name={`factors.${place}.name`}
                    label={words.name}
                    value={line.name}
                    onChange={(name) => change(place, { name })}
                    error={error(`factors.${place}.name`) ?? error(`factors.${place}.key`)}
                  />
                  <ChoiceField
                    name={`factors.${place}.section`}
                    label={words.section}
                    value={line.section}
                    onChange={(section) => change(place, { section })}
                    choices={sections.map((value) => ({ value, label: prioritisationText.sections[value] ?? value }))}
                    error={error(`factors.${place}.section`)}
                  />
                  <TextArea
                    name={`factors.${place}.help`}
                    label={words.help}
                    optional
                    value={line.help}
                    onChange={(help) => change(place, { help })}
                  />
                </div>
                <TextArea
                  name={`factors.${place}.levels`}
                  label={words.levels}
                  value={line.levels}
                  onChange={(levels) => change(place, { levels })}
                  error={error(`factors.${place}.levels`)}
                  minRows={5}
                />
                <Tooltip label={words.remove}>
                  <ActionIcon
                    variant="subtle"
                    aria-label={`${words.remove}: ${line.name}`}
                    onClick={() =>
                      set(
                        'lines',
                        fields.lines.filter((_line, index) => index !== place),
                      )
                    }
                  >
                    <IconX size="1rem" aria-hidden />
                  </ActionIcon>
                </Tooltip>
              </fieldset>
            ))}
            <Button
              size="compact-sm"
              variant="default"
              w="fit-content"
              onClick={() =>
                set('lines', [
                  ...fields.lines,
                  { key: '', section: sections[0] ?? 'confidence', name: '', help: '', levels: '0 None\n1 Some\n2 Much' },
                ])
              }
            >
              {words.add}
            </Button>
          </>
        );
      }}
    </CommandDialog>
  );
}
