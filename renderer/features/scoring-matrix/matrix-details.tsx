import { Group, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { MatrixPage } from '#shared/domain/scoring-matrix/scoring-matrix.queries.ts';
import { SCORE_IN_WORDS } from '#shared/domain/scoring-matrix/matrix-model.ts';
import { useCommand, useView } from '#renderer/app/bridge/use-bridge.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { DetailsPane } from '#renderer/components/details-pane.tsx';
import { ConfirmDialog } from '#renderer/components/dialogs.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { View } from '#renderer/components/view.tsx';
import { whenText } from '#renderer/components/when.tsx';
import { matricesText as words } from '#renderer/text/matrices.ts';
import { prioritisationText } from '#renderer/text/prioritisation.ts';
import { ImportWeights } from './import-weights.tsx';
import { MatrixForm } from './matrix-form.tsx';
import styles from './matrices.module.css';

/** One version of a matrix in the details pane: origin, arithmetic, factors, weights, and what may be done with it. */
export function MatrixDetails({ matrixId, onShow }: { readonly matrixId: string; readonly onShow: (matrixId: string) => void }): ReactNode {
  const view = useView('scoring-matrix', { matrixId });
  const close = (): void => onShow('');
  return (
    <View of={view}>
      {(matrix) =>
        matrix === null ? (
          <DetailsPane title={words.gone} onClose={close}>
            {null}
          </DetailsPane>
        ) : (
          <DetailsPane
            title={matrix.name}
            subtitle={`${words.version(matrix.version)}, ${words.states[matrix.state] ?? ''}`}
            onClose={close}
          >
            <Details matrix={matrix} onShow={onShow} />
          </DetailsPane>
        )
      }
    </View>
  );
}

function Details({ matrix, onShow }: { readonly matrix: MatrixPage; readonly onShow: (matrixId: string) => void }): ReactNode {
  const [doing, setDoing] = useState<'change' | 'import' | 'retire' | null>(null);
  const retire = useCommand('scoring-matrix.retire');
  const done = (matrixId: string): void => {
    setDoing(null);
    onShow(matrixId);
  };
  const button = (what: 'change' | 'import' | 'retire', label: string): ReactNode => (
    <RuleButton size="compact-sm" variant="default" why={matrix.keep} onClick={() => setDoing(what)}>
      {label}
    </RuleButton>
  );
  return (
    <div className={styles['details']}>
      {matrix.state === 'in-use' && (
        <Group gap="xs">
          {button('change', words.change)}
          {matrix.model === 'crime-harm-index' && button('import', words.importWeights)}
          {button('retire', words.retire)}
        </Group>
      )}
      <Part title={words.origin}>{matrix.origin}</Part>
      <Part title={words.arithmetic}>{SCORE_IN_WORDS[matrix.model]}</Part>
      {matrix.model === 'crime-harm-index' && <Weights matrix={matrix} />}
      <Part title={words.factors}>
        <ul className={styles['factors']}>
          {matrix.factorList.map((factor) => (
            <li key={factor.key}>
              <strong>{factor.name}</strong> <span className={styles['dimmed']}>{prioritisationText.sections[factor.section]}</span>
              <ol className={styles['levels']}>
                {factor.levels.map((level) => (
                  <li key={level.value} value={level.value}>
                    {level.meaning}
                  </li>
                ))}
              </ol>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={words.usedBy}>
        {matrix.usedBy.length === 0 ? (
          <span className={styles['dimmed']}>{words.notUsed}</span>
        ) : (
          <ul className={styles['factors']}>
            {matrix.usedBy.map((one) => (
              <li key={one.id}>
                <Link href={linkTo('prioritisation', one.id)}>{one.title}</Link>
              </li>
            ))}
          </ul>
        )}
      </Part>
      {doing === 'change' && <MatrixForm matrix={matrix} onDone={done} onClose={() => setDoing(null)} />}
      {doing === 'import' && <ImportWeights matrix={matrix} onDone={done} onClose={() => setDoing(null)} />}
      <ConfirmDialog
        open={doing === 'retire'}
        title={words.retireTitle}
        confirm={words.retire}
        busy={retire.busy}
        refusals={retire.refusals}
        onClose={() => setDoing(null)}
        onConfirm={() =>
          void retire.run({ matrixId: matrix.id }).then((result) => {
            if (!result.ok) return;
            acknowledge(words.retired);
            setDoing(null);
          })
        }
      >
        <p>{words.retireBody}</p>
      </ConfirmDialog>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section>
      <h3 className={styles['heading']}>{title}</h3>
      <div>{children}</div>
    </section>
  );
}

const WEIGHTS_SHOWN = 50;

function Weights({ matrix }: { readonly matrix: MatrixPage }): ReactNode {
  const [text, setText] = useState('');
  if (matrix.weightList.length === 0) return <Part title={words.weights}>{words.noWeights}</Part>;
  const wanted = text.toLowerCase();
  const found = matrix.weightList.filter((weight) => `${weight.code} ${weight.offence}`.toLowerCase().includes(wanted));
  return (
    <Part title={words.weights}>
      <p className={styles['dimmed']}>{words.weightsAsOf(whenText(matrix.weightsAsOf), matrix.weightList.length)}</p>
      <TextInput
        aria-label={words.find}
        placeholder={words.find}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        my="xs"
      />
      <table className={styles['weights']}>
        <tbody>
          {found.slice(0, WEIGHTS_SHOWN).map((weight) => (
            <tr key={weight.code}>
              <td>{weight.code}</td>
              <td>{weight.offence}</td>
              <td>{weight.days.toLocaleString('en-GB')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}
