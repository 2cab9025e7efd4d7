/** Where each kind of record is looked at: the id of the record, and of the one it is part of, make the path. Pages add their own line. */
export const recordLinks: Readonly<Record<string, (id: string, parent: string) => string>> = {
  meeting: (id) => `/meetings/${id}`,
  'agenda-item': (id, parent) => `/meetings/${parent}?item=${id}`,
  'minute-entry': (id, parent) => `/meetings/${parent}?entry=${id}`,
  minutes: (_id, parent) => `/meetings/${parent}/minutes`,
  paper: (id, parent) => `/meetings/${parent}?paper=${id}`,
  decision: (id) => `/decisions/${id}`,
  action: (id) => `/actions?show=${id}`,
  'delivery-plan': (id) => `/plans/${id}`,
  commission: (id) => `/strategy/commissions?show=${id}`,
  'resource-bid': (id) => `/strategy/commissions?show=${id}`,
  'accountability-review': (_id, parent) => `/meetings/${parent}`,
  prioritisation: (id) => `/strategy/prioritisation/${id}`,
  issue: (id, parent) => `/strategy/prioritisation/${parent}?issue=${id}`,
  'scoring-matrix': (id) => `/strategy/prioritisation?view=matrices&matrix=${id}`,
  'intelligence-requirement': (id) => `/strategy/requirement/${id}`,
  'requirement-question': (id, parent) => `/strategy/requirement/${parent}?show=${id}`,
  'intelligence-gap': (id) => `/strategy/requirement?view=gaps&show=${id}`,
  'collection-strategy': (_id, parent) => `/strategy/requirement?collection=${parent}`,
  'collection-task': (id) => `/strategy/requirement?view=tasks&show=${id}`,
  compartment: (id) => `/strategy/dedicated-source?show=${id}`,
  'strategic-assessment': (id) => `/strategy/assessments/${id}`,
  'assessment-section': (id, parent) => `/strategy/assessments/${parent}?section=${id}`,
  recommendation: (id, parent) => `/strategy/assessments/${parent}?recommendation=${id}`,
  person: (id) => `/force/people?show=${id}`,
  appointment: () => '/force/people',
  priority: (_id, parent) => (parent === '' ? '/force/groups' : `/decisions?show=${parent}`),
  'partner-agency': (id) => `/force/partners?show=${id}`,
  group: (id) => `/force/groups/${id}`,
  'tc-policy': (_id, parent) => `/force/groups/${parent}`,
  publication: (id) => `/strategy/publications/${id}`,
  'read-receipt': (_id, parent) => `/strategy/publications/${parent}`,
  'planning-date': (id) => `/strategy/calendar?show=${id}`,
  'control-strategy': (id) => `/strategy/draft/${id}`,
  area: (id) => `/force?show=${id}`,
  unit: (id) => `/force?show=${id}`,
  force: () => '/force',
};

/** The path a record opens at; empty for a kind no page shows. */
export function linkTo(kind: string, id: string, parent = ''): string {
  return recordLinks[kind]?.(id, parent) ?? '';
}
