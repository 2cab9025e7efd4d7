/** One property of a component: its name, parameters and value with escapes undone. */
export interface IcalProperty {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly value: string;
}
export interface IcalComponent {
  readonly name: string;
  readonly properties: readonly IcalProperty[];
  readonly components: readonly IcalComponent[];
}

/**
 * Reads an iCalendar stream as strictly as RFC 5545 is written, and throws at the first thing that is not: lines end in CRLF and hold at most 75 octets,
 * names and parameters keep to their grammar, components nest, what is required once is there once, dates are of the form their parameters say.
 */
export function parseStrictIcal(stream: string): IcalComponent {
  if (!stream.endsWith('\r\n') && !stream.endsWith('END:VCALENDAR')) throw new Error('the stream does not end with its calendar');
  if (/[^\r]\n|\r[^\n]/.test(stream)) throw new Error('a line does not end in CRLF');
  const physical = stream.split('\r\n').filter((line, index, all) => !(line === '' && index === all.length - 1));
  for (const line of physical) {
    if (line === '') throw new Error('an empty line');
    if (new TextEncoder().encode(line).length > 75) throw new Error(`more than 75 octets: ${line}`);
  }
  const lines: string[] = [];
  for (const line of physical) {
    if (/^[ \t]/.test(line)) lines[lines.length - 1] += line.slice(1);
    else lines.push(line);
  }
  const root = componentFrom(lines.map(propertyFrom));
  if (root.name !== 'VCALENDAR') throw new Error('not a calendar');
  once(root, 'VERSION', 'PRODID');
  if (textOf(root, 'VERSION') !== '2.0') throw new Error('another version');
  const zones = root.components
    .filter((one) => one.name === 'VTIMEZONE')
    .map((zone) => {
      once(zone, 'TZID');
      return textOf(zone, 'TZID');
    });
  const events = root.components.filter((one) => one.name === 'VEVENT');
  for (const event of events) checkEvent(event, zones);
  const ids = events.map((event) => textOf(event, 'UID'));
  if (new Set(ids).size !== ids.length) throw new Error('two events with one UID');
  return root;
}

/** The one property of this name. */
export function propertyOf(component: IcalComponent, name: string): IcalProperty {
  const [found, ...more] = component.properties.filter((property) => property.name === name);
  if (found === undefined || more.length > 0) throw new Error(`${component.name} has ${name} not exactly once`);
  return found;
}
export function textOf(component: IcalComponent, name: string): string {
  return propertyOf(component, name).value;
}
const once = (component: IcalComponent, ...names: readonly string[]): void => {
  for (const name of names) propertyOf(component, name);
};

const NAME = '[A-Za-z0-9-]+';
const PARAMETER = new RegExp(`;(${NAME})=("[^"]*"|[^";:,]*)`, 'y');

function propertyFrom(line: string): IcalProperty {
  const name = new RegExp(`^${NAME}`).exec(line)?.[0];
  if (name === undefined) throw new Error(`no name: ${line}`);
  const parameters: Record<string, string> = {};
  PARAMETER.lastIndex = name.length;
  let end = name.length;
  for (let found = PARAMETER.exec(line); found !== null; found = PARAMETER.exec(line)) {
    parameters[found[1] ?? ''] = (found[2] ?? '').replace(/^"|"$/g, '');
    end = PARAMETER.lastIndex;
  }
  if (line[end] !== ':') throw new Error(`no value: ${line}`);
  const raw = line.slice(end + 1);
  const isText = ['SUMMARY', 'DESCRIPTION', 'LOCATION', 'COMMENT'].includes(name);
  if (isText && /(^|[^\\])(\\\\)*[;,]|\\[^\\;,nN]/.test(raw)) throw new Error(`text not escaped: ${line}`);
  return { name, parameters, value: isText ? raw.replace(/\\[nN]/g, '\n').replace(/\\(.)/g, '$1') : raw };
}

function componentFrom(properties: readonly IcalProperty[]): IcalComponent {
  const open: { readonly name: string; readonly properties: IcalProperty[]; readonly components: IcalComponent[] }[] = [];
  for (const [index, property] of properties.entries()) {
    if (property.name === 'BEGIN') {
      open.push({ name: property.value, properties: [], components: [] });
      continue;
    }
    const inner = open.at(-1);
    if (inner === undefined) throw new Error(`${property.name} outside a component`);
    if (property.name !== 'END') {
      inner.properties.push(property);
      continue;
    }
    if (inner.name !== property.value) throw new Error(`${inner.name} ends as ${property.value}`);
    open.pop();
    const outer = open.at(-1);
    if (outer !== undefined) outer.components.push(inner);
    else if (index === properties.length - 1) return inner;
    else throw new Error('something follows the calendar');
  }
  throw new Error('the calendar does not end');
}

function checkEvent(event: IcalComponent, zones: readonly string[]): void {
  once(event, 'UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY');
  if (!/^\d{8}T\d{6}Z$/.test(textOf(event, 'DTSTAMP'))) throw new Error('DTSTAMP is not in UTC');
  const [start, end] = [propertyOf(event, 'DTSTART'), propertyOf(event, 'DTEND')];
  if (start.parameters['VALUE'] !== end.parameters['VALUE']) throw new Error('a day that ends at a time');
  for (const { value, parameters } of [start, end]) {
    if (parameters['VALUE'] === 'DATE') {
      if (!/^\d{8}$/.test(value) || parameters['TZID'] !== undefined) throw new Error(`not a day: ${value}`);
    } else if (!/^\d{8}T\d{6}Z?$/.test(value) || (!value.endsWith('Z') && !zones.includes(parameters['TZID'] ?? ''))) {
      throw new Error(`a time on no known clock: ${value}`);
    }
  }
  if (end.value <= start.value) throw new Error('an event ends before it starts');
}
