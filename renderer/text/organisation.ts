import type { MemberFunction, Role } from '#shared/domain/appointment/appointment.schema.ts';
import { FUNCTION_NAMES, ROLE_NAMES } from '#shared/domain/appointment/role-names.ts';
import type { RESPONSIBILITIES } from '#shared/domain/appointment/appointment.schema.ts';
import type { AGENCY_TYPES } from '#shared/domain/partner-agency/partner-agency.schema.ts';
import type { UNIT_TYPES } from '#shared/domain/unit/unit.schema.ts';
import type { FREQUENCY_UNITS } from '#shared/domain/tc-policy/tc-policy.schema.ts';
import { GROUP_TYPE_NAMES } from '#shared/domain/group/group-types.ts';
import type { GroupType } from '#shared/domain/group/group.schema.ts';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const unitTypeWords: Readonly<Record<(typeof UNIT_TYPES)[number], string>> = {
  'intelligence-unit': 'Intelligence unit',
  'dedicated-source-unit': 'Dedicated source unit',
  neighbourhood: 'Neighbourhood policing',
  response: 'Response',
  investigation: 'Investigation',
  'operations-support': 'Operations support',
  partnership: 'Partnership',
  other: 'Other',
};

export const agencyTypeWords: Readonly<Record<(typeof AGENCY_TYPES)[number], string>> = {
  'community-safety-partnership': 'Community safety partnership',
  'local-authority': 'Local authority',
  probation: 'Probation',
  health: 'Health',
  'fire-and-rescue': 'Fire and rescue',
  education: 'Education',
  housing: 'Housing',
  prison: 'Prison',
  'regional-unit': 'Regional unit',
  other: 'Other',
};

export const responsibilityWords: Readonly<Record<(typeof RESPONSIBILITIES)[number], string>> = {
  'intelligence-led-policing': 'Intelligence-led policing',
  'intelligence-capability': 'Intelligence capability',
};

export const frequencyUnitWords: Readonly<Record<(typeof FREQUENCY_UNITS)[number], string>> = { day: 'Days', week: 'Weeks', month: 'Months' };

export const roleWords = (role: Role): string => capital(ROLE_NAMES[role]);
export const functionWords = (name: MemberFunction | ''): string => (name === '' ? '' : capital(FUNCTION_NAMES[name]));
export const groupTypeWords = (type: GroupType): string => `${GROUP_TYPE_NAMES[type].short}: ${GROUP_TYPE_NAMES[type].long.toLowerCase()}`;

