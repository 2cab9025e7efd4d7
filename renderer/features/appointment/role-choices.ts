import type { AppointmentBody, Role } from '#shared/domain/appointment/appointment.schema.ts';
import { ROLES } from '#shared/domain/appointment/appointment.schema.ts';
import { ROLE_SCOPES } from '#shared/domain/appointment/role-rules.ts';
import { organisationText, roleWords } from '#renderer/text/organisation.ts';
import type { Choice } from '#renderer/components/field.tsx';

/** Where a role may be held, as the form offers it. */
export interface Place {
  readonly scopeType: AppointmentBody['scopeType'];
  readonly id: string;
  readonly name: string;
}

/** The roles that can be held at one of the kinds of place offered. */
export function roleChoices(places: readonly Place[]): readonly Choice[] {
  const kinds = new Set(places.map((place) => place.scopeType));
  return ROLES.filter((role) => ROLE_SCOPES[role].some((kind) => kinds.has(kind))).map((role) => ({ value: role, label: roleWords(role) }));
}

/** The places where a role can be held, each with its kind. */
export function placesFor(role: Role | '', places: readonly Place[]): readonly Place[] {
  return role === '' ? [] : places.filter((place) => ROLE_SCOPES[role].includes(place.scopeType));
}

export function placeLabel(place: Place): string {
  return place.scopeType === 'force'
    ? organisationText.appointment.places.force
    : `${organisationText.appointment.places[place.scopeType]}: ${place.name}`;
}
