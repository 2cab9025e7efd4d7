import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { PaperBody } from '#shared/domain/paper/paper.schema.ts';
import { type Day, addDays } from '#shared/base/time.ts';
import { dayText } from '#shared/base/time-text.ts';
import type { SampleMatter } from './matters.ts';
import { printedPaper } from './printed-paper.ts';

/** A paper of the sample force: a file that opens, and how it is laid before a meeting. */
export interface SamplePaper extends Pick<PaperBody, 'title' | 'paperType' | 'fileName' | 'mediaType' | 'confidence' | 'policeOnly'> {
  readonly asOf: Day;
  readonly bytes: Uint8Array;
}

const MARKING = 'OFFICIAL-SENSITIVE';
const SYNTHETIC = 'Synthetic: written for the sample force Northmoor. No person, place or figure in it is real.';
/** How many days before a meeting its assessments are written. */
const WRITTEN_BEFORE = 4;

/** The assessment laid before a tactical or strategic meeting: what is known of each matter on its agenda, and what is recommended. */
export function assessmentFor(level: 'tactical' | 'strategic', place: string, on: Day, matters: readonly SampleMatter[]): SamplePaper {
  const asOf = addDays(on, -WRITTEN_BEFORE);
  const title = `${level === 'tactical' ? 'Tactical' : 'Strategic'} assessment, ${place}, to ${dayText(asOf)}`;
  return {
    title,
    paperType: `${level}-assessment`,
    fileName: `${level}-assessment-${asOf}.pdf`,
    mediaType: 'application/pdf',
    confidence: 'moderate',
    policeOnly: false,
    asOf,
    bytes: printedPaper({
      title,
      marking: MARKING,
      foot: SYNTHETIC,
      sections: matters.map((matter, index) => ({
        heading: `${index + 1}. ${matter.title}`,
        paragraphs: [
          ...matter.picture,
          ...matter.decisions.flatMap((decision) => [
            `Recommended: ${decision.chosen}.`,
            `Considered and not recommended: ${decision.rejected}.`,
          ]),
        ],
      })),
    }),
  };
}

const OFFENCES = ['Burglary, residential', 'Robbery, personal', 'Theft from vehicle', 'Violence with injury', 'Criminal damage'] as const;
const WARDS = ['Harbour Ward', 'Millbank', 'Marsh Lane', 'Interchange', 'Dale Valley'] as const;

/** Recorded crime of the fortnight before a meeting by offence and ward, as a table any spreadsheet opens. */
export function crimeTableFor(place: string, on: Day): SamplePaper {
  const asOf = addDays(on, -WRITTEN_BEFORE);
  const month = Number(on.slice(5, 7)) + Number(on.slice(8, 10));
  const rows = OFFENCES.flatMap((offence, row) =>
    WARDS.map((ward, column) => {
      const count = 2 + ((row * 7 + column * 5 + month * 3) % 17);
      const before = 2 + ((row * 5 + column * 11 + month * 2) % 15);
      return `"${offence}","${ward}",${count},${before}`;
    }),
  );
  const table = ['"Offence","Ward","This fortnight","Fortnight before"', ...rows, `"${SYNTHETIC}",,,`, `"${MARKING}",,,`];
  return {
    title: `Recorded crime by ward, ${place}, fortnight to ${dayText(asOf)}`,
    paperType: 'other',
    fileName: `recorded-crime-${asOf}.csv`,
    mediaType: 'text/csv',
    confidence: 'high',
    policeOnly: false,
    asOf,
    bytes: utf8ToBytes(`${table.join('\r\n')}\r\n`),
  };
}

/** A profile that partners are not given: it speaks of people named by sources (duty 119). */
export function subjectProfileFor(on: Day): SamplePaper {
  const asOf = addDays(on, -WRITTEN_BEFORE - 2);
  const title = `Subject profile: handlers of stolen jewellery, to ${dayText(asOf)}`;
  return {
    title,
    paperType: 'subject-profile',
    fileName: `subject-profile-handlers-${asOf}.pdf`,
    mediaType: 'application/pdf',
    confidence: 'low',
    policeOnly: true,
    asOf,
    bytes: printedPaper({
      title,
      marking: `${MARKING} – POLICE ONLY`,
      foot: SYNTHETIC,
      sections: [
        {
          heading: '1. What is known',
          paragraphs: [
            'Two people are named as buyers in three reports from two sources. Neither has been seen to take delivery.',
            'Deliveries are said to follow within a day of the offence, by a car hired for the purpose.',
          ],
        },
        { heading: '2. What is not known', paragraphs: ['Where the property goes from here, and whether the two know each other.'] },
        {
          heading: '3. Handling',
          paragraphs: ['Not to be discussed while partner members are in the room; the sources could be inferred from the pattern.'],
        },
      ],
    }),
  };
}

/** What is decided once the partner members have left the room. */
export const CLOSED_MATTER: SampleMatter = {
  priority: 'burglary',
  title: 'Handlers of stolen jewellery: police members only',
  picture: ['Partner members left the room. The two people named in the subject profile were discussed by reference.'],
  decisions: [
    {
      text: 'Apply for directed surveillance of the two people named in the subject profile, for fourteen days from authority.',
      rationale:
        'The thieves have been replaced twice; the market has not been touched. Nothing less intrusive would show where the property goes.',
      chosen: 'Directed surveillance for fourteen days, subject to authority',
      rejected: 'Visits to the two addresses by neighbourhood officers',
      rejectedBecause: 'It would tell both that they are known, and the three reports could be traced to those who gave them.',
      evidence: 'Subject profile: handlers of stolen jewellery',
      actions: [
        {
          text: 'Complete the application for directed surveillance and put it before the authorising officer.',
          strand: 'intelligence',
          who: 'cid',
          days: 5,
        },
      ],
    },
  ],
};
