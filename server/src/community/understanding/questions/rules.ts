import { foldAccents } from '#platform/text/index.ts';
import type { Kind, Opening } from './model.ts';

/** Beyond, a post is a story: what it asks, it asks in its title, near its beginning or near its end. */
const HEAD = 1200;
const TAIL = 400;

/** A question mark that ends a sentence. In an address, code or quotation there are none left (`ownWords`). */
const MARK = /[\p{L}\p{N}\p{P}][\s\u00a0\u202f]?\?(?!\w)/u;

/** At the beginning of a title or of a sentence. */
const FRENCH_HEADS = [
  'comment (?!j|on a |nous avons |il |elle )',
  'pourquoi ',
  'combien ',
  'ou (?:trouve|est|sont|se |peut|puis|acheter|trouver|en est)',
  'quand (?:est-ce|est ce|sera|aura|sort|reouvre|peut|doit)',
  'quel(?:le)?s? (?:est|sont|\\w+ (?:pour|prendre|choisir|utiliser|faut|est|sont|vous|avez|me))',
  'lequel|laquelle|lesquel',
  'que (?:faire|faut|pensez|dois|me|choisir|prendre)',
  'qui (?:a|ont|sait|peut|pourrait|connait|aurait|contacter) ',
  'quoi (?:faire|prendre)',
  'a quoi ',
  'a qui ',
  'a partir de quel',
  'de quel',
  'est[- ]ce ',
  "qu'est[- ]ce",
  "c'est quoi",
  "c'est normal",
  'une idee',
  'des idees',
  'besoin (?:d|de) ?(?:aide|conseil|avis|vos)',
  "(?:demande|appel) (?:d'aide|a l'aide|de conseil)",
  'y a[- ]t[- ]il',
  'faut[- ]il',
  'peut[- ]on',
  'vous (?:conseillez|faites comment|mettez quoi|utilisez quoi|en pensez)',
  'avez[- ]vous|savez[- ]vous|sauriez[- ]vous|pouvez[- ]vous|pourriez[- ]vous|connaissez[- ]vous',
];

/** Anywhere in what was looked at. */
const FRENCH_FORMS = [
  "(?<!c')est[- ]ce qu",
  "quelqu'un (?:sait|connait|a |aurait|peut|pourrait|saurait|utilise|d'autre|pour|sauriez)",
  'y a[- ]t[- ]il',
  'je (?:cherche|recherche|voudrais savoir|me demande|souhaite savoir|souhaiterais savoir)',
  'sais pas (?:comment (?:faire|proceder|m.y prendre)|quoi (?:faire|prendre|choisir)|lequel|laquelle|si je (?:dois|peux))',
  "j'aimerais (?:savoir|bien savoir|avoir)",
  'je voulais savoir',
  'comment (?:faire|on fait|fait-on|faites|puis|savoir|proceder|regler|resoudre)',
  'que (?:dois|puis)-je',
  'merci (?:d.avance|par avance|pour vos (?:reponses|conseils|avis))',
  'une (?:idee|solution|piste) svp',
  'des conseils svp',
  '(?:quel|laquelle|lequel|quoi|combien|comment)[^.!?\\n]{0,60} (?:svp|s.il vous plait|stp)',
  "(?:svp|stp) (?:c'est|comment|quel|ou|est)",
];
/** A verb and its pronoun the other way round, as questions do; what is only said so ("semble-t-il") is left out. */
const INVERSION =
  /(?<!semble-t-il|parait-il|dit-il|dit-elle)\b(?!peut-etre|semble-|parait-|dit-|fait-il-que|rendez-)\p{L}{1,}-(?:t-)?(?:je|tu|il|elle|on|nous|vous|ils|elles|ce)\b(?!-)/u;

