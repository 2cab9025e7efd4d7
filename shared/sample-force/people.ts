import type { Rank } from '#shared/domain/person/person.schema.ts';

/** A person of the synthetic force Northmoor. `key` is how the rest of the sample refers to the person; nobody here exists. */
export interface SampleMember {
  readonly key: string;
  readonly rank: Rank;
  readonly given: string;
  readonly family: string;
  readonly jobTitle: string;
  readonly unit: string;
  readonly agency?: string;
  /** A partner whose vetting is not finished may read no OFFICIAL-SENSITIVE. */
  readonly vetted?: false;
}

export const SAMPLE_MEMBERS: readonly SampleMember[] = [
  { key: 'chief', rank: 'Chief Constable', given: 'Helen', family: 'Ashworth', jobTitle: 'Chief Constable', unit: '' },
  { key: 'deputy', rank: 'Deputy Chief Constable', given: 'Rajiv', family: 'Menon', jobTitle: 'Deputy Chief Constable', unit: '' },
  {
    key: 'lead',
    rank: 'Assistant Chief Constable',
    given: 'Catherine',
    family: 'Llewellyn-Hughes',
    jobTitle: 'ACC Crime and Intelligence',
    unit: '',
  },
  {
    key: 'director',
    rank: 'Detective Chief Superintendent',
    given: 'Marcus',
    family: 'Oyelaran',
    jobTitle: 'Director of Intelligence',
    unit: 'fib',
  },
  { key: 'manager', rank: 'Detective Inspector', given: 'Siobhán', family: "O'Dowd", jobTitle: 'Force Intelligence Manager', unit: 'fib' },
  { key: 'principal', rank: 'Police staff', given: 'Priya', family: 'Raghunathan', jobTitle: 'Principal Analyst', unit: 'fib' },
  { key: 'analyst-e', rank: 'Police staff', given: 'Tom', family: 'Fairclough', jobTitle: 'Higher Analyst', unit: 'iu-east' },
  { key: 'analyst-w', rank: 'Police staff', given: 'Agnieszka', family: 'Wójcik', jobTitle: 'Higher Analyst', unit: 'iu-west' },
  { key: 'researcher-e', rank: 'Police staff', given: 'Daniel', family: 'Mbeki', jobTitle: 'Researcher', unit: 'iu-east' },
  { key: 'researcher-w', rank: 'Police staff', given: 'Fiona', family: 'Carmichael', jobTitle: 'Researcher', unit: 'iu-west' },
  {
    key: 'officer-e',
    rank: 'Detective Constable',
    given: 'Gareth',
    family: 'Pryce',
    jobTitle: 'Field Intelligence Officer',
    unit: 'iu-east',
  },
  {
    key: 'officer-w',
    rank: 'Detective Constable',
    given: 'Nadia',
    family: 'Hussain',
    jobTitle: 'Field Intelligence Officer',
    unit: 'iu-west',
  },
  {
    key: 'manager-e',
    rank: 'Detective Sergeant',
    given: 'Alan',
    family: 'Threlfall',
    jobTitle: 'Eastmoor Intelligence Manager',
    unit: 'iu-east',
  },
  {
    key: 'manager-w',
    rank: 'Detective Sergeant',
    given: 'Ruth',
    family: 'Akintola',
    jobTitle: 'Westdale Intelligence Manager',
    unit: 'iu-west',
  },
  {
    key: 'source-unit',
    rank: 'Detective Inspector',
    given: 'Colin',
    family: 'Strickland',
    jobTitle: 'Dedicated Source Unit Controller',
    unit: 'dsu',
  },
  {
    key: 'source-deputy',
    rank: 'Detective Sergeant',
    given: 'Rhiannon',
    family: 'Vaughan-Price',
    jobTitle: 'Dedicated Source Unit, Deputy Controller',
    unit: 'dsu',
  },
  { key: 'chair-e', rank: 'Superintendent', given: 'Moira', family: 'Dunbar', jobTitle: 'Eastmoor Commander', unit: 'response-east' },
  {
    key: 'deputy-e',
    rank: 'Detective Chief Inspector',
    given: 'Imran',
    family: 'Qureshi',
    jobTitle: 'Eastmoor Crime Manager',
    unit: 'cid-east',
  },
  { key: 'secretary-e', rank: 'Police staff', given: 'Janet', family: 'Holroyd', jobTitle: 'Tasking Secretary, Eastmoor', unit: 'iu-east' },
  {
    key: 'action-e',
    rank: 'Inspector',
    given: 'Stephen',
    family: 'Garside',
    jobTitle: 'Tasking and Co-ordination Inspector',
    unit: 'ops-east',
  },
  {
    key: 'response-e',
    rank: 'Chief Inspector',
    given: 'Yvonne',
    family: 'Baptiste',
    jobTitle: 'Response, Eastmoor',
    unit: 'response-east',
  },
  { key: 'neigh-e', rank: 'Inspector', given: 'Kieran', family: 'Doyle', jobTitle: 'Neighbourhoods, Harbour Ward', unit: 'npt-harbour' },
  { key: 'cid-e', rank: 'Detective Inspector', given: 'Laura', family: 'Pemberton', jobTitle: 'Volume Crime, Eastmoor', unit: 'cid-east' },
  { key: 'chair-w', rank: 'Superintendent', given: 'Graham', family: 'Tattersall', jobTitle: 'Westdale Commander', unit: 'response-west' },
  {
    key: 'deputy-w',
    rank: 'Detective Chief Inspector',
    given: 'Bethan',
    family: 'Rees',
    jobTitle: 'Westdale Crime Manager',
    unit: 'cid-west',
  },
  {
    key: 'secretary-w',
    rank: 'Police staff',
    given: 'Olumide',
    family: 'Bankole',
    jobTitle: 'Tasking Secretary, Westdale',
    unit: 'iu-west',
  },
  {
    key: 'action-w',
    rank: 'Inspector',
    given: 'Karen',
    family: 'Eccles',
    jobTitle: 'Tasking and Co-ordination Inspector',
    unit: 'ops-west',
  },
  { key: 'response-w', rank: 'Chief Inspector', given: 'David', family: 'Lumb', jobTitle: 'Response, Westdale', unit: 'response-west' },
  { key: 'neigh-w', rank: 'Inspector', given: 'Saira', family: 'Chaudhry', jobTitle: 'Neighbourhoods, Dale Valley', unit: 'npt-dale' },
  { key: 'cid-w', rank: 'Detective Inspector', given: 'Patrick', family: 'Nolan', jobTitle: 'Volume Crime, Westdale', unit: 'cid-west' },
  { key: 'roads', rank: 'Sergeant', given: 'Wendy', family: 'Ackroyd', jobTitle: 'Roads Policing', unit: 'roads' },
  {
    key: 'ops',
    rank: 'Chief Inspector',
    given: 'Tobias',
    family: 'Featherstonehaugh-Cartwright',
    jobTitle: 'Operations Support',
    unit: 'roads',
  },
  { key: 'performance', rank: 'Police staff', given: 'Miriam', family: 'Goldstein', jobTitle: 'Head of Performance', unit: '' },
  { key: 'finance', rank: 'Police staff', given: 'Hugh', family: 'Ramsbottom', jobTitle: 'Chief Finance Officer', unit: '' },
  { key: 'comms', rank: 'Police staff', given: 'Chloe', family: 'Nightingale', jobTitle: 'Corporate Communications', unit: '' },
  {
    key: 'protection',
    rank: 'Detective Superintendent',
    given: 'Andrea',
    family: 'Sowerby',
    jobTitle: 'Head of Public Protection',
    unit: 'ppu',
  },
  { key: 'administrator', rank: 'Police staff', given: 'Neil', family: 'Braithwaite', jobTitle: 'System Administrator', unit: '' },
  { key: 'auditor', rank: 'Police staff', given: 'Eleanor', family: 'Vance', jobTitle: 'Information Assurance Auditor', unit: '' },
  { key: 'security', rank: 'Police staff', given: 'Desmond', family: 'Clarke', jobTitle: 'Information Security Officer', unit: '' },
  {
    key: 'partner-csp',
    rank: 'Partner',
    given: 'Alison',
    family: 'Metcalfe',
    jobTitle: 'Community Safety Manager',
    unit: '',
    agency: 'csp',
  },
  {
    key: 'partner-council',
    rank: 'Partner',
    given: 'Jerome',
    family: 'Whitfield',
    jobTitle: 'Head of Regulatory Services',
    unit: '',
    agency: 'council',
  },
  {
    key: 'partner-probation',
    rank: 'Partner',
    given: 'Sunita',
    family: 'Bhatt',
    jobTitle: 'Deputy Head of Service',
    unit: '',
    agency: 'probation',
  },
  {
    key: 'partner-housing',
    rank: 'Partner',
    given: 'Malcolm',
    family: 'Drury',
    jobTitle: 'Neighbourhood Director',
    unit: '',
    agency: 'housing',
    vetted: false,
  },
];

