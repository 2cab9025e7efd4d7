import type { PESTELO, SECTION_TYPES } from '#shared/domain/assessment-section/assessment-section.schema.ts';

/** A section as the template lays it out. */
export interface SectionLaidOut {
  readonly sectionType: (typeof SECTION_TYPES)[number];
  readonly scanFactor: '' | (typeof PESTELO)[number];
  readonly heading: string;
  readonly helpText: string;
}

const laidOut = (
  sectionType: SectionLaidOut['sectionType'],
  heading: string,
  helpText: string,
  scanFactor: SectionLaidOut['scanFactor'] = '',
): SectionLaidOut => ({ sectionType, scanFactor, heading, helpText });

/**
 * The layout a new assessment begins with. Its themes follow the problem (place, offending, victimisation and vulnerability) and not crime types or
 * last year's priorities: a study of a hundred strategic assessments found that those serve decisions poorly (facts 4).
 */
export const PROBLEM_ORIENTED_TEMPLATE: readonly SectionLaidOut[] = [
  laidOut('method', 'Aim, method and limits', 'The question answered, how, from which sources, and what they cannot show.'),
  laidOut(
    'summary',
    'Summary of key findings',
    'One page for the group: what changed, what is coming, what it should decide. Write it last.',
  ),
  laidOut(
    'strategy-review',
    'Review of the last control strategy',
    'For each priority: what was aimed at, what was done, what the result analysis shows, and whether the problem remains.',
  ),
  laidOut(
    'scan',
    'Scan: political',
    'Government and local policy, elections and commissioners’ plans that change demand or means.',
    'political',
  ),
  laidOut('scan', 'Scan: economic', 'Prices, employment and budgets, of the public and of partners.', 'economic'),
  laidOut('scan', 'Scan: social', 'Population, communities, events and attitudes.', 'social'),
  laidOut('scan', 'Scan: technological', 'What offenders, victims and the police can newly do.', 'technological'),
  laidOut('scan', 'Scan: environmental', 'Weather, places, transport and building.', 'environmental'),
  laidOut('scan', 'Scan: legal', 'New law, guidance and judgments.', 'legal'),
  laidOut('scan', 'Scan: organisational', 'The force and its partners: people, skills, estate and systems.', 'organisational'),
  laidOut(
    'theme',
    'Places',
    'Where harm gathers and why there: repeat places, their managers, what makes them easy, and how they are changing.',
  ),
  laidOut('theme', 'Offending', 'Who causes most harm, how they work and with whom, what they gain, and what would stop them.'),
  laidOut(
    'theme',
    'Victimisation and vulnerability',
    'Who is harmed again and again, who is not heard of, what they need, and who could guard them.',
  ),
  laidOut('forecast', 'Forecasts', 'What is expected in the period, each with a word of the probability yardstick and how sure we are.'),
  laidOut('gaps', 'Intelligence gaps', 'What we do not know and would change the advice: the beginning of the intelligence requirement.'),
  laidOut(
    'recommendations',
    'Recommendations',
    'What the group should make a priority, and what not, with reasons. Each recommendation is listed by itself below the text.',
  ),
];

/** The section added for each partner agency of a joint assessment, owned by that agency (duty 69). */
export function partnerSection(agencyName: string): SectionLaidOut {
  return laidOut(
    'partner',
    `View of ${agencyName}`.slice(0, 200),
    'The partner’s own picture: what it sees, what it does about it, and what it asks of the group. Only its owner there writes it.',
  );
}
