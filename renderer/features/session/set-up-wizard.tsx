import { Button, CloseButton, Radio, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import { RANKS, type Rank } from '#shared/domain/person/person.schema.ts';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';
import { ErrorSummary } from '#renderer/components/error-summary.tsx';
import { ChoiceField, errorOf, TextField } from '#renderer/components/field.tsx';
import { ProgressOverlay } from '#renderer/components/progress-overlay.tsx';
import { sessionText } from '#renderer/text/session.ts';
import { PassPhraseFields, usePassPhrase } from './pass-phrase-fields.tsx';
import { RecoveryKey } from './recovery-key.tsx';
import styles from './session.module.css';
import { emptySetUp, faultsOf, type SetUp, STEP_OF_FIELD } from './set-up.ts';

const text = sessionText.wizard;

const labels = {
  forceName: text.forceName,
  forceCode: text.forceCode,
  workstationName: text.workstationName,
  hasAreas: text.areasTitle,
  rank: text.rank,
  givenName: text.givenName,
  familyName: text.familyName,
  serviceNumber: text.serviceNumber,
  signInName: text.signInName,
};

/** Making a workstation step by step: force, areas, first person, pass phrase, recovery key. Going back loses nothing. */
export function SetUpWizard({
  onBegun,
  onDone,
  onLeave,
}: {
  readonly onBegun: () => void;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}): ReactNode {
  const bridge = useBridge();
  const [step, setStep] = useState(0);
  const [given, setGiven] = useState<SetUp>(emptySetUp);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [words, setWords] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const pass = usePassPhrase(given.signInName);
  const heading = useRef<HTMLHeadingElement>(null);
  const change = (changes: Partial<SetUp>): void => setGiven((now) => ({ ...now, ...changes }));

  useEffect(() => heading.current?.focus(), [step]);

  const go = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const faults = faultsOf(given, step);
    setRefusals(faults);
    if (faults.length > 0) return;
    if (step < 3) {
      setStep(step + 1);
      return;
    }
    if (busy || !pass.check()) return;
    setBusy(true);
    const { rank, areas, hasAreas, forceCode, ...rest } = given;
    const result = await bridge.ask('vault.create', {
      ...rest,
      rank: rank as Rank,
      forceCode: forceCode.toUpperCase(),
      hasAreas: hasAreas === 'yes',
      areas:
        hasAreas === 'yes'
          ? areas.filter((area) => area.name.trim() !== '').map((area) => ({ name: area.name, code: area.code.toUpperCase() }))
          : [],
      passPhrase: pass.passPhrase,
    });
    setBusy(false);
    if (result.ok) {
      onBegun();
      setWords(result.value.recoveryWords);
      setStep(4);
      return;
    }
    setRefusals(result.refusals);
    setStep(Math.min(3, ...result.refusals.map((refusal) => STEP_OF_FIELD[refusal.field.split('.')[0] ?? ''] ?? 3)));
  };

  const titles = [text.forceTitle, text.areasTitle, text.personTitle, text.passTitle, sessionText.key.title];
  return (
    <div className={styles['wide']}>
      <ol className={`${styles['steps']} ${styles['noPrint']}`} aria-label={text.step(step + 1, text.steps.length)}>
        {text.steps.map((name, index) => (
          <li key={name} aria-current={index === step ? 'step' : undefined} data-done={index < step || undefined}>
            {name}
          </li>
        ))}
      </ol>
      <h1 ref={heading} className={`${styles['title']} ${styles['noPrint']}`} tabIndex={-1}>
        {titles[step]}
      </h1>
      {step === 4 ? (
        <RecoveryKey words={words} force={given.forceName} workstation={given.workstationName} onDone={onDone} />
      ) : (
        <form className={styles['oneColumn']} onSubmit={(event) => void go(event)} noValidate>
          <Stack gap="md" mt="md">
            <ErrorSummary refusals={refusals} labels={labels} />
            {step === 0 && (
              <>
                <div className={styles['pair']}>
                  <TextField
                    name="forceName"
                    label={text.forceName}
                    value={given.forceName}
                    onChange={(forceName) => change({ forceName })}
                    error={errorOf(refusals, 'forceName')}
                    maxLength={120}
                    autoFocus
                  />
                  <TextField
                    name="forceCode"
                    label={text.forceCode}
                    value={given.forceCode}
                    onChange={(forceCode) => change({ forceCode: forceCode.toUpperCase() })}
                    error={errorOf(refusals, 'forceCode')}
                    maxLength={6}
                  />
                </div>
                <p className={styles['dimmed']}>{text.forceCodeHelp}</p>
                <TextField
                  name="workstationName"
                  label={text.workstationName}
                  help={text.workstationNameHelp}
                  value={given.workstationName}
                  onChange={(workstationName) => change({ workstationName })}
                  error={errorOf(refusals, 'workstationName')}
                  maxLength={80}
                />
              </>
            )}
            {step === 1 && (
              <>
                <Radio.Group
                  id="field-hasAreas"
                  label={text.areasQuestion}
                  description={text.areasHelp}
                  value={given.hasAreas}
                  onChange={(hasAreas) => change({ hasAreas: hasAreas === 'yes' ? 'yes' : 'no' })}
                  error={errorOf(refusals, 'hasAreas')}
                >
                  <Stack gap="sm" mt="sm">
                    <Radio value="yes" label={text.areasYes} />
                    <Radio value="no" label={text.areasNo} />
                  </Stack>
                </Radio.Group>
                {given.hasAreas === 'yes' && <Areas given={given} change={change} refusals={refusals} />}
              </>
            )}
            {step === 2 && (
              <>
                <p className={styles['dimmed']}>{text.personHelp}</p>
                <ChoiceField
                  name="rank"
                  label={text.rank}
                  value={given.rank}
                  onChange={(rank) => change({ rank })}
                  choices={RANKS.filter((rank) => rank !== 'Partner').map((rank) => ({ value: rank, label: rank }))}
                  error={errorOf(refusals, 'rank')}
                />
                <TextField
                  name="givenName"
                  label={text.givenName}
                  value={given.givenName}
                  onChange={(givenName) => change({ givenName })}
                  error={errorOf(refusals, 'givenName')}
                  maxLength={80}
                />
                <TextField
                  name="familyName"
                  label={text.familyName}
                  value={given.familyName}
                  onChange={(familyName) => change({ familyName })}
                  error={errorOf(refusals, 'familyName')}
                  maxLength={80}
                />
                <TextField
                  name="serviceNumber"
                  label={text.serviceNumber}
                  optional
                  value={given.serviceNumber}
                  onChange={(serviceNumber) => change({ serviceNumber })}
                  error={errorOf(refusals, 'serviceNumber')}
                  maxLength={20}
                />
                <TextField
                  name="signInName"
                  label={text.signInName}
                  help={text.signInNameHelp}
                  value={given.signInName}
                  onChange={(signInName) => change({ signInName: signInName.toLowerCase() })}
                  error={errorOf(refusals, 'signInName')}
                  maxLength={40}
                  autoCapitalize="none"
                />
              </>
            )}
            {step === 3 && <PassPhraseFields of={pass} />}
            <div className={styles['buttons']}>
              <Button variant="default" onClick={() => (step === 0 ? onLeave() : setStep(step - 1))}>
                {text.back}
              </Button>
              <Button type="submit" loading={busy}>
                {step === 3 ? text.create : text.next}
              </Button>
            </div>
          </Stack>
        </form>
      )}
      <ProgressOverlay open={busy} title={text.creating} progress={null} />
    </div>
  );
}

