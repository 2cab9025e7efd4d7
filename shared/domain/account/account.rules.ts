import { refusalBook } from '#shared/base/refusal.ts';
import type { Refusal } from '#shared/base/result.ts';
import { defineNoun } from '#shared/domain/kit/noun.ts';
import { ACCOUNT_STATES, accountBody, type AccountBody } from './account.schema.ts';

export const accountBook = refusalBook({
  'account/name-taken': { duties: [32], message: 'Someone else already signs in as {name}.', remedy: 'Choose another sign-in name.' },
  'account/already-open': {
    duties: [32],
    message: 'This person can already sign in on this workstation.',
    remedy: 'Close that account first.',
  },
  'account/person-unknown': { duties: [32], message: 'There is no such person.', remedy: 'Add the person first.' },
  'account/person-has-left': { duties: [32], message: 'This person is no longer serving and cannot be given an account.', remedy: '' },
  'account/partner-never': {
    duties: [32, 41],
    message: 'Members of partner agencies do not sign in to this workstation.',
    remedy: 'Hand them a copy of what they are entitled to.',
  },
  'account/closed-for-good': { duties: [122], message: 'A closed account stays closed.', remedy: 'Open a new account for the person.' },
  'account/reason-needed': { duties: [122], message: 'Say why the account is closed.', remedy: '' },
  'account/kept': { duties: [34, 122], message: 'An account is closed, never removed: the journal speaks of it.', remedy: '' },
  'account/person-fixed': { duties: [122], message: 'An account belongs to one person for good.', remedy: 'Open a new account.' },
  'account/unknown': { duties: [], message: 'There is no such account.', remedy: '' },
  'account/own': { duties: [32], message: 'You cannot close the account you are signed in with.', remedy: 'Ask another administrator.' },
});

/** That a person may open this vault. One open account a person, one person a sign-in name (duty 32). */
export const account = defineNoun<'account', AccountBody>({
  kind: 'account',
  shape: 1,
  body: accountBody,
  states: ACCOUNT_STATES,
  keepsVersions: true,
  accessOf: (record) => ({
    unit: record.scope,
    marking: record.marking,
    caveats: [],
    named: ['role:administrator', `person:${record.body.personId}`],
  }),
  check: async ({ before, after, reading }) => {
    if (after === null) return [accountBook.say('account/kept')];
    const refusals: Refusal[] = [];
    if (before?.state === 'closed') refusals.push(accountBook.say('account/closed-for-good'));
    if (before !== null && before.body.personId !== after.body.personId) refusals.push(accountBook.say('account/person-fixed'));
    if (after.state === 'closed') {
      if (after.body.closedBecause === '' || after.body.closedAt === '')
        refusals.push(accountBook.say('account/reason-needed', { field: 'reason' }));
      return refusals;
    }
    const others = (await reading.many('account', { state: 'open' })).filter((one) => one.id !== after.id);
    if (others.some((one) => one.body.signInName === after.body.signInName)) {
      refusals.push(accountBook.say('account/name-taken', { field: 'signInName', facts: { name: after.body.signInName } }));
    }
    if (others.some((one) => one.body.personId === after.body.personId))
      refusals.push(accountBook.say('account/already-open', { field: 'personId' }));
    if (before === null) {
      const person = await reading.one('person', after.body.personId);
      if (person === null) refusals.push(accountBook.say('account/person-unknown', { field: 'personId' }));
      else if (person.state === 'left') refusals.push(accountBook.say('account/person-has-left', { field: 'personId' }));
      else if (person.body.partnerAgencyId !== '') refusals.push(accountBook.say('account/partner-never', { field: 'personId' }));
    }
    return refusals;
  },
  searchText: () => null,
});
