import type { ReactNode } from 'react';
import type { SectionPage } from '#shared/domain/assessment-section/assessment-section.queries.ts';
import { PESTELO, SECTION_TYPES } from '#shared/domain/assessment-section/assessment-section.schema.ts';
import type { AgencyNamed, AssessmentPage } from '#shared/domain/strategic-assessment/strategic-assessment.queries.ts';
import { CommandDialog, type Form } from '#renderer/components/command-form.tsx';
import { CheckField, ChoiceField, TextField } from '#renderer/components/field.tsx';
import { PersonPicker } from '#renderer/components/person-picker.tsx';
import { assessmentsText } from '#renderer/text/assessments.ts';

const words = assessmentsText.sections;
const POLICE = 'police';

interface Heading extends Readonly<Record<string, unknown>> {
  readonly heading: string;
  readonly sectionType: SectionPage['sectionType'];
  readonly scanFactor: SectionPage['scanFactor'];
  readonly policeOnly: boolean;
}
const headingOf = ({ heading, sectionType, scanFactor, policeOnly }: Heading): Heading => ({
  heading,
  sectionType,
  scanFactor: sectionType === 'scan' ? scanFactor : '',
  policeOnly,
});

function HeadingFields<F extends Heading>({
  form,
  canBePoliceOnly,
}: {
  readonly form: Form<F>;
  readonly canBePoliceOnly: boolean;
}): ReactNode {
  const { at, fields, set } = form as unknown as Form<Heading>;
  return (
    <>
      <TextField {...at('heading')} maxLength={200} data-autofocus />
      <ChoiceField {...at('sectionType')} choices={SECTION_TYPES.map((value) => ({ value, label: words.types[value] ?? value }))} />
      {fields.sectionType === 'scan' && (
        <ChoiceField {...at('scanFactor')} choices={PESTELO.map((value) => ({ value, label: words.factors[value] ?? value }))} />
      )}
      {canBePoliceOnly && (
        <CheckField
          name="policeOnly"
          label={words.labels.policeOnly}
          checked={fields.policeOnly}
          onChange={(policeOnly) => set('policeOnly', policeOnly)}
        />
      )}
    </>
  );
}

function OwnerFields<F extends Owner>({
  form,
  agencies,
  held,
}: {
  readonly form: Form<F>;
  readonly agencies: readonly AgencyNamed[];
  readonly held: Parameters<typeof PersonPicker>[0]['held'];
}): ReactNode {
  const { at, fields, setAll } = form as unknown as Form<Owner>;
  const agency = agencies.find((one) => one.id === fields.ownerAgencyId);
  return (
    <>
      {agencies.length > 0 && (
        <ChoiceField
          {...at('ownerAgencyId')}
          value={fields.ownerAgencyId === '' ? POLICE : fields.ownerAgencyId}
          onChange={(chosen) => setAll({ ownerAgencyId: chosen === POLICE ? '' : chosen, ownerId: '' })}
          choices={[{ value: POLICE, label: words.police }, ...agencies.map((one) => ({ value: one.id, label: one.name }))]}
        />
      )}
      <PersonPicker
        {...at('ownerId')}
        optional
        clearable
        {...(held === undefined ? {} : { held })}
        only={(person) => (agency === undefined ? !person.partner : person.agency === agency.name)}
      />
    </>
  );
}
interface Owner extends Readonly<Record<string, unknown>> {
  readonly ownerId: string;
  readonly ownerAgencyId: string;
}

/** Gives a section to a person of the force, or of the partner agency that owns it (duty 69). */
export function AssignSection({
  section,
  agencies,
  onClose,
}: {
  readonly section: SectionPage;
  readonly agencies: readonly AgencyNamed[];
  readonly onClose: () => void;
}): ReactNode {
  return (
    <CommandDialog
      title={words.assignTitle}
      command="assessment-section.assign"
      forKind="assessment-section.assign"
      about={section.id}
      initial={{ ownerId: section.ownerId, ownerAgencyId: section.ownerAgencyId }}
      labels={words.labels}
      args={({ ownerId, ownerAgencyId }) => ({ sectionId: section.id, ownerId, ownerAgencyId })}
      submit={words.assign}
      done={words.assigned}
      onDone={onClose}
      onCancel={onClose}
    >
      {(form) => <OwnerFields form={form} agencies={agencies} held={section} />}
    </CommandDialog>
  );
}

/** Renames a section, and says of what kind it is and whether partners read it. */
export function RenameSection({ section, onClose }: { readonly section: SectionPage; readonly onClose: () => void }): ReactNode {
  const { heading, sectionType, scanFactor, policeOnly } = section;
  return (
    <CommandDialog
      title={words.renameTitle}
      command="assessment-section.change"
      forKind="assessment-section.change"
      about={section.id}
      initial={{ heading, sectionType, scanFactor, policeOnly }}
      labels={words.labels}
      args={(fields) => ({ ...headingOf(fields), sectionId: section.id })}
      submit={assessmentsText.steps.save}
      done={words.renamed}
      onDone={onClose}
      onCancel={onClose}
    >
      {(form) => <HeadingFields form={form} canBePoliceOnly={section.ownerAgencyId === ''} />}
    </CommandDialog>
  );
}

/** Adds a section after the others, owned by the police or by a partner agency. */
export function AddSection({
  page,
  onAdded,
  onClose,
}: {
  readonly page: AssessmentPage;
  readonly onAdded: (sectionId: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  return (
    <CommandDialog
      title={words.addTitle}
      command="assessment-section.add"
      forKind="assessment-section.add"
      about={page.id}
      initial={{
        heading: '',
        sectionType: 'theme' as SectionPage['sectionType'],
        scanFactor: '' as SectionPage['scanFactor'],
        policeOnly: false,
        ownerId: page.authorId,
        ownerAgencyId: '',
      }}
      labels={words.labels}
      args={({ ownerId, ownerAgencyId, ...fields }) => ({
        ...headingOf(fields),
        assessmentId: page.id,
        ownerId,
        ownerAgencyId,
        policeOnly: ownerAgencyId === '' && fields.policeOnly,
      })}
      submit={words.add}
      done={words.added}
      onDone={({ sectionId }) => onAdded(sectionId)}
      onCancel={onClose}
    >
      {(form) => (
        <>
          <HeadingFields form={form} canBePoliceOnly={form.fields.ownerAgencyId === ''} />
          <OwnerFields form={form} agencies={page.agencies} held={undefined} />
        </>
      )}
    </CommandDialog>
  );
}
