import { z } from 'zod';
import { mayAdminister } from '#shared/domain/access/access.policy.ts';
import { defineQuery } from '#shared/domain/kit/query.ts';

/** Who may sign in on this workstation and who could, for administrators. */
export const accountsQuery = defineQuery({
  name: 'accounts',
  args: z.object({}),
  may: (_args, actor) => mayAdminister(actor),
  read: async (_args, { reading }) => {
    const accounts = await reading.many('account');
    const people = new Map(
      (
        await reading.some(
          'person',
          accounts.map((one) => one.body.personId),
        )
      ).map((one) => [one.id, one]),
    );
    return {
      rows: accounts.map((one) => {
        const person = people.get(one.body.personId);
        return {
          id: one.id,
          personId: one.body.personId,
          personName: person === undefined ? '' : `${person.body.givenName} ${person.body.familyName}`,
          rank: person?.body.rank ?? '',
          signInName: one.body.signInName,
          state: one.state,
          openedAt: one.body.openedAt,
          closedAt: one.body.closedAt,
          closedBecause: one.body.closedBecause,
        };
      }),
    };
  },
});

export const accountQueries = [accountsQuery] as const;