/** Labels and help of the organisation's forms, by noun. */
export const organisationText = {
  force: {
    describe: 'Describe the force',
    title: 'Describe the force',
    submit: 'Save the description',
    done: 'Force described',
    labels: { name: 'Name', code: 'Short code', hasAreas: 'The force has basic command units', configuredBy: 'Who decided this configuration', configuredBecause: 'Why it is configured like this' },
    help: {
      code: 'Two to six capital letters, used in references.',
      hasAreas: 'Off: the process runs at force level only. Groups of areas vanish from the choices; what they recorded stays readable.',
      configuredBecause: 'How the intelligence function serves the force, in a sentence or two.',
    },
  },
  area: {
    add: 'Add area',
    change: 'Change area',
    close: 'Close area',
    changeTitle: (name: string) => `Change ${name}`,
    closeTitle: (name: string) => `Close ${name}`,
    added: 'Area added',
    changed: 'Area changed',
    closed: 'Area closed',
    labels: { from: 'From', name: 'Name', code: 'Code', runsStrategic: 'Runs the strategic process (ST&CG)', runsTactical: 'Runs the tactical process (TT&CG)', decidedBy: 'Decided by', reason: 'Why' },
    help: {
      from: 'The first day it is like this. The form before it stays on record.',
      code: 'One to six capital letters or digits, for example E.',
      closeFrom: 'The first day it is no longer in use.',
    },
  },
  unit: {
    add: 'Add unit',
    change: 'Change unit',
    close: 'Close unit',
    changeTitle: (name: string) => `Change ${name}`,
    closeTitle: (name: string) => `Close ${name}`,
    added: 'Unit added',
    changed: 'Unit changed',
    closed: 'Unit closed',
    wholeForce: 'Whole force',
    labels: { from: 'From', name: 'Name', unitType: 'Kind of unit', areaId: 'Works for', remit: 'Remit', telephone: 'Telephone', email: 'Email', decidedBy: 'Decided by', reason: 'Why' },
    help: { from: 'The first day it is like this. The form before it stays on record.', remit: 'What the unit is there to do.', closeFrom: 'The first day it is no longer in use.' },
  },
  person: {
    add: 'Add person',
    change: 'Change particulars',
    leave: 'Record leaving',
    comeBack: 'Take back leaving',
    added: 'Person added',
    changed: 'Particulars changed',
    left: 'Leaving recorded',
    returned: 'Leaving taken back',
    changeTitle: (name: string) => `Particulars of ${name}`,
    leaveTitle: (name: string) => `${name} leaves`,
    labels: {
      givenName: 'Given name', familyName: 'Family name', rank: 'Rank or kind of staff', serviceNumber: 'Collar or staff number', jobTitle: 'Job title', partnerAgencyId: 'Partner agency', unitId: 'Unit',
      email: 'Email', telephone: 'Telephone', clearance: 'May see up to', from: 'First day', on: 'Last day of service', endAppointments: 'End every appointment on that day',
    },
    help: {
      rank: 'Partner for someone of a partner agency.',
      partnerAgencyId: 'Only for someone of rank Partner.',
      clearance: 'The highest protective marking the person is cleared for.',
      endAppointments: 'Otherwise they go on and show as gaps until somebody takes them over.',
    },
    none: 'None',
  },
  appointment: {
    give: 'Give a role',
    giveTitle: (name: string) => (name === '' ? 'Give a role' : `Give ${name} a role`),
    submit: 'Give the role',
    given: 'Role given',
    end: 'End',
    endTitle: (role: string, place: string) => `End: ${role}, ${place}`,
    endSubmit: 'End the appointment',
    ended: 'Appointment ended',
    places: { force: 'Whole force', area: 'Area', unit: 'Unit', group: 'Group' },
    labels: {
      personId: 'Person', role: 'Role', scopeType: 'Held at', scopeId: 'Place', from: 'From', to: 'Until', memberFunction: 'There for', deputyForId: 'Deputy for', responsibilities: 'Responsibilities',
      authority: 'Authority of the chair', delegation: 'What the chair delegates', delegatedById: 'Delegated by', reason: 'Reason', givenBy: 'Appointed by', on: 'Last day', because: 'Why it ends',
    },
    help: {
      to: 'Leave empty for until further notice.',
      lead: 'The chief-officer lead is of chief officer rank: Assistant Chief Constable, Commander or above.',
      responsibilities: 'Each is carried by one chief officer. One officer may carry both.',
      authority: 'The resources and decisions the chair has authority over, for example all uniform and detective staff of the area.',
      delegation: 'The chair’s own words: what the action manager may do in the chair’s name.',
      memberFunction: 'What the member brings to the group.',
      deputyForId: 'Only when this person stands in for someone who holds the same role here.',
      givenBy: 'Who decided on the appointment.',
    },
    noDeputy: 'Nobody: holds the role in their own right',
  },
  partner: {
    add: 'Add partner agency',
    change: 'Change',
    close: 'Close agency',
    added: 'Partner agency added',
    changed: 'Partner agency changed',
    closed: 'Partner agency closed',
    consent: { police: 'Record police consent', partner: 'Record agency consent' },
    withdraw: { police: 'Withdraw police consent', partner: 'Withdraw agency consent' },
    consentDone: 'Consent recorded',
    withdrawDone: 'Consent withdrawn',
    agree: 'Record agreement',
    agreed: 'Agreement recorded',
    labels: { name: 'Name', agencyType: 'Kind of agency', contact: 'Contact', on: 'Given on', by: 'Given by', reference: 'Reference', from: 'From', to: 'Until', purpose: 'Purpose' },
    help: { contact: 'Name, telephone or email of whom to ask.', reference: 'Where the paper lies, for example a letter or file number.', to: 'An agreement always ends; renew it in time.' },
    closeAsk: 'The agency vanishes from the choices. What it took part in stays readable.',
    withdrawAsk: 'Its people can then no longer be appointed as partner members, and those who are will show as a gap.',
  },
  group: {
    add: 'Add group',
    change: 'Change group',
    close: 'Close group',
    added: 'Group added',
    changed: 'Group changed',
    closed: 'Group closed',
    labels: { groupType: 'Kind of group', name: 'Name', code: 'Code', node: 'Stands at', nodeId: 'Stands at', keyFunctions: 'Functions it cannot do without', from: 'From', on: 'Last day', because: 'Why it closes' },
    help: {
      code: 'Used in the references of its decisions, for example TTCG-E. It does not change later.',
      keyFunctions: 'When nobody brings one of these, the group shows as incomplete.',
      node: 'A strategic or tactical group stands at the force, or at an area that runs the process.',
    },
  },
  policy: {
    write: 'Write a policy',
    rewrite: 'Go on with the draft',
    approve: 'Approve',
    written: 'Draft of the policy kept',
    approved: 'Policy approved',
    submit: 'Keep the draft',
    approveTitle: 'Approve the policy',
    labels: { every: 'Meets every', unit: 'Counted in', reason: 'Reason for the frequency', from: 'In force from', interimBeyondMonths: 'Propose interim reviews beyond (months)', approvedBy: 'Approved by' },
    help: {
      reason: 'The business need the frequency answers. Without it the policy cannot be approved.',
      interimBeyondMonths: 'When meetings are further apart than this, an interim review is proposed in between.',
    },
  },
  priority: {
    set: 'Set a priority',
    setDone: 'Priority set',
    end: 'End',
    setTitle: 'Set a priority of the control strategy',
    endTitle: (reference: string) => `End priority ${reference}`,
    endDone: 'Priority ended',
    labels: { title: 'Title', summary: 'What it covers', reference: 'Reference', setByDecisionId: 'Decision that set it', from: 'From', on: 'Last day', decisionId: 'Decision that ends it' },
    help: { decision: 'Only a decision recorded in a meeting of the strategic group of this place.', reference: 'Left empty, it is numbered P1, P2 and so on.' },
  },
  account: {
    open: 'Let this person sign in',
    openSubmit: 'Open the account',
    opened: 'Account opened',
    close: 'Stop sign-in',
    closed: 'Account closed',
    closeTitle: (name: string) => `${name} can no longer sign in`,
    labels: { signInName: 'Sign-in name', passPhrase: 'First pass phrase' },
    help: { signInName: 'Two to forty letters, digits, dots or hyphens, for example ann.bell.' },
  },
} as const;
