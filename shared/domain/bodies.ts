import type { ForceBody } from './force/force.schema.ts';
import type { AreaBody } from './area/area.schema.ts';
import type { UnitBody } from './unit/unit.schema.ts';
import type { PersonBody } from './person/person.schema.ts';
import type { AppointmentBody } from './appointment/appointment.schema.ts';
import type { PartnerAgencyBody } from './partner-agency/partner-agency.schema.ts';
import type { GroupBody } from './group/group.schema.ts';
import type { TcPolicyBody } from './tc-policy/tc-policy.schema.ts';
import type { PriorityBody } from './priority/priority.schema.ts';
import type { MeetingBody } from './meeting/meeting.schema.ts';
import type { AgendaItemBody } from './agenda-item/agenda-item.schema.ts';
import type { MinuteEntryBody } from './minute-entry/minute-entry.schema.ts';
import type { DecisionBody } from './decision/decision.schema.ts';
import type { ActionBody } from './action/action.schema.ts';
import type { DeliveryPlanBody } from './delivery-plan/delivery-plan.schema.ts';
import type { PaperBody } from './paper/paper.schema.ts';
import type { MinutesBody } from './minutes/minutes.schema.ts';
import type { DraftBody } from './draft/draft.schema.ts';
import type { AccountBody } from './account/account.schema.ts';
import type { WorkstationBody } from './workstation/workstation.schema.ts';

/** Every kind of record and the shape of its body. A kind is only ever added; a retired one stays listed. */
export interface Bodies {
  force: ForceBody;
  area: AreaBody;
  unit: UnitBody;
  person: PersonBody;
  appointment: AppointmentBody;
  'partner-agency': PartnerAgencyBody;
  group: GroupBody;
  'tc-policy': TcPolicyBody;
  priority: PriorityBody;
  meeting: MeetingBody;
  'agenda-item': AgendaItemBody;
  'minute-entry': MinuteEntryBody;
  decision: DecisionBody;
  action: ActionBody;
  'delivery-plan': DeliveryPlanBody;
  paper: PaperBody;
  minutes: MinutesBody;
  draft: DraftBody;
  account: AccountBody;
  workstation: WorkstationBody;
}

export type Kind = keyof Bodies;
