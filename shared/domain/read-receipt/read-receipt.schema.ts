import { z } from 'zod';
import { idShape, instantShape } from '#shared/base/shapes.ts';

/** That one person has read one publication (duties 99, 108). `parent` is the publication, `owner` the reader. Never changed. */
export const readReceiptBody = z.looseObject({ groupId: idShape, personId: idShape, readAt: instantShape });
export type ReadReceiptBody = z.output<typeof readReceiptBody>;
export const READ_RECEIPT_STATES = ['read'] as const;