function Areas({
  given,
  change,
  refusals,
}: {
  readonly given: SetUp;
  readonly change: (changes: Partial<SetUp>) => void;
  readonly refusals: readonly Refusal[];
}): ReactNode {
  const set = (index: number, part: Partial<SetUp['areas'][number]>): void =>
    change({ areas: given.areas.map((area, at) => (at === index ? { ...area, ...part } : area)) });
  return (
    <>
      {given.areas.map((area, index) => (
        <fieldset key={area.key} className={styles['areas']}>
          <legend>{text.area(index + 1)}</legend>
          <div className={styles['areaRow']}>
            <TextField
              name={`areas.${index}.name`}
              label={text.areaName}
              value={area.name}
              onChange={(name) => set(index, { name })}
              error={errorOf(refusals, `areas.${index}.name`)}
              maxLength={120}
            />
            <TextField
              name={`areas.${index}.code`}
              label={text.areaCode}
              value={area.code}
              onChange={(code) => set(index, { code: code.toUpperCase() })}
              error={errorOf(refusals, `areas.${index}.code`)}
              maxLength={6}
            />
            <CloseButton
              size="lg"
              aria-label={text.removeArea(index + 1)}
              disabled={given.areas.length === 1}
              onClick={() => change({ areas: given.areas.filter((_area, at) => at !== index) })}
            />
          </div>
        </fieldset>
      ))}
      <p className={styles['dimmed']}>{text.areaCodeHelp}</p>
      <div>
        <Button
          variant="default"
          size="xs"
          onClick={() =>
            change({ areas: [...given.areas, { key: 1 + Math.max(...given.areas.map((area) => area.key)), name: '', code: '' }] })
          }
        >
          {text.addArea}
        </Button>
      </div>
    </>
  );
}
