import { type Day, addDays, addMonths } from '#shared/base/time.ts';
import type { PartnerAgencyBody } from '#shared/domain/partner-agency/partner-agency.schema.ts';
import type { CommandArgs, CommandName, CommandOut } from '#shared/domain/registry.ts';

/** Gives a command as the administrator of the sample force, a little after the one before. */
export type TellAsAdmin = <Name extends CommandName>(name: Name, args: CommandArgs<Name>) => Promise<CommandOut<Name>>;

/** Partners with both consents, and one whose own consent is missing, so that the rule can be seen at work. */
export async function addAgencies(tell: TellAsAdmin, since: Day, today: Day): Promise<Map<string, string>> {
  const agencies = new Map<string, string>();
  const add = async (key: string, name: string, agencyType: PartnerAgencyBody['agencyType'], contact: string): Promise<string> => {
    const { agencyId } = await tell('partner-agency.add', { name, agencyType, contact });
    agencies.set(key, agencyId);
    return agencyId;
  };
  const consent = async (agencyId: string, side: 'police' | 'partner', by: string) =>
    tell('partner-agency.consent', { agencyId, side, on: since, by, reference: '' });
  const agree = async (agencyId: string, reference: string, to: Day) =>
    tell('partner-agency.agree', {
      agencyId,
      reference,
      from: since,
      to,
      purpose: 'Prevention and detection of crime and disorder; tasking and co-ordination.',
    });

  const csp = await add(
    'csp',
    'Northmoor Community Safety Partnership',
    'community-safety-partnership',
    'Partnership office, 01632 960201',
  );
  await consent(csp, 'police', 'DCC Menon');
  await consent(csp, 'partner', 'Partnership chair');
  await agree(csp, 'ISA-2026-004', addMonths(today, 14));
  const council = await add('council', 'Harbour and Millbank Borough Council', 'local-authority', 'Regulatory services, 01632 960202');
  await consent(council, 'police', 'Supt Dunbar');
  await consent(council, 'partner', 'Director of Place');
  await agree(council, 'ISA-2025-019', addDays(today, -9));
  const probation = await add('probation', 'Northmoor Probation Delivery Unit', 'probation', 'Deputy head of service, 01632 960203');
  await consent(probation, 'police', 'DCC Menon');
  await consent(probation, 'partner', 'Regional director');
  await agree(probation, 'ISA-2026-011', addMonths(today, 9));
  const housing = await add('housing', 'Dale Homes Housing Association', 'housing', 'Neighbourhood director, 01632 960204');
  await consent(housing, 'police', 'Supt Tattersall');
  return agencies;
}
