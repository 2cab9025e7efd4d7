/**
 * American spellings brought to the British ones, so that either finds the other. Applied to the words of a record and to the words
 * typed, both in lower case and without accents; a word it changes wrongly is changed the same way on both sides and still found.
 */
export function britishSpelling(word: string): string {
  if (word.length < 4) return SHORT_WORDS.get(word) ?? word;
  const known = WHOLE_WORDS.get(word);
  if (known !== undefined) return known;
  let british = word;
  if (word.includes('z')) british = british.replace(ZED, '$1s$2');
  if (word.includes('or')) british = british.replace(OUR, '$1our');
  british = british.replace(ENSE, '$1enc').replace(PRACTISE, 'practic');
  if (word.includes('ter') || word.includes('ber')) british = british.replace(CENTER, '$1re').replace(CENTERED, '$1r');
  for (const [american, instead] of BEGINNINGS) {
    if (british.startsWith(american)) return instead + british.slice(american.length);
  }
  return british;
}

/** organize, analyzing, recognizable: but not size or prize, which are too short before the z. */
const ZED = /^([a-z]{2,}[iy])z(e|ed|es|er|ers|ing|ation|ations|ational|able|)$/;
const OUR =
  /^(arb|ard|arm|behavi|misbehavi|cand|clam|col|discol|demean|misdemean|disfav|endeav|fav|ferv|flav|glam|harb|hon|dishon|hum|lab|neighb|od|parl|ranc|rig|rum|sav|savi|splend|succ|tum|val|vap|vig|watercol)or/;
const ENSE = /^(def|off|lic|pret)ens(?!iv|ib)/;
const PRACTISE = /^practis/;
const CENTER = /^(cent|met|kilomet|centimet|millimet|lit|millilit|theat|fib|calib|sab|spect|somb|meag|lust)er(?=s?$)/;
const CENTERED = /^(cent)er(?=(?:ed|ing)$)/;

const SHORT_WORDS: ReadonlyMap<string, string> = new Map([
  ['mom', 'mum'],
  ['ax', 'axe'],
]);

const WHOLE_WORDS: ReadonlyMap<string, string> = new Map([
  ['aging', 'ageing'],
  ['airplane', 'aeroplane'],
  ['airplanes', 'aeroplanes'],
  ['catalog', 'catalogue'],
  ['catalogs', 'catalogues'],
  ['cozy', 'cosy'],
  ['curb', 'kerb'],
  ['curbs', 'kerbs'],
  ['dialog', 'dialogue'],
  ['dialogs', 'dialogues'],
  ['gaol', 'jail'],
  ['gaols', 'jails'],
  ['gray', 'grey'],
  ['moms', 'mums'],
  ['plow', 'plough'],
  ['program', 'programme'],
  ['programs', 'programmes'],
  ['tire', 'tyre'],
  ['tires', 'tyres'],
  ['whiskey', 'whisky'],
]);

const BEGINNINGS: readonly (readonly [string, string])[] = [
  ['aluminum', 'aluminium'],
  ['anemi', 'anaemi'],
  ['anesth', 'anaesth'],
  ['archeo', 'archaeo'],
  ['artifact', 'artefact'],
  ['cesarean', 'caesarean'],
  ['counselor', 'counsellor'],
  ['diarrhe', 'diarrhoe'],
  ['encyclopedi', 'encyclopaedi'],
  ['enquir', 'inquir'],
  ['estrogen', 'oestrogen'],
  ['feces', 'faeces'],
  ['fetus', 'foetus'],
  ['fetal', 'foetal'],
  ['focuss', 'focus'],
  ['gynecolog', 'gynaecolog'],
  ['hemorr', 'haemorr'],
  ['hemat', 'haemat'],
  ['instalment', 'installment'],
  ['jewelry', 'jewellery'],
  ['judgment', 'judgement'],
  ['acknowledgment', 'acknowledgement'],
  ['leukemi', 'leukaemi'],
  ['maneuver', 'manoeuvr'],
  ['manoeuvre', 'manoeuvr'],
  ['medieval', 'mediaeval'],
  ['mold', 'mould'],
  ['orthoped', 'orthopaed'],
  ['pajama', 'pyjama'],
  ['pedoph', 'paedoph'],
  ['pediatr', 'paediatr'],
  ['skeptic', 'sceptic'],
  ['skillful', 'skilful'],
  ['smolder', 'smoulder'],
  ['sulfur', 'sulphur'],
  ['traveler', 'traveller'],
  ['willful', 'wilful'],
  ['woolen', 'woollen'],
];
