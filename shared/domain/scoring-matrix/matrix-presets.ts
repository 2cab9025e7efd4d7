import type { MatrixModel } from './matrix-model.ts';
import type { MatrixFactor } from './scoring-matrix.schema.ts';

export const PRESET_KEYS = ['house', 'four-by-four', 'crime-harm-index'] as const;
export type PresetKey = (typeof PRESET_KEYS)[number];

interface Preset {
  readonly name: string;
  readonly model: MatrixModel;
  readonly origin: string;
  readonly factors: MatrixFactor[];
}

const factor = (
  section: MatrixFactor['section'],
  key: string,
  name: string,
  help: string,
  from: number,
  meanings: readonly string[],
): MatrixFactor => ({ key, section, name, help, levels: meanings.map((meaning, index) => ({ value: from + index, meaning })) });

const CONFIDENCE = factor(
  'confidence',
  'confidence',
  'Confidence in the data',
  'How good and how recent the data behind the scores are. Stands beside the score and is never multiplied in: low confidence asks for an intelligence requirement, it does not make an issue smaller.',
  1,
  ['Low: old, thin or contradictory', 'Moderate: partly corroborated or partly out of date', 'High: recent, complete and corroborated'],
);
const POSITION = [
  factor('position', 'capacity', 'Capacity', 'Whether there are enough people and hours to deal with it.', 0, [
    'Sufficient',
    'Slightly stretched',
    'Stretched',
    'Far too little',
    'None',
  ]),
  factor('position', 'capability', 'Capability', 'Whether the skills, powers, tools and partners to deal with it are there.', 0, [
    'Sufficient',
    'Small gaps',
    'Gaps that limit the response',
    'Serious gaps',
    'None',
  ]),
];

/** The matrices Cordon brings along (facts 5.2 and 5.3). Every figure is a house figure and may be changed; no published values are among them. */
export const MATRIX_PRESETS: Readonly<Record<PresetKey, Preset>> = {
  house: {
    name: 'Harm-Likelihood-Position (house model, MoRiLE-shaped)',
    model: 'harm-likelihood-position',
    origin:
      'House model. It has the three sections MoRiLE is publicly known to have, but the scales and the arithmetic are our own: it is not the MoRiLE model and its figures do not compare with anybody else’s.',
    factors: [
      factor('harm', 'physical', 'Physical harm', 'To the people it is done to.', 0, [
        'None',
        'Minor, no treatment needed',
        'Moderate, treatment needed',
        'Serious or lasting',
        'Death or life-changing',
      ]),
      factor('harm', 'psychological', 'Psychological harm', 'Fear, distress and their lasting effects on victims and witnesses.', 0, [
        'None',
        'Short distress',
        'Distress for weeks',
        'Needs support over months',
        'Severe and lasting',
      ]),
      factor('harm', 'financial', 'Financial harm', 'To people and businesses, measured against what they can bear.', 0, [
        'None',
        'Small loss, soon made good',
        'Loss that is felt',
        'Loss that changes how they live or trade',
        'Ruinous',
      ]),
      factor('harm', 'vulnerability', 'Victim vulnerability', 'How far victims can protect themselves.', 0, [
        'Able to protect themselves',
        'Some vulnerability',
        'Vulnerable',
        'Very vulnerable',
        'Cannot protect themselves',
      ]),
      factor('harm', 'community', 'Community impact', 'Fear, cohesion and confidence beyond the victims.', 0, [
        'None',
        'Felt by neighbours',
        'Felt in one community',
        'Felt across several communities',
        'Disorder or loss of confidence across the force',
      ]),
      factor('harm', 'environment', 'Environment', 'Damage to land, water, wildlife and heritage.', 0, [
        'None',
        'Slight, puts itself right',
        'Local, can be put right',
        'Lasting in one place',
        'Widespread or irreversible',
      ]),
      factor('harm', 'scope', 'Geographic scope', 'How far it reaches.', 1, [
        'A single place',
        'One command area',
        'The whole force',
        'Cross-force or national',
      ]),
      factor('harm', 'expectation', 'Public expectation', 'Expectation, reputation and legal duty of the organisation.', 0, [
        'None',
        'Some local interest',
        'Expected to act',
        'Strong expectation or legal duty',
        'Failure would be a national matter',
      ]),
      factor('likelihood', 'frequency', 'Confirmed frequency', 'How often it is known to happen.', 1, [
        'Rare',
        'Monthly',
        'Weekly',
        'Daily',
      ]),
      factor('likelihood', 'trend', 'Trend', 'The last twelve months against the control limits.', 1, [
        'Falling',
        'Stable',
        'Rising',
        'Rising beyond the upper limit',
      ]),
      factor('likelihood', 'forecast', 'Forecast', 'What is expected, from intent and capability of those who do it.', 1, [
        'Expected to fall',
        'Expected to go on',
        'Expected to grow',
        'Expected to grow fast',
      ]),
      ...POSITION,
      CONFIDENCE,
    ],
  },
  'four-by-four': {
    name: 'Impact x likelihood, 4 x 4',
    model: 'impact-likelihood',
    origin:
      'House model in the form of the common four-by-four risk grid, 1 to 16. What each point means here is our own wording. It says nothing of whether we can cope.',
    factors: [
      factor('impact', 'impact', 'Impact', 'On victims, communities and the organisation together.', 1, [
        'Low',
        'Moderate',
        'High',
        'Very high',
      ]),
      factor('likelihood', 'likelihood', 'Likelihood', 'That it happens, or goes on happening, in the period.', 1, [
        'Unlikely',
        'Possible',
        'Likely',
        'Almost certain',
      ]),
      CONFIDENCE,
    ],
  },
  'crime-harm-index': {
    name: 'Crime harm index calculator',
    model: 'crime-harm-index',
    origin:
      'Calculator in the form of the Cambridge Crime Harm Index: recorded crimes times the starting point in days for a first offender. Cordon brings no weights; import them from the spreadsheet the University of Cambridge publishes. Capacity, capability and confidence are additions of this house.',
    factors: [...POSITION, CONFIDENCE],
  },
};
