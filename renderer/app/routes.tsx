import { type ComponentType, lazy } from 'react';
import type { Actor } from '#shared/domain/access/access.ts';
import {
  strategyReaders,
  backupKeepers,
  dutyReaders,
  everyone,
  journalReaders,
  meetingPeople,
  type MayUse,
  policeOnly,
  type SectionId,
  sections,
} from './sections.ts';

export interface Route {
  /** As wouter reads it: `/meetings/:meetingId`. */
  readonly path: string;
  readonly section: SectionId;
  /** Reads its parameters with wouter's `useParams`. */
  readonly page: ComponentType;
  readonly mayUse: MayUse;
}

/** A page that is loaded when it is first opened, by its exported name. */
function page(load: () => Promise<Readonly<Record<string, unknown>>>, name: string): ComponentType {
  return lazy(async () => ({ default: (await load())[name] as ComponentType }));
}

/** Every page of Cordon, one line each. The first that matches is shown; a section appears in the navigation when one of its pages may be used. */
export const routes: readonly Route[] = [
  {
    path: '/meetings',
    section: 'meetings',
    page: page(() => import('#renderer/pages/meetings/meetings.page.tsx'), 'MeetingsPage'),
    mayUse: meetingPeople,
  },
  {
    path: '/meetings/:meetingId',
    section: 'meetings',
    page: page(() => import('#renderer/pages/meetings/meeting.page.tsx'), 'MeetingPage'),
    mayUse: meetingPeople,
  },
  {
    path: '/meetings/:meetingId/console',
    section: 'meetings',
    page: page(() => import('#renderer/pages/meetings/console.page.tsx'), 'ConsolePage'),
    mayUse: meetingPeople,
  },
  {
    path: '/meetings/:meetingId/minutes',
    section: 'meetings',
    page: page(() => import('#renderer/pages/minutes/minutes.page.tsx'), 'MinutesPage'),
    mayUse: meetingPeople,
  },
  {
    path: '/decisions',
    section: 'decisions',
    page: page(() => import('#renderer/pages/decisions/decisions.page.tsx'), 'DecisionsPage'),
    mayUse: meetingPeople,
  },
  {
    path: '/decisions/:decisionId',
    section: 'decisions',
    page: page(() => import('#renderer/pages/decisions/decision.page.tsx'), 'DecisionPage'),
    mayUse: meetingPeople,
  },
  {
    path: '/actions',
    section: 'actions',
    page: page(() => import('#renderer/pages/actions/actions.page.tsx'), 'ActionsPage'),
    mayUse: everyone,
  },
  {
    // Shows that it is no page to whoever is in no compartment.
    path: '/strategy/dedicated-source',
    section: 'strategy',
    page: page(() => import('#renderer/pages/strategy/dedicated-source.page.tsx'), 'DedicatedSourcePage'),
    mayUse: policeOnly,
  },
  {
    path: '/strategy/assessments',
    section: 'strategy',
    page: page(() => import('#renderer/pages/strategy/assessments.page.tsx'), 'AssessmentsPage'),
    mayUse: everyone,
  },
  {
    path: '/strategy/assessments/:assessmentId',
    section: 'strategy',
    page: page(() => import('#renderer/pages/strategy/assessment.page.tsx'), 'AssessmentPage'),
    mayUse: everyone,
  },
  {
    path: '/strategy/prioritisation',
    section: 'strategy',
    page: page(() => import('#renderer/pages/strategy/prioritisations.page.tsx'), 'PrioritisationsPage'),
    mayUse: strategyReaders,
  },
  {
    path: '/strategy/prioritisation/:prioritisationId',
    section: 'strategy',
    page: page(() => import('#renderer/pages/strategy/prioritisation.page.tsx'), 'PrioritisationPage'),
    mayUse: strategyReaders,
  },
  {
    path: '/strategy',
    section: 'strategy',
    page: page(() => import('#renderer/pages/strategy/strategy.page.tsx'), 'StrategyPage'),
    mayUse: policeOnly,
  },
  {
    path: '/strategy/draft/:strategyId',
    section: 'strategy',
    page: page(() => import('#renderer/pages/strategy/strategy-version.page.tsx'), 'StrategyVersionPage'),
    mayUse: policeOnly,
  },
  {
    path: '/strategy/versions/:oneId/:otherId',
    section: 'strategy',
    page: page(() => import('#renderer/pages/strategy/strategy-difference.page.tsx'), 'StrategyDifferencePage'),
    mayUse: policeOnly,
  },
  { path: '/plans', section: 'plans', page: page(() => import('#renderer/pages/plans/plans.page.tsx'), 'PlansPage'), mayUse: everyone },
  {
    path: '/plans/new/:decisionId',
    section: 'plans',
    page: page(() => import('#renderer/pages/plans/new-plan.page.tsx'), 'NewPlanPage'),
    mayUse: meetingPeople,
  },
  {
    path: '/plans/:planId',
    section: 'plans',
    page: page(() => import('#renderer/pages/plans/plan.page.tsx'), 'PlanPage'),
    mayUse: everyone,
  },
  ...['/strategy/requirement', '/strategy/requirement/:requirementId'].map((path) => ({
    path,
    section: 'strategy' as const,
    page: page(() => import('#renderer/pages/strategy/requirement.page.tsx'), 'RequirementPage'),
    mayUse: strategyReaders,
  })),
  {
    path: '/strategy/commissions',
    section: 'strategy',
    page: page(() => import('#renderer/pages/strategy/commissions.page.tsx'), 'CommissionsPage'),
    mayUse: policeOnly,
  },
  {
    path: '/strategy/publications',
    section: 'strategy',
    page: page(() => import('#renderer/pages/strategy/publications.page.tsx'), 'PublicationsPage'),
    mayUse: everyone,
  },
  {
    path: '/strategy/publications/:publicationId',
    section: 'strategy',
    page: page(() => import('#renderer/pages/strategy/publication.page.tsx'), 'PublicationPage'),
    mayUse: everyone,
  },
  {
    path: '/strategy/calendar',
    section: 'strategy',
    page: page(() => import('#renderer/pages/strategy/calendar.page.tsx'), 'CalendarPage'),
    mayUse: policeOnly,
  },
  { path: '/', section: 'today', page: page(() => import('#renderer/pages/today/today.page.tsx'), 'TodayPage'), mayUse: everyone },
  {
    path: '/force',
    section: 'force',
    page: page(() => import('#renderer/pages/force/structure.page.tsx'), 'StructurePage'),
    mayUse: policeOnly,
  },
  {
    path: '/force/people',
    section: 'force',
    page: page(() => import('#renderer/pages/force/people.page.tsx'), 'PeoplePage'),
    mayUse: policeOnly,
  },
  {
    path: '/force/groups',
    section: 'force',
    page: page(() => import('#renderer/pages/force/groups.page.tsx'), 'GroupsPage'),
    mayUse: policeOnly,
  },
  {
    path: '/force/groups/:groupId',
    section: 'force',
    page: page(() => import('#renderer/pages/force/group.page.tsx'), 'GroupPage'),
    mayUse: policeOnly,
  },
  {
    path: '/force/partners',
    section: 'force',
    page: page(() => import('#renderer/pages/force/partners.page.tsx'), 'PartnersPage'),
    mayUse: policeOnly,
  },
  {
    path: '/force/governance',
    section: 'force',
    page: page(() => import('#renderer/pages/force/governance.page.tsx'), 'GovernancePage'),
    mayUse: policeOnly,
  },
  {
    path: '/force/capabilities',
    section: 'force',
    page: page(() => import('#renderer/pages/force/capabilities.page.tsx'), 'CapabilitiesPage'),
    mayUse: policeOnly,
  },
  {
    path: '/force/objectives',
    section: 'force',
    page: page(() => import('#renderer/pages/force/objectives.page.tsx'), 'ObjectivesPage'),
    mayUse: everyone,
  },
  {
    path: '/force/duties',
    section: 'force',
    page: page(() => import('#renderer/pages/force/duties.page.tsx'), 'DutiesPage'),
    mayUse: dutyReaders,
  },
  {
    path: '/force/duties/thread/:priorityId',
    section: 'force',
    page: page(() => import('#renderer/pages/force/thread.page.tsx'), 'ThreadPage'),
    mayUse: dutyReaders,
  },
  {
    path: '/force/workstation',
    section: 'force',
    page: page(() => import('#renderer/pages/force/workstation.page.tsx'), 'WorkstationPage'),
    mayUse: policeOnly,
  },
  {
    path: '/force/account',
    section: 'force',
    page: page(() => import('#renderer/pages/force/account.page.tsx'), 'AccountPage'),
    mayUse: everyone,
  },
  {
    path: '/record',
    section: 'record',
    page: page(() => import('#renderer/pages/record/record.page.tsx'), 'RecordPage'),
    mayUse: everyone,
  },
  {
    path: '/record/journal',
    section: 'record',
    page: page(() => import('#renderer/pages/record/journal.page.tsx'), 'JournalPage'),
    mayUse: journalReaders,
  },
  {
    path: '/record/backups',
    section: 'record',
    page: page(() => import('#renderer/pages/record/backups.page.tsx'), 'BackupsPage'),
    mayUse: backupKeepers,
  },
];

/** Whether any page of a section may be used by this person. */
export function mayUseSection(section: SectionId, actor: Actor): boolean {
  return routes.some((route) => route.section === section && route.mayUse(actor));
}

/** Where a section is entered: its own page, or the first of its pages that this person may use. */
export function sectionPath(section: SectionId, actor: Actor): string {
  const own = sections.find((one) => one.id === section)?.path ?? '/';
  const usable = routes.filter((route) => route.section === section && route.mayUse(actor) && !route.path.includes(':'));
  return (usable.find((route) => route.path === own) ?? usable[0])?.path ?? own;
}