const ENGLISH_HEADS = [
  'how (?:do|does|did|can|could|to|would|should|much|many|long|often|come|is|are|old|far|big)\\b',
  "what(?:'s| is| are| do| does| did| would| should| can| kind| type| happens|s the)\\b",
  "who(?:'s| is| has| can| knows| do| should)\\b",
  "where(?:'s| is| are| do| does| can| to| should)\\b",
  'when (?:is|are|do|does|will|can|should|did)\\b',
  'why (?:is|are|do|does|did|not|would|can|should|am|won)\\b',
  'which (?:one|is|are|of|do|should|would|\\w+ (?:is|are|for|should|do|to|comes|would))\\b',
  "(?:can|could|should|would|will|may|must|do|does|did|is|are|was|were|has|have|had|am|shall|isn't|aren't|doesn't|don't) (?:i|you|we|it|they|there|he|she|this|that|these|those|the|my|your|anyone|anybody|someone|somebody|everyone)\\b",
  'any(?:one|body) (?:know|have|has|tried|else|here|using|able|got)',
  'any (?:idea|ideas|advice|tips|suggestion|suggestions|recommendation|recommendations|thoughts|help|gift|chance|news|good)\\b',
  '(?:need|needing|want|wanted|request|requesting|asking for|looking for|seeking) (?:some |any |your )?(?:help|advice|feedback|opinions|suggestions|recommendations)',
  'help (?:me|needed|wanted|with|please|identifying)\\b',
  'is it (?:possible|normal|ok|safe|worth)',
];

const ENGLISH_FORMS = [
  '(?:does|did|has|can|could|would|is|do) (?:any|some)(?:one|body)\\b',
  'i (?:wonder|was wondering|am wondering|am looking for|want to know|would like to know|need to know|need help|need some help)',
  "i'(?:m|d) (?:wondering|looking for|like to know|looking to|love to know|curious)",
  'how (?:do|can|should|would) (?:i|we|you)\\b',
  'what (?:should|can|do) (?:i|we) \\w+',
  'thanks in advance|thank you in advance',
  'any (?:idea|ideas|help|advice|suggestions|thoughts)\\b[^.]{0,40}(?:appreciated|welcome|\\?|$)',
  'let me know (?:if|how|what|whether|which)',
  'please (?:help|advise)',
  'could (?:you|someone|anyone) (?:please )?(?:tell|share|explain|help)',
];

const HEADS = new RegExp(
  `(?:^|[.!?\\n|…]\\s*|\\b(?:bonjour|bonsoir|salut|hello|hi|hey|svp|please|and|et|mais|but|or|ou)[,!.]? (?:a tous|all|everyone|there)?[,!.]?\\s*)(?:${[...FRENCH_HEADS, ...ENGLISH_HEADS].join('|')})`,
);
const FORMS = new RegExp([...FRENCH_FORMS, ...ENGLISH_FORMS].map((form) => `\\b${form}`).join('|'));

/** What a place writes on a thread that asks, or asked. */
const MARKED =
  /^(?:question|questions|help|aide|entraide|support|solved|resolu|resolue|accepted|answered|accepted.answer|has.accepted.answer|unanswered|q&a|qa)$/;
const MARKED_TITLE = /^\s*[[(](?:resolue?|solved|question|help|aide|regle)[\])]/;

/** Whether a thread asks something, and who says so: the place's own marks win over the words. */
export function kindOf({ title, text, labels, isSupport }: Opening): Kind {
  const isMarked = isSupport || labels.some((label) => MARKED.test(foldAccents(label).trim()));
  if (isMarked || MARKED_TITLE.test(foldAccents(title))) return { kind: 'question', by: 'place' };
  return { kind: asks(title, text) ? 'question' : 'other', by: 'rule' };
}

/** Whether words ask, in French or in English: a question mark, an interrogative form, an inversion. */
export function asks(title: string, text: string): boolean {
  const looked = text.length > HEAD + TAIL ? `${text.slice(0, HEAD)}\n${text.slice(-TAIL)}` : text;
  if (MARK.test(title) || MARK.test(looked)) return true;
  const folded = foldAccents(`${title}\n${looked}`);
  return HEADS.test(folded) || FORMS.test(folded) || INVERSION.test(folded);
}
