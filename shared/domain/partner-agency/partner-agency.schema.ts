import { z } from 'zod';
import { dayShape, lineShape, maybeLineShape } from '#shared/base/shapes.ts';

export const AGENCY_TYPES = [
  'community-safety-partnership',
  'local-authority',
  'probation',
  'health',
  'fire-and-rescue',
  'education',
  'housing',
  'prison',
  'regional-unit',
  'other',
] as const;
const consent = z.looseObject({ on: dayShape, by: lineShape(200), reference: maybeLineShape(200) });
const agreement = z.looseObject({ reference: lineShape(200), from: dayShape, to: dayShape, purpose: maybeLineShape(1000) });

/** An agency outside the police. It can be a member of a group only while both sides have consented (duties 67, 68, 119). */
export const partnerAgencyBody = z.looseObject({
  name: lineShape(160),
  agencyType: z.enum(AGENCY_TYPES),
  policeConsent: consent.nullable(),
  partnerConsent: consent.nullable(),
  agreement: agreement.nullable(),
  contact: maybeLineShape(300),
});
export type PartnerAgencyBody = z.output<typeof partnerAgencyBody>;
export const PARTNER_AGENCY_STATES = ['in-use', 'closed'] as const;
