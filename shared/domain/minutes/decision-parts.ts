import { dayText } from '#shared/base/time-text.ts';
import type { EvidenceCited } from '#shared/domain/decision/decision.schema.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import type { MinutesContent } from './minutes-content.ts';
import type { Part } from './minutes-document.ts';

/** Everything a decision rests on, in the order of a policy log: why, what else was considered, on what, within what authority, and what follows. */
export function decisionParts(
  content: MinutesContent,
  decision: RecordOf<'decision'>,
  name: (id: string) => string,
  evidence: readonly EvidenceCited[],
  evidenceWithheld: boolean,
): Part[] {
  const { body } = decision;
  const priority = content.priorities.find((one) => one.id === body.priorityId);
  const parts: Part[] = [
    { name: 'Rationale', texts: [body.rationale] },
    { name: 'Options considered', texts: optionTexts(body) },
    { name: 'Evidence', texts: evidenceTexts(evidence, body.noEvidenceReason, evidenceWithheld) },
    { name: 'Priority', texts: [priority === undefined ? outsideText(body) : `${priority.reference} ${priority.title}`] },
    { name: 'This decision sets', texts: namedTexts(content, body) },
    { name: 'Decided by', texts: [name(body.decidedById)] },
    { name: 'Authority', texts: [authorityText(body)] },
    {
      name: 'What follows',
      texts: [body.ownerId === '' ? '' : `${name(body.ownerId)}${body.dueOn === '' ? '' : `, by ${dayText(body.dueOn)}`}`],
    },
    { name: 'Dissent', texts: body.dissents.map((dissent) => `${name(dissent.personId)}: ${dissent.text}`) },
    {
      name: 'Known then',
      texts: [`${body.known.length} ${body.known.length === 1 ? 'record' : 'records'} in view, frozen as ${body.knownDigest.slice(0, 16)}`],
    },
  ];
  return parts.map((part) => ({ ...part, texts: part.texts.filter((text) => text !== '') })).filter((part) => part.texts.length > 0);
}

/** What the decision names, as it was called then; what may not be named to everyone who reads the decision is only counted. */
function namedTexts(content: MinutesContent, body: RecordOf<'decision'>['body']): string[] {
  const shown = [...(content.tasking?.recommendations ?? []), ...(content.tasking?.bids ?? [])];
  const texts = (body.names ?? []).map(({ kind, id }) => {
    // What stands in these minutes is named as far as this copy shows it; drafts of other pages as they were called then.
    const isHere = kind === 'recommendation' || kind === 'resource-bid';
    const title = isHere
      ? (shown.find((one) => one.id === id)?.body.title ?? '')
      : (body.known.find((one) => one.kind === kind && one.id === id)?.title ?? '');
    return title === '' ? '' : `${NAMED_KINDS[kind] ?? 'Draft'}: ${title}`;
  });
  const hidden = texts.filter((text) => text === '').length;
  return [
    ...texts.filter((text) => text !== ''),
    hidden === 0 ? '' : hidden === 1 ? 'One matter not named here' : `${hidden} matters not named here`,
  ];
}

const NAMED_KINDS: Readonly<Record<string, string>> = {
  recommendation: 'Recommendation',
  prioritisation: 'Prioritisation',
  'control-strategy': 'Control strategy',
  'intelligence-requirement': 'Intelligence requirement',
  'resource-bid': 'Resource bid',
};

/** One cited piece of evidence as a line. */
export function evidenceText(cited: EvidenceCited): string {
  const asOf = cited.asOf === '' ? '' : `as of ${dayText(cited.asOf)}`;
  const confidence = cited.confidence === '' ? '' : `${cited.confidence} confidence`;
  const grade = [asOf, confidence].filter((text) => text !== '').join(', ');
  return grade === '' ? cited.title : `${cited.title} (${grade})`;
}

function evidenceTexts(evidence: readonly EvidenceCited[], noEvidenceReason: string, withheld: boolean): string[] {
  const texts = evidence.map(evidenceText);
  if (withheld) return [...texts, 'Further evidence is withheld from this copy'];
  if (texts.length > 0) return texts;
  return noEvidenceReason === '' ? [] : [`None, because ${noEvidenceReason}`];
}

function optionTexts(body: RecordOf<'decision'>['body']): string[] {
  const texts = body.options.map((option) =>
    option.chosen ? `Chosen: ${option.text}` : `Not chosen: ${option.text}. Because: ${option.rejectedBecause}`,
  );
  return body.singleOptionReason === '' ? texts : [...texts, `No other option, because ${body.singleOptionReason}`];
}

function outsideText(body: RecordOf<'decision'>['body']): string {
  if (body.priorityId !== '') return 'A priority not named here';
  return body.outsideStrategyReason === '' ? '' : `Outside the strategy, because ${body.outsideStrategyReason}`;
}

function authorityText(body: RecordOf<'decision'>['body']): string {
  const note = body.authorityNote === '' ? '' : ` ${body.authorityNote}`;
  return body.withinAuthority ? `Within the chair's authority.${note}` : `Outside the chair's authority: advisory, to be escalated.${note}`;
}
