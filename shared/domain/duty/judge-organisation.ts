import { dayText } from '#shared/base/time-text.ts';
import { DOCTRINE_ROLES } from '#shared/domain/appointment/role-rules.ts';
import { ROLE_NAMES } from '#shared/domain/appointment/role-names.ts';
import type { Role } from '#shared/domain/appointment/appointment.schema.ts';
import type { CapabilityKey } from '#shared/domain/capability/capability-standing.ts';
import { spanOn } from '#shared/domain/force/spans.ts';
import { alignmentExceptions, objectivesInUse } from '#shared/domain/governance/alignment.ts';
import { rankAndName } from '#shared/domain/person/person-name.ts';
import { isChiefOfficer } from '#shared/domain/person/rank.ts';
import type { ForceRecords } from './force-records.ts';
import { amber, amiss, counted, type Evaluator, every, green, type Judges, red } from './judging.ts';

const COUNTED_EARLIER = 'Cordon does not keep this yet; show it elsewhere.';

function holders(records: ForceRecords, role: Role) {
  return records.held.filter(({ body }) => body.role === role && body.deputyForId === '');
}
function named(records: ForceRecords, appointments: readonly { readonly body: { readonly personId: string } }[]): string {
  const people = [...new Set(appointments.map(({ body }) => body.personId))].flatMap((id) => records.organisation.people.get(id) ?? []);
  return people.map((person) => rankAndName(person.body)).join(', ');
}

/** A role of the intelligence function: green only where what its holder does is recorded too, amber where that part is kept elsewhere. */
function role(
  which: Role,
  done?: { readonly by: (records: ForceRecords) => boolean; readonly otherwise: string },
  elsewhere = '',
): Evaluator {
  return {
    claims: elsewhere !== '' ? ['amber', 'red'] : done === undefined ? ['green', 'red'] : ['green', 'amber', 'red'],
    place: '/force/people',
    judge(records) {
      const held = holders(records, which);
      if (held.length === 0) return red(`Nobody is ${ROLE_NAMES[which]}.`);
      const who = `Held by ${named(records, held)}.`;
      if (elsewhere !== '') return amber(`${who} ${elsewhere}`, held);
      return done === undefined || done.by(records) ? green(who, held) : amber(`${who} ${done.otherwise}`, held);
    },
  };
}

function responsibility(which: 'intelligence-led-policing' | 'intelligence-capability', words: string): Evaluator {
  return {
    claims: ['green', 'red'],
    place: '/force/governance',
    judge(records) {
      const held = holders(records, 'chief-officer-lead').filter(({ body }) => body.responsibilities.includes(which));
      const [first] = held;
      return first === undefined
        ? red(`No chief officer carries the responsibility for ${words}.`)
        : green(`${named(records, held)} carries the responsibility for ${words} since ${dayText(first.body.from)}.`, held);
    },
  };
}

function recordsOfCapability(records: ForceRecords, key: CapabilityKey) {
  return records.of('capability').filter((one) => one.state === 'recorded' && one.body.capability === key);
}

/** A capability the doctrine names. `then` says what must be there besides for green; without it, that part is kept elsewhere. */
function capability(key: CapabilityKey, then: ((records: ForceRecords) => string) | null, elsewhere = ''): Evaluator {
  return {
    claims: then === null ? ['amber', 'red'] : ['green', 'amber', 'red'],
    place: '/force/capabilities',
    judge(records) {
      const own = recordsOfCapability(records, key);
      const wrong = amiss(
        records,
        (gap) => gap.code.startsWith('capability/') && (gap.subject.id === key || own.some((one) => one.id === gap.subject.id)),
      );
      if (wrong !== null) return wrong;
      const [first] = own;
      if (first === undefined) return red('It is not recorded whether the force has it, or through whom.');
      const via = first.body.provider === '' ? 'The force has it' : `The force has access to it through ${first.body.provider}`;
      const missing = then === null ? elsewhere : then(records);
      return missing === '' ? green(`${via}.`, own) : amber(`${via}. ${missing}`, own);
    },
  };
}
const tagged =
  (
    key: 'financial-intelligence' | 'prison-intelligence' | 'public-order-intelligence',
    also: (records: ForceRecords) => string = () => '',
  ) =>
  (records: ForceRecords): string =>
    records.of('collection-task').some((task) => task.body.capability === key) ? also(records) : 'No collection task carries its tag yet.';

