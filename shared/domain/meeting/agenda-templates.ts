import type { GroupType } from '#shared/domain/group/group.schema.ts';

/** One standing line of a group's agenda. */
export interface TemplateLine {
  readonly key: string;
  readonly title: string;
  readonly purpose: string;
  readonly duties: readonly number[];
  /** Left out of partners' copies. */
  readonly policeOnly: boolean;
  /** Carried decisions, actions and deferred items are placed after this line. */
  readonly mattersArising: boolean;
}

const line = (
  key: string,
  title: string,
  purpose: string,
  duties: readonly number[],
  marks: { readonly policeOnly?: true; readonly mattersArising?: true } = {},
): TemplateLine => ({
  key,
  title,
  purpose,
  duties,
  policeOnly: marks.policeOnly === true,
  mattersArising: marks.mattersArising === true,
});

const opening = line(
  'opening',
  'Marking, attendance and partner consent',
  'Say the marking, record who is here, check partners’ consent and agreements, and that the key functions are covered.',
  [66, 67, 68, 118, 119],
);
const next = line('next-meeting', 'Next meeting', 'Agree the date against the policy of the group.', [63, 65, 117]);
const confidential = line(
  'confidential',
  'Confidential part',
  'Police only. Partners leave; these items are withheld from their copies.',
  [40, 119],
  { policeOnly: true },
);

/** The standing agenda of each type of group, each line mapped to the duties it answers. */
export const AGENDA_TEMPLATES: Readonly<Record<GroupType, readonly TemplateLine[]>> = {
  stcg: [
    opening,
    line(
      'minutes-and-actions',
      'Minutes and actions of the last meeting',
      'Agree the minutes; the action manager reports.',
      [81, 102, 123, 125],
      { mattersArising: true },
    ),
    line(
      'strategy-review',
      'Review of the last control strategy',
      'Results analysis; owners account for the delivery of their priorities.',
      [56, 97, 102, 126],
    ),
    line('strategic-assessment', 'Strategic assessment', 'Consider the assessment and take its recommendations one by one.', [69, 73]),
    line('prioritisation', 'Prioritisation', 'Score and rank the issues.', [94]),
    line('control-strategy', 'Set or amend the control strategy', 'Each issue in or out, with the reason.', [74, 75, 95, 96]),
    line('intelligence-requirement', 'Strategic intelligence requirement', 'Approve the requirement with the strategy.', [76, 107]),
    line('resources', 'Resources', 'Align resources to the priorities.', [59, 77]),
    line('commissions', 'Further development and analysis', 'Commission what is not known; hear what was commissioned.', [78, 79]),
    line('joint-objectives', 'Joint and partner objectives', 'Objectives agreed between partners.', [69, 70]),
    line('owners-and-plans', 'Owners and delivery plans', 'One owner for each priority and its plan.', [97, 98]),
    line(
      'alignment',
      'Alignment of business planning, performance and tasking',
      'Priorities without a business-plan objective, a measure or a resource; put each right or say why.',
      [4, 5],
    ),
    line('communication', 'Communication', 'How the strategy reaches staff and partners.', [99, 100, 108]),
    next,
    confidential,
  ],
  ttcg: [
    opening,
    line('minutes-and-actions', 'Minutes and actions', 'Agree the minutes; the action manager reports on actions.', [81, 123, 124, 125], {
      mattersArising: true,
    }),
    line(
      'delivery-plans',
      'Delivery plans',
      'Progress and results; are they still meeting their objectives; close or continue.',
      [56, 125, 126, 142],
    ),
    line('tactical-assessment', 'Tactical assessment', 'Consider the tactical assessment against the control strategy.', [80, 127, 129]),
    line('competing-demands', 'Competing demands and resource bids', 'Compare the demands side by side and rank them.', [52, 131, 136]),
    line('threat-assessments', 'Threat assessments', 'The best available threat assessments, with their age and confidence.', [130]),
    line('tactical-options', 'Tactical options', 'Prevention, intelligence, enforcement and reassurance options.', [115, 132, 135]),
    line(
      'decide-and-allocate',
      'Decide, allocate, name plan owners',
      'Create delivery plans, allocate resources, name one owner for each plan.',
      [120, 128, 136, 137],
    ),
    line('intelligence-requirements', 'Intelligence requirements', 'Review each requirement.', [113, 133]),
    line('commissions', 'Commissions', 'Commission further development or analysis.', [134]),
    line(
      'unit-recommendations',
      'Recommendations of the intelligence unit meeting',
      'Accept, vary or reject each, with the reason.',
      [138],
    ),
    line('escalation', 'Escalation', 'What is beyond the capability of the resources here.', [139, 140]),
    line('operational-reviews', 'Operational reviews', 'Commission reviews and receive their reports.', [141]),
    line('ratification', 'Fast-track decisions to ratify', 'Decisions of the daily management meetings since the last meeting.', [157]),
    next,
  ],
  ium: [
    opening,
    line('minutes-and-actions', 'Actions', 'Progress on the unit’s actions.', [123, 125], { mattersArising: true }),
    line('contributions', 'Contributions', 'Input from analysts, plan owners, neighbourhood, crime and response.', [146]),
    line('tactical-assessment', 'Develop the tactical assessment', 'What the assessment will say and what supports it.', [143]),
    line('recommendations', 'Options for recommendations', 'Draft recommendations for the tactical group, each with its evidence.', [144]),
    line('progress', 'Progress on priorities', 'Review progress on the established priorities.', [147, 148]),
    line('emerging', 'Emerging issues', 'Log each and send it to assessment or commission.', [149]),
    line('for-dmm', 'For the daily management meeting', 'Overnight items the daily meeting should hear.', [151]),
    next,
  ],
  dmm: [
    line('opening', 'Chair, attendance and window', 'The last 24 hours and the next 24 hours.', [155, 156]),
    line('critical-incidents', 'Critical incidents', 'Homicide, threats to life, firearms, officer injuries.', [154]),
    line('priorities', 'Tactical priorities by exception', 'Offences, arrests and series against each priority.', [153, 154]),
    line('missing-people', 'High-risk missing people', 'Each with the level of risk and who leads.', [154]),
    line('wanted', 'Wanted and high-harm suspects', 'Recalls and suspects outstanding.', [154]),
    line('vulnerable', 'Vulnerable victims', 'Domestic abuse, hate crime, repeat callers.', [154]),
    line('custody', 'Custody and bail', 'Prisoners outstanding, bail and release under investigation expiring.', [154]),
    line('open-incidents', 'Unresourced incidents', 'Open emergency and priority incidents.', [154]),
    line('intelligence', 'Intelligence overnight', 'From the intelligence unit.', [151]),
    line('events', 'Next 24 hours', 'Events, operations, courts, community tension.', [155]),
    line('resources', 'Resource levels', 'Planned against actual, abstractions, specialist assets.', [52]),
    line('fast-track', 'Fast-track decisions', 'With reason, owner and time limit; ratified by the next tactical meeting.', [157]),
    line('minutes-and-actions', 'Actions due today', 'What is due and who has it.', [123], { mattersArising: true }),
    line('escalation', 'Escalation', 'What goes up, to whom and by when.', [139]),
  ],
};