/** One pass phrase for all of them, printed on the sign-in screen: nothing in the sample force is secret. */
export const SAMPLE_PASS_PHRASE = 'heather lantern quarry';

/** Whom one may sign in as, in the order the sign-in screen shows them. */
export const SAMPLE_SIGN_INS: readonly { readonly key: string; readonly signInName: string; readonly does: string }[] = [
  { key: 'secretary-e', signInName: 'holroyd', does: 'Meeting secretary, Eastmoor TT&CG' },
  { key: 'chair-e', signInName: 'dunbar', does: 'Chair, Eastmoor TT&CG' },
  { key: 'action-e', signInName: 'garside', does: 'Action manager, Eastmoor TT&CG' },
  { key: 'director', signInName: 'oyelaran', does: 'Director of intelligence' },
  { key: 'lead', signInName: 'llewellyn', does: 'Chief-officer lead' },
  { key: 'principal', signInName: 'raghunathan', does: 'Principal analyst' },
  { key: 'analyst-w', signInName: 'wojcik', does: 'Strategic analyst' },
  { key: 'officer-e', signInName: 'pryce', does: 'Intelligence officer, owns actions' },
  { key: 'chair-w', signInName: 'tattersall', does: 'Chair, Westdale TT&CG' },
  { key: 'secretary-w', signInName: 'bankole', does: 'Meeting secretary, Westdale TT&CG' },
  { key: 'deputy', signInName: 'menon', does: 'Chair, strategic group' },
  { key: 'manager-e', signInName: 'threlfall', does: 'Intelligence manager, Eastmoor' },
  { key: 'source-unit', signInName: 'strickland', does: 'Controller of the dedicated source unit' },
  { key: 'response-e', signInName: 'baptiste', does: 'Chair, Eastmoor daily meeting' },
  { key: 'auditor', signInName: 'vance', does: 'Auditor' },
  { key: 'administrator', signInName: 'braithwaite', does: 'Administrator' },
];

/** The person of a sign-in, as the sign-in screen shows them. */
export function sampleName(key: string): string {
  const member = SAMPLE_MEMBERS.find((one) => one.key === key);
  if (member === undefined) throw new Error(`nobody called ${key} in the sample force`);
  return `${member.rank === 'Police staff' ? '' : `${member.rank} `}${member.given} ${member.family}`;
}