/** Duties 1 to 24: who leads, how the function is configured, who works in it, what it can do. */
export const organisationJudges: Judges = {
  1: {
    claims: ['green', 'amber', 'red'],
    place: '/force/governance',
    judge(records) {
      const held = holders(records, 'chief-officer-lead');
      const chiefs = held.filter(({ body }) => {
        const person = records.organisation.people.get(body.personId);
        return person !== undefined && isChiefOfficer(person.body.rank);
      });
      const [first] = chiefs;
      if (first === undefined) return red('No officer of chief officer rank is appointed as lead.', held);
      const said = `${named(records, [first])} holds the office since ${dayText(first.body.from)}.`;
      const deputy = records.held.some(({ body }) => chiefs.some((one) => one.id === body.deputyForId));
      return deputy ? green(said, chiefs) : amber(`${said} No deputy is recorded.`, chiefs);
    },
  },
  2: responsibility('intelligence-led-policing', 'intelligence-led policing'),
  3: responsibility('intelligence-capability', 'the intelligence capability'),
  4: {
    claims: ['green', 'red'],
    place: '/force/objectives',
    judge(records) {
      const elements = records.of('governance-element').filter((one) => one.state === 'in-use');
      const wrong = amiss(records, (gap) => gap.code.startsWith('governance-element/'));
      if (wrong !== null) return wrong;
      return elements.length === 0
        ? red('No element of governance is recorded.')
        : green(`${counted(elements.length, ['element of governance is', 'elements of governance are'])} linked to the lead.`, elements);
    },
  },
  5: {
    claims: ['green', 'amber', 'red'],
    place: '/force/objectives',
    judge(records) {
      const objectives = objectivesInUse(records.of('business-objective'), records.today);
      if (records.priorities.length === 0) return red('No priority of a control strategy is in force.');
      if (objectives.length === 0) return red('No objective of the business plan is recorded.');
      const exceptions = alignmentExceptions(
        {
          strategies: records.of('control-strategy').filter((one) => one.state === 'set'),
          priorities: records.of('priority').filter((one) => one.state === 'current'),
          objectives,
        },
        records.today,
      );
      const wrong = new Set(exceptions.filter((gap) => gap.severity === 'red').map((gap) => gap.subject.id));
      if (wrong.size === 0 && exceptions.length === 0)
        return green(
          `${counted(records.priorities.length, ['priority serves', 'priorities serve'])} objectives of the business plan and can be measured.`,
          objectives,
        );
      const first = exceptions[0];
      const said = `${counted(exceptions.length, ['exception', 'exceptions'])}; first, ${first?.subject.name ?? ''}: ${first?.sentence ?? ''}`;
      return wrong.size >= records.priorities.length ? red(said, objectives) : amber(said, objectives);
    },
  },
  6: {
    claims: ['green', 'amber', 'red'],
    place: '/force',
    judge(records) {
      const { force, units } = records.organisation;
      const inUse = units.filter((unit) => spanOn(unit.body.spans, records.today)?.inUse === true);
      if (force === null || inUse.length === 0) return red('No units are recorded below the force.');
      return force.body.configuredBecause === '' || force.body.configuredBy === ''
        ? amber('The structure is there; who decided it and why is not.', [force, ...inUse])
        : green(
            `${force.body.configuredBy} decided it; ${counted(inUse.length, ['unit is', 'units are'])} in use, each with its day and who decided.`,
            [force, ...inUse],
          );
    },
  },
  7: {
    claims: ['green', 'amber', 'red'],
    place: '/force',
    judge(records) {
      const places = [...records.organisation.units, ...records.organisation.areas];
      if (places.length === 0) return red('No place of the force has a configuration.');
      const wrong = amiss(records, (gap) => gap.code === 'appointment/holder-left');
      if (wrong !== null) return { ...wrong, colour: 'amber' };
      const reshaped = places.filter((place) => place.body.spans.length > 1);
      return reshaped.length === 0
        ? amber('Every place still has its first configuration; nothing earlier is there to be looked back at.', places)
        : green(
            `${counted(reshaped.length, ['place was', 'places were'])} reconfigured from a day, and the old form can be looked at.`,
            reshaped,
          );
    },
  },
  8: every({
    place: '/force',
    of: (records) => records.organisation.units.filter((unit) => spanOn(unit.body.spans, records.today)?.inUse === true),
    noun: ['unit', 'units'],
    none: 'No unit is in use.',
    ok: (unit, records) => !records.gaps.some((gap) => gap.subject.id === unit.id && gap.duties.includes(8)),
    good: 'with head and remit',
    bad: 'without a head or a remit',
  }),
  10: role('director-of-intelligence'),
  11: role('intelligence-manager', undefined, `Evaluating, sanitising and releasing reports: ${COUNTED_EARLIER}`),
  12: role('intelligence-officer', undefined, `Submitting and developing reports: ${COUNTED_EARLIER}`),
  13: role('principal-analyst', {
    by: (records) => {
      const final = records.of('strategic-assessment').filter((one) => one.state === 'final');
      return final.length > 0 && final.every((one) => one.body.reviews.some((review) => review.outcome === 'passed'));
    },
    otherwise: 'No assessment that passed a review is final yet.',
  }),
  14: role('analyst', {
    by: (records) => {
      const analysts = new Set(holders(records, 'analyst').map(({ body }) => body.personId));
      return [...records.of('strategic-assessment'), ...records.of('assessment-section')].some((one) => analysts.has(one.owner));
    },
    otherwise: 'No analyst is recorded as author of an assessment or a section yet.',
  }),
  15: role('researcher', undefined, `Research log, links and look-ups in other systems: ${COUNTED_EARLIER}`),
  16: {
    claims: ['green', 'amber', 'red'],
    place: '/force/governance',
    judge(records) {
      const vacant = amiss(records, (gap) => gap.code === 'force/role-vacant');
      if (vacant !== null) return vacant;
      const open = records.of('action').filter((action) => !['verified', 'withdrawn'].includes(action.state));
      const late = open.filter((action) => action.dueAt !== '' && action.dueAt < records.today);
      const held = records.held.filter(({ body }) => (DOCTRINE_ROLES as readonly Role[]).includes(body.role));
      if (held.length === 0) return red('Nobody holds any of the six roles of the intelligence function.');
      return late.length > 0
        ? amber(`None of the six roles is vacant. ${counted(late.length, ['action is', 'actions are'])} overdue.`, late)
        : green('None of the six roles is vacant, and no action is overdue.', held);
    },
  },
  17: {
    claims: ['green', 'amber', 'red'],
    place: '/force/capabilities',
    judge(records) {
      const recorded = records.of('capability').filter((one) => one.state === 'recorded');
      if (recorded.length === 0) return red('No capability is recorded, of its own or through others.');
      return (
        amiss(records, (gap) => gap.code.startsWith('capability/')) ??
        green(`${counted(recorded.length, ['capability is', 'capabilities are'])} in place, none of them close to its end.`, recorded)
      );
    },
  },
  18: every({
    place: '/strategy/requirement',
    of: (records) => records.of('collection-task').filter((task) => task.state !== 'withdrawn'),
    noun: ['collection task', 'collection tasks'],
    none: 'No collection task is recorded.',
    ok: (task) => task.parent !== '',
    good: 'asked for by a question of a requirement',
    bad: 'undirected: no question of a requirement asks for it',
  }),
  19: capability('financial-intelligence', tagged('financial-intelligence')),
  20: capability(
    'prison-intelligence',
    tagged('prison-intelligence', (records) =>
      recordsOfCapability(records, 'prison-intelligence').every(({ body }) => body.contact !== '' && body.channel !== '')
        ? ''
        : 'Its contact or its channel is not recorded.',
    ),
  ),
  21: capability('public-order-intelligence', tagged('public-order-intelligence')),
  22: capability('intelligence-cycle', null, `The stage of each item in the cycle: ${COUNTED_EARLIER}`),
  23: {
    claims: ['green', 'amber', 'red'],
    place: '/decisions',
    judge(records) {
      const products = [
        ...records.of('paper').filter((paper) => paper.state === 'attached' && paper.body.paperType !== 'previous-minutes'),
        ...records.of('strategic-assessment').filter((one) => one.state === 'final'),
      ];
      if (products.length === 0) return red('No product of analysis is recorded.');
      const cited = new Set(records.of('decision').flatMap((decision) => decision.body.evidence.map((one) => one.recordId)));
      const unused = products.filter((product) => !cited.has(product.id));
      if (unused.length === 0)
        return green(`${counted(products.length, ['product informed', 'products informed'])} a decision that cites it.`, products);
      return amber(`${unused.length} of ${counted(products.length, ['product', 'products'])} not cited by any decision.`, unused);
    },
  },
  24: capability('operational-support', null, `Requests for support to operations: ${COUNTED_EARLIER}`),
};
